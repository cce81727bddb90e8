/** Which items of a note each lens shows. An item is a task or a table row of one note, by number; of a whole plan it is 0. */
import type { IndexedNote } from './indexed-note';

export const LENSES = ['priorities', 'verification', 'questions', 'plans'] as const;
export type Lens = (typeof LENSES)[number];

/** Dropped items count neither way. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** A note's items of one lens in text order, and how far they are. */
export interface NoteItems extends Progress {
  readonly items: readonly number[];
}

/** An indexed note never changes, so what is told of it is made once, and goes when the note goes. */
const made = ofEachLens<NoteItems>();
const madeSections = ofEachLens<ReadonlyMap<string, Progress>>();

/** The note's items of the lens. */
export function itemsOfNote(note: IndexedNote, lens: Lens): NoteItems {
  const notes = made[lens];
  let items = notes.get(note);
  if (!items) notes.set(note, (items = readItems(note, lens)));
  return items;
}

/** How far the note's tasks of the lens are, by section title. */
export function sectionsOf(note: IndexedNote, lens: Lens): ReadonlyMap<string, Progress> {
  const notes = madeSections[lens];
  let sections = notes.get(note);
  if (!sections) notes.set(note, (sections = readSections(note, itemsOfNote(note, lens).items)));
  return sections;
}

function ofEachLens<T>(): Record<Lens, WeakMap<IndexedNote, T>> {
  return { priorities: new WeakMap(), verification: new WeakMap(), questions: new WeakMap(), plans: new WeakMap() };
}

function readItems(note: IndexedNote, lens: Lens): NoteItems {
  const items: number[] = [];
  let done = 0;
  let dropped = 0;
  if (lens === 'plans') return { items: note.isPlan ? [0] : items, done: 0, total: 0 };
  if (lens === 'priorities') {
    for (let row = 0; row < note.rowCount; row++) {
      items.push(row);
      if (note.rowState(row) === 'done') done++;
    }
    return { items, done, total: items.length };
  }
  const kind = lens === 'verification' ? 'verification' : 'question';
  for (let task = 0; task < note.taskCount; task++) {
    if (note.taskKind(task) !== kind) continue;
    items.push(task);
    const state = note.taskState(task);
    if (state === 'done') done++;
    else if (state === 'dropped') dropped++;
  }
  return { items, done, total: items.length - dropped };
}

function readSections(note: IndexedNote, tasks: readonly number[]): ReadonlyMap<string, Progress> {
  const sections = new Map<string, { done: number; total: number }>();
  for (const task of tasks) {
    const state = note.taskState(task);
    if (state === 'dropped') continue;
    const title = note.sectionTitle(task);
    let count = sections.get(title);
    if (!count) sections.set(title, (count = { done: 0, total: 0 }));
    count.total++;
    if (state === 'done') count.done++;
  }
  return sections;
}
