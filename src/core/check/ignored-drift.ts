import type { PlanReading } from '../plan/parse-plan';
import { type DriftCode, DRIFTS } from './drift-finding';

/** What a plan's property `plan-ignore` says. */
export interface IgnoredDrift {
  readonly isAll: boolean;
  readonly codes: ReadonlySet<DriftCode>;
  /** Words that name no contradiction. */
  readonly unknown: readonly string[];
  /** Where the property's value stands; offset into the text. */
  readonly at: number;
}

/** Contradictions that the plan asks to leave out: `plan-ignore: true`, a code, several with commas, or a list of them. */
export function ignoredDrift({ frontmatter }: PlanReading): IgnoredDrift {
  const property = frontmatter?.properties.get('plan-ignore');
  const value = property?.value ?? [];
  const words = (typeof value === 'string' ? [value] : value).flatMap((word) => word.split(',')).map((word) => word.trim().toLowerCase()).filter((word) => word !== '' && word !== 'false');
  const isAll = words.some((word) => word === 'true' || word === 'all');
  const codes = new Set(DRIFTS.filter((code) => words.includes(code)));
  return { isAll, codes, unknown: isAll ? [] : words.filter((word) => !codes.has(word as DriftCode)), at: property?.from ?? 0 };
}
