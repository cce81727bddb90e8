/** Which items of a note each lens shows. An item is a task or a table row of one note, by number; of a whole plan it is 0. */
import type { IndexedNote } from './indexed-note';
import type { ItemState } from './note-record';

export const LENSES = ['priorities', 'verification', 'questions', 'plans'] as const;
export type Lens = (typeof LENSES)[number];

/** The note's items of the lens in text order. */
export function itemsOf(note: IndexedNote, lens: Lens): number[] {
  const items: number[] = [];
  if (lens === 'plans') {
    if (note.isPlan) items.push(0);
  } else if (lens === 'priorities') {
    for (let row = 0; row < note.rowCount; row++) items.push(row);
  } else {
    const kind = lens === 'verification' ? 'verification' : 'question';
    for (let task = 0; task < note.taskCount; task++) if (note.taskKind(task) === kind) items.push(task);
  }
  return items;
}

export function stateOf(note: IndexedNote, item: number, lens: Lens): ItemState {
  if (lens === 'plans') return 'open';
  return lens === 'priorities' ? note.rowState(item) : note.taskState(item);
}
