import type { App } from 'obsidian';
import type { Lens } from '../core/indexing/query';
import { ROLLUP_VIEW, RollupView } from '../ui/pane/rollup-view';
import type { AddCommand } from './plan-commands';

/** The command that shows the rollup pane in the right sidebar. */
export function addPaneCommands(add: AddCommand, app: App): void {
  add({ id: 'open-rollup', name: 'Open the pane', icon: 'list-checks', callback: () => void openRollup(app, { isFocused: true }) });
}

/** Shows the pane, at a lens if one is named, making it where there is none; focus moves there only when the user asked for the pane. */
export async function openRollup({ workspace }: App, { isFocused, lens }: { isFocused: boolean; lens?: Lens }): Promise<void> {
  const { view } = await workspace.ensureSideLeaf(ROLLUP_VIEW, 'right', { active: isFocused, reveal: true });
  if (lens !== undefined && view instanceof RollupView) view.show(lens);
}
