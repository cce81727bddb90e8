import { describe, expect, test } from 'vitest';
import { gatesOf } from '../../../src/core/status/gate';
import { chooseWorkflow, DEFAULT_WORKFLOW, findStatus, foldStatus, nextStatus, pickOrder, previousStatus, type Workflow } from '../../../src/core/status/workflow';

test.each([
  ['draft', 'draft'], ['Not Started', 'draft'], ['TO-DO', 'draft'], ['in_progress', 'in-progress'], ['In-Progress', 'in-progress'], ['WIP', 'in-progress'],
  ['Ready for Review', 'in-review'], ['accepted', 'approved'], ['implemented', 'completed'], ["won’t do", 'cancelled'], ['Obsolete', 'superseded'], ['frozen', undefined], ['', undefined],
])('%j is the status %j', (word, id) => {
  expect(findStatus(DEFAULT_WORKFLOW, word)?.id).toBe(id);
});

test('no two statuses share a spelling', () => {
  const names = DEFAULT_WORKFLOW.statuses.flatMap(({ id, name, aliases }) => [...new Set([id, name, ...aliases].map(foldStatus))]);
  expect(new Set(names).size).toBe(names.length);
});

test('every status leads only to statuses that exist', () => {
  const ids = DEFAULT_WORKFLOW.statuses.map(({ id }) => id);
  expect(DEFAULT_WORKFLOW.statuses.flatMap(({ next }) => next).filter((id) => !ids.includes(id))).toEqual([]);
});

test.each([
  [null, 'draft', undefined], ['unknown', undefined, undefined], ['Draft', 'in-review', undefined], ['in-review', 'approved', 'draft'], ['in progress', 'completed', 'approved'],
  ['done', undefined, 'in-progress'], ['superseded', undefined, undefined],
])('from %j the path leads on to %j and back to %j', (current, next, previous) => {
  expect(nextStatus(DEFAULT_WORKFLOW, current)?.id).toBe(next);
  expect(previousStatus(DEFAULT_WORKFLOW, current)?.id).toBe(previous);
});

test('a workflow without statuses leads nowhere', () => {
  expect(nextStatus({ statuses: [] }, null)).toBeNull();
});

test('what comes next is offered first, the current status last', () => {
  expect(pickOrder(DEFAULT_WORKFLOW, 'approved').map(({ id }) => id)).toEqual(['in-progress', 'in-review', 'draft', 'completed', 'superseded', 'cancelled', 'approved']);
  expect(pickOrder(DEFAULT_WORKFLOW, null).map(({ id }) => id)).toEqual(DEFAULT_WORKFLOW.statuses.map(({ id }) => id));
  expect(pickOrder(DEFAULT_WORKFLOW, 'unknown')).toHaveLength(7);
});

describe('several workflows', () => {
  const plain: Workflow = { id: 'plain', name: 'Plain plans', statuses: [] };
  const specs: Workflow = { id: 'specs', name: 'Specs', statuses: [], templates: ['spec-plan'], folders: ['Work/Specs', 'Work'] };
  const deep: Workflow = { id: 'deep', statuses: [], folders: ['/Work/Specs/Deep/'] };
  const clues = { named: null, template: null, path: null };

  test.each([
    [{ ...clues }, 'plain'],
    [{ ...clues, named: 'Specs' }, 'specs'],
    [{ ...clues, named: 'plain-plans', template: 'spec-plan' }, 'plain'],
    [{ ...clues, named: 'nobody', template: 'spec-plan' }, 'specs'],
    [{ ...clues, template: 'other', path: 'Work/a.md' }, 'specs'],
    [{ ...clues, path: 'Work/Specs/Deep/a.md' }, 'deep'],
    [{ ...clues, path: 'Workshop/a.md' }, 'plain'],
  ])('%j follows %s', (known, id) => {
    expect(chooseWorkflow([plain, specs, deep], known).id).toBe(id);
  });

  test('no workflow at all leaves the default one', () => {
    expect(chooseWorkflow([], clues)).toBe(DEFAULT_WORKFLOW);
  });
});

test('the gates of exactly this move come before those of any move to the status', () => {
  const gates = [{ from: '*', to: 'b', levels: { questions: 'warn' } }, { from: 'a', to: 'b', levels: { questions: 'block' } }] as const;
  expect([gatesOf(gates, 'a', 'b'), gatesOf(gates, 'c', 'b'), gatesOf(gates, null, 'b'), gatesOf(gates, 'a', 'c')]).toEqual([{ questions: 'block' }, { questions: 'warn' }, { questions: 'warn' }, {}]);
});
