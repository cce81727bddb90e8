import type { App } from 'obsidian';
import type { Lens } from '../core/indexing/query';
import { type ExportParts, writeSnapshot } from '../ui/pane/export-menu';
import { ROLLUP_VIEW, RollupView } from '../ui/pane/rollup-view';
import type { AddCommand } from './plan-commands';

/** Commands that show the rollup pane in the right sidebar, and keep what it shows. */
export function addPaneCommands(add: AddCommand, { app, ...parts }: ExportParts & { readonly app: App }): void {
  add({ id: 'open-rollup', name: 'Open the pane', icon: 'list-checks', callback: () => void openRollup(app, { isFocused: true }) });
  add({ id: 'snapshot-rollup', name: 'Write a snapshot note of the pane', icon: 'camera', callback: () => void snapshot(app, parts) });
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
