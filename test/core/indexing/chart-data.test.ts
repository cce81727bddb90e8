// Figures behind the pictures: they add up, in an order that people expect.
import { describe, expect, test } from 'vitest';
import { burnUp, countStatuses, planBars, priorityMatrix } from '../../../src/core/indexing/chart-data';
import { columnsOf } from '../../../src/core/indexing/lens-columns';
import { PlanIndex } from '../../../src/core/indexing/plan-index';
import { type Lens, type RollupRow, runQuery } from '../../../src/core/indexing/query';
import { DEFAULT_WORKFLOW } from '../../../src/core/status/workflow';

const index = new PlanIndex();
const put = (name: string, status: string, body = ''): void => { index.put(`${name}.md`, `---\ntype: plan\n${status === '' ? '' : `status: ${status}\n`}---\n# ${name}\n\n${body}`); };
put('a', 'Done', '## Phase 1: Motor\n\n### Verification\n\n- [x] one\n- [ ] two\n\n## Verification\n\n- [x] three\n\n## Change Log\n\n| Date | Change |\n|---|---|\n| 2026-01-05 | Status: Draft → In Review |\n| 2026-01-05 | Wording |\n| January 9, 2026 | Status: In Review → Completed |\n| someday | Status: Draft → Completed |\n');
put('b', 'draft', '| Task | Priority | Effort |\n|---|---|---|\n| x | P0 | 1h |\n| y | P0 | 5 days |\n| z | Later | soon |\n');
put('c', 'Completed', '## Change Log\n\n- 2026-01-07: Status: Draft → Completed\n');
put('d', 'paused');
put('e', '');

function rows(lens: Lens): RollupRow[] {
  const result = runQuery(index, 'is:any', { lens });
  return Array.from({ length: result.length }, (_none, at) => result.row(at));
}

describe('figures', () => {
  test('statuses in the order of the workflow, unknown words and none last', () => {
    expect(countStatuses(rows('plans'), [DEFAULT_WORKFLOW]).map(({ name, count, color }) => [name, count, color])).toEqual([['Draft', 1, 'gray'], ['Completed', 2, 'green'], ['paused', 1, 'gray'], ['No status', 1, 'gray']]);
  });

  test('a name that two workflows have, or one has and another does not know, is counted once', () => {
    const review = (id: string | null): RollupRow => ({ ...(rows('plans')[0] as RollupRow), status: 'In Review', statusId: id });
    const second = { statuses: [{ id: 'review', name: 'In review', aliases: [], group: 'doing', next: [], color: 'pink' }] } as const;
    expect(countStatuses([review('review'), review(null), review('in-review')], [DEFAULT_WORKFLOW, second])).toEqual([{ name: 'In Review', count: 3, color: 'yellow' }]);
  });

  test('unknown words and none don’t get in each other’s way', () => {
    expect(countStatuses([{ ...(rows('plans')[0] as RollupRow), status: '–', statusId: null }, ...rows('plans').slice(-1)], []).map(({ name, count }) => [name, count])).toEqual([['–', 1], ['No status', 1]]);
  });

  test('checks of plans that have any, with their phases', () => {
    expect(planBars(rows('plans')).map(({ name, done, total, phases }) => [name, done, total, phases.map((phase) => `${phase.done}/${phase.total}`)])).toEqual([['a', 2, 3, ['1/2']]]);
  });

  test('steps of a phase are no checks: what is ticked of a bar’s parts adds up to the plan’s', () => {
    const steps = new PlanIndex();
    steps.put('steps.md', '---\ntype: plan\n---\n# Steps\n\n## Phase 2: Roof\n\n- [ ] nail\n\n## Phase 1: Walls\n\n- [x] brick\n- [x] mortar\n\n### Step 1\n\n- [x] paint\n\n### Verification\n\n- [ ] plumb\n- [ ] dry\n- [-] level\n\n## Phase 3: Garden\n\n- [x] dig\n\n## Verification\n\n- [x] it stands\n\n### Phase 2 verification\n\n- [x] no leaks\n');
    const result = runQuery(steps, '', { lens: 'plans' });
    const [bar] = planBars([result.row(0)]);
    expect(bar).toMatchObject({ done: 2, total: 4, phases: [{ name: 'Phase 2', done: 1, total: 1 }, { name: 'Phase 1', done: 0, total: 2 }] });
    expect(columnsOf('plans').find(({ id }) => id === 'phases')?.value(result.row(0))).toBe('Phase 2 1/1, Phase 1 0/2');
  });

  test('priorities by effort', () => {
    const { ranks, counts } = priorityMatrix(rows('priorities'));
    expect([ranks, counts]).toEqual([['Critical', 'Backlog'], [[1, 0, 0, 1, 0], [0, 0, 0, 0, 1]]]);
  });

  test('moves add up day by day; what is no move, or has no day, does not count', () => {
    expect(burnUp(rows('activity'), DEFAULT_WORKFLOW)).toEqual([{ date: '2026-01-05', moves: 1, done: 0 }, { date: '2026-01-07', moves: 2, done: 1 }, { date: '2026-01-09', moves: 3, done: 2 }]);
    expect(burnUp([], DEFAULT_WORKFLOW)).toEqual([]);
  });
});
