/**
 * Items that stay among the rows for a while although the query does not ask for them any more, as a task does that
 * was ticked just now. An item is told by its text; of several with one text it is one of the state it should have, and
 * of these the one nearest to its line.
 */
import type { IndexedNote } from './indexed-note';
import { formOf, itemsOf, type Lens, stateOf } from './lens';
import type { ItemState } from './note-record';
import type { PlanIndex } from './plan-index';
import { NotePart, Selection } from './selection';

export interface KeptItem {
  readonly path: string;
  /** Line then, from 0. */
  readonly line: number;
  readonly text: string;
  readonly state: ItemState;
}

/** The line on which the item stands now; null when it is gone. */
export function lineOfItem(index: PlanIndex, lens: Lens, kept: KeptItem): number | null {
  const note = index.get(kept.path);
  const item = note && findItem(note, lens, kept);
  return note === undefined || item === null || item === undefined ? null : placeOf(note, item, lens).line;
}

/** The selection with the kept items, each where the note has it; the same one when it has them all. Rows that are put by rank take none. */
export function withKept(selection: Selection, kept: readonly KeptItem[], lens: Lens): Selection {
  if (kept.length === 0) return selection;
  const paths = new Set(kept.map(({ path }) => path));
  const parts = selection.parts.map((part) => (paths.has(part.note.path) ? withItems(part, kept.filter(({ path }) => path === part.note.path), lens) : part));
  return parts.every((part, at) => part === selection.parts[at]) ? selection : new Selection(parts, 1);
}

function withItems(part: NotePart, kept: readonly KeptItem[], lens: Lens): NotePart {
  if (part.ranks !== null || part.isExcluded) return part;
  const items = new Set(part.items);
  for (const each of kept) {
    const item = findItem(part.note, lens, each);
    if (item !== null) items.add(item);
  }
  if (items.size === part.length) return part;
  const { note, ranks, total, isExcluded } = part;
  return new NotePart(note, { length: items.size, items: [...items].sort((a, b) => a - b), ranks, total, isExcluded });
}

/** More lines than any note has. */
const FAR = 1e9;

function findItem(note: IndexedNote, lens: Lens, { line, text, state }: KeptItem): number | null {
  let found: number | null = null;
  let distance = Infinity;
  for (const item of itemsByText(note, lens).get(text) ?? []) {
    const away = Math.abs(placeOf(note, item, lens).line - line) + (stateOf(note, item, lens) === state ? 0 : FAR);
    if (away < distance) [found, distance] = [item, away];
    if (away === 0) break;
  }
  return found;
}

/** An indexed note never changes: its items are put by their texts once, as thousands of them may be chosen together. */
const byText = new WeakMap<IndexedNote, Map<Lens, ReadonlyMap<string, readonly number[]>>>();

function itemsByText(note: IndexedNote, lens: Lens): ReadonlyMap<string, readonly number[]> {
  let lenses = byText.get(note);
  if (!lenses) byText.set(note, (lenses = new Map<Lens, ReadonlyMap<string, readonly number[]>>()));
  const known = lenses.get(lens);
  if (known) return known;
  const items = new Map<string, number[]>();
  for (const item of itemsOf(note, lens)) {
    const { text } = placeOf(note, item, lens);
    const same = items.get(text);
    if (same) same.push(item);
    else items.set(text, [item]);
  }
  lenses.set(lens, items);
  return items;
}

function placeOf(note: IndexedNote, item: number, lens: Lens): { readonly line: number; readonly text: string } {
  switch (formOf(note, lens)) {
    case 'plan':
      return { line: 0, text: note.title };
    case 'row':
      return { line: note.rowLine(item), text: note.rowTitle(item) };
    case 'task':
      return { line: note.taskLine(item), text: note.taskText(item) };
    case 'drift': {
      // Contradictions are not ticked, so none is kept.
      return { line: -1, text: '' };
    }
    case 'fact':
      return { line: note.facts?.line(item) ?? -1, text: note.facts?.text(item) ?? '' };
  }
}
