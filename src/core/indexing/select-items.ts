/** Finds the items that a query asks for, and remembers the last searches of an index: what is left of them is not done again. */
import { UNKNOWN_RANK } from '../plan/priority-rank';
import { driftNotes } from './drift-notes';
import { noteFilter, wantedStates } from './filter';
import type { IndexedNote } from './indexed-note';
import type { QueryContext } from './item-values';
import { countOf, itemsOf, type Lens } from './lens';
import type { PlanIndex } from './plan-index';
import type { QueryGroup, QueryNode, QueryTerm } from './query-language';
import { NotePart, Selection } from './selection';

/** What decides which items are found, and in which order. */
export interface Search {
  readonly lens: Lens;
  readonly terms: readonly QueryTerm[];
  readonly groups: readonly QueryGroup[];
  /** Folders whose notes are left out. */
  readonly excluded: readonly string[];
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
export function selectItems(index: PlanIndex, search: Search, context: QueryContext): Selection {
  const notes = search.lens === 'drift' ? driftNotes(index, context) : index.inPathOrder();
  if (dependsOnTime(search)) return new Selection(partsOf(notes, partReader(search, context), undefined), ranksOf(search));
  const known = remembered.get(index) ?? [];
  const same = known.find((each) => isSame(each.search, search));
  if (same?.notes === notes) return same.selection;
  const wider = same ? undefined : known.find((each) => each.notes === notes && isWithin(search, each.search));
  const read = partReader(search, context);
  const parts = same ? renewed(notes, same, read) : partsOf(notes, read, wider?.selection);
  const selection = new Selection(parts, ranksOf(search));
  const others = known.filter((each) => each !== same && each !== wider);
  remembered.set(index, [{ search, notes, selection }, ...(wider ? [wider] : []), ...others].slice(0, MOST_REMEMBERED));
  return selection;
}

function ranksOf({ order }: Search): number {
  return order === 'rank' ? UNKNOWN_RANK + 1 : 1;
}

/** What holds today need not hold tomorrow, though no note has changed. */
function dependsOnTime({ terms, groups }: Search): boolean {
  const depends = (node: QueryNode): boolean => (node.kind === 'term' ? node.key === 'age' || node.value === 'stale' : node.parts.some(depends));
  return [...terms, ...groups].some(depends);
}

type PartReader = (note: IndexedNote, wider?: NotePart) => NotePart;

/** Every note's part, from what the search found before it grew narrower, if it did. */
function partsOf(notes: readonly IndexedNote[], read: PartReader, wider: Selection | undefined): NotePart[] {
  return notes.map((note, at) => read(note, wider?.parts[at]));
}

/** The parts of the same search before some notes changed. Thousands of notes are the same: they are not even looked into. */
function renewed(notes: readonly IndexedNote[], before: Remembered, read: PartReader): NotePart[] {
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

function partReader(search: Search, context: QueryContext): PartReader {
  const { lens, order } = search;
  const filter = noteFilter(search, lens, context);
  const states = wantedStates(search, lens);
  const isRanked = order !== 'text';
  const folders = search.excluded.map((folder) => `${folder.replace(/\/+$/, '')}/`);
  const all = (note: IndexedNote): readonly number[] => (isRanked ? byRank(note, itemsOf(note, lens, states)) : itemsOf(note, lens, states));
  const partOf = (note: IndexedNote, items: readonly number[], total: number): NotePart =>
    new NotePart(note, { length: items.length, items, ranks: order === 'rank' ? rankStarts(note, items) : null, total, isExcluded: false });
  return (note, wider) => {
    if (wider !== undefined && (wider.length === 0 || wider.isExcluded)) return wider;
    const total = wider?.total ?? countOf(note, lens);
    if (folders.some((folder) => note.path.startsWith(folder))) return new NotePart(note, { length: 0, items: [], ranks: order === 'rank' ? NO_RANKS : null, total, isExcluded: true });
    const passing = total > 0 && filter(note);
    if (passing === false) return partOf(note, NONE, total);
    if (passing !== true) return partOf(note, (wider?.items ?? all(note)).filter(passing), total);
    if (wider !== undefined) return wider;
    return order === 'rank' ? partOf(note, all(note), total) : new NotePart(note, { length: countOf(note, lens, states), items: all, ranks: null, total, isExcluded: false });
  };
}

const NONE: readonly number[] = [];
const NO_RANKS: readonly number[] = Array.from({ length: UNKNOWN_RANK + 2 }, () => 0);

/** Most urgent first, then as the note has them: there are few ranks, so rows are counted out instead of compared. */
function byRank(note: IndexedNote, rows: readonly number[]): readonly number[] {
  if (rows.length < 2) return rows;
  const next = [...rankStarts(note, rows)];
  const sorted = rows.slice();
  for (const row of rows) {
    const rank = note.rank(row);
    const at = next[rank] ?? 0;
    sorted[at] = row;
    next[rank] = at + 1;
  }
  return sorted;
}

/** Where each rank from 0 on starts among `rows` once they are put by rank, and the end. */
function rankStarts(note: IndexedNote, rows: readonly number[]): readonly number[] {
  const starts = NO_RANKS.slice();
  for (const row of rows) {
    const next = note.rank(row) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let rank = 1; rank < starts.length; rank++) starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
  return starts;
}

function isSame(a: Search, b: Search): boolean {
  return a.lens === b.lens && a.order === b.order && hasSameGroups(a, b) && a.terms.length === b.terms.length && a.terms.every((term, at) => isSameTerm(term, b.terms[at]));
}

function isSameTerm(a: QueryTerm, b: QueryTerm | undefined): boolean {
  return a.key === b?.key && a.operator === b.operator && a.value === b.value && a.isNegated === b.isNegated;
}

/** Nested parts and folders left out are compared as a whole. */
function hasSameGroups(a: Search, b: Search): boolean {
  const isBare = (search: Search): boolean => search.groups.length === 0 && search.excluded.length === 0;
  return (isBare(a) && isBare(b)) || JSON.stringify([a.groups, a.excluded]) === JSON.stringify([b.groups, b.excluded]);
}

/** Whether all that `search` finds is among what `wide` finds: a word was typed on, or added. */
function isWithin(search: Search, wide: Search): boolean {
  if (search.lens !== wide.lens || search.order !== wide.order || !hasSameGroups(search, wide)) return false;
  if (wantedStates(search, search.lens).join() !== wantedStates(wide, wide.lens).join()) return false;
  return wide.terms.every((term) => term.key === 'is' || search.terms.some((other) => isSameTerm(other, term) || (isWord(other) && isWord(term) && other.value.includes(term.value))));
}

function isWord({ key, isNegated }: QueryTerm): boolean {
  return key === null && !isNegated;
}
