/**
 * The gates of a move, checked against what the plan itself says. Nothing is written here: a gate that is not held
 * names the lines that stand in its way. What can be read in more than one way stands in nobody's: a gate that stops
 * people for nothing is turned off. Lines count from 0.
 */
import type { PlanReading } from '../plan/parse-plan';
import { type PlanDetails, readDetails } from '../plan/read-details';
import { type GateId, GATES, gatesOf } from '../status/gate';
import { openGates } from './gate-confirmation';
import { brokenFrontmatter } from './gate-frontmatter';
import { skippedPhases } from './gate-phase-order';
import { slotsLeft } from './gate-placeholders';
import { openQuestions } from './gate-questions';
import { unverified } from './gate-requirements';
import { openChecks } from './gate-verification';
import { unjustified } from './gate-violations';
import { openWork } from './gate-work';
import type { Culprit, GateContext, GateFinding, LeftSlot } from './gate-finding';

export type { Culprit, LeftSlot } from './gate-finding';

export interface GateResult extends GateFinding {
  readonly gate: GateId;
  readonly level: 'warn' | 'block';
  readonly isHeld: boolean;
}

/** The move that is looked at: ids of statuses, null for a plan that states none the workflow knows. */
export interface CheckedMove {
  readonly from: string | null;
  readonly to: string;
  /** Placeholders that are left in the plan's text. */
  readonly slots: readonly LeftSlot[];
}

/** What each gate finds: its message and culprits; null when it is held. */
const CHECKS: Readonly<Record<GateId, (context: GateContext) => GateFinding | null>> = {
  frontmatter: brokenFrontmatter,
  verification: openChecks,
  confirmation: openGates,
  work: openWork,
  'phase-order': skippedPhases,
  questions: openQuestions,
  requirements: unverified,
  violations: unjustified,
  placeholders: slotsLeft,
};

/** Every gate of the move that is not off, in the order of `GATES`. */
export function checkGates(plan: PlanReading, { from, to, slots }: CheckedMove): readonly GateResult[] {
  const levels = gatesOf(plan.workflow.gates ?? [], from, to);
  let details: PlanDetails | null = null;
  const context: GateContext = {
    plan,
    to: plan.workflow.statuses.find(({ id }) => id === to) ?? null,
    // Half of all moves ask for nothing that is in them.
    get details() {
      return (details ??= readDetails(plan));
    },
    slots,
  };
  return GATES.flatMap((gate) => {
    const level = levels[gate] ?? 'off';
    if (level === 'off') return [];
    const finding = CHECKS[gate](context);
    return [{ gate, level, isHeld: finding === null, message: finding?.message ?? '', culprits: finding?.culprits ?? ([] as readonly Culprit[]) }];
  });
}
