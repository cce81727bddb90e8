/**
 * Rows in another order than that of the notes: sorted by several keys, and put under headings by any of them. Takes
 * time in proportion to n log n of the rows found; the usual order of a lens does not need it.
 */
import { DRIFT_NAMES, DRIFTS, SEVERITIES, type Severity } from '../check/drift';
import { parseCalendarDate } from '../date/calendar-date';
import { VERIFICATION_CLASSES } from '../plan/vocabulary';
import { rankTitle, UNKNOWN_RANK } from '../plan/priority-rank';
import { foldStatus } from '../status/workflow';
import type { IndexedNote } from './indexed-note';
import { folderOf, numberOf, type QueryContext, textsOf, wordsOf } from './item-values';
import { formOf, itemsOf, type Lens, stateOf } from './lens';
import type { QueryKey } from './query-language';
import type { RollupGroup } from './rollup-group';
import type { Selection } from './selection';

export const GROUP_KEYS = ['plan', 'phase', 'class', 'priority', 'status', 'owner', 'folder', 'severity', 'kind'] as const;
export type GroupKey = (typeof GROUP_KEYS)[number];

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
  locate(row: number): { readonly note: IndexedNote; readonly item: number } | null;
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
  const rows = selection.parts.flatMap(({ note, items }) => items.map((item) => ({ note, item })));
  const keys = request.sort.map(({ key, isDescending }) => {
    const values = sortValues(rows, key, request);
    return (a: number, b: number): number => (isDescending ? (values[b] ?? 0) - (values[a] ?? 0) : (values[a] ?? 0) - (values[b] ?? 0));
  });
  const headings = request.group === null ? null : new Headings(request, request.group);
  const places = headings ? headings.placesOf(rows) : null;
  const order = Int32Array.from(rows, (_row, at) => at).sort((a, b) => {
    const byGroup = places ? (places[a] ?? 0) - (places[b] ?? 0) : 0;
    if (byGroup !== 0) return byGroup;
    for (const compare of keys) {
      const difference = compare(a, b);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  const ordered = (row: number): Row | null => rows[order[row] ?? -1] ?? null;
  return { locate: ordered, groups: headings && places ? headings.groups(selection, Array.from(order, (at) => places[at] ?? 0), ordered) : [] };
}

interface Row {
  readonly note: IndexedNote;
  readonly item: number;
}

/** Unknown comes last, whichever way round. */
const LAST = Number.MAX_SAFE_INTEGER;

function sortValues(rows: readonly Row[], key: SortKey, request: ArrangeRequest): Float64Array {
  const { lens, context } = request;
  const isDescending = request.sort.some((each) => each.key === key && each.isDescending);
  const unknown = isDescending ? -LAST : LAST;
  if (key === 'status') return Float64Array.from(rows, ({ note }) => (note.statusRank < 0 ? unknown : note.statusRank));
  if (key === 'severity') return Float64Array.from(rows, ({ note, item }) => severityRank(note, item, unknown));
  if (key === 'priority') return Float64Array.from(rows, ({ note, item }) => priorityOf(note, item, request) ?? unknown);
  if (key === 'effort' || key === 'score' || key === 'age' || key === 'progress') {
    return Float64Array.from(rows, ({ note, item }) => numberOf(note, item, { lens, key, context }) ?? unknown);
  }
  const texts = rows.map(({ note, item }) => (key === 'text' ? textOf(note, item, lens) : textsOf(note, item, { lens, key: key satisfies QueryKey })[0]) ?? '').map((text) => (key === 'date' && parseCalendarDate(text) === null ? '' : text));
  const ranks = new Map([...new Set(texts)].sort(collator.compare).map((text, rank) => [text, rank]));
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

const SEVERITY_TITLES: Readonly<Record<Severity, string>> = { error: 'Errors', warning: 'Warnings', info: 'Worth a look' };

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

function textOf(note: IndexedNote, item: number, lens: Lens): string {
  return formOf(note, lens) === 'plan' ? note.title : (wordsOf(note, item, lens)[0] ?? '');
}

/** One heading: what tells it from others, what it says, and what it is put in order by. */
interface Heading {
  readonly key: string;
  readonly title: string;
  readonly rank: number;
}

class Headings {
  private readonly known = new Map<string, Heading>();

  constructor(
    private readonly request: ArrangeRequest,
    private readonly group: GroupKey,
  ) {}

  /** Place of each row's heading among all. */
  placesOf(rows: readonly Row[]): Int32Array {
    const of = rows.map(({ note, item }) => this.headingOf(note, item).key);
    const places = new Map([...this.known.values()].sort((a, b) => a.rank - b.rank || collator.compare(a.title, b.title) || (a.key < b.key ? -1 : 1)).map(({ key }, at) => [key, at]));
    return Int32Array.from(of, (key) => places.get(key) ?? 0);
  }

  /** A group for each run of rows with one place. */
  groups(selection: Selection, places: readonly number[], row: (at: number) => Row | null): RollupGroup[] {
    const totals = this.totals(selection);
    const groups: RollupGroup[] = [];
    for (let from = 0; from < places.length; ) {
      let to = from + 1;
      while (to < places.length && places[to] === places[from]) to++;
      const first = row(from);
      if (first) {
        const { key, title } = this.headingOf(first.note, first.item);
        groups.push({ level: 0, key: `${this.group} ${key}`, title, path: this.group === 'plan' ? first.note.path : '', from, length: to - from, hours: this.hours(from, to, row), ...(totals.get(key) ?? { done: 0, total: 0 }) });
      }
      from = to;
    }
    return groups;
  }

  /** Of all items of the lens, those that the query leaves out too. */
  private totals(selection: Selection): Map<string, { done: number; total: number }> {
    const totals = new Map<string, { done: number; total: number }>();
    for (const { note, isExcluded } of selection.parts) {
      if (isExcluded) continue;
      for (const item of itemsOf(note, this.request.lens)) {
        const state = stateOf(note, item, this.request.lens);
        if (state === 'dropped') continue;
        const { key } = this.headingOf(note, item);
        const sum = totals.get(key) ?? { done: 0, total: 0 };
        totals.set(key, { done: sum.done + (state === 'done' ? 1 : 0), total: sum.total + 1 });
      }
    }
    return totals;
  }

  private hours(from: number, to: number, row: (at: number) => Row | null): number | null {
    if (this.request.lens !== 'priorities') return null;
    let sum: number | null = null;
    for (let at = from; at < to; at++) {
      const found = row(at);
      const hours = found ? found.note.rowHours(found.item) : null;
      if (hours !== null) sum = (sum ?? 0) + hours;
    }
    return sum;
  }

  private headingOf(note: IndexedNote, item: number): Heading {
    const heading = this.look(note, item);
    const known = this.known.get(heading.key);
    if (!known) this.known.set(heading.key, heading);
    return known ?? heading;
  }

  private look(note: IndexedNote, item: number): Heading {
    const { lens } = this.request;
    const text = (key: QueryKey): string => textsOf(note, item, { lens, key })[0] ?? '';
    const named = (value: string, missing: string): Heading => ({ key: value.toLowerCase(), title: value === '' ? missing : value, rank: value === '' ? 1 : 0 });
    switch (this.group) {
      case 'plan':
        return { key: note.path, title: note.title, rank: 0 };
      case 'phase':
        return named(text('phase'), 'No phase');
      case 'class': {
        const name = text('class');
        return { ...named(name, 'No class'), title: name === '' ? 'No class' : name.charAt(0).toUpperCase() + name.slice(1), rank: name === '' ? 99 : VERIFICATION_CLASSES.findIndex(([known]) => known === name) };
      }
      case 'priority': {
        const rank = lens === 'priorities' ? note.rank(item) : UNKNOWN_RANK;
        return { key: String(rank), title: rankTitle(rank), rank };
      }
      case 'status': {
        const { status, statusName, statusText, statusRank } = note;
        return { key: status ?? foldStatus(statusText ?? ''), title: statusName ?? statusText ?? 'No status', rank: statusRank < 0 ? (statusText === null ? 99 : 98) : statusRank };
      }
      case 'owner':
        return named(text('owner'), 'No owner');
      case 'severity': {
        const severity = note.drift[item]?.severity;
        return severity === undefined ? named('', 'No severity') : { key: severity, title: SEVERITY_TITLES[severity], rank: SEVERITIES.indexOf(severity) };
      }
      case 'kind': {
        const code = note.drift[item]?.code;
        return code === undefined ? named('', 'No kind') : { key: code, title: DRIFT_NAMES[code], rank: DRIFTS.indexOf(code) };
      }
      case 'folder':
        return named(folderOf(note.path), 'Top of the vault');
    }
  }
}
