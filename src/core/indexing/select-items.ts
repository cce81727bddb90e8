/** Finds the items that a query asks for, and remembers the last searches of an index: what is left of them is not done again. */
import { UNKNOWN_RANK } from '../plan/priority-rank';
import { itemFilter, wantedStates } from './filter';
import type { IndexedNote } from './indexed-note';
import { countOf, itemsOf, type Lens } from './lens';
import type { PlanIndex } from './plan-index';
import type { QueryTerm } from './query-language';
import { type NotePart, Selection } from './selection';

/** What decides which items are found, and in which order. */
export interface Search {
  readonly lens: Lens;
  readonly terms: readonly QueryTerm[];
  /** `rank`: most urgent first; `rank in note`: the same within each note; `text`: as the notes have them. */
  readonly order: 'text' | 'rank' | 'rank in note';
}

interface Remembered {
  readonly search: Search;
  /** All notes then, in path order: the selection has a part of each. */
  readonly notes: readonly IndexedNote[];
  readonly selection: Selection;
}

/** The searches of each index, the last one first. */
const remembered = new WeakMap<PlanIndex, readonly Remembered[]>();
const MOST_REMEMBERED = 4;

/** Items of the index that pass; the same search of an unchanged index answers at once. */
export function selectItems(index: PlanIndex, search: Search): Selection {
  const notes = index.inPathOrder();
  const known = remembered.get(index) ?? [];
  const same = known.find((each) => isSame(each.search, search));
  if (same?.notes === notes) return same.selection;
  const wider = same ? undefined : known.find((each) => each.notes === notes && isWithin(search, each.search));
  const parts = same ? renewed(notes, same, search) : partsOf(notes, search, wider?.selection);
  const selection = new Selection(parts, search.order === 'rank' ? UNKNOWN_RANK + 1 : 1);
  const others = known.filter((each) => each !== same && each !== wider);
  remembered.set(index, [{ search, notes, selection }, ...(wider ? [wider] : []), ...others].slice(0, MOST_REMEMBERED));
  return selection;
}

/** Every note's part, from what the search found before it grew narrower, if it did. */
function partsOf(notes: readonly IndexedNote[], search: Search, wider: Selection | undefined): NotePart[] {
  const read = partReader(search);
  return notes.map((note, at) => read(note, wider?.parts[at]));
}

/** The parts of the same search before some notes changed. Thousands of notes are the same: they are not even looked into. */
function renewed(notes: readonly IndexedNote[], before: Remembered, search: Search): NotePart[] {
  const read = partReader(search);
  const parts: NotePart[] = [];
  let old = 0;
  for (const note of notes) {
    let known = before.notes[old];
    while (known !== undefined && known !== note && known.path < note.path) known = before.notes[++old];
    const part = known === note ? before.selection.parts[old] : undefined;
    parts.push(part ?? read(note));
    if (part !== undefined || known?.path === note.path) old++;
  }
  return parts;
}

function partReader({ lens, terms, order }: Search): (note: IndexedNote, wider?: NotePart) => NotePart {
  const filter = itemFilter(terms, lens);
  const states = wantedStates(terms);
  const isRanked = order !== 'text';
  return (note, wider) => {
    const all = wider?.items ?? itemsOf(note, lens, states);
    const found = all.length === 0 ? all : filter(note, all);
    const items = isRanked && wider === undefined ? byRank(note, found) : found;
    return { note, items, ranks: order === 'rank' ? rankStarts(note, items) : null, total: wider?.total ?? countOf(note, lens), groups: null };
  };
}

/** Most urgent first, then as the note has them. The sort is stable. */
function byRank(note: IndexedNote, rows: readonly number[]): readonly number[] {
  return rows.length < 2 ? rows : [...rows].sort((a, b) => note.rank(a) - note.rank(b));
}

/** `rows` are put by rank: where each rank from 0 on starts among them, and the end. */
function rankStarts(note: IndexedNote, rows: readonly number[]): readonly number[] {
  const starts: number[] = [];
  for (let rank = 0, row = 0; rank <= UNKNOWN_RANK + 1; rank++) {
    while (row < rows.length && note.rank(rows[row] ?? 0) < rank) row++;
    starts.push(row);
  }
  return starts;
}

function isSame(a: Search, b: Search): boolean {
  return a.lens === b.lens && a.order === b.order && a.terms.length === b.terms.length && a.terms.every((term, at) => isSameTerm(term, b.terms[at]));
}

function isSameTerm(a: QueryTerm, b: QueryTerm | undefined): boolean {
  return a.key === b?.key && a.value === b.value && a.isNegated === b.isNegated;
}

/** Whether all that `search` finds is among what `wide` finds: a word was typed on, or added. */
function isWithin(search: Search, wide: Search): boolean {
  if (search.lens !== wide.lens || search.order !== wide.order) return false;
  if (wantedStates(search.terms).join() !== wantedStates(wide.terms).join()) return false;
  return wide.terms.every((term) => term.key === 'is' || search.terms.some((other) => isSameTerm(other, term) || (isWord(other) && isWord(term) && other.value.includes(term.value))));
}

function isWord({ key, isNegated }: QueryTerm): boolean {
  return key === null && !isNegated;
}
