import type { ComponentChild } from 'preact';
import type { Lens, RollupRow } from '../../core/indexing/query';
import type { PaneActions } from './pane-actions';
import { tickable } from './tick-several';
import type { Selection } from './use-selection';

export interface SelectionBarProps {
  readonly selection: Selection;
  readonly lens: Lens;
  readonly actions: PaneActions;
}

export interface GroupAction {
  readonly name: string;
  readonly isOn: boolean;
  readonly run: () => void;
}

/** What can be done with chosen rows of the lens together; null while none is. */
export function actionOn(rows: readonly RollupRow[], lens: Lens, actions: PaneActions): GroupAction | null {
  if (rows.length === 0) return null;
  const amount = (count: number, what: string): string => `${count.toLocaleString()} ${what}${count === 1 ? '' : 's'}…`;
  if (lens === 'plans') return { name: `Move ${amount(rows.length, 'plan')}`, isOn: true, run: () => { actions.moveSeveral(rows); } };
  const open = tickable(rows).length;
  return { name: `Tick ${amount(open, 'item')}`, isOn: open > 0, run: () => { actions.tickSeveral(rows); } };
}

/** What is chosen, and what can be done with it; nothing while no row is. */
export function SelectionBar({ selection, lens, actions }: SelectionBarProps): ComponentChild {
  const { rows, clear } = selection;
  const action = actionOn(rows, lens, actions);
  if (!action) return null;
  return (
    <div class="plan-rollup-selection" role="group" aria-label="Chosen rows">
      <span aria-live="polite">{`${rows.length.toLocaleString()} selected`}</span>
      <button type="button" disabled={!action.isOn} onClick={action.run}>{action.name}</button>
      <button type="button" onClick={clear}>Clear</button>
    </div>
  );
}
