import { describe, expect, test } from 'vitest';
import { gateLines, toggleProblems, withGateLevel, withoutOwnGates, withoutToggle, withOwnGates, withToggle } from '../../../src/core/status/edit-workflow';
import { withCopy, withDefaultRestored, withFirst, withoutWorkflow, withWorkflow, workflowNameProblem } from '../../../src/core/status/edit-workflows';
import { GATES, gatesOf } from '../../../src/core/status/gate';
import { withAlias } from '../../../src/core/status/map-status';
import { DEFAULT_WORKFLOW, findStatus, type Workflow } from '../../../src/core/status/workflow';

const specs: Workflow = { id: 'specs', name: 'Specs', statuses: [{ id: 'open', name: 'Open', aliases: [], group: 'to-do', next: [] }], templates: ['spec-plan'], folders: ['Work'] };
const both = [DEFAULT_WORKFLOW, specs];
const namesOf = (workflows: readonly Workflow[]): string[] => workflows.map(({ id, name }) => `${id ?? ''}: ${name ?? ''}`);

describe('the list of workflows', () => {
  test('a copy is followed by nobody yet, and has a name and an id of its own', () => {
    const twice = withCopy(withCopy(both, specs, 'Specs copy'), specs, 'Specs copy');
    expect(namesOf(twice).slice(2)).toEqual(['specs-copy: Specs copy', 'specs-copy-2: Specs copy 2']);
    expect(twice[2]).toEqual({ id: 'specs-copy', name: 'Specs copy', statuses: specs.statuses });
  });

  test('one goes, the last one stays', () => {
    expect([namesOf(withoutWorkflow(both, 'default')), withoutWorkflow([specs], 'specs')]).toEqual([['specs: Specs'], [specs]]);
  });

  test('another one becomes the first', () => {
    expect([namesOf(withFirst(both, 'specs')), withFirst(both, 'nobody')]).toEqual([['specs: Specs', 'default: Plans'], both]);
  });

  test('one is exchanged, the others are the same objects', () => {
    const changed = withWorkflow(both, 'specs', (workflow) => ({ ...workflow, name: 'Papers' }));
    expect([changed[0] === DEFAULT_WORKFLOW, changed[1]?.name, withWorkflow(both, 'nobody', () => specs)]).toEqual([true, 'Papers', both]);
  });

  test('the default one is as it came, with those who follow it; it comes back when it is gone', () => {
    const changed = { ...DEFAULT_WORKFLOW, name: 'Mine', statuses: specs.statuses, folders: ['Plans'] };
    expect(withDefaultRestored([specs, changed])).toEqual([specs, { ...DEFAULT_WORKFLOW, folders: ['Plans'] }]);
    expect(namesOf(withDefaultRestored([{ ...specs, name: 'plans' }]))).toEqual(['specs: plans', 'default: Plans 2']);
  });

  test.each([['', 'Give the workflow a name with at least one letter or digit.'], ['plans', 'A note that names “plans” means the workflow “Plans”. Take another name.'], ['Default', 'A note that names “Default” means the workflow “Plans”. Take another name.'], ['specs', null], ['Papers', null]])('%j for the second one: %s', (name, problem) => {
    expect(workflowNameProblem(both, 'specs', name)).toBe(problem);
  });
});

describe('gates', () => {
  test('one level changes, nothing else', () => {
    const changed = withGateLevel(DEFAULT_WORKFLOW, { from: '*', to: 'completed' }, 'questions', 'block');
    expect(gatesOf(changed.gates ?? [], 'draft', 'completed')).toEqual({ ...gatesOf(DEFAULT_WORKFLOW.gates ?? [], 'draft', 'completed'), questions: 'block' });
    expect(changed.gates?.filter(({ to }) => to !== 'completed')).toEqual(DEFAULT_WORKFLOW.gates?.filter(({ to }) => to !== 'completed'));
  });

  test('a workflow without gates shows a line for each status, and takes one', () => {
    expect(gateLines(specs)).toEqual([{ from: '*', to: 'open', levels: {} }]);
    expect(withGateLevel(specs, { from: '*', to: 'open' }, 'questions', 'warn').gates).toEqual([{ from: '*', to: 'open', levels: { questions: 'warn' } }]);
    expect(withGateLevel(specs, { from: '*', to: 'nobody' }, 'questions', 'warn')).toBe(specs);
  });

  test('one move gets gates of its own, as the general ones are; only it changes, until they go', () => {
    const move = { from: 'draft', to: 'completed' };
    const own = withOwnGates(DEFAULT_WORKFLOW, move);
    expect(gatesOf(own.gates ?? [], 'draft', 'completed')).toEqual(gatesOf(DEFAULT_WORKFLOW.gates ?? [], 'draft', 'completed'));
    const off = withGateLevel(own, move, 'verification', 'off');
    expect([gatesOf(off.gates ?? [], 'draft', 'completed').verification, gatesOf(off.gates ?? [], 'approved', 'completed').verification]).toEqual([undefined, 'block']);
    expect(gateLines(off).map(({ from, to }) => `${from} ${to}`).filter((line) => line.endsWith('completed'))).toEqual(['* completed', 'draft completed']);
    expect([withOwnGates(off, move), withoutOwnGates(off, move)]).toEqual([off, DEFAULT_WORKFLOW]);
  });

  test('a level and back again leaves the workflow as it was, in its order too', () => {
    for (const { from, to, levels } of gateLines(DEFAULT_WORKFLOW))
      for (const gate of GATES) {
        const there = withGateLevel(DEFAULT_WORKFLOW, { from, to }, gate, levels[gate] === 'warn' ? 'block' : 'warn');
        const back = withGateLevel(there, { from, to }, gate, levels[gate] ?? 'off');
        expect([JSON.stringify(there) === JSON.stringify(DEFAULT_WORKFLOW), JSON.stringify(back.statuses)]).toEqual([false, JSON.stringify(DEFAULT_WORKFLOW.statuses)]);
        expect(JSON.stringify(back)).toBe(JSON.stringify(DEFAULT_WORKFLOW));
      }
  });
});

describe('toggles', () => {
  test.each([
    [null, { property: '', name: '' }, { property: 'Give the property that is ticked.', name: 'Give the toggle a name.' }],
    [null, { property: 'Approved', name: 'x' }, { property: 'There is a toggle for “Approved” already.' }],
    [0, { property: 'Approved', name: 'x' }, {}],
    [null, { property: 'Status', name: 'x' }, { property: 'The property “status” holds the status itself. Take another one.' }],
  ])('at %j, %j: %j', (at, toggle, problems) => {
    expect(toggleProblems(DEFAULT_WORKFLOW, at, { ...toggle, to: null })).toEqual(problems);
  });

  test('are added, changed and removed', () => {
    const paused = { property: 'paused', name: 'Paused', to: null };
    expect(withToggle(specs, null, paused).toggles).toEqual([paused]);
    expect(withToggle(DEFAULT_WORKFLOW, 1, paused).toggles).toEqual([DEFAULT_WORKFLOW.toggles?.[0], paused]);
    expect(withoutToggle(DEFAULT_WORKFLOW, 0).toggles).toEqual([DEFAULT_WORKFLOW.toggles?.[1]]);
    expect([toggleProblems(specs, null, paused), withoutToggle(specs, 0).toggles]).toEqual([{}, []]);
  });
});

describe('a word mapped to a status', () => {
  test('means it from then on; the other workflows are the same objects', () => {
    const mapped = withAlias(both, 'default', 'in-progress', '  on  the bench ');
    if (!mapped.ok) throw new Error(mapped.message);
    expect(mapped.workflows[0] && findStatus(mapped.workflows[0], 'On-The Bench')?.id).toBe('in-progress');
    expect([mapped.workflows[0]?.statuses[3]?.aliases.at(-1), mapped.workflows[1] === specs]).toEqual(['on the bench', true]);
  });

  test('that means it already changes nothing', () => {
    expect(withAlias(both, 'default', 'in-progress', 'WIP')).toEqual({ ok: true, workflows: both });
  });

  test.each([
    ['default', 'draft', 'wip', '“wip” means “In Progress” already. Take another word, or remove that spelling there first.'],
    ['default', 'draft', 'Approved', 'There is a status “Approved” already.'],
    ['default', 'draft', ' - ', '“-” can’t stand for a status: it has no letters, or has a comma.'],
    ['default', 'draft', 'frozen, for now', '“frozen, for now” can’t stand for a status: it has no letters, or has a comma.'],
    ['default', 'nobody', 'frozen', 'This status is not in the settings any more. Choose another one.'],
    ['nobody', 'draft', 'frozen', 'This status is not in the settings any more. Choose another one.'],
  ])('in %s to %s, %j is refused', (workflow, status, word, message) => {
    expect(withAlias(both, workflow, status, word)).toEqual({ ok: false, message });
  });
});
