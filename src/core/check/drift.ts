/**
 * Drift: where a plan's status and its content contradict each other, each finding with its evidence. Like the gates
 * it keeps to what is certain: a plan that may be right is right. Nothing is written.
 */
import type { PlanReading } from '../plan/parse-plan';
import { DriftCase, type DriftCode, type DriftContext, type DriftDay, type DriftFinding, DRIFTS } from './drift-finding';
import { logDiffers, twoStatuses } from './drift-status';
import { brokenProperties, hiddenContent, openQuestions, slotsLeft } from './drift-text';
import { allTicked, openItems, phaseOrder, staleOn, type WorkInHand, workInHand } from './drift-work';
import { type IgnoredDrift, ignoredDrift } from './ignored-drift';

export { type DriftCode, type DriftContext, type DriftDay, type DriftFinding, DRIFT_NAMES, DRIFTS, type Mend, SEVERITIES, type Severity } from './drift-finding';

/** In the order of `DRIFTS`. */
const FINDERS: readonly ((drift: DriftCase) => DriftFinding | null)[] = [brokenProperties, hiddenContent, twoStatuses, openItems, logDiffers, allTicked, phaseOrder, openQuestions, slotsLeft];

/** Contradictions, each kind once, in the order of `DRIFTS`; and those that the plan asks to leave out. */
export interface Drift {
  readonly told: readonly DriftFinding[];
  readonly ignored: readonly DriftFinding[];
}

/** As much of a plan's drift as is the same on any day. */
export interface LastingDrift extends Drift {
  /** What may be stale. */
  readonly work: (WorkInHand & { readonly isIgnored: boolean }) | null;
}

const NO_DRIFT: LastingDrift = { told: [], ignored: [], work: null };

/** Contradictions of one plan; none for a note that is no plan. Time is linear in the note. */
export function findDrift(plan: PlanReading, context: DriftContext): readonly DriftFinding[] {
  return driftOn(readDrift(plan, context), context).told;
}

/** To be kept, and asked with `driftOn` on any day. */
export function readDrift(plan: PlanReading, context: Pick<DriftContext, 'slots'>): LastingDrift {
  if (!plan.isPlan) return NO_DRIFT;
  const ignored = ignoredDrift(plan);
  const isIgnored = (code: DriftCode): boolean => ignored.isAll || ignored.codes.has(code);
  const drift = new DriftCase(plan, context);
  const found = FINDERS.flatMap((find) => find(drift) ?? []);
  // What is hidden may be what is missed.
  const isHidden = found.some(({ code }) => code === 'hidden-content');
  const certain = isHidden ? found.filter(({ code }) => code !== 'all-ticked' && code !== 'log-differs' && code !== 'phase-order') : found;
  const all = [...certain, ...unknownWords(drift, ignored)];
  const work = workInHand(drift);
  return { told: all.filter(({ code }) => !isIgnored(code)), ignored: all.filter(({ code }) => isIgnored(code)), work: work && { ...work, isIgnored: isIgnored('stale') } };
}

export function driftOn({ told, ignored, work }: LastingDrift, day: DriftDay): Drift {
  const stale = work && staleOn(work, day);
  if (!stale) return { told, ignored };
  const withStale = (found: readonly DriftFinding[]): DriftFinding[] => [...found, stale].sort((a, b) => DRIFTS.indexOf(a.code) - DRIFTS.indexOf(b.code));
  return work.isIgnored ? { told, ignored: withStale(ignored) } : { told: withStale(told), ignored };
}

function unknownWords(drift: DriftCase, { unknown, at }: IgnoredDrift): DriftFinding[] {
  if (unknown.length === 0) return [];
  const message = `“plan-ignore” names ${unknown.map((word) => `“${word}”`).join(', ')}, which is no contradiction; it knows ${DRIFTS.join(', ')}`;
  return [{ code: 'unknown-ignore', severity: 'info', message, line: drift.lineAt(at), evidence: unknown.join(', '), mend: null }];
}
