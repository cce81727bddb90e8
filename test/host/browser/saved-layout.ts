// Owns: which notes and views were open, kept by the browser so that a reload brings them back.
import { debounce } from '../base/debounce';
import type { App } from '../shell/app';
import type { ViewState, WorkspaceLeaf } from '../workspace/workspace-leaf';

interface Layout {
  readonly main: readonly ViewState[];
  readonly right: readonly ViewState[];
  readonly rightCollapsed: boolean;
  readonly active: number;
}

const KEY = 'host-layout';
const WELCOME = /^(?:start here|welcome|home|readme|index)\.md$/i;

/** Opens what was open; on the first visit a note that looks like a welcome. */
export async function restoreLayout(app: App): Promise<void> {
  const layout = app.loadLocalStorage(KEY) as Layout | null;
  const { workspace, vault } = app;
  if (!layout) {
    const welcome = vault.getRoot().children.find(({ name }) => WELCOME.test(name));
    const file = welcome && vault.getFileByPath(welcome.path);
    if (file) await workspace.getLeaf().openFile(file);
    return;
  }
  const isThere = ({ type, state }: ViewState): boolean => (typeof state?.['file'] === 'string' ? vault.getFileByPath(state['file']) !== null : workspace.viewCreators.has(type) && type !== 'markdown' && type !== 'bases');
  const leaves: WorkspaceLeaf[] = [];
  for (const [at, state] of layout.main.filter(isThere).entries()) {
    const leaf = workspace.getLeaf(at > 0);
    await leaf.setViewState(state);
    leaves.push(leaf);
  }
  for (const state of layout.right) if (workspace.viewCreators.has(state.type)) await restoreSide(workspace, state, !layout.rightCollapsed);
  const active = leaves[layout.active] ?? leaves[0];
  if (active) workspace.setActiveLeaf(active, { focus: true });
}

/** A view of that type in the main area is another one, and stays as it is. */
async function restoreSide(workspace: App['workspace'], state: ViewState, isShown: boolean): Promise<void> {
  const leaf = workspace.rightSplit.leaves.find(({ view }) => view.getViewType() === state.type) ?? workspace.getRightLeaf();
  await leaf?.setViewState(state);
  if (leaf && isShown) await workspace.revealLeaf(leaf);
}

/** From now on the layout is kept. */
export function keepLayout(app: App): void {
  const { workspace } = app;
  const store = (): void => {
    const main = workspace.rootSplit.leaves;
    const recent = workspace.getMostRecentLeaf();
    const layout: Layout = {
      main: main.map((leaf) => leaf.getViewState()),
      right: workspace.rightSplit.leaves.map((leaf) => leaf.getViewState()),
      rightCollapsed: workspace.rightSplit.collapsed,
      active: recent ? main.indexOf(recent) : 0,
    };
    app.saveLocalStorage(KEY, layout);
  };
  const save = debounce(store, 200, true);
  workspace.saveLayout = () => void save();
  for (const event of ['layout-change', 'active-leaf-change', 'file-open']) workspace.on(event, () => void save());
  window.addEventListener('pagehide', store);
}
