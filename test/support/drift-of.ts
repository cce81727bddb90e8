/** The contradictions of one plan, as a person is told of them: "open-items 9: message | evidence | mend", lines from 1. */
import { type DriftContext, findDrift, type Mend } from '../../src/core/check/drift';
import { readPlan } from '../../src/core/plan/parse-plan';
import { findPlaceholders } from '../../src/core/template/placeholder';

export function driftOf(text: string, context: Partial<DriftContext> = {}): string[] {
  const plan = readPlan(text, { path: 'Plans/note.md' });
  const found = findDrift(plan, { today: '2026-12-01', touched: null, staleDays: 30, slots: findPlaceholders(text), ...context });
  return found.map(({ code, line, message, evidence, mend }) => [`${code} ${line + 1}: ${message}`, evidence, ...(mend ? [mended(mend)] : [])].join(' | '));
}

/** The kinds of contradiction alone. */
export function codesOf(text: string, context: Partial<DriftContext> = {}): string[] {
  return driftOf(text, context).map((line) => line.split(' ', 1)[0] ?? '');
}

function mended(mend: Mend): string {
  return mend.kind === 'log' ? `log ${mend.from} → ${mend.to}` : `${mend.kind} ${mend.to}`;
}
