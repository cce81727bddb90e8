import { describe, expect, test } from 'vitest';
import { effortHours } from '../../../src/core/plan/effort-hours';
import { parsePlan } from '../../../src/core/plan/parse-plan';
import { priorityRank, rankTitle } from '../../../src/core/plan/priority-rank';

const rule = (header: string): string => header.replace(/[^|]+/g, '---');

/** The kind of a table with this header and these rows, under a heading. */
function kindOf(header: string, rows: readonly string[], heading = '## Work'): string | undefined {
  return parsePlan([heading, '', header, rule(header), ...rows].join('\n')).tables[0]?.kind;
}

test.each([
  ['priority words', '|Task|Priority|', ['|a|High|'], 'priority'],
  ['P numbers', '|Task|P|', ['|a|P0|', '|b|P3|'], 'priority'],
  ['severity', '|Issue|Severity|', ['|a|🔴 Critical|'], 'priority'],
  ['effort and impact alone', '|Task|Effort|Impact|', ['|a|2 hours|High|'], 'priority'],
  ['effort and do when', '|Task|Estimate (h)|Do When|', ['|a|1d|now|'], 'priority'],
  ['slots to fill', '|Task|Priority|', ['|[task]|[high/low]|'], 'priority'],
  ['effort alone', '|Task|Effort|', ['|a|2h|'], 'other'],
  ['a column of that name with other values', '|Task|Priority|', ['|a|see below|', '|b|see above|'], 'other'],
  ['no rows', '|Task|Priority|', [], 'other'],
  ['effort and impact as plain numbers', '|File|User impact|Complexity|', ['|a|5|3|'], 'priority'],
  ['a ranked list longer than the scale', '|Priority|File|', Array.from({ length: 12 }, (_none, at) => `|${at + 1}|a|`), 'priority'],
  ['a word in another language', '|Aufgabe|Wichtigkeit|', ['|a|hoch|'], 'priority'],
  ['weights are no priorities', '|Component|Version|Priority|', ['|C1|V2|100|', '|C2|V2|1000|'], 'other'],
  ['what the words mean', '|Severity|Definition|Response time|', ['|Blocker|a|1h|', '|High|b|2h|'], 'other'],
  ['how many of each', '|Severity|Count|', ['|**Critical**|3|', '|High|7|'], 'other'],
  ['one task of each priority', '|Priority|Task|', ['|High|a|', '|Low|b|'], 'priority'],
  ['risk register', '|Risk|Likelihood|Impact|Mitigation|', ['|a|High|High|b|'], 'risk'],
  ['risks without likelihood', '|Risk|Severity|Mitigation|', ['|a|High|b|'], 'risk'],
  ['risks with what is done about them', '|Risk|Required response|', ['|It leaks|Close it|'], 'risk'],
  ['risks and nothing else that is known', '|Risk|Owner|', ['|It leaks|Ops|'], 'risk'],
  ['levels of risk', '|Risk|Quorum|', ['|low|1|', '|high|2|'], 'other'],
  ['work with a mitigation and an effort', '|Task|Priority|Effort|Mitigation|', ['|a|High|2h|b|'], 'priority'],
  ['benchmark', '|Case|Time|Memory|', ['|a|12 ms|3 MB|'], 'other'],
  ['change log by its columns', '|Date|Version|Description|Author|', ['|2026-01-01|1|a|me|'], 'change-log'],
  ['version, date, changes', '|Version|Date|Changes|', ['|1|2026-01-01|a|'], 'change-log'],
  ['timeline', '|Date|Milestone|', ['|2026-01-01|a|'], 'other'],
])('%s', (_name, header, rows, kind) => {
  expect(kindOf(header, rows)).toBe(kind);
});

test('date and reason are a change log only in its section', () => {
  expect(kindOf('|Date|Reason|', ['|2026-01-01|a|'])).toBe('other');
  expect(kindOf('|Date|Reason|', ['|2026-01-01|a|'], '## 8. Revision history')).toBe('change-log');
});

test.each([
  ['a column of that name', '| Task | Priority | Done |', '| a | P1 | [x] |', '| b | P1 | [ ] |'],
  ['a column of boxes, whatever its name, before the title', '| ✓ | Task | Priority |', '| [x] | a | P1 |', '| [ ] | b | P1 |'],
  ['a tick', '| Task | Priority | State |', '| a | P1 | ✔ |', '| b | P1 | |'],
  ['all of it', '| Task | Priority | Progress |', '| a | P1 | 100% |', '| b | P1 | 90% |'],
  ['a refusal', '| Task | Priority | Status |', '| a | P1 | Won’t fix |', '| b | P1 | Blocked |'],
])('done rows by %s', (_name, header, ...rows) => {
  const { priorities } = parsePlan([header, rule(header), ...rows].join('\n'));
  expect(priorities.map(({ title, state }) => `${title} ${state}`)).toEqual(['a done', 'b open']);
});

test.each([
  ['Effort (h)', '4', 4],
  ['Effort (h)', '1.5', 1.5],
  ['Effort (h)', '2-4', 3],
  ['Effort (h)', '1 day', 8],
  ['Effort (h)', 'S', 4],
  ['Aufwand (h)', '3', 3],
  ['Aufwand (Std.)', '3', 3],
  ['Aufwand in Tagen', '2', 16],
  ['Hours', '6', 6],
  ['Est. hours', '6', 6],
  ['Effort (days)', '2', 16],
  ['Effort (in days)', '2', 16],
  ['Estimate [d]', '0,5', 4],
  ['Dauer (Wochen)', '1', 40],
  ['工时（小时）', '4', 4],
  ['Effort', '4', null],
  ['Story points', '4', null],
  ['Effort (m)', '4', null],
  ['Effort (high/low)', '4', null],
])('a number below “%s”: %s', (header, cell, hours) => {
  const { priorities } = parsePlan([`| Prio | Task | ${header} |`, '| --- | --- | --- |', `| P1 | a | ${cell} |`].join('\n'));
  expect([priorities[0]?.effort, priorities[0]?.hours]).toEqual([cell, hours]);
});

describe('priority rows', () => {
  test('title, rank, hours, state; totals and empty rows left out', () => {
    const text = ['| # | Task | Priority | Effort (hours) | Status |', '|---|---|---|---|---|', '| 1 | **Store** | 🔴 P0 | 2-4 | ✅ |', '| 2 | ~~Old~~ | Low | 1d | |', '| 3 | [Link](x) | Medium (later) | ? | Done 2026 |', '| 4 | a \\| b | High | 6 | open |', '| | | | | |', '| | **Total** | | 12 | |', '| | Sub-total | | | |'].join('\n');
    const rows = parsePlan(text).priorities.map(({ line, title, priority, rank, hours, state }) => [line, title, priority, rank, hours, state].join(' · '));
    expect(rows).toEqual(['2 · Store · 🔴 P0 · 0 · 3 · done', '3 · Old · Low · 3 · 8 · done', '4 · Link · Medium (later) · 2 ·  · done', '5 · a | b · High · 1 · 6 · open']);
  });

  test('done in the priority cell or by a tick anywhere', () => {
    const text = '| Task | Priority |\n|---|---|\n| a | Done |\n| ✅ b | P1 |\n| c | P1 |';
    expect(parsePlan(text).priorities.map(({ state }) => state)).toEqual(['done', 'done', 'open']);
  });

  test('ragged rows, tables in quotes and lists', () => {
    const text = '> | Task | Priority |\n> |---|---|\n> | a |\n> | b | P1 | extra |\n\n- x\n\n  | Task | Priority |\n  |---|---|\n  | c | P2 |';
    expect(parsePlan(text).priorities.map(({ title, rank }) => `${title} ${rank}`)).toEqual(['a 9', 'b 1', 'c 2']);
  });

  test('a describing column names the row, or says more about it', () => {
    const text = '| # | Description | Priority |\n|---|---|---|\n| 7 | Cache it | P1 |\n\n| Item | Severity | Notes |\n|---|---|---|\n| a | High | breaks b |';
    expect(parsePlan(text).priorities.map(({ title, detail }) => `${title}: ${detail}`)).toEqual(['Cache it: null', 'a: breaks b']);
  });

  test('without a title column the index names the row; impact ranks where no priority stands', () => {
    const text = '| # | Priority |\n|---|---|\n| 7 | P1 |\n\n| Task | Impact | Effort |\n|---|---|---|\n| a | High | 2h |';
    expect(parsePlan(text).priorities.map(({ title, rank }) => `${title} ${rank}`)).toEqual(['7 1', 'a 1']);
  });
});

test.each([
  ['Critical', 0], ['P0', 0], ['🔴 P0', 0], ['**MVP-Critical**', 0], ['Must have', 0], ['BLOCKER', 0],
  ['High', 1], ['p1', 1], ['High (security)', 1], ['high - now', 1], ['High/Medium', 1], ['P1-high', 1], ['Phase-2', 2], ['Medium', 2], ['中', 2],
  ['Low', 3], ['Nice to have', 3], ['P4', 4], ['Backlog', 5], ["Won't", 5], ['3', 3], ['0', 0], ['9', 8], ['40', 8], ['100', 9],
  ['Very high', 0], ['sehr hoch', 0], ['very low', 4], ['🟠', 1], ['🟢 fine', 3], ['', 9], ['whatever', 9],
])('the priority %j ranks %i', (cell, rank) => {
  expect(priorityRank(cell)).toBe(rank);
});

test('numbers beyond the scale share a rank, which is called so', () => {
  expect(['P0', '6', '8', '10', 'whatever'].map((cell) => rankTitle(priorityRank(cell)))).toEqual(['Critical', 'Priority 6', 'Priority 8 and lower', 'Priority 8 and lower', 'No priority']);
});

test.each([
  ['2 hours', '', 2], ['2-4 hours', '', 3], ['0.5–1 day', '', 6], ['1d', '', 8], ['~1 week', '', 40], ['30 min', '', 0.5], ['1,5 h', '', 1.5], ['2 months', '', 320],
  ['1d 4h', '', 12], ['S', '', 4], ['XL', '', 80], ['Medium', '', 16], ['low (config only)', '', 4], ['6', 'Hours', 6], ['6', 'Effort', null], ['2-4', 'Est. days', 24],
  ['1-day', '', 8], ['4-hour', '', 4], ['2 Wochen', '', 80], ['3 points', '', null], ['', '', null], ['constructor', '', null], ['TBD', '', null], ['1 to 3 days', '', 16], ['2小时', '', 2],
])('the effort %j under %j is %j hours', (cell, header, hours) => {
  expect(effortHours(cell, header)).toBe(hours);
});
