/** What a row says of itself, in a line of the sidebar as in a row of the table. */
import type { Severity } from '../../core/check/drift';
import type { Lens, RollupRow } from '../../core/indexing/query';
import { plainText } from '../../core/markdown/inline';

/** What the row is about, without Markdown marks. */
export function rowText(lens: Lens, { text, detail }: RollupRow): string {
  if (lens === 'plans' || lens === 'drift') return text;
  if (lens === 'priorities') return [text, detail ?? ''].filter((part) => part !== '').join(' – ') || 'Untitled row';
  return plainText(text) || (lens === 'verification' || lens === 'questions' ? '' : 'Untitled row');
}

/** The same where the pointer rests: with its place, and how far the phases of a plan are. */
export function rowTitle(lens: Lens, row: RollupRow): string {
  const parts = (row.phases ?? []).filter(({ total }) => total > 0).map(({ name, done, total }) => `${name}: ${done}/${total}`);
  const place = lens === 'plans' || lens === 'drift' ? row.path : `${row.path}, line ${row.line + 1}`;
  return [rowText(lens, row), place, ...parts].join('\n');
}

/** Of a plan: its first open check, or why there is none. */
export function nextCheck({ checks = { done: 0, total: 0 }, nextItem }: RollupRow): string {
  if (nextItem) return plainText(nextItem.text);
  return checks.total > 0 && checks.done === checks.total ? 'All checks are ticked' : 'No checks';
}

/** Of a contradiction: the words it rests on. */
export function evidenceOf({ line, evidence = '' }: RollupRow): string {
  return `Line ${line + 1}: ${evidence}`;
}

const SEVERITY_NAMES: Readonly<Record<Severity, readonly [name: string, rank: number]>> = { error: ['Error', 0], warning: ['Warning', 1], info: ['Look', 3] };

/** Of a contradiction: how much it matters. */
export function severityName({ state, severity = 'info' }: RollupRow): string {
  return state === 'dropped' ? 'Ignored' : SEVERITY_NAMES[severity][0];
}

/** How loud the row's badge is: 0 is most urgent, 9 says nothing. */
export function badgeRank(lens: Lens, { rank = 9, score = null, checkCount, state, severity = 'info' }: RollupRow): number {
  if (lens === 'priorities') return rank;
  if (lens === 'risks') return score === null ? 9 : score >= 6 ? 0 : score >= 3 ? 1 : 3;
  if (lens === 'drift') return state === 'dropped' ? 9 : SEVERITY_NAMES[severity][1];
  return lens === 'requirements' && checkCount === 0 ? 1 : 3;
}
