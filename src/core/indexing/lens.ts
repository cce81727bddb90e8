/**
 * Which items of a note each lens shows, by number: tasks, table rows, facts, contradictions, or the plan as a whole, which is item 0.
 * Questions are facts where a plan's facts have been read, and tasks elsewhere.
 */
import type { FactKind } from '../plan/read-facts';
import type { IndexedNote } from './indexed-note';
import { type ItemState, STATES } from './note-record';

export const LENSES = ['plans', 'priorities', 'verification', 'questions', 'risks', 'requirements', 'drift', 'activity'] as const;
export type Lens = (typeof LENSES)[number];

const FACTS: Readonly<Partial<Record<Lens, FactKind>>> = { questions: 'question', risks: 'risk', requirements: 'requirement', activity: 'log' };

/** What a lens's items are in this note. */
export type ItemForm = 'plan' | 'row' | 'task' | 'drift' | 'fact';

export function formOf(note: IndexedNote, lens: Lens): ItemForm {
  if (lens === 'plans') return 'plan';
  if (lens === 'priorities') return 'row';
  if (lens === 'drift') return 'drift';
  return lens === 'verification' || (lens === 'questions' && note.facts === null) ? 'task' : 'fact';
}

/** The note's items of the lens in text order; those of some states alone, if told so. */
export function itemsOf(note: IndexedNote, lens: Lens, states: readonly ItemState[] = STATES): number[] {
  if (formOf(note, lens) === 'task') return note.tasksOf(kindOf(lens), states);
  const items: number[] = [];
  forEachItem(note, lens, (item) => {
    if (states.includes(stateOf(note, item, lens))) items.push(item);
  });
  return items;
}

const NO_COUNTS = { open: 0, done: 0, dropped: 0 };

/** How many items of the lens the note has; those of some states alone, if told so. */
export function countOf(note: IndexedNote, lens: Lens, states: readonly ItemState[] = STATES): number {
  const of = countedAs(note, lens);
  const counts = of === null ? statesOf(note, lens) : NO_COUNTS;
  let count = 0;
  for (const state of states) count += of === null ? counts[state] : note.countOf(of, state);
  return count;
}

/** How many items of each state there are. */
export function statesOf(note: IndexedNote, lens: Lens): Readonly<Record<ItemState, number>> {
  const of = countedAs(note, lens);
  if (of !== null) return { open: note.countOf(of, 'open'), done: note.countOf(of, 'done'), dropped: note.countOf(of, 'dropped') };
  const states = { open: 0, done: 0, dropped: 0 };
  forEachItem(note, lens, (item) => states[stateOf(note, item, lens)]++);
  return states;
}

/** What the note has counted of the lens's items; null where they have to be gone through. */
function countedAs(note: IndexedNote, lens: Lens): 'verification' | 'question' | 'row' | null {
  const form = formOf(note, lens);
  return form === 'row' ? 'row' : form === 'task' ? kindOf(lens) : null;
}

/** The tasks that a lens shows. */
function kindOf(lens: Lens): 'verification' | 'question' {
  return lens === 'verification' ? 'verification' : 'question';
}

/** A plan's own state is that of its status; a contradiction that is ignored is dropped. */
export function stateOf(note: IndexedNote, item: number, lens: Lens): ItemState {
  switch (formOf(note, lens)) {
    case 'plan':
      return note.statusGroup === 'done' || note.statusGroup === 'dropped' ? note.statusGroup : 'open';
    case 'row':
      return note.rowState(item);
    case 'task':
      return note.taskState(item);
    case 'drift':
      return note.drift[item]?.isIgnored === true ? 'dropped' : 'open';
    case 'fact':
      return note.facts?.state(item) ?? 'open';
  }
}

function forEachItem(note: IndexedNote, lens: Lens, visit: (item: number) => void): void {
  switch (formOf(note, lens)) {
    case 'plan':
      if (note.isPlan) visit(0);
      return;
    case 'row':
      for (let row = 0; row < note.rowCount; row++) visit(row);
      return;
    case 'task':
      note.tasksOf(kindOf(lens), STATES).forEach(visit);
      return;
    case 'drift':
      note.drift.forEach((_item, at) => { visit(at); });
      return;
    case 'fact': {
      const kind = FACTS[lens];
      const [from, to] = (kind && note.facts?.range(kind)) ?? [0, 0];
      for (let fact = from; fact < to; fact++) visit(fact);
    }
  }
}
