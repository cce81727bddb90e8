/** What the menu of a line offers. */
import type { CellRole } from '../../core/indexing/indexed-note';
import type { Lens, RollupRow } from '../../core/indexing/query';
import { actionOn } from './group-action';
import type { PaneActions } from './pane-actions';
import type { RowOffer } from './row-menu';
import type { RowsModel } from './rows-model';
import { cellsOf } from './use-cells';
import type { Selection } from './use-selection';
import type { Ticks } from './use-ticks';

export interface LineState {
  readonly lens: Lens;
  readonly model: RowsModel;
  readonly at: number;
  readonly actions: PaneActions;
  readonly ticks: Ticks;
  readonly selection: Pick<Selection, 'rows' | 'has'>;
  readonly isLocked: boolean;
  /** Edits a cell of the row that the line of this name shows. */
  readonly edit: (name: string, row: RollupRow, role: CellRole) => void;
}

/** Of a plan's heading, what can be done with the plan; null for a heading over several plans. */
export function offerOf({ lens, model, at, actions, ticks, selection, isLocked, edit }: LineState): RowOffer | null {
  const { result } = model;
  const line = model.line(at);
  if (line.kind === 'group' && (line.group.path === '' || line.group.length === 0)) return null;
  const row = result.row(line.kind === 'item' ? line.row : line.group.from);
  if (line.kind === 'item' && selection.rows.length > 1 && selection.has(row)) return { row, tick: null, edit: null, addRow: null, canMove: false, together: actionOn(selection.rows, lens, actions) };
  const [cell] = isLocked ? [] : cellsOf(row);
  const common = { addRow: cell ? () => void actions.addRow(row) : null, canMove: !isLocked && row.status !== null, together: null };
  if (line.kind === 'group') return { ...common, row: { ...row, line: 0, section: [], text: row.plan }, tick: null, edit: null };
  const tick = ticks.canUndo(row) ? ticks.undo : ticks.tick;
  return { ...common, row, tick: !isLocked && (row.mark ?? '') !== '' ? () => { tick(row); } : null, edit: cell ? () => { edit(model.name(at), row, cell); } : null };
}
