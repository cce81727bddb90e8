/** How long a plan had each status, told by its own log. */
import { expect, test } from 'vitest';
import { readHistory } from '../../../src/core/check/history';
import { readPlan } from '../../../src/core/plan/parse-plan';

const history = (text: string) => readHistory(readPlan(text), '2026-12-01');
/** "Draft 2026-08-03 7 d → In Review 2026-08-10 9 d", with the cycle and whether rows are missing. */
function told(text: string): string {
  const { steps, cycleDays, hasGaps } = history(text);
  return `${steps.map(({ status, raw, from, days }) => `${raw}${status === null ? '?' : ''} ${from} ${days} d`).join(' → ')} | cycle ${cycleDays ?? '–'}${hasGaps ? ' | gaps' : ''}`;
}
const table = (...rows: string[]): string => `# P\n\n## Change Log\n\n| Date | Author | Change |\n|---|---|---|\n${rows.map((row) => `| ${row.replace(' ', ' | Ann | ')} |`).join('\n')}\n`;

test('each status from the row that moves to it, the first one from the log’s beginning', () => {
  expect(told(table('2026-08-03 Initial draft', '2026-08-10 Status: Draft → In Review', '2026-08-19 Status: In Review → Approved', '2026-08-24 Status: Approved → In Progress', '2026-10-12 Phase 1 confirmed', '2026-11-20 Status: In Progress → Completed')))
    .toBe('Draft 2026-08-03 7 d → In Review 2026-08-10 9 d → Approved 2026-08-19 5 d → In Progress 2026-08-24 88 d → Completed 2026-11-20 11 d | cycle 88');
});

test('the last step has no end', () => {
  expect(history(table('2026-11-01 Status: Draft → Approved')).steps).toEqual([{ status: 'approved', raw: 'Approved', from: '2026-11-01', to: null, days: 30 }]);
});

test.each([
  ['newest first', '# P\n\n## Changelog\n\n- 2026-11-20: Status: In Progress → Completed\n- 2026-11-10: Status: Approved → In Progress\n- 2026-11-01: approved', 'approved 2026-11-01 9 d → In Progress 2026-11-10 10 d → Completed 2026-11-20 11 d | cycle 10'],
  ['rows out of order', table('2026-11-10 Status: Approved → In Progress', '2026-11-01 Status: Draft → Approved', '2026-11-20 Status: In Progress → Completed'), 'Approved 2026-11-01 9 d → In Progress 2026-11-10 10 d → Completed 2026-11-20 11 d | cycle 10'],
  ['long dates', '# P\n\n## Changelog\n\n- November 1, 2026: approved\n- November 20, 2026: completed', 'approved 2026-11-01 19 d → completed 2026-11-20 11 d | cycle –'],
  ['rows without the status before', table('2026-11-01 Status: In Progress', '2026-11-20 Status: Completed'), 'In Progress 2026-11-01 19 d → Completed 2026-11-20 11 d | cycle 19'],
  ['several rows a day', table('2026-11-01 Status: Draft → In Review', '2026-11-01 Status: In Review → Approved', '2026-11-01 Status: Approved → In Progress'), 'In Review 2026-11-01 0 d → Approved 2026-11-01 0 d → In Progress 2026-11-01 30 d | cycle –'],
  ['the same row twice', table('2026-11-01 Status: Draft → Approved', '2026-11-02 Status: Draft → Approved'), 'Approved 2026-11-01 30 d | cycle –'],
  ['a row that is missing', table('2026-11-01 Status: Draft → In Review', '2026-11-10 Status: Approved → In Progress'), 'In Review 2026-11-01 9 d → In Progress 2026-11-10 21 d | cycle – | gaps'],
  ['a word the workflow does not know', table('2026-11-01 Status: Draft → Parked', '2026-11-10 Status: Parked → In Progress'), 'Parked? 2026-11-01 9 d → In Progress 2026-11-10 21 d | cycle –'],
  ['work that was taken up again', table('2026-11-01 Status: In Progress', '2026-11-05 Status: In Progress → Completed', '2026-11-10 Status: Completed → In Progress', '2026-11-20 Status: In Progress → Completed'), 'In Progress 2026-11-01 4 d → Completed 2026-11-05 5 d → In Progress 2026-11-10 10 d → Completed 2026-11-20 11 d | cycle 4'],
  ['a day still to come', table('2026-12-24 Status: Draft → Approved'), 'Approved 2026-12-24 0 d | cycle –'],
  ['days that don’t exist', table('2026-02-30 Status: Draft → Approved', 'YYYY-MM-DD Initial draft'), ' | cycle –'],
  ['no moves', table('2026-11-01 Initial draft'), ' | cycle –'],
  ['no log', '# P', ' | cycle –'],
])('%s', (_what, text, expected) => {
  expect(told(text)).toBe(expected);
});
