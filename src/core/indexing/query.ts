/** From the index to rows: which items a lens shows, filtered, sorted, grouped. Row objects are made on demand. */
import type { VerificationClass } from '../plan/plan';
import type { Diagnostic } from '../text/diagnostic';
import type { LineTarget } from '../text/line-target';
import { groupByPlan } from './groups';
import type { ItemState } from './indexed-note';
import type { Lens } from './lens';
import type { PlanIndex } from './plan-index';
import { parseQuery } from './query-language';
import type { RollupGroup } from './rollup-group';
import { selectItems } from './select-items';
import type { Selection } from './selection';

export { LENSES, type Lens } from './lens';
export type { RollupGroup } from './rollup-group';

export interface RollupRow {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly state: ItemState;
  /** Title of the plan the row belongs to, and its status as written. */
  readonly plan: string;
  readonly status: string | null;
  /** Headings above it, from the top. */
  readonly section: readonly string[];
  /** How the line is found again for an edit; null for a whole plan. */
  readonly target: LineTarget | null;
  readonly label?: string | null;
  readonly phase?: string | null;
  readonly verification?: VerificationClass | null;
  /** The character between the brackets; '' for an item without a box. */
  readonly mark?: string;
  /** What the text alone does not say; see `PriorityRow`. */
  readonly detail?: string | null;
  readonly priority?: string | null;
  /** Column of the priority cell, −1 for none. */
  readonly priorityColumn?: number;
  readonly rank?: number;
  readonly effort?: string | null;
  readonly hours?: number | null;
  readonly impact?: string | null;
  readonly when?: string | null;
}

export interface QueryResult {
  readonly length: number;
  /** @throws RangeError beyond `length`. */
  row(i: number): RollupRow;
  /** Items of the lens before the filter. */
  readonly total: number;
  readonly groups: readonly RollupGroup[];
  readonly problems: readonly Diagnostic[];
}

export interface QueryOptions {
  readonly lens: Lens;
  /** 'plan' or 'none'; tasks are grouped by plan unless told otherwise. */
  readonly group?: string;
  /** 'priority' or 'path'. */
  readonly sort?: string;
}

/** Items of `lens` that the query asks for; open ones unless it says otherwise (`is:done`, `is:any`). */
export function runQuery(index: PlanIndex, query: string, options: QueryOptions): QueryResult {
  const { lens } = options;
  const { terms, problems } = parseQuery(query);
  const isGrouped = (options.group ?? (lens === 'verification' || lens === 'questions' ? 'plan' : 'none')) === 'plan' && lens !== 'plans';
  const isRanked = lens === 'priorities' && (options.sort ?? 'priority') === 'priority';
  const selection = selectItems(index, { lens, terms, order: isRanked ? (isGrouped ? 'rank in note' : 'rank') : 'text' });
  let groups: readonly RollupGroup[] | null = null;
  return {
    length: selection.length,
    row: (at) => rowOf(selection, at, lens),
    total: selection.total,
    get groups() {
      return (groups ??= isGrouped ? groupByPlan(selection, lens) : []);
    },
    problems,
  };
}

function rowOf(selection: Selection, at: number, lens: Lens): RollupRow {
  const found = selection.locate(at);
  if (!found) throw new RangeError(`No row ${at} among ${selection.length}.`);
  const { note, item } = found;
  const common = { path: note.path, plan: note.title, status: note.statusText };
  switch (lens) {
    case 'plans':
      return { ...common, line: 0, text: note.title, state: 'open', section: [], target: null };
    case 'priorities': {
      const { title, ...row } = note.row(item);
      return { ...common, ...row, text: title, target: note.rowTarget(item) };
    }
    case 'verification':
    case 'questions':
      return { ...common, ...note.task(item), target: note.taskTarget(item) };
  }
}
