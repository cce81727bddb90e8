/** Which items of a note each lens shows. An item is a task or a table row of one note, by number; of a whole plan it is 0. */
import type { IndexedNote } from './indexed-note';
import { type ItemState, STATES } from './note-record';

export const LENSES = ['priorities', 'verification', 'questions', 'plans'] as const;
export type Lens = (typeof LENSES)[number];

/** The note's items of the lens in text order; those of some states alone, if told so. A whole plan has no state. */
export function itemsOf(note: IndexedNote, lens: Lens, states: readonly ItemState[] = STATES): number[] {
  const items: number[] = [];
  if (lens === 'plans') {
    if (note.isPlan) items.push(0);
  } else if (lens === 'priorities') {
    for (let row = 0; row < note.rowCount; row++) if (states.includes(note.rowState(row))) items.push(row);
  } else {
    const kind = lens === 'verification' ? 'verification' : 'question';
    for (let task = 0; task < note.taskCount; task++) if (note.taskKind(task) === kind && states.includes(note.taskState(task))) items.push(task);
  }
  return items;
}

/** How many items of the lens the note has. */
export function countOf(note: IndexedNote, lens: Lens): number {
  if (lens === 'plans') return note.isPlan ? 1 : 0;
  if (lens === 'priorities') return note.rowCount;
  const kind = lens === 'verification' ? 'verification' : 'question';
  let count = 0;
  for (let task = 0; task < note.taskCount; task++) if (note.taskKind(task) === kind) count++;
  return count;
}

export function stateOf(note: IndexedNote, item: number, lens: Lens): ItemState {
  if (lens === 'plans') return 'open';
  return lens === 'priorities' ? note.rowState(item) : note.taskState(item);
}
