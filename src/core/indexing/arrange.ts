/**
 * Rows in another order than that of the notes: sorted by several keys, and put under headings by any of them. Takes
 * time in proportion to n log n of the rows found; the usual order of a lens does not need it.
 */
import { SEVERITIES } from '../check/drift';
import { parseCalendarDate } from '../date/calendar-date';
import { UNKNOWN_RANK } from '../plan/priority-rank';
import { compareTitles } from '../text/compare-titles';
import type { IndexedNote } from './indexed-note';
import { numberOf, type QueryContext, textsOf, wordsOf } from './item-values';
import { formOf, type Lens } from './lens';
import type { QueryKey } from './query-keys';
import type { RollupGroup } from './rollup-group';
import { type Row, RowColumns } from './row-columns';
import { type GroupKey, RowHeadings } from './row-headings';
import type { Selection } from './selection';

export const SORT_KEYS = ['priority', 'effort', 'score', 'status', 'age', 'progress', 'date', 'plan', 'path', 'text', 'when', 'impact', 'owner', 'id', 'severity'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** One key to sort by; of rows equal under the first the next decides, at last the order of the notes. */
export interface SortOrder {
  readonly key: SortKey;
  readonly isDescending: boolean;
}

export interface ArrangeRequest {
  readonly lens: Lens;
  /** Null for no headings. */
  readonly group: GroupKey | null;
  readonly sort: readonly SortOrder[];
  readonly context: QueryContext;
}

export interface Arranged {
  readonly groups: readonly RollupGroup[];
  /** Note and item of the row; null beyond the last. */
  locate(row: number): Row | null;
}

/** "priority, -effort": a minus in front turns a key round. Unknown keys are left out. */
export function readSort(sort: string): SortOrder[] {
  return sort.split(',').flatMap((part) => {
    const word = part.trim();
    const key = SORT_KEYS.find((known) => known === word.replace(/^-/, ''));
    return key === undefined ? [] : [{ key, isDescending: word.startsWith('-') }];
  });
}

/** The rows of `selection`, in the order asked for. */
export function arrange(selection: Selection, request: ArrangeRequest): Arranged {
  const rows = new RowColumns(selection);
  const headings = request.group === null ? null : new RowHeadings(request.lens, request.group, rows);
  const order = request.sort.length === 0 && headings ? byPlace(headings.places) : sorted(rows, request, headings?.places ?? null);
  return { locate: (row) => rows.at(order[row] ?? -1), groups: headings?.groups(selection) ?? [] };
}

/** Rows in the order of their places, those of one place as they stand: there are few places, so rows are counted out. */
function byPlace(places: Int32Array): Int32Array {
  const next = new Int32Array(places.reduce((most, place) => Math.max(most, place), 0) + 2);
  for (const place of places) next[place + 1] = (next[place + 1] ?? 0) + 1;
  for (let place = 1; place < next.length; place++) next[place] = (next[place] ?? 0) + (next[place - 1] ?? 0);
  const order = new Int32Array(places.length);
  places.forEach((place, row) => {
    const at = next[place] ?? 0;
    order[at] = row;
    next[place] = at + 1;
  });
  return order;
}

function sorted(rows: RowColumns, request: ArrangeRequest, places: Int32Array | null): Int32Array {
  const keys = request.sort.map(({ key, isDescending }) => {
    const values = sortValues(rows, key, request);
    return (a: number, b: number): number => (isDescending ? (values[b] ?? 0) - (values[a] ?? 0) : (values[a] ?? 0) - (values[b] ?? 0));
  });
  return Int32Array.from({ length: rows.length }, (_row, at) => at).sort((a, b) => {
    const byGroup = places ? (places[a] ?? 0) - (places[b] ?? 0) : 0;
    if (byGroup !== 0) return byGroup;
    for (const compare of keys) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
}

/** Unknown comes last, whichever way round. */
const LAST = Number.MAX_SAFE_INTEGER;

function sortValues(rows: RowColumns, key: SortKey, request: ArrangeRequest): Float64Array {
  const { lens, context } = request;
  const isDescending = request.sort.some((each) => each.key === key && each.isDescending);
  const unknown = isDescending ? -LAST : LAST;
  if (key === 'status') return rows.numbers((note) => (note.statusRank < 0 ? unknown : note.statusRank));
  if (key === 'severity') return rows.numbers((note, item) => severityRank(note, item, unknown));
  if (key === 'priority') return rows.numbers((note, item) => priorityOf(note, item, request) ?? unknown);
  if (key === 'effort' || key === 'impact' || key === 'score' || key === 'age' || key === 'progress') {
    return rows.numbers((note, item) => numberOf(note, item, { lens, key, context }) ?? unknown);
  }
  const texts = rows.texts((note, item) => {
    const text = (key === 'text' ? textOf(note, item, lens) : textsOf(note, item, { lens, key: key satisfies QueryKey })[0]) ?? '';
    return key === 'date' && parseCalendarDate(text) === null ? '' : text;
  });
  const ranks = new Map([...new Set(texts)].sort(compareTitles).map((text, rank) => [text, rank]));
  return Float64Array.from(texts, (text) => (text === '' ? unknown : (ranks.get(text) ?? 0)));
}

/** Null for a word that is none. */
function priorityOf(note: IndexedNote, item: number, { lens, context }: ArrangeRequest): number | null {
  const rank = numberOf(note, item, { lens, key: 'priority', context });
  return rank === UNKNOWN_RANK ? null : rank;
}

function severityRank({ drift }: IndexedNote, item: number, missing: number): number {
  const severity = drift[item]?.severity;
  return severity === undefined ? missing : SEVERITIES.indexOf(severity);
}

function textOf(note: IndexedNote, item: number, lens: Lens): string {
  return formOf(note, lens) === 'plan' ? note.title : (wordsOf(note, item, lens)[0] ?? '');
}
