/** What the pane remembers across restarts: plain data, read forgivingly. */
import { type Lens, LENSES } from '../../core/indexing/query';
import { type ColumnWidths, readWidths } from './pane-columns';

/** How one lens is shown; '' is the lens's own way. */
export interface LensState {
  readonly query: string;
  readonly group: string;
  readonly sort: string;
}

export interface PaneState {
  readonly lens: Lens;
  readonly lenses: Readonly<Partial<Record<Lens, LensState>>>;
  /** Of the columns in a wide pane; of those left out the width is the column's own. */
  readonly widths: Readonly<Partial<Record<Lens, ColumnWidths>>>;
  /** Whether ticks and edits are off. */
  readonly isLocked: boolean;
  readonly showsExcluded: boolean;
  readonly showsCharts: boolean;
  /** Keys of groups that are folded. */
  readonly collapsed: readonly string[];
}

/** Folded groups that are remembered; more are forgotten, the oldest first. */
const MOST_COLLAPSED = 500;
const NO_STATE: LensState = { query: '', group: '', sort: '' };

/** Whatever was stored becomes a state; never throws. `first` is what holds where nothing is stored. */
export function readPaneState(stored: unknown, first: Pick<PaneState, 'lens' | 'isLocked'>): PaneState {
  const flag = (key: string, missing: boolean): boolean => (typeof valueOf(stored, key) === 'boolean' ? valueOf(stored, key) === true : missing);
  const collapsed = valueOf(stored, 'collapsed');
  const lenses = valueOf(stored, 'lenses');
  const widths = valueOf(stored, 'widths');
  return {
    lens: LENSES.find((lens) => lens === valueOf(stored, 'lens')) ?? first.lens,
    lenses: Object.fromEntries(LENSES.flatMap((lens) => (valueOf(lenses, lens) === undefined ? [] : [[lens, readLensState(valueOf(lenses, lens))]]))),
    widths: Object.fromEntries(LENSES.flatMap((lens) => (valueOf(widths, lens) === undefined ? [] : [[lens, readWidths(lens, valueOf(widths, lens))]]))),
    isLocked: flag('isLocked', first.isLocked),
    showsExcluded: flag('showsExcluded', false),
    showsCharts: flag('showsCharts', false),
    collapsed: Array.isArray(collapsed) ? collapsed.filter((key): key is string => typeof key === 'string').slice(-MOST_COLLAPSED) : [],
  };
}

export function lensState({ lenses }: PaneState, lens: Lens): LensState {
  return lenses[lens] ?? NO_STATE;
}

/** The state with one lens shown in another way. */
export function withLensState(state: PaneState, lens: Lens, change: Partial<LensState>): PaneState {
  return { ...state, lenses: { ...state.lenses, [lens]: { ...lensState(state, lens), ...change } } };
}

function readLensState(stored: unknown): LensState {
  const text = (key: string): string => {
    const value = valueOf(stored, key);
    return typeof value === 'string' ? value : '';
  };
  return { query: text('query'), group: text('group'), sort: text('sort') };
}

function valueOf(stored: unknown, key: string): unknown {
  return typeof stored === 'object' && stored !== null && Object.hasOwn(stored, key) ? (stored as Record<string, unknown>)[key] : undefined;
}
