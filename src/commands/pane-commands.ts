import type { App } from 'obsidian';
import { ROLLUP_VIEW } from '../ui/pane/rollup-view';
import type { AddCommand } from './plan-commands';

/** The command that shows the rollup pane in the right sidebar. */
export function addPaneCommands(add: AddCommand, app: App): void {
  add({ id: 'open-rollup', name: 'Open the pane', icon: 'list-checks', callback: () => void openRollup(app, { isFocused: true }) });
}

/** Shows the pane, making it where there is none; focus moves there only when the user asked for the pane. */
export async function openRollup({ workspace }: App, { isFocused }: { isFocused: boolean }): Promise<void> {
  await workspace.ensureSideLeaf(ROLLUP_VIEW, 'right', { active: isFocused, reveal: true });
}
