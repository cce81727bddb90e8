// Columns of the board: every plan is in one, and the path of the workflow is always there.
import { expect, test } from 'vitest';
import { boardOf } from '../../../src/core/indexing/plan-board';
import { PlanIndex } from '../../../src/core/indexing/plan-index';
import { runQuery } from '../../../src/core/indexing/query';
import { DEFAULT_WORKFLOW } from '../../../src/core/status/workflow';

test('the path in order, then what is off it, then unknown words as they stand, then none', () => {
  const index = new PlanIndex();
  for (const [at, status] of ['Done', 'draft', 'Superseded', 'On Hold', 'on-hold', ''].entries()) index.put(`${at}.md`, `---\ntype: plan\n${status === '' ? '' : `status: ${status}\n`}---\n# ${at}\n`);
  const result = runQuery(index, '', { lens: 'plans' });
  const rows = Array.from({ length: result.length }, (_none, at) => result.row(at));
  expect(boardOf(rows, [DEFAULT_WORKFLOW, DEFAULT_WORKFLOW]).map(({ id, name, plans }) => `${id ?? '–'} ${name}: ${plans.map(({ text }) => text).join(' ')}`)).toEqual([
    'draft Draft: 1', 'in-review In Review: ', 'approved Approved: ', 'in-progress In Progress: ', 'completed Completed: 0', 'superseded Superseded: 2', '– On Hold: 3 4', '– No status: 5',
  ]);
  expect(boardOf(rows, [DEFAULT_WORKFLOW]).map(({ color }) => color)).toEqual(['gray', 'yellow', 'cyan', 'blue', 'green', 'purple', 'gray', 'gray']);
  expect(boardOf([], [DEFAULT_WORKFLOW]).map(({ name }) => name)).toEqual(['Draft', 'In Review', 'Approved', 'In Progress', 'Completed']);
});
