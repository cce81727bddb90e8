import type { ComponentChild } from 'preact';
import type { Lens } from '../../core/indexing/query';
import type { PaneActions } from './pane-actions';
import { tickable } from './tick-several';
import type { Selection } from './use-selection';

export interface SelectionBarProps {
  readonly selection: Selection;
  readonly lens: Lens;
  readonly actions: PaneActions;
}

/** What can be done with the chosen rows together; nothing while none is. */
export function SelectionBar({ selection, lens, actions }: SelectionBarProps): ComponentChild {
  const { rows, clear } = selection;
  if (rows.length === 0) return null;
  const open = tickable(rows).length;
  const amount = (count: number, what: string): string => `${count.toLocaleString()} ${what}${count === 1 ? '' : 's'}…`;
  return (
    <div class="plan-rollup-selection" role="group" aria-label="Chosen rows">
      <span aria-live="polite">{`${rows.length.toLocaleString()} selected`}</span>
      {lens === 'plans' ? (
        <button type="button" onClick={() => { actions.moveSeveral(rows); }}>{`Move ${amount(rows.length, 'plan')}`}</button>
      ) : (
        <button type="button" disabled={open === 0} onClick={() => { actions.tickSeveral(rows); }}>{`Tick ${amount(open, 'item')}`}</button>
      )}
      <button type="button" onClick={clear}>Clear</button>
    </div>
  );
}
