/** Which items of a note each lens shows. An item is a task or a table row of one note, by number. */
import type { IndexedNote, ItemState } from './indexed-note';
import type { PlanIndex } from './plan-index';

export const LENSES = ['priorities', 'verification', 'questions', 'plans'] as const;
export type Lens = (typeof LENSES)[number];

/** An item without its row object. For a whole plan `at` means nothing. */
export interface ItemRef {
  readonly note: IndexedNote;
  readonly at: number;
}

/** All items of the lens, in path and text order. */
export function itemsOf(index: PlanIndex, lens: Lens): ItemRef[] {
  return index.inPathOrder().flatMap((note) => itemsOfNote(note, lens));
}

/** The note's items of the lens, in text order. */
export function itemsOfNote(note: IndexedNote, lens: Lens): ItemRef[] {
  const refs: ItemRef[] = [];
  switch (lens) {
    case 'plans':
      if (note.isPlan) refs.push({ note, at: 0 });
      return refs;
    case 'priorities':
      for (let at = 0; at < note.rowCount; at++) refs.push({ note, at });
      return refs;
    case 'verification':
    case 'questions': {
      const kind = lens === 'verification' ? 'verification' : 'question';
      for (let at = 0; at < note.taskCount; at++) if (note.taskKind(at) === kind) refs.push({ note, at });
      return refs;
    }
  }
}

export function stateOf({ note, at }: ItemRef, lens: Lens): ItemState {
  if (lens === 'plans') return 'open';
  return lens === 'priorities' ? note.rowState(at) : note.taskState(at);
}
