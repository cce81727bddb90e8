/** What the header of a plan says: its status, the next step, how far its checks are, and what is left. Lines count from 0. */
import { checkGates, type GateResult, type LeftSlot } from '../../core/check/check-gates';
import { type ParseOptions, type PlanReading, readPlan } from '../../core/plan/parse-plan';
import type { VerificationClass } from '../../core/plan/plan';
import { readQuestions } from '../../core/plan/read-questions';
import { isDisowned } from '../../core/plan/recognise';
import { findStatus, nextStatus, type StatusDefinition, type Workflow } from '../../core/status/workflow';
import { findPlaceholders } from '../../core/template/placeholder';
import type { ShownStatus } from '../status/status-chip';

export interface Progress {
  readonly name: string;
  readonly done: number;
  readonly total: number;
}

export interface HeaderToggle {
  readonly property: string;
  readonly name: string;
  readonly isOn: boolean;
}

/** A status that the plan had, or has. */
export interface StatusSpan {
  /** Id in the workflow; null for a word that it does not know. */
  readonly status: string | null;
  /** As the log writes it. */
  readonly raw: string;
  /** 'YYYY-MM-DD' of the first day. */
  readonly from: string;
  /** Until today while it lasts. */
  readonly days: number;
}

export interface HeaderHistory {
  /** In the order of time. */
  readonly steps: readonly StatusSpan[];
  /** Days from the first status in which work is done to the one that says it is over; null while there are not both. */
  readonly cycleDays: number | null;
  /** Whether a row is missing in between. */
  readonly hasGaps: boolean;
}

/** Something in the plan that contradicts its status. */
export interface HeaderDrift {
  readonly message: string;
  readonly line: number | null;
}

export interface HeaderFacts {
  readonly workflow: Workflow;
  /** Null for a plan that states none. */
  readonly status: ShownStatus | null;
  /** Whether the workflow knows the status. */
  readonly isKnown: boolean;
  readonly next: StatusDefinition | null;
  /** Gates of the next step. */
  readonly gates: readonly GateResult[];
  readonly progress: readonly Progress[];
  readonly placeholders: number;
  readonly questions: { readonly count: number; readonly line: number };
  readonly toggles: readonly HeaderToggle[];
  readonly history: HeaderHistory;
  readonly drift: readonly HeaderDrift[];
}

/** What other rooms tell of a plan. */
export interface PlanKnowledge {
  readonly history: (plan: PlanReading) => HeaderHistory;
  readonly drift: (plan: PlanReading, slots: readonly LeftSlot[]) => readonly HeaderDrift[];
}

/** Characters from which on a note has no header: reading it would be felt. */
const TOO_LARGE = 2_000_000;

const CLASSES: Readonly<Record<VerificationClass, string>> = { automated: 'Automated', manual: 'Manual', invariant: 'Invariants', functional: 'Functional', defaults: 'Defaults', compatibility: 'Compatibility', ops: 'Operations', other: 'Checks' };

/** Null for a note that is no plan. */
export function headerFacts(text: string, reading: ParseOptions, { history, drift }: PlanKnowledge): HeaderFacts | null {
  if (text.length > TOO_LARGE) return null;
  const plan = readPlan(text, reading);
  // A note from a template is a plan while it has little content of its own.
  const { workflow, status, frontmatter } = plan;
  if (!plan.isPlan && (frontmatter?.properties.has('plan-template') !== true || isDisowned(frontmatter))) return null;
  const from = status === null ? null : (status.status ?? status.raw);
  const known = from === null ? null : findStatus(workflow, from);
  const next = nextStatus(workflow, from);
  const slots = findPlaceholders(text);
  const questions = readQuestions(plan).filter(({ isResolved }) => !isResolved);
  return {
    workflow,
    status: status && { name: status.raw, ...(known?.color && { color: known.color }) },
    isKnown: status === null || known !== null,
    next,
    gates: next ? checkGates(plan, { from: status?.status ?? null, to: next.id, slots }) : [],
    progress: progressOf(plan),
    placeholders: slots.length,
    questions: { count: questions.length, line: questions[0]?.line ?? 0 },
    toggles: (workflow.toggles ?? []).map(({ property, name }) => ({ property, name, isOn: frontmatter?.properties.get(property.toLowerCase())?.value === 'true' })),
    history: history(plan),
    drift: drift(plan, slots),
  };
}

/** Verification items by class, in the order of the classes; dropped ones count neither way. */
function progressOf({ tasks }: PlanReading): Progress[] {
  const counts = new Map<VerificationClass, { done: number; total: number }>();
  for (const { kind, state, verification } of tasks) {
    if (kind !== 'verification' || state === 'dropped') continue;
    const found = counts.get(verification ?? 'other') ?? { done: 0, total: 0 };
    counts.set(verification ?? 'other', { done: found.done + (state === 'done' ? 1 : 0), total: found.total + 1 });
  }
  return (Object.keys(CLASSES) as VerificationClass[]).flatMap((each) => {
    const count = counts.get(each);
    return count ? [{ name: CLASSES[each], ...count }] : [];
  });
}
