/**
 * Headings over rows of several plans: which heading each row has, in which order they stand, and what is counted
 * under each. Items that stand together mostly share their heading, so it is looked up where it changes.
 */
import { DRIFT_NAMES, DRIFTS, SEVERITIES, type Severity } from '../check/drift';
import { rankTitle, UNKNOWN_RANK } from '../plan/priority-rank';
import { VERIFICATION_CLASSES } from '../plan/vocabulary';
import { foldStatus } from '../status/workflow';
import { compareTitles } from '../text/compare-titles';
import type { IndexedNote } from './indexed-note';
import { folderOf, textsOf } from './item-values';
import { itemsOf, type Lens, stateOf, statesOf } from './lens';
import type { RollupGroup } from './rollup-group';
import type { RowColumns } from './row-columns';
import type { Selection } from './selection';

export const GROUP_KEYS = ['plan', 'phase', 'class', 'priority', 'status', 'owner', 'folder', 'severity', 'kind'] as const;
export type GroupKey = (typeof GROUP_KEYS)[number];

/** One heading: what tells it from others, what it says, and what it is put in order by. */
interface Heading {
  readonly key: string;
  readonly title: string;
  readonly rank: number;
}

interface Progress {
  done: number;
  total: number;
}

export class RowHeadings {
  /** Per row the place of its heading. */
  readonly places: Int32Array;
  private readonly headings: Heading[] = [];
  private readonly numbers = new Map<string, number>();
  /** Numbers of the headings of the rows, by place. */
  private readonly inOrder: readonly number[];

  constructor(
    private readonly lens: Lens,
    private readonly group: GroupKey,
    private readonly rows: RowColumns,
  ) {
    const numberOf = this.reader();
    const numbers = rows.numbers(numberOf);
    this.inOrder = this.headings.map((_heading, number) => number).sort((a, b) => this.compare(a, b));
    const places = new Int32Array(this.inOrder.length);
    this.inOrder.forEach((number, place) => { places[number] = place; });
    this.places = Int32Array.from(numbers, (number) => places[number] ?? 0);
  }

  /** A group for each heading; `selection` is what the rows are of. */
  groups(selection: Selection): RollupGroup[] {
    const lengths = new Int32Array(this.inOrder.length);
    for (const place of this.places) lengths[place] = (lengths[place] ?? 0) + 1;
    const hours = this.hours();
    const totals = this.totals(selection);
    let from = 0;
    return this.inOrder.flatMap((number, place) => {
      const heading = this.headings[number];
      const length = lengths[place] ?? 0;
      if (!heading || length === 0) return [];
      const { key, title } = heading;
      const group: RollupGroup = { level: 0, key: `${this.group} ${key}`, title, path: this.group === 'plan' ? key : '', from, length, hours: hours[place] ?? null, done: totals[number]?.done ?? 0, total: totals[number]?.total ?? 0 };
      from += length;
      return [group];
    });
  }

  /** By place, of the rows; nothing where none states any. */
  private hours(): number[] {
    const sums: number[] = [];
    if (this.lens !== 'priorities') return sums;
    this.rows.numbers((note, row) => note.rowHours(row) ?? NaN).forEach((hours, row) => {
      const place = this.places[row] ?? 0;
      if (!Number.isNaN(hours)) sums[place] = (sums[place] ?? 0) + hours;
    });
    return sums;
  }

  /** By number, of all items of the lens: those that the query leaves out too. */
  private totals(selection: Selection): Progress[] {
    const totals: Progress[] = [];
    const add = (number: number, { done, total }: Progress): void => {
      const sum = (totals[number] ??= { done: 0, total: 0 });
      sum.done += done;
      sum.total += total;
    };
    for (const { note, isExcluded, total } of selection.parts) {
      if (isExcluded || total === 0) continue;
      if (isOfNote(this.group)) {
        const { done, open } = statesOf(note, this.lens);
        add(this.numberOf(ofNote(note, this.group)), { done, total: done + open });
      } else for (const [value, progress] of tallyOf(note, this.lens, this.group)) add(this.numberOf(ofValue(value, this.group)), progress);
    }
    return totals;
  }

  private reader(): (note: IndexedNote, item: number) => number {
    const { lens, group } = this;
    let last: IndexedNote | string | number | null = null;
    let number = -1;
    if (isOfNote(group)) {
      return (note) => {
        if (note !== last) number = this.numberOf(ofNote(note, group));
        last = note;
        return number;
      };
    }
    return (note, item) => {
      const value = valueOf(note, item, { lens, group });
      if (value !== last) number = this.numberOf(ofValue(value, group));
      last = value;
      return number;
    };
  }

  private numberOf(heading: Heading): number {
    const known = this.numbers.get(heading.key);
    if (known !== undefined) return known;
    const number = this.headings.push(heading) - 1;
    this.numbers.set(heading.key, number);
    return number;
  }

  private compare(a: number, b: number): number {
    const [one, other] = [this.headings[a], this.headings[b]];
    return one && other ? one.rank - other.rank || compareTitles(one.title, other.title) || (one.key < other.key ? -1 : 1) : 0;
  }
}

const OF_NOTE = ['plan', 'status', 'owner', 'folder'] as const satisfies readonly GroupKey[];
type NoteKey = (typeof OF_NOTE)[number];
type ItemKey = Exclude<GroupKey, NoteKey>;

function isOfNote(group: GroupKey): group is NoteKey {
  return (OF_NOTE as readonly GroupKey[]).includes(group);
}

function named(value: string, missing: string): Heading {
  return { key: value.toLowerCase(), title: value === '' ? missing : value, rank: value === '' ? 1 : 0 };
}

/** The heading that all items of the note have. */
function ofNote(note: IndexedNote, group: NoteKey): Heading {
  switch (group) {
    case 'plan':
      return { key: note.path, title: note.title, rank: 0 };
    case 'status': {
      const { status, statusName, statusText, statusRank } = note;
      return { key: status ?? foldStatus(statusText ?? ''), title: statusName ?? statusText ?? 'No status', rank: statusRank < 0 ? (statusText === null ? 99 : 98) : statusRank };
    }
    case 'owner':
      return named(note.facts?.owner ?? '', 'No owner');
    case 'folder':
      return named(folderOf(note.path), 'Top of the vault');
  }
}

/** What the heading of an item is made of. */
function valueOf(note: IndexedNote, item: number, { lens, group }: { readonly lens: Lens; readonly group: ItemKey }): string | number {
  if (group === 'priority') return lens === 'priorities' ? note.rank(item) : UNKNOWN_RANK;
  if (group === 'severity') return note.drift[item]?.severity ?? '';
  return (group === 'kind' ? note.drift[item]?.code : textsOf(note, item, { lens, key: group })[0]) ?? '';
}

const SEVERITY_TITLES: Readonly<Record<Severity, string>> = { error: 'Errors', warning: 'Warnings', info: 'Worth a look' };

function ofValue(value: string | number, group: ItemKey): Heading {
  if (typeof value === 'number') return { key: String(value), title: rankTitle(value), rank: value };
  switch (group) {
    case 'class':
      return value === '' ? { ...named('', 'No class'), rank: 99 } : { ...named(value, ''), title: value.charAt(0).toUpperCase() + value.slice(1), rank: VERIFICATION_CLASSES.findIndex(([known]) => known === value) };
    case 'severity': {
      const severity = SEVERITIES.find((known) => known === value);
      return severity === undefined ? named('', 'No severity') : { key: severity, title: SEVERITY_TITLES[severity], rank: SEVERITIES.indexOf(severity) };
    }
    case 'kind': {
      const code = DRIFTS.find((known) => known === value);
      return code === undefined ? named('', 'No kind') : { key: code, title: DRIFT_NAMES[code], rank: DRIFTS.indexOf(code) };
    }
    case 'phase':
    case 'priority':
      return named(value, 'No phase');
  }
}

/** An indexed note never changes, so this is counted once, and goes when the note goes. */
const tallies = new WeakMap<IndexedNote, Map<string, ReadonlyMap<string | number, Progress>>>();

function tallyOf(note: IndexedNote, lens: Lens, group: ItemKey): ReadonlyMap<string | number, Progress> {
  let byKey = tallies.get(note);
  if (!byKey) tallies.set(note, (byKey = new Map<string, ReadonlyMap<string | number, Progress>>()));
  const key = `${lens} ${group}`;
  const known = byKey.get(key);
  if (known) return known;
  const tally = new Map<string | number, Progress>();
  for (const item of itemsOf(note, lens)) {
    const state = stateOf(note, item, lens);
    if (state === 'dropped') continue;
    const value = valueOf(note, item, { lens, group });
    const sum = tally.get(value) ?? { done: 0, total: 0 };
    tally.set(value, { done: sum.done + (state === 'done' ? 1 : 0), total: sum.total + 1 });
  }
  byKey.set(key, tally);
  return tally;
}
