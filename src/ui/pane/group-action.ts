/** What is done with several rows at once. */
import type { Lens, RollupRow } from '../../core/indexing/query';
import { tickable } from './tick-several';

export interface GroupAction {
  readonly name: string;
  readonly isOn: boolean;
  readonly run: () => void;
}

export interface GroupActions {
  moveSeveral(rows: readonly RollupRow[]): void;
  tickSeveral(rows: readonly RollupRow[]): void;
}

/** What can be done with chosen rows of the lens together; null while none is. */
export function actionOn(rows: readonly RollupRow[], lens: Lens, actions: GroupActions): GroupAction | null {
  if (rows.length === 0) return null;
  const amount = (count: number, what: string): string => `${count.toLocaleString()} ${what}${count === 1 ? '' : 's'}…`;
  if (lens === 'plans') return { name: `Move ${amount(rows.length, 'plan')}`, isOn: true, run: () => { actions.moveSeveral(rows); } };
  const open = tickable(rows).length;
  return { name: `Tick ${amount(open, 'item')}`, isOn: open > 0, run: () => { actions.tickSeveral(rows); } };
}
