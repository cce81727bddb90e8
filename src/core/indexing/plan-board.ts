/** Plans as columns of a board: one for each status in the order of the workflow, then those that are off the path, then words it does not know. */
import { foldStatus, type StatusDefinition, type StatusGroup, type Workflow } from '../status/workflow';
import type { RollupRow } from './rollup-row';

export interface BoardColumn {
  /** Id of the status; null for what plans can't be moved to: a word that no workflow knows, or none. */
  readonly id: string | null;
  readonly key: string;
  readonly name: string;
  readonly group: StatusGroup | null;
  readonly plans: readonly RollupRow[];
}

/** The columns of all `workflows`, each status once. Those off the path, and unknown ones, are there only with a plan in them. */
export function boardOf(plans: readonly RollupRow[], workflows: readonly Workflow[]): BoardColumn[] {
  const statuses = new Map<string, StatusDefinition>();
  for (const { statuses: own } of workflows) for (const status of own) if (!statuses.has(status.id)) statuses.set(status.id, status);
  const held = new Map<string, RollupRow[]>();
  const keyOf = ({ statusId, status }: RollupRow): string => statusId ?? `word ${foldStatus(status ?? '')}`;
  for (const plan of plans) held.set(keyOf(plan), [...(held.get(keyOf(plan)) ?? []), plan]);
  const known = [...statuses.values()].map(({ id, name, group }) => ({ id, key: id, name, group, plans: held.get(id) ?? [] }));
  const unknown = [...held].filter(([key]) => !statuses.has(key)).map(([key, own]) => ({ id: null, key, name: own[0]?.status ?? 'No status', group: null, plans: own }));
  return [...known.filter(({ group }) => group !== 'dropped'), ...known.filter((column) => column.group === 'dropped' && column.plans.length > 0), ...unknown];
}
