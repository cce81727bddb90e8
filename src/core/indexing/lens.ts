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

/** Dropped items count neither way. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** A note's items of one lens, and how far they are. */
export interface NoteItems extends Progress {
  readonly refs: readonly ItemRef[];
  /** By section title; for tasks only. */
  readonly sections: ReadonlyMap<string, Progress>;
}

/** An indexed note never changes, so its items are made once, and go when the note goes. */
const made = new WeakMap<IndexedNote, Map<Lens, NoteItems>>();

/** All items of the lens, in path and text order. */
export function itemsOf(index: PlanIndex, lens: Lens): ItemRef[] {
  const all: ItemRef[] = [];
  for (const note of index.inPathOrder()) for (const ref of itemsOfNote(note, lens).refs) all.push(ref);
  return all;
}

/** The note's items of the lens, in text order. */
export function itemsOfNote(note: IndexedNote, lens: Lens): NoteItems {
  let byLens = made.get(note);
  if (!byLens) made.set(note, (byLens = new Map<Lens, NoteItems>()));
  let items = byLens.get(lens);
  if (!items) byLens.set(lens, (items = makeItems(note, lens)));
  return items;
}

export function stateOf({ note, at }: ItemRef, lens: Lens): ItemState {
  if (lens === 'plans') return 'open';
  return lens === 'priorities' ? note.rowState(at) : note.taskState(at);
}

function makeItems(note: IndexedNote, lens: Lens): NoteItems {
  const refs = refsOf(note, lens);
  const sections = new Map<string, { done: number; total: number }>();
  const whole = { done: 0, total: 0 };
  for (const ref of refs) {
    const state = stateOf(ref, lens);
    if (state === 'dropped' || lens === 'plans') continue;
    const counts = lens === 'priorities' ? [whole] : [whole, sectionCount(sections, note.sectionTitle(ref.at))];
    for (const count of counts) {
      count.total++;
      if (state === 'done') count.done++;
    }
  }
  return { refs, sections, ...whole };
}

function refsOf(note: IndexedNote, lens: Lens): ItemRef[] {
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

function sectionCount(sections: Map<string, { done: number; total: number }>, title: string): { done: number; total: number } {
  let count = sections.get(title);
  if (!count) sections.set(title, (count = { done: 0, total: 0 }));
  return count;
}
