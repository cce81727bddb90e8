/** The table of a wide pane: the columns of the lens that is shown, and what changes them. */
import { type ColumnWidths, type PaneColumn, paneColumns } from './pane-columns';
import { lensOf, type PaneLens } from './pane-lenses';
import { lensState, type PaneState, withLensState } from './pane-state';

export interface PaneTable {
  readonly lens: PaneLens;
  readonly columns: readonly PaneColumn[];
  readonly widths: ColumnWidths;
  /** '' for the lens's own. */
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly onWidths: (widths: ColumnWidths) => void;
}

/** As the state has it. */
export function tableOf(state: PaneState, onState: (state: PaneState) => void): PaneTable {
  const lens = lensOf(state);
  const { sort, group } = lensState(state, lens.id);
  return {
    lens,
    columns: paneColumns(lens.id, group || (lens.groups[0] ?? 'none')),
    widths: state.widths[lens.id] ?? {},
    sort,
    onSort: (chosen) => { onState(withLensState(state, lens.id, { sort: chosen })); },
    onWidths: (widths) => { onState({ ...state, widths: { ...state.widths, [lens.id]: widths } }); },
  };
}
