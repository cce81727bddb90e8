/** All contradictions of a folder of notes, each plan's own and those between plans. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DriftFinding, findDrift } from '../../src/core/check/drift';
import { findVaultDrift, identifyPlan, type PlanIdentity } from '../../src/core/check/vault-drift';
import { parseCalendarDate } from '../../src/core/date/calendar-date';
import { readPlan } from '../../src/core/plan/parse-plan';
import { findPlaceholders } from '../../src/core/template/placeholder';

export interface FoundDrift extends DriftFinding {
  readonly path: string;
}

export interface DriftOfVault {
  readonly notes: readonly string[];
  readonly found: readonly FoundDrift[];
}

/** A note counts as touched on the day that its property `updated` names. */
export function driftOfFolder(folder: string, today: string): DriftOfVault {
  const notes = (readdirSync(folder, { recursive: true }) as string[]).filter((path) => path.endsWith('.md')).sort();
  const found: FoundDrift[] = [];
  const plans: PlanIdentity[] = [];
  for (const path of notes) {
    const text = readFileSync(join(folder, path), 'utf8');
    const plan = readPlan(text, { path });
    const updated = plan.frontmatter?.properties.get('updated')?.value;
    const touched = typeof updated === 'string' ? parseCalendarDate(updated) : null;
    found.push(...findDrift(plan, { today, touched, staleDays: 30, slots: findPlaceholders(text) }).map((finding) => ({ ...finding, path })));
    plans.push(...([identifyPlan(path, plan)].filter((identity) => identity !== null)));
  }
  return { notes, found: [...found, ...findVaultDrift(plans)] };
}

/** "Plans/A.md: open-items, stale", sorted. */
export function byNote(found: readonly FoundDrift[]): string[] {
  const codes = new Map<string, string[]>();
  for (const { path, code } of found) codes.set(path, [...(codes.get(path) ?? []), code]);
  return [...codes].map(([path, names]) => `${path}: ${names.join(', ')}`).sort();
}
