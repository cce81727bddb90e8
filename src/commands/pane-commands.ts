import type { App } from 'obsidian';
import type { Lens } from '../core/indexing/query';
import { type ExportParts, writeSnapshot } from '../ui/pane/export-menu';
import { ROLLUP_VIEW, RollupView } from '../ui/pane/rollup-view';
import type { AddCommand } from './plan-commands';

/** Commands that show the rollup pane, in the right sidebar or a tab, and keep what it shows. */
export function addPaneCommands(add: AddCommand, { app, ...parts }: ExportParts & { readonly app: App }): void {
  add({ id: 'open-rollup', name: 'Open the pane', icon: 'list-checks', callback: () => void openRollup(app, { isFocused: true }) });
  add({ id: 'open-rollup-tab', name: 'Open rollup in a tab', icon: 'table', callback: () => void openInTab(app) });
  add({ id: 'snapshot-rollup', name: 'Write a snapshot note of the pane', icon: 'camera', callback: () => void snapshot(app, parts) });
}

/** Shows the pane in the main area or a window, where it is wide: the one that is there, or another one that shows what that in the sidebar does. */
async function openInTab({ workspace }: App): Promise<void> {
  const panes = workspace.getLeavesOfType(ROLLUP_VIEW);
  const { leftSplit, rightSplit } = workspace;
  let leaf = panes.find((each) => each.getRoot() !== leftSplit && each.getRoot() !== rightSplit);
  if (!leaf) {
    leaf = workspace.getLeaf('tab');
    await leaf.setViewState({ ...panes[0]?.getViewState(), type: ROLLUP_VIEW, active: true });
  }
  await workspace.revealLeaf(leaf);
  workspace.setActiveLeaf(leaf, { focus: true });
}

/** What the pane shows, as a note with the day in its name. */
async function snapshot(app: App, parts: ExportParts): Promise<void> {
  const { view } = await app.workspace.ensureSideLeaf(ROLLUP_VIEW, 'right', { active: false, reveal: true });
  if (view instanceof RollupView) await writeSnapshot(parts, view.shown);
}

/** Shows the pane, at a lens if one is named, making it where there is none; focus moves there only when the user asked for the pane. */
export async function openRollup({ workspace }: App, { isFocused, lens }: { isFocused: boolean; lens?: Lens }): Promise<void> {
  const { view } = await workspace.ensureSideLeaf(ROLLUP_VIEW, 'right', { active: isFocused, reveal: true });
  if (lens !== undefined && view instanceof RollupView) view.show(lens);
}
