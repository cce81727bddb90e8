/** Several items ticked at once: which they are, note by note; then what became of each note. */
import { type App, Modal, Setting } from 'obsidian';

export interface TickedNote {
  readonly path: string;
  readonly title: string;
  readonly items: readonly string[];
}

export interface TickSession {
  readonly notes: readonly TickedNote[];
  /** Ticks them; `onNote` hears of each note, with what was not ticked in it and why, '' for nothing. */
  run(onNote: (note: TickedNote, problem: string) => void): Promise<void>;
}

/** Shows what would be ticked, and ticks it when told to. */
export function askForTicks(app: App, session: TickSession): void {
  const modal = new Modal(app);
  const count = session.notes.reduce((sum, { items }) => sum + items.length, 0);
  const name = count === 1 ? 'Tick 1 item' : `Tick ${count} items`;
  modal.setTitle(`${name} in ${session.notes.length === 1 ? '1 note' : `${session.notes.length} notes`}?`);
  modal.modalEl.addClass('plan-rollup-dialog', 'plan-rollup-move');
  const list = modal.contentEl.createEl('ul', { cls: 'plan-rollup-group-rows', attr: { 'aria-label': 'Items' } });
  const results = new Map(session.notes.map((note) => {
    const el = list.createEl('li', { cls: 'plan-rollup-group-row' });
    el.createDiv({ cls: 'plan-rollup-group-row-title', text: note.title, title: note.path });
    for (const item of note.items) el.createDiv({ cls: 'plan-rollup-suggestion-note', text: item });
    return [note, el.createDiv({ cls: 'plan-rollup-group-row-result', attr: { role: 'status' } })] as const;
  }));
  const buttons = new Setting(modal.contentEl).setClass('plan-rollup-form-buttons');
  buttons.addButton((cancel) => {
    cancel.setButtonText('Cancel').onClick(() => { modal.close(); });
    buttons.addButton((apply) => apply.setButtonText(name).setCta().onClick(async () => {
      apply.setDisabled(true);
      await session.run((note, problem) => {
        results.get(note)?.addClass(problem === '' ? 'is-done' : 'is-refused');
        results.get(note)?.setText(problem === '' ? 'Done' : problem);
      });
      apply.buttonEl.hide();
      cancel.setButtonText('Close').buttonEl.focus();
    }));
  });
  modal.open();
}
