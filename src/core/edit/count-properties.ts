/** A plan's counts as properties of its note, so that Bases, Dataview and the file list can show them. */
import { type ParseOptions, parsePlan } from '../plan/parse-plan';
import { type EditResult, edited } from '../text/edit-result';
import { setProperties } from './edit-frontmatter';

/** The properties: ticked checks in percent, open checks, and of those the ones to be done by hand. */
export const COUNT_KEYS = ['plan-progress', 'plan-open', 'plan-open-manual'] as const;

export interface PlanCounts {
  readonly progress: number;
  readonly open: number;
  readonly openManual: number;
}

/** The counts as the pane has them: dropped checks count neither way. Null for a note that is no plan, or has no checks. */
export function countChecks(text: string, reading: ParseOptions = {}): PlanCounts | null {
  const { isPlan, tasks } = parsePlan(text, reading);
  const checks = isPlan ? tasks.filter(({ kind, state }) => kind === 'verification' && state !== 'dropped') : [];
  const open = checks.filter(({ state }) => state === 'open');
  if (checks.length === 0) return null;
  return { progress: Math.round(((checks.length - open.length) / checks.length) * 100), open: open.length, openManual: open.filter(({ verification }) => verification === 'manual').length };
}

/** Brings the properties up to date. No changes where they are, and in a note without checks. */
export function keepCounts(text: string, reading: ParseOptions = {}): EditResult {
  const counts = countChecks(text, reading);
  if (!counts) return edited();
  const values = [counts.progress, counts.open, counts.openManual];
  return setProperties(text, COUNT_KEYS.map((key, at) => ({ key, value: String(values[at]) })));
}
