// Whatever is stored, and whatever a person does in the settings: a workflow's statuses can be told apart, and nothing points into the void.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DraftProblems, draftOf, draftProblems, freshDraft, type StatusDraft, withMovedStatus, withoutStatus, withStatus } from '../../src/core/status/edit-status';
import { gateLines, withGateLevel, withoutOwnGates, withOwnGates } from '../../src/core/status/edit-workflow';
import { withCopy, withDefaultRestored, withFirst, withoutWorkflow } from '../../src/core/status/edit-workflows';
import { GATE_LEVELS, GATES } from '../../src/core/status/gate';
import { withAlias } from '../../src/core/status/map-status';
import { soundWorkflows } from '../../src/core/status/sound-workflows';
import { DEFAULT_WORKFLOW, findStatus, foldStatus, STATUS_COLORS, STATUS_GROUPS, STATUS_QUESTIONS, type Workflow } from '../../src/core/status/workflow';
import { migrateSettings } from '../../src/settings/migrate-settings';
import { storedWorkflows } from './arbitrary-workflows';
import { runs } from './runs';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What does not hold of the workflows. One comparison for all of it: `expect` is slow. */
function flaws(workflows: readonly Workflow[]): string[] {
  const found: string[] = [];
  const check = (holds: boolean, what: string): void => {
    if (!holds) found.push(what);
  };
  const areIds = (ids: readonly string[]): boolean => new Set(ids).size === ids.length && ids.every((id) => ID.test(id));
  check(workflows.length > 0 && areIds(workflows.map(({ id }) => id ?? '')), 'ids of workflows');
  for (const workflow of workflows) {
    const { statuses, gates = [], toggles = [], templates = [], folders = [], name } = workflow;
    const known = statuses.map(({ id }) => id);
    check(statuses.length > 0 && areIds(known), 'ids of statuses');
    for (const status of statuses) {
      for (const spelling of [status.id, status.name, ...status.aliases]) check(foldStatus(spelling) !== '' && findStatus(workflow, spelling) === status, `“${spelling}” is not ${status.id}`);
      check(new Set(status.next).size === status.next.length && status.next.every((id) => known.includes(id) && id !== status.id), `next of ${status.id}`);
      check(STATUS_GROUPS.includes(status.group) && (status.color === undefined || STATUS_COLORS.includes(status.color)) && (status.asks === undefined || STATUS_QUESTIONS.includes(status.asks)), `choices of ${status.id}`);
      for (const text of [status.name, ...status.aliases]) check(text === text.replace(/\s+/g, ' ').trim(), `blanks in “${text}”`);
    }
    check(new Set(gates.map(({ from, to }) => `${from} ${to}`)).size === gates.length, 'gates twice');
    for (const { from, to, levels } of gates) check((from === '*' || known.includes(from)) && known.includes(to) && GATES.every((gate) => levels[gate] === undefined || GATE_LEVELS.includes(levels[gate])), `gates of ${from} to ${to}`);
    check(new Set(toggles.map(({ property }) => property.toLowerCase())).size === toggles.length, 'toggles twice');
    for (const { property, name: label, to } of toggles) check(property !== '' && label !== '' && (to === null || known.includes(to)), `toggle ${property}`);
    for (const text of [name, ...templates, ...folders]) check(typeof text === 'string' && /\S/.test(text), 'an empty text');
  }
  return found;
}

test('anything at all becomes sound workflows; put in again, they come out the same', () => {
  fc.assert(fc.property(storedWorkflows, (stored) => {
    const once = soundWorkflows(stored);
    expect(flaws(once)).toEqual([]);
    expect(soundWorkflows(once)).toEqual(once);
    expect(migrateSettings({ workflows: stored, author: 'Ops' })).toMatchObject({ author: 'Ops' });
  }), runs(800));
});

test('sound workflows come out as they went in, with what a later version stored beside them', () => {
  fc.assert(fc.property(storedWorkflows, fc.jsonValue(), (stored, more) => {
    const sound = soundWorkflows(stored).map((workflow) => ({ ...workflow, more, statuses: workflow.statuses.map((status) => ({ ...status, more })) }));
    expect(soundWorkflows(sound)).toEqual(sound);
    // What is written down and read again is the same as well.
    const json: unknown = JSON.parse(JSON.stringify(sound));
    expect(soundWorkflows(json)).toEqual(json);
  }), runs(300));
  expect(soundWorkflows([DEFAULT_WORKFLOW])).toEqual([DEFAULT_WORKFLOW]);
});

const number = fc.nat({ max: 9 });
const name = fc.constantFrom('Blocked', 'blocked', 'Draft', 'Done', 'Waiting', 'In Review', 'In-Review 2', '', '再開');
/** A step in the settings: what is done, to which status, with which words. */
const step = fc.record({ kind: fc.constantFrom('add', 'edit', 'move', 'remove', 'gate', 'own', 'disown', 'map', 'copy', 'first', 'drop', 'restore'), a: number, b: number, name, aliases: fc.array(name, { maxLength: 2 }) });

test('any run of edits keeps workflows sound, and what a note says keeps its meaning through renames', () => {
  fc.assert(fc.property(storedWorkflows, fc.array(step, { maxLength: 12 }), (stored, steps) => {
    let workflows = soundWorkflows(stored);
    for (const { kind, a, b, name: word, aliases } of steps) {
      const workflow = workflows[a % workflows.length] ?? DEFAULT_WORKFLOW;
      const [first, second] = [workflow.statuses[a % workflow.statuses.length], workflow.statuses[b % workflow.statuses.length]];
      if (!first || !second) throw new Error('There is a workflow without statuses.');
      const put = (changed: Workflow): void => { workflows = workflows.map((each) => (each === workflow ? changed : each)); };
      const edit = (id: string | null, draft: StatusDraft): void => {
        const problems: DraftProblems = draftProblems(workflow, id, draft);
        if (problems.name !== undefined || problems.aliases !== undefined) return;
        const changed = withStatus(workflow, draft, { id, after: second.id });
        const isKept = id === null || findStatus(changed, first.name)?.id === first.id;
        expect([isKept, findStatus(changed, draft.name)?.name, changed.statuses.length]).toEqual([true, draft.name, workflow.statuses.length + (id === null ? 1 : 0)]);
        put(changed);
      };
      if (kind === 'add') edit(null, { ...freshDraft(workflow, second.id), name: word, aliases });
      else if (kind === 'edit') edit(first.id, { ...draftOf(workflow, first), name: word, aliases });
      else if (kind === 'move') put(withMovedStatus(workflow, first.id, b % 2 === 0 ? 1 : -1));
      else if (kind === 'remove') put(withoutStatus(workflow, first.id));
      else if (kind === 'gate') put(withGateLevel(workflow, gateLines(workflow)[b % gateLines(workflow).length] ?? { from: '*', to: first.id }, GATES[b % GATES.length] ?? 'questions', GATE_LEVELS[a % 3] ?? 'off'));
      else if (kind === 'own') put(withOwnGates(workflow, { from: first.id, to: second.id }));
      else if (kind === 'disown') put(withoutOwnGates(workflow, { from: first.id, to: second.id }));
      else if (kind === 'map') {
        const mapped = withAlias(workflows, workflow.id ?? '', first.id, word);
        if (mapped.ok) workflows = mapped.workflows;
        if (mapped.ok) expect(findStatus(workflows[a % workflows.length] ?? DEFAULT_WORKFLOW, word)?.id).toBe(first.id);
      } else if (kind === 'copy') workflows = withCopy(workflows, workflow, word || 'Copy');
      else if (kind === 'first') workflows = withFirst(workflows, workflow.id ?? '');
      else if (kind === 'drop') workflows = withoutWorkflow(workflows, workflow.id ?? '');
      else workflows = withDefaultRestored(workflows);
    }
    expect(flaws(workflows)).toEqual([]);
  }), runs(800));
});
