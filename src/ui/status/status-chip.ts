import type { StatusColor } from '../../core/status/workflow';

/** A status as it is shown everywhere: a dot in its colour, and its name in the colour of text. */
export interface ShownStatus {
  readonly name: string;
  readonly color?: StatusColor;
}

/** Of a plan without a status. */
export const NO_STATUS = 'No status';

export function chipClass({ color = 'gray' }: ShownStatus): string {
  return `plan-rollup-status plan-rollup-color-${color}`;
}

export function addStatusChip(parent: HTMLElement, status: ShownStatus): HTMLElement {
  return parent.createSpan({ cls: chipClass(status), text: status.name });
}

/** "Draft → Completed" with the dots of both. */
export function addMove(parent: HTMLElement, from: ShownStatus, to: ShownStatus): void {
  addStatusChip(parent, from);
  parent.createSpan({ cls: 'plan-rollup-status-arrow', text: ' → ' });
  addStatusChip(parent, to);
}
