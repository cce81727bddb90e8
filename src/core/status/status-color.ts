import type { StatusColor, Workflow } from './workflow';

/** The color of a status wherever it is shown: as the first workflow that has it says; gray where that says none, and for a word that none knows. */
export function statusColor(workflows: readonly Workflow[], id: string | null): StatusColor {
  for (const { statuses } of workflows) {
    const status = statuses.find((each) => each.id === id);
    if (status) return status.color ?? 'gray';
  }
  return 'gray';
}
