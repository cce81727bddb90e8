// Owns: the host's own commands, with Obsidian's ids, names and keys.
import type { Modifier } from '../base/scope';
import type { App } from './app';
import { CommandPalette } from './command-palette';
import { QuickSwitcher } from './quick-switcher';

export function addCoreCommands(app: App): void {
  const { workspace } = app;
  const add = (id: string, name: string, hotkey: [Modifier[], string] | null, callback: () => unknown): void => {
    app.commands.addCommand({ id, name, callback, ...(hotkey && { hotkeys: [{ modifiers: hotkey[0], key: hotkey[1] }] }) });
  };
  add('command-palette:open', 'Command palette: Open command palette', [['Mod'], 'p'], () => new CommandPalette(app).open());
  add('switcher:open', 'Quick switcher: Open quick switcher', [['Mod'], 'o'], () => new QuickSwitcher(app).open());
  add('app:open-settings', 'Open settings', [['Mod'], ','], () => app.setting.open());
  add('app:toggle-left-sidebar', 'Toggle left sidebar', null, () => workspace.leftSplit.toggle());
  add('app:toggle-right-sidebar', 'Toggle right sidebar', null, () => workspace.rightSplit.toggle());
  add('theme:toggle-light-dark', 'Toggle light/dark mode', null, () => app.theme.set(app.theme.isDark ? 'theme-light' : 'theme-dark'));
  add('workspace:close', 'Close current tab', [['Mod'], 'w'], () => workspace.activeLeaf?.detach());
  add('workspace:new-tab', 'New tab', null, () => workspace.setActiveLeaf(workspace.getLeaf('tab'), { focus: true }));
  add('workspace:split-vertical', 'Split right', null, () => {
    const recent = workspace.getMostRecentLeaf();
    return recent ? workspace.duplicateLeaf(recent, 'split') : undefined;
  });
  add('workspace:focus-next-pane', 'Focus on next pane', [[], 'F6'], () => focusPane(app, 1));
  add('workspace:focus-previous-pane', 'Focus on previous pane', [['Shift'], 'F6'], () => focusPane(app, -1));
  app.commands.addCommand({
    id: 'editor:save-file',
    name: 'Save current file',
    hotkeys: [{ modifiers: ['Mod'], key: 's' }],
    editorCallback: (_editor, view) => view.save(),
  });
  app.commands.addCommand({
    id: 'markdown:toggle-preview',
    name: 'Toggle reading view',
    hotkeys: [{ modifiers: ['Mod'], key: 'e' }],
    checkCallback: (checking) => {
      const view = workspace.activeEditor;
      if (view && !checking) void view.setMode(view.getMode() === 'source' ? 'preview' : 'source').then(() => view.focusInside());
      return view !== null;
    },
  });
}

/** To the next pane that can be seen. */
function focusPane(app: App, step: number): void {
  const { leftSplit, rootSplit, rightSplit, activeLeaf } = app.workspace;
  const splits = [leftSplit, rootSplit, rightSplit].filter((split) => !('collapsed' in split) || !split.collapsed);
  const shown = splits.flatMap((split) => split.groups.flatMap((group) => group.shown ?? []));
  const at = shown.findIndex((leaf) => leaf === activeLeaf);
  const next = shown[(at + step + shown.length) % shown.length];
  if (next) app.workspace.setActiveLeaf(next, { focus: true });
}
