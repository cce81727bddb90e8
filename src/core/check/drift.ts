/**
 * Drift: where a plan's status and its content contradict each other, each finding with its evidence. Like the gates
 * it keeps to what is certain: a plan that may be right is right. Nothing is written.
 */
import type { PlanReading } from '../plan/parse-plan';
import { DriftCase, type DriftContext, type DriftFinding, DRIFTS } from './drift-finding';
import { logDiffers, twoStatuses } from './drift-status';
import { brokenProperties, hiddenContent, openQuestions, slotsLeft } from './drift-text';
import { allTicked, openItems, phaseOrder, stale } from './drift-work';
import { type IgnoredDrift, ignoredDrift } from './ignored-drift';

export { type DriftCode, type DriftContext, type DriftFinding, DRIFTS, type Mend } from './drift-finding';

/** In the order of `DRIFTS`. */
const FINDERS: readonly ((drift: DriftCase) => DriftFinding | null)[] = [brokenProperties, hiddenContent, twoStatuses, openItems, logDiffers, allTicked, phaseOrder, openQuestions, slotsLeft, stale];

/** Contradictions of one plan, each kind once; none for a note that is no plan. Time is linear in the note. */
export function findDrift(plan: PlanReading, context: DriftContext): readonly DriftFinding[] {
  if (!plan.isPlan) return [];
  const ignored = ignoredDrift(plan);
  if (ignored.isAll) return [];
  const drift = new DriftCase(plan, context);
  const found = FINDERS.flatMap((find) => find(drift) ?? []);
  // What is hidden may be what is missed.
  const isHidden = found.some(({ code }) => code === 'hidden-content');
  const certain = isHidden ? found.filter(({ code }) => code !== 'all-ticked' && code !== 'log-differs' && code !== 'phase-order') : found;
  return [...certain, ...unknownWords(drift, ignored)].filter(({ code }) => !ignored.codes.has(code));
}

function unknownWords(drift: DriftCase, { unknown, at }: IgnoredDrift): DriftFinding[] {
  if (unknown.length === 0) return [];
  const message = `“plan-ignore” names ${unknown.map((word) => `“${word}”`).join(', ')}, which is no contradiction; it knows ${DRIFTS.join(', ')}`;
  return [{ code: 'unknown-ignore', severity: 'info', message, line: drift.lineAt(at), evidence: unknown.join(', '), mend: null }];
}
