/** A plan's counts as properties of its note, so that Bases, Dataview and the file list can show them. */
import { type ParseOptions, type PlanReading, readPlan } from '../plan/parse-plan';
import { percentDone } from '../plan/percent-done';
import { type EditResult, edited, refused } from '../text/edit-result';
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
  return countsOf(readPlan(text, reading));
}

function countsOf({ isPlan, tasks }: PlanReading): PlanCounts | null {
  const checks = isPlan ? tasks.filter(({ kind, state }) => kind === 'verification' && state !== 'dropped') : [];
  const open = checks.filter(({ state }) => state === 'open');
  if (checks.length === 0) return null;
  return { progress: percentDone(checks.length - open.length, checks.length), open: open.length, openManual: open.filter(({ verification }) => verification === 'manual').length };
}

/** Brings the properties up to date. No changes where they are, and in a note without checks; refused where one of them says what is no number. */
export function keepCounts(text: string, reading: ParseOptions = {}): EditResult {
  const plan = readPlan(text, reading);
  const counts = countsOf(plan);
  if (!counts) return edited();
  const own = COUNT_KEYS.flatMap((key) => plan.frontmatter?.properties.get(key) ?? []).find(({ value }) => !/^(?:-?\d+(?:\.\d+)?)?$/.test([value].flat().join()));
  if (own) return refused('property-not-plain', `The property “${own.key}” says “${[own.value].flat().join(', ')}”, which is no number. Give it another name, or remove it, so that the count can stand there.`);
  const values = [counts.progress, counts.open, counts.openManual];
  return setProperties(text, COUNT_KEYS.map((key, at) => ({ key, value: String(values[at]) })));
}
