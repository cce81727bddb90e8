// Owns: the window's frame: ribbon, sidebars, tabs, status bar.
import { PHONE_WIDTH, applyPlatform } from '../base/platform';
import { setIcon } from '../ui/icons';
import { setTooltip } from '../ui/tooltip';
import { WorkspaceRibbon, WorkspaceRoot, WorkspaceSidedock } from '../workspace/workspace-item';
import type { App } from './app';
import { FileListView } from './file-list-view';

/** Builds the frame, gives the workspace its parts, and puts everything into the body. */
export function buildShell(app: App): HTMLElement {
  const { workspace } = app;
  const shellEl = document.body.createDiv('app-container');
  const workspaceEl = shellEl.createDiv('horizontal-main-container').createDiv('workspace');
  workspace.containerEl = workspaceEl;
  const ribbonEl = workspaceEl.createEl('nav', { cls: 'workspace-ribbon side-dock-ribbon mod-left', attr: { 'aria-label': 'Ribbon' } });
  workspace.leftRibbon = new WorkspaceRibbon(ribbonEl);
  workspace.rightRibbon = new WorkspaceRibbon(createDiv());
  workspace.leftSplit = new WorkspaceSidedock(workspace, workspaceEl.createEl('aside', { cls: 'workspace-split mod-left-split', attr: { 'aria-label': 'Left sidebar' } }));
  workspace.rootSplit = new WorkspaceRoot(workspace, workspaceEl.createEl('main', 'workspace-split mod-root'));
  workspace.rightSplit = new WorkspaceSidedock(workspace, workspaceEl.createEl('aside', { cls: 'workspace-split mod-right-split', attr: { 'aria-label': 'Right sidebar' } }));
  workspace.rightSplit.collapse();
  app.statusBarEl = shellEl.createDiv({ cls: 'status-bar', attr: { role: 'contentinfo', 'aria-label': 'Status bar' } });
  addRibbonActions(app, ribbonEl);
  addDrawerCurtain(app, workspaceEl);
  workspace.viewCreators.set('file-explorer', (leaf) => new FileListView(leaf));
  void workspace.getLeaf('tab');
  void workspace.getLeftLeaf()?.setViewState({ type: 'file-explorer' });
  followWidth(app);
  return shellEl;
}

function addRibbonActions(app: App, ribbonEl: HTMLElement): void {
  const add = (icon: string, title: string, commandId: string): void => {
    const button = ribbonEl.createEl('button', { cls: 'clickable-icon side-dock-ribbon-action', attr: { type: 'button' } });
    setIcon(button, icon);
    setTooltip(button, title);
    button.addEventListener('click', () => app.commands.executeCommandById(commandId));
  };
  add('panel-left', 'Toggle left sidebar', 'app:toggle-left-sidebar');
  add('file-search', 'Open quick switcher', 'switcher:open');
  add('terminal', 'Open command palette', 'command-palette:open');
  add('panel-right', 'Toggle right sidebar', 'app:toggle-right-sidebar');
  add('settings', 'Open settings', 'app:open-settings');
}

/** On a phone, a tap beside an open drawer closes it. */
function addDrawerCurtain(app: App, workspaceEl: HTMLElement): void {
  workspaceEl.createDiv('drawer-curtain').addEventListener('click', () => {
    app.workspace.leftSplit.collapse();
    app.workspace.rightSplit.collapse();
  });
  const update = (): void => {
    const { leftSplit, rightSplit } = app.workspace;
    workspaceEl.toggleClass('has-open-drawer', !leftSplit.collapsed || !rightSplit.collapsed);
  };
  app.workspace.on('layout-change', update);
}

function followWidth(app: App): void {
  const narrow = window.matchMedia(`(max-width: ${PHONE_WIDTH - 1}px)`);
  const apply = (): void => {
    applyPlatform(narrow.matches);
    if (narrow.matches) app.workspace.leftSplit.collapse();
    app.workspace.trigger('resize');
  };
  narrow.addEventListener('change', apply);
  apply();
}
