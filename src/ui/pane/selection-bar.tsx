import type { ComponentChild } from 'preact';
import type { Lens } from '../../core/indexing/query';
import { actionOn } from './group-action';
import type { PaneActions } from './pane-actions';
import type { Selection } from './use-selection';

export interface SelectionBarProps {
  readonly selection: Selection;
  readonly lens: Lens;
  readonly actions: PaneActions;
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
