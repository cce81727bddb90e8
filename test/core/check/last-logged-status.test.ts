/** What the newest row of a log says about the status, in every form of log that plans have. */
import { expect, test } from 'vitest';
import { lastLoggedStatus } from '../../../src/core/check/last-logged-status';
import { readLogRows } from '../../../src/core/check/log-rows';
import { readPlan } from '../../../src/core/plan/parse-plan';

const last = (text: string): string | null => lastLoggedStatus(readPlan(`# Plan\n\n${text}\n`));
const table = (...changes: string[]): string => `## Change Log\n\n| Date | Author | Change |\n|------|--------|--------|\n${changes.map((change, at) => `| 2026-01-0${at + 1} | Ann | ${change} |`).join('\n')}`;

test.each([
  ['Status: Draft → In Review', 'in-review'],
  ['Status: Draft → In Review — wording settled', 'in-review'],
  ['**Status:** Approved → In Progress', 'in-progress'],
  ['Status: Approved', 'approved'],
  ['Status: Draft -> In Review -> Approved', 'approved'],
  ['Status changed from Draft to In Review', 'in-review'],
  ['Status changed to "In Progress"', 'in-progress'],
  ['Status is now Completed.', 'completed'],
  ['Plan status set to Approved by Ann', 'approved'],
  ['Status corrected from in_progress to pending', 'draft'],
  ['Scope widened; status → Approved', 'approved'],
  ['Statuswechsel: Entwurf → In Prüfung', 'in-review'],
  ['Status von Entwurf auf In Prüfung gesetzt', 'in-review'],
  ['Status auf Freigegeben gesetzt', 'approved'],
  ['状态：已批准', 'approved'],
  ['Draft → Approved', 'approved'],
  ['Moved to In Progress', 'in-progress'],
  ['Moved back to Draft: scope unclear', 'draft'],
  ['Moved from Approved to In Progress', 'in-progress'],
  ['Marked as done', 'completed'],
  ['Approved', 'approved'],
  ['approved, backups added', 'approved'],
  ['Completed by Ann', 'completed'],
  ['Erledigt.', 'completed'],
  // Rows that tell of something else.
  ['Initial draft', null],
  ['Phase 1 confirmed by QA', null],
  ['Development started', null],
  ['Approved the budget', null],
  ['Approved (budget)', null],
  ['Completed the first half', null],
  ['Review: wording', null],
  ['Moved the buttons', null],
  ['Moved to the done folder', null],
  ['Changed to dark theme', null],
  ['Status page fixed', null],
  ['Status: see below for the rest of it', null],
  ['The status is better now', null],
  ['Stand: 2026-01-02', null],
  ['Retry queue → retry store', null],
  ['Status: Approved → Parked', null],
  ['Status: none', null],
])('“%s” ends in %s', (change, expected) => {
  expect(last(table('Status: Draft → Cancelled', change))).toBe(expected);
});

test('a log in a table, a list, or under headings, whichever end is the newest', () => {
  expect(last(table('Initial draft', 'Status: Draft → In Review'))).toBe('in-review');
  expect(last('## Changelog\n\n- 2026-01-02: Status: Draft → In Review (Ann)\n- 2026-01-09: Status: In Review → Approved (Ann)')).toBe('approved');
  expect(last('## Changelog\n\n- **2026-01-09** – approved\n- **2026-01-02** – first draft')).toBe('approved');
  expect(last('## Revision history\n\n### 2026-01-09\n\n- Status: In Review → Approved (Ann)\n\n### 2026-01-02\n\n- Initial draft')).toBe('approved');
  expect(last('**Changelog:**\n\n- 2026-01-02: Status: Draft → In Review')).toBe('in-review');
  expect(last('> | Date | Author | Change |\n> |---|---|---|\n> | 2026-01-02 | Ann | Status: Draft → Approved |')).toBe('approved');
});

test('a day may hold several rows; what stands lowest of it is the newest', () => {
  expect(last('## Changelog\n\n### 2026-01-02\n\n- Scope widened\n- Status: Draft → In Review\n')).toBe('in-review');
  expect(last('## Changelog\n\n### 2026-01-09\n\n- Status: In Review → Approved\n- Wording\n\n### 2026-01-02\n\n- Status: Draft → In Review')).toBeNull();
  expect(last('## Changelog\n\n- 2026-01-02\n  - Scope widened\n  - Status: Draft → In Review')).toBe('in-review');
});

test('a log of one day tells its order by its moves', () => {
  const rows = ['| 2026-01-02 | Status: Draft → In Review |', '| 2026-01-02 | Status: In Review → Approved |'];
  const log = (lines: string[]): string => `## Change Log\n\n| Date | Change |\n|---|---|\n${lines.join('\n')}`;
  expect(last(log(rows))).toBe('approved');
  expect(last(log([...rows].reverse()))).toBe('approved');
});

test('columns for the status, and for where it came from', () => {
  expect(last('## History\n\n| Date | Status | Note |\n|---|---|---|\n| 2026-01-02 | in_progress | begun |\n| 2026-01-09 | completed | Superseded by nothing |')).toBe('completed');
  expect(last('## Change Log\n\n| Date | From | To | Change |\n|---|---|---|---|\n| 2026-01-02 | Draft | Approved | budget |')).toBe('approved');
});

test('no log, an empty one, and one without rows tell of nothing', () => {
  expect([last('Status: Approved'), last('## Change Log'), last('## Change Log\n\n| Date | Change |\n|---|---|')]).toEqual([null, null, null]);
});

test('rows come oldest first, with their lines', () => {
  const rows = readLogRows(readPlan('## Changelog\n\n- 2026-01-09: approved\n- January 2, 2026: first\n- someday: undated'));
  expect(rows.map(({ line, date, text }) => [line, date, text])).toEqual([[3, '2026-01-02', 'first'], [2, '2026-01-09', 'approved']]);
});

test('what stands below one date is rows of its day, each once', () => {
  const texts = (log: string): string[] => readLogRows(readPlan(log)).map(({ line, date, text }) => `${line} ${date ?? '?'} ${text}`);
  expect(texts('## Changelog\n\n- 2026-01-02: Status: Draft → Approved\n  - by phone\n    - and by letter\n- 2026-01-09: wording')).toEqual(['2 2026-01-02 Status: Draft → Approved', '3 2026-01-02 by phone', '4 2026-01-02 and by letter', '5 2026-01-09 wording']);
  expect(texts('## Changelog\n\n### 2026-01-02\n\nScope\nwidened\n\n- approved\n\n### 2026-01-09: wording\n')).toEqual(['4 2026-01-02 Scope widened', '7 2026-01-02 approved', '9 2026-01-09 2026-01-09: wording']);
  expect(texts('## Changelog\n\n### 2026-01-09\n\n- c\n- d\n\n### 2026-01-02\n\n- a\n- b\n')).toEqual(['9 2026-01-02 a', '10 2026-01-02 b', '4 2026-01-09 c', '5 2026-01-09 d']);
});
