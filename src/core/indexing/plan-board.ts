/** Plans as columns of a board: one for each status in the order of the workflow, then those that are off the path, then words it does not know. */
import { statusColor } from '../status/status-color';
import { foldStatus, type StatusColor, type StatusDefinition, type Workflow } from '../status/workflow';
import type { RollupRow } from './rollup-row';

export interface BoardColumn {
  /** Id of the status; null for what plans can't be moved to: a word that no workflow knows, or none. */
  readonly id: string | null;
  readonly key: string;
  readonly name: string;
  readonly color: StatusColor;
  readonly plans: readonly RollupRow[];
}

/** The columns of all `workflows`, each status once. Those off the path, and unknown ones, are there only with a plan in them. */
export function boardOf(plans: readonly RollupRow[], workflows: readonly Workflow[]): BoardColumn[] {
  const statuses = new Map<string, StatusDefinition>();
  for (const { statuses: own } of workflows) for (const status of own) if (!statuses.has(status.id)) statuses.set(status.id, status);
  const held = new Map<string, RollupRow[]>();
  const keyOf = ({ statusId, status }: RollupRow): string => statusId ?? `word ${foldStatus(status ?? '')}`;
  for (const plan of plans) {
    const known = held.get(keyOf(plan));
    if (known) known.push(plan);
    else held.set(keyOf(plan), [plan]);
  }
  const columnOf = ({ id, name }: StatusDefinition): BoardColumn => ({ id, key: id, name, color: statusColor(workflows, id), plans: held.get(id) ?? [] });
  const all = [...statuses.values()];
  const onPath = all.filter(({ group }) => group !== 'dropped').map(columnOf);
  const offPath = all.filter(({ group }) => group === 'dropped').map(columnOf).filter(({ plans: own }) => own.length > 0);
  const unknown = [...held].filter(([key]) => !statuses.has(key)).map(([key, own]) => ({ id: null, key, name: own[0]?.status ?? 'No status', color: statusColor(workflows, null), plans: own }));
  return [...onPath, ...offPath, ...unknown];
}
