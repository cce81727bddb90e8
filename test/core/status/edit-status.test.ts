import { describe, expect, test } from 'vitest';
import { draftOf, draftProblems, freshDraft, type StatusDraft, usualPlace, withMovedStatus, withoutStatus, withStatus } from '../../../src/core/status/edit-status';
import { DEFAULT_WORKFLOW, findStatus, nextStatus, type Workflow } from '../../../src/core/status/workflow';

const ids = ({ statuses }: Workflow): string[] => statuses.map(({ id }) => id);
const nextOf = (workflow: Workflow, id: string): readonly string[] | undefined => workflow.statuses.find((status) => status.id === id)?.next;
const edited = (id: string, part: Partial<StatusDraft>): Workflow => {
  const status = findStatus(DEFAULT_WORKFLOW, id);
  if (!status) throw new Error(id);
  return withStatus(DEFAULT_WORKFLOW, { ...draftOf(DEFAULT_WORKFLOW, status), ...part }, { id, after: null });
};

describe('a new status', () => {
  const blocked = withStatus(DEFAULT_WORKFLOW, { ...freshDraft(DEFAULT_WORKFLOW, 'in-progress'), name: 'Blocked', color: 'orange' }, { id: null, after: 'in-progress' });

  test('stands in its place and on the path, and may follow the one before', () => {
    expect(ids(blocked)).toEqual(['draft', 'in-review', 'approved', 'in-progress', 'blocked', 'completed', 'superseded', 'cancelled']);
    expect(findStatus(blocked, 'BLOCKED')).toEqual({ id: 'blocked', name: 'Blocked', aliases: [], group: 'doing', next: ['completed'], color: 'orange' });
    expect([nextOf(blocked, 'in-progress'), nextStatus(blocked, 'In Progress')?.id, nextStatus(blocked, 'Blocked')?.id]).toEqual([['completed', 'approved', 'blocked'], 'blocked', 'completed']);
  });

  test('leaves the others, the gates and the toggles as they were', () => {
    expect({ ...blocked, statuses: blocked.statuses.filter(({ id }) => id !== 'blocked' && id !== 'in-progress') }).toEqual({ ...DEFAULT_WORKFLOW, statuses: DEFAULT_WORKFLOW.statuses.filter(({ id }) => id !== 'in-progress') });
  });

  test.each([[null, { group: 'to-do', next: ['draft'], comesFrom: [] }], ['completed', { group: 'done', next: [], comesFrom: ['completed'] }], ['cancelled', { group: 'dropped', next: [], comesFrom: [] }]])('behind %j it is at first %j', (after, expected) => {
    expect(freshDraft(DEFAULT_WORKFLOW, after)).toMatchObject(expected);
  });

  test('is put at the end of the path unless told otherwise', () => {
    expect([usualPlace(DEFAULT_WORKFLOW), usualPlace({ statuses: [] })]).toEqual(['completed', null]);
  });

  test('in a script without Latin letters has an id of its own', () => {
    const twice = ['再開', '待機'].reduce((workflow, name) => withStatus(workflow, { ...freshDraft(workflow, null), name }, { id: null, after: null }), DEFAULT_WORKFLOW);
    expect(ids(twice).slice(0, 2)).toEqual(['status-2', 'status']);
  });
});

describe('a renamed status', () => {
  test('keeps its id and what leads to it; its old name still means it', () => {
    const renamed = edited('in-progress', { name: 'Building' });
    expect([ids(renamed), nextOf(renamed, 'approved')]).toEqual([ids(DEFAULT_WORKFLOW), ['in-progress', 'in-review']]);
    expect(findStatus(renamed, 'in_progress')).toMatchObject({ name: 'Building', color: 'blue' });
    expect(findStatus(renamed, 'building')?.aliases.slice(0, 2)).toEqual(['In Progress', 'started']);
  });

  test('by case alone needs no other spelling; by a spelling it has, that one goes', () => {
    expect(findStatus(edited('in-progress', { name: 'in progress' }), 'wip')?.aliases).toEqual(findStatus(DEFAULT_WORKFLOW, 'wip')?.aliases);
    expect(findStatus(edited('completed', { name: 'Done' }), 'done')?.aliases.slice(0, 3)).toEqual(['Completed', 'complete', 'implemented']);
  });

  test('twice renamed, each name still means it', () => {
    const first = edited('draft', { name: 'Idea' });
    const idea = findStatus(first, 'idea');
    const second = idea && withStatus(first, { ...draftOf(first, idea), name: 'Thought' }, { id: 'draft', after: null });
    expect(['Draft', 'Idea', 'Thought'].map((name) => second && findStatus(second, name)?.id)).toEqual(['draft', 'draft', 'draft']);
  });

  test('loses its color and its question when they are taken away', () => {
    expect(edited('superseded', { color: null, asks: null }).statuses.find(({ id }) => id === 'superseded')).not.toHaveProperty('asks');
    expect(edited('superseded', { color: null }).statuses.find(({ id }) => id === 'superseded')).not.toHaveProperty('color');
  });

  test('may be followed by and follow what is ticked', () => {
    const other = edited('completed', { next: [], comesFrom: ['approved', 'draft'] });
    expect(['draft', 'approved', 'in-progress', 'completed'].map((id) => nextOf(other, id))).toEqual([['in-review', 'completed'], ['in-progress', 'in-review', 'completed'], ['approved'], []]);
  });
});

test.each([
  ['', [], 'name', 'Give the status a name with at least one letter or digit.'],
  ['--', [], 'name', 'Give the status a name with at least one letter or digit.'],
  ['in-review', [], 'name', 'There is a status “In Review” already.'],
  ['Done', [], 'name', '“Done” means “Completed” already. Take another word, or remove that spelling there first.'],
  ['Fresh', ['ok', 'W I P'], 'aliases', '“W I P” means “In Progress” already. Take another word, or remove that spelling there first.'],
] as const)('%j with %j can be no new status', (name, aliases, field, message) => {
  expect(draftProblems(DEFAULT_WORKFLOW, null, { ...freshDraft(DEFAULT_WORKFLOW, null), name, aliases })).toEqual({ [field]: message });
});

test('the id of another status is no name, even when nothing shows it', () => {
  const renamed = edited('draft', { name: 'Idea', aliases: [] });
  const bare = { ...renamed, statuses: renamed.statuses.map((status) => ({ ...status, aliases: [] })) };
  expect(draftProblems(bare, null, { ...freshDraft(bare, null), name: 'Draft' }).name).toBe('“Draft” is the id of “Idea”, so it means that status. Take another word.');
});

test('a status may keep its own name and spellings', () => {
  for (const status of DEFAULT_WORKFLOW.statuses) {
    const draft = draftOf(DEFAULT_WORKFLOW, status);
    expect(draftProblems(DEFAULT_WORKFLOW, status.id, draft)).toEqual({});
    expect(withStatus(DEFAULT_WORKFLOW, draft, { id: status.id, after: null })).toEqual(DEFAULT_WORKFLOW);
  }
});

test('a removed status leaves nothing that points to it; the last one stays', () => {
  const without = withoutStatus(DEFAULT_WORKFLOW, 'approved');
  expect(JSON.stringify([without.gates, without.statuses.map(({ next }) => next)])).not.toContain('"approved"');
  expect(without.toggles).toEqual([{ property: 'approved', name: 'Approved', to: null }, { property: 'blocked', name: 'Blocked', to: null }]);
  const one = ids(DEFAULT_WORKFLOW).reduce(withoutStatus, DEFAULT_WORKFLOW);
  expect(ids(one)).toEqual(['cancelled']);
});

test('a status moves one place, and not beyond the ends', () => {
  expect(ids(withMovedStatus(DEFAULT_WORKFLOW, 'approved', -1)).slice(0, 3)).toEqual(['draft', 'approved', 'in-review']);
  expect(ids(withMovedStatus(DEFAULT_WORKFLOW, 'draft', 1)).slice(0, 2)).toEqual(['in-review', 'draft']);
  for (const [id, step] of [['draft', -1], ['cancelled', 1], ['nobody', -1]] as const) expect(withMovedStatus(DEFAULT_WORKFLOW, id, step)).toEqual(DEFAULT_WORKFLOW);
});
