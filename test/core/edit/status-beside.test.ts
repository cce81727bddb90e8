/** What stands beside a status word stays, and a value in which no one word is the status is left to the user. */
import { expect, test } from 'vitest';
import { transition } from '../../../src/core/edit/edit-plan';
import { parsePlan } from '../../../src/core/plan/parse-plan';
import { applyChanges } from '../../../src/core/text/text-change';

const request = { to: 'in-review', date: '2026-11-20', author: 'Ops' };

/** The places in which a value may stand. */
const PLACES: readonly ((value: string) => string)[] = [
  (value) => `# P\n\n**Status:** ${value}\n\ntext\n`,
  (value) => `# P\n\n> **Status:** ${value}\n> **Owner:** Ann\n`,
  (value) => `# P\n\n| | |\n|---|---|\n| Owner | Ann |\n| Status | ${value.replace(/\|/g, '\\|')} |\n`,
  (value) => `---\nstatus: '${value}'\n---\n# P\n`,
];

/** Note and log row of the move; the refusal's message where there is none. */
function moved(text: string): { readonly text: string; readonly row: string } | string {
  const result = transition(text, request);
  if (!result.ok) return result.refusal.code === 'status-not-replaceable' ? result.refusal.message : result.refusal.code;
  const after = applyChanges(text, result.changes);
  return { text: after.slice(0, after.indexOf('\n\n## Change Log')), row: /\| (Status: .*) \|$/m.exec(after)?.[1] ?? '' };
}

test.each([
  '«Draft» <!-- Draft | In Review | Approved -->',
  '«In Progress» <!-- Draft | In Progress | Completed -->',
  '<!-- keep me --> «Draft»',
  '<b>«Draft»</b> since May, Ann owns it',
  '💬 <sub>«Draft»</sub>',
  '<span style="x">«Draft»</span>',
  '«Draft» | Sprint 12 | Team A',
  '«Done» | PR #12 | 2026-01-02',
  '«In Progress» | 50% | Ann',
  '[x] «Done»',
  '[«Draft»] note behind',
  '(«Draft») note behind',
  '«Completed» on 2026-01-01',
  '«In Progress» since May',
  '«Approved», with a remark',
  '«Deferred» until summer',
])('only the word of %j is exchanged', (marked) => {
  const [, word = ''] = /«(.*)»/.exec(marked) ?? [];
  for (const place of PLACES) {
    expect(parsePlan(place(marked.replace(/[«»]/g, ''))).status?.raw).toBe(word);
    expect(moved(place(marked.replace(/[«»]/g, '')))).toEqual({ text: place(marked.replace(/«.*»/, 'In Review')).trimEnd(), row: `Status: ${word} → In Review` });
  }
});

test.each([
  '— waiting for Bob to sign the budget, see mail of 3 May',
  '[ ] Draft [ ] Review [x] Approved',
  '[ ] Done',
  '[[Board|see board]]',
  '[^1]',
  '🟡',
  'Alpha | Beta',
  'Planning | In Progress | Completed',
  'Completed the first half of the migration',
  'Not started yet',
  'Draft, In Review',
  'Draft and In Review',
  'Ready for planning',
])('%j holds no word that can be exchanged: the move is refused, and says what to do', (value) => {
  for (const place of PLACES) expect(moved(place(value))).toMatch(/^The status is no single word, but “.+”\. Write one word there, .*then try again\.$/);
});

test.each(['Draft | In Review | Approved', '[Draft | In Review]', '🟡 Draft | 🟢 Done', 'Draft | On hold | Done', '<Draft | Done>', '{{status}}', '[status]', '<status>', 'TBD'])('the offer %j is exchanged as a whole', (value) => {
  for (const place of PLACES) expect(moved(place(value))).toEqual({ text: place('In Review').trimEnd(), row: 'Status: In Review' });
});

test('a comment alone stays behind the word', () => {
  for (const place of PLACES) expect(moved(place('<!-- choose one -->'))).toMatchObject({ text: place('In Review <!-- choose one -->').trimEnd() });
});

test('a sentence that says so already stays as it is', () => {
  expect(moved('---\nstatus: Draft\n---\n# P\n\n**Status:** In Review the second time\n')).toMatchObject({ text: '---\nstatus: In Review\n---\n# P\n\n**Status:** In Review the second time' });
});
