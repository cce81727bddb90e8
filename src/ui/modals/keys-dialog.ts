import { type App, Modal } from 'obsidian';

const KEYS: readonly (readonly [string, string])[] = [
  ['↑ ↓, Home, End, Page up, Page down', 'Move from row to row'],
  ['→ ←', 'Unfold and fold a group; go through the cells of a row; ← goes to the group'],
  ['Enter', 'Open the note at the row; with Ctrl or Cmd in a new tab. On a cell: edit it'],
  ['Space', 'Tick; again within five seconds: take it back'],
  ['F2', 'Edit the cells of a row: Enter writes, Tab goes on, Escape cancels'],
  ['s', 'Set the status of the plan'],
  ['Shift+↑ ↓, Ctrl+Space, Ctrl+A', 'Select rows, to tick or move them together; Escape ends it'],
  ['Shift+F10 or the menu key', 'The menu of the row'],
  ['Tab, where the pane is a table', 'Headers and borders: Enter sorts, Shift+Enter by one more; ← → set the width, Delete resets it'],
  ['/', 'Go to the filter'],
  ['?', 'This list'],
];

/** Lists the keys of the pane. */
export function showKeys(app: App): void {
  const modal = new Modal(app);
  modal.setTitle('Keys of the rollup');
  modal.modalEl.addClass('plan-rollup-dialog');
  const list = modal.contentEl.createEl('dl', { cls: 'plan-rollup-keys' });
  for (const [key, meaning] of KEYS) {
    list.createEl('dt').createEl('kbd', { text: key });
    list.createEl('dd', { text: meaning });
  }
  modal.open();
}
