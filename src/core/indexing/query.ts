/** From the index to rows: which items a lens shows, filtered, sorted, grouped. Row objects are made on demand. */
import { DEFAULT_WORKFLOW } from '../status/workflow';
import type { Diagnostic } from '../text/diagnostic';
import { arrange, readSort, type SortKey } from './arrange';
import { wantedStates } from './filter';
import { groupByPlan } from './groups';
import type { QueryContext } from './item-values';
import { type KeptItem, withKept } from './keep-items';
import { type Lens, statesOf } from './lens';
import { STATES } from './note-record';
import type { PlanIndex } from './plan-index';
import { parseQuery } from './query-language';
import { quoteProblem } from './quote-hint';
import type { RollupGroup } from './rollup-group';
import { type RollupRow, rowOf } from './rollup-row';
import { type Search, selectItems } from './select-items';
import { GROUP_KEYS, type GroupKey } from './row-headings';
import type { Selection } from './selection';

export { readSort, SORT_KEYS, type SortKey, type SortOrder } from './arrange';
export { type KeptItem, lineOfItem } from './keep-items';
export { LENSES, type Lens } from './lens';
export { GROUP_KEYS, type GroupKey } from './row-headings';
export type { RollupGroup } from './rollup-group';
export type { Progress, RollupRow } from './rollup-row';

/** Items of the lens that are not shown, and why: the first reason that holds. */
export interface HiddenItems {
  /** In a folder that is left out. */
  readonly excluded: number;
  readonly open: number;
  readonly done: number;
  readonly dropped: number;
  /** Left out by the rest of the query. */
  readonly filtered: number;
}

export interface QueryResult {
  readonly length: number;
  /** @throws RangeError beyond `length`. */
  row(i: number): RollupRow;
  /** Items of the lens before the filter. */
  readonly total: number;
  readonly groups: readonly RollupGroup[];
  readonly hidden: HiddenItems;
  /** How many rows are there only because they are kept. */
  readonly kept: number;
  readonly problems: readonly Diagnostic[];
}

export interface QueryOptions {
  readonly lens: Lens;
  /** A `GroupKey` or 'none'; tasks and questions are grouped by plan unless told otherwise. */
  readonly group?: string;
  /** `SortKey`s, separated by commas, a minus in front of those that go the other way round; '' for the lens's own. */
  readonly sort?: string;
  /** Folders whose notes are left out. */
  readonly excluded?: readonly string[];
  /** 'YYYY-MM-DD'; without it nothing has an age. */
  readonly today?: string;
  /** Days without a change after which a plan in progress is stale. */
  readonly staleDays?: number;
  /** Items that stay although the query does not ask for them; `hidden` counts them as the query does. */
  readonly kept?: readonly KeptItem[];
}

const STALE_DAYS = 30;
/** How a lens sorts unless told otherwise; '' is the order of the notes. What matters most stands first. */
export const OWN_SORTS: Readonly<Record<Lens, '' | SortKey | `-${SortKey}`>> = { plans: '', priorities: 'priority', verification: '', questions: '', risks: '-score', requirements: '', drift: 'severity', activity: '-date' };

/** Items of `lens` that the query asks for; open ones unless it says otherwise (`is:done`, `is:any`). Plans and log entries are shown in any state. */
export function runQuery(index: PlanIndex, query: string, options: QueryOptions): QueryResult {
  const { lens, excluded = [] } = options;
  const { terms, groups: nested, problems } = parseQuery(query, lens);
  const slip = quoteProblem(query, index.reading.workflows ?? [DEFAULT_WORKFLOW]);
  const group = groupOf(options);
  const asked = readSort(options.sort ?? '');
  const sort = asked.length > 0 ? asked : readSort(OWN_SORTS[lens]);
  const isBy = (key: SortKey): boolean => sort.length === 1 && sort[0]?.key === key && !sort[0].isDescending;
  const isRanked = lens === 'priorities' && isBy('priority');
  const isPlain = sort.length === 0 || isRanked || isBy('path');
  const context: QueryContext = { today: options.today ?? null, staleDays: options.staleDays ?? STALE_DAYS, mtimeOf: (path) => index.mtimeOf(path) };
  const search: Search = { lens, terms, groups: nested, excluded, order: isRanked ? (group === 'plan' ? 'rank in note' : 'rank') : 'text' };
  const wanted = selectItems(index, search, context);
  const selection = withKept(wanted, options.kept ?? [], lens);
  const isArranged = (group !== null && group !== 'plan') || !isPlain;
  const arranged = isArranged ? arrange(selection, { lens, group, sort, context }) : null;
  let groups: readonly RollupGroup[] | null = arranged?.groups ?? null;
  return {
    length: selection.length,
    row: (at) => {
      const found = at >= 0 ? (arranged ?? selection).locate(at) : null;
      if (!found) throw new RangeError(`No row ${at} among ${selection.length}.`);
      return rowOf(found, lens, context);
    },
    total: selection.total,
    get groups() {
      return (groups ??= group === 'plan' ? groupByPlan(selection, lens) : []);
    },
    get hidden() {
      return hiddenOf(wanted, search);
    },
    kept: selection.length - wanted.length,
    problems: slip ? [...problems, slip] : problems,
  };
}

function groupOf({ lens, group }: QueryOptions): GroupKey | null {
  if (lens === 'plans' && group === 'plan') return null;
  const wanted = group ?? (lens === 'verification' || lens === 'questions' ? 'plan' : 'none');
  return GROUP_KEYS.find((key) => key === wanted) ?? null;
}

function hiddenOf({ parts, total, length }: Selection, search: Search): HiddenItems {
  const hidden = { excluded: 0, open: 0, done: 0, dropped: 0 };
  const wanted = wantedStates(search, search.lens);
  const unwanted = STATES.filter((state) => !wanted.includes(state));
  for (const part of parts) {
    if (part.isExcluded) hidden.excluded += part.total;
    else if (part.total > 0 && unwanted.length > 0) {
      const states = statesOf(part.note, search.lens);
      for (const state of unwanted) hidden[state] += states[state];
    }
  }
  return { ...hidden, filtered: total - length - hidden.excluded - hidden.open - hidden.done - hidden.dropped };
}
