/** What the checks of gates are given, and what they answer. */
import type { PlanReading } from '../plan/parse-plan';
import type { PlanDetails } from '../plan/read-details';
import type { StatusDefinition } from '../status/workflow';

/** A place that stands in the way. */
export interface Culprit {
  /** From 0. */
  readonly line: number;
  /** What stands there, without Markdown marks. */
  readonly text: string;
}

/** A placeholder that is left; offsets into the plan's text. */
export interface LeftSlot {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

export interface GateContext {
  readonly plan: PlanReading;
  /** Where the plan is to move; null for an id that its workflow has not. */
  readonly to: StatusDefinition | null;
  readonly details: PlanDetails;
  readonly slots: readonly LeftSlot[];
}

export interface GateFinding {
  /** One sentence for people: "2 verification items are not ticked". */
  readonly message: string;
  /** In the order in which they are best looked at. */
  readonly culprits: readonly Culprit[];
}

/** "1 box is", "3 boxes are". */
export function amount(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
