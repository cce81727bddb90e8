// A cell is edited as the pane does it: by what the index knows of the row. Whatever the table looks like, no byte outside the cell changes.
import { describe, expect, test } from 'vitest';
import { setCell } from '../../../src/core/edit/edit-table';
import { cellText } from '../../../src/core/edit/table-style';
import { CELL_ROLES } from '../../../src/core/indexing/indexed-note';
import { PlanIndex } from '../../../src/core/indexing/plan-index';
import { runQuery } from '../../../src/core/indexing/query';
import { usedValues } from '../../../src/core/indexing/used-values';
import { applyChanges } from '../../../src/core/text/text-change';

/** What stands before the lines of a table: its first, and the others. */
const PLACES: Readonly<Record<string, readonly [string, string]>> = {
  'the note': ['', ''],
  'a quote': ['> ', '> '],
  'a callout': ['> [!todo] Gaps\n> ', '> '],
  'a callout in a callout': ['> [!todo] Gaps\n>> [!note]\n>> ', '>> '],
  'a list': ['- ', '  '],
  'a numbered list in a quote': ['> 1. ', '>    '],
};

/** Header, delimiter, and the row whose effort cell is edited; `@` stands for its text. */
const SHAPES: Readonly<Record<string, readonly [string, string, string]>> = {
  plain: ['| Task | Priority | Effort |', '| --- | --- | --- |', '| Login | High | @ |'],
  compact: ['|Task|Priority|Effort|', '|-|-|-|', '|Login|High|@|'],
  padded: ['| Task  | Priority | Effort |', '|-------|----------|--------|', '| Login | High     | @     |'],
  'escaped pipes': ['| Task | Priority | Effort |', '|---|---|---|', '| a \\| b \\|\\| c | High \\| now | @ |'],
  wikilinks: ['| Task | Effort | Priority |', '|---|---|---|', '| [[Notes/Login\\|the login]] | @ | [[High\\|high]] |'],
  'a code span': ['| Priority | Task | Effort |', '|---|---|---|', '| P1 | `a \\| b` | @ |'],
  'wide characters': ['| 任务 | 优先级 | Effort |', '|:---|:---:|---:|', '| 登录页面　测试 | High | @ |'],
  'emoji and marks': ['| Task | Priority | Effort | Status |', '|---|---|---|---|', '| 👩‍👩‍👧 **Login** _é_ | 🔴 P0 | @ | 🚧 |'],
  'no outer pipes': ['Task | Priority | Effort', '--- | --- | ---', 'Login | High | @'],
  'cells too many': ['| Task | Priority | Effort |', '|---|---|---|', '| Login | High | @ | and | more |'],
  'dollar signs and backslashes': ['| Task | Priority | Effort |', '|---|---|---|', '| $& \\\\ C:\\\\x | High | @ | '],
};

function rowsOf(text: string): ReturnType<typeof runQuery> {
  const index = new PlanIndex();
  index.put('a.md', text);
  return runQuery(index, '', { lens: 'priorities', group: 'none' });
}

const CASES = Object.entries(PLACES).flatMap(([place, lead]) => Object.entries(SHAPES).map(([shape, lines]) => ({ place, shape, lead, lines })));

describe(`${CASES.length} tables`, () => {
  test.each(CASES)('$shape in $place', ({ lead: [first, next], lines: [header, delimiter, row] }) => {
    for (const end of ['\n', '\r\n']) {
      const write = (effort: string): string => `\uFEFF# Gaps${end}${end}${`${first}${header}\n${next}${delimiter}\n${next}${row.replace('@', effort)}\n${next}${row.replace(/Login/, 'Logout').replace('@', '3h')}\n\nEnd  `.split('\n').join(end)}`;
      const before = write('4h ');
      const found = rowsOf(before).row(0);
      expect([found.target !== null, found.effort, cellText(found.target?.source ?? '', found.columns?.effort ?? -1)]).toEqual([true, '4h', '4h']);
      const result = found.target && setCell(before, found.target, found.columns?.effort ?? -1, '5h');
      expect(result?.ok && applyChanges(before, result.changes)).toBe(write('5h '));
      const long = found.target && setCell(before, found.target, found.columns?.effort ?? -1, '[[2|3]] days');
      const after = long?.ok === true ? applyChanges(before, long.changes) : '';
      expect(after.replace('[[2\\|3]] days', '').replace(/ /g, '')).toBe(write('').replace(/ /g, ''));
      expect(rowsOf(after).row(0).effort ?? '').toContain('days');
    }
  });
});

test('a ragged row gains the cells up to the one that is set', () => {
  const before = '| Task | Priority | Effort |\n|---|---|---|\n| Login | High |\n| Logout | Low | 2h |\n';
  const { target, columns, effort } = rowsOf(before).row(0);
  const result = target && setCell(before, target, columns?.effort ?? -1, '1h');
  expect([effort, result?.ok && applyChanges(before, result.changes)]).toEqual([null, before.replace('| High |\n', '| High | 1h |\n')]);
});

test('a row says in which columns its cells stand, also far to the right; none where the table has none', () => {
  const wide = Array.from({ length: 200 }, (_none, at) => `c${at}`);
  const cells = (values: readonly string[]): string => `| ${values.join(' | ')} |\n`;
  const text = cells(['Task', ...wide, 'Priority', 'When']) + cells([...wide, '', '', ''].map(() => '---')) + cells(['Login', ...wide, 'High', 'now']);
  expect(rowsOf(text).row(0).columns).toEqual({ priority: 201, effort: -1, impact: -1, when: 202 });
  expect(CELL_ROLES).toEqual(['priority', 'effort', 'impact', 'when']);
});

test('values to choose from: those of the note first, then the most used', () => {
  const table = (...priorities: string[]): string => `| Task | Priority |\n|---|---|\n${priorities.map((priority, at) => `| t${at} | ${priority} |\n`).join('')}`;
  const index = new PlanIndex();
  index.put('a.md', table('Low', 'P1'));
  index.put('b.md', table('High', 'High', 'Medium', 'P1'));
  expect(usedValues(index, { path: 'a.md', role: 'priority' }, 3)).toEqual(['P1', 'Low', 'High']);
  expect(usedValues(index, { path: 'a.md', role: 'when' }, 3)).toEqual([]);
});
