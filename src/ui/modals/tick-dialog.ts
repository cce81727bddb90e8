/** Several items ticked at once: which they are, note by note; then which notes could not be ticked, and why. */
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

/** So many notes are listed, and so many items of each: nobody reads a thousand. What went wrong is told of all. */
const MOST_NOTES = 100;
const MOST_ITEMS = 20;

/** Shows what would be ticked, and ticks it when told to; closes when all of it was. */
export function askForTicks(app: App, session: TickSession): void {
  const modal = new Modal(app);
  const count = session.notes.reduce((sum, { items }) => sum + items.length, 0);
  const name = count === 1 ? 'Tick 1 item' : `Tick ${count} items`;
  modal.setTitle(`${name} in ${session.notes.length === 1 ? '1 note' : `${session.notes.length} notes`}?`);
  modal.modalEl.addClass('plan-rollup-dialog', 'plan-rollup-move');
  const list = modal.contentEl.createEl('ul', { cls: 'plan-rollup-group-rows', attr: { 'aria-label': 'Items' } });
  const listed = session.notes.slice(0, MOST_NOTES);
  const results = new Map(listed.map((note) => [note, addNote(list, note)]));
  const rest = session.notes.length - listed.length;
  if (rest > 0) list.createEl('li', { cls: 'plan-rollup-suggestion-note', text: rest === 1 ? 'And 1 more note.' : `And ${rest} more notes.` });
  const buttons = new Setting(modal.contentEl).setClass('plan-rollup-form-buttons');
  buttons.addButton((cancel) => {
    cancel.setButtonText('Cancel').onClick(() => { modal.close(); });
    buttons.addButton((apply) => apply.setButtonText(name).setCta().onClick(async () => {
      apply.setDisabled(true);
      let refused = 0;
      await session.run((note, problem) => {
        if (problem !== '') refused++;
        const el = results.get(note) ?? (problem === '' ? null : addNote(list, note));
        el?.addClass(problem === '' ? 'is-done' : 'is-refused');
        el?.setText(problem === '' ? 'Done' : problem);
      });
      if (refused === 0) modal.close();
      apply.buttonEl.hide();
      cancel.setButtonText('Close').buttonEl.focus();
    }));
  });
  modal.open();
}

/** Answers the element for what becomes of it. */
function addNote(list: HTMLElement, { title, path, items }: TickedNote): HTMLElement {
  const el = list.createEl('li', { cls: 'plan-rollup-group-row' });
  el.createDiv({ cls: 'plan-rollup-group-row-title', text: title, title: path });
  for (const item of items.slice(0, MOST_ITEMS)) el.createDiv({ cls: 'plan-rollup-suggestion-note', text: item });
  if (items.length > MOST_ITEMS) el.createDiv({ cls: 'plan-rollup-suggestion-note', text: `… and ${items.length - MOST_ITEMS} more` });
  return el.createDiv({ cls: 'plan-rollup-group-row-result', attr: { role: 'status' } });
}
