import { expect, test } from 'vitest';
import { soundWorkflows } from '../../../src/core/status/sound-workflows';
import { DEFAULT_WORKFLOW } from '../../../src/core/status/workflow';

const status = (id: string, more: object = {}): object => ({ id, name: id, aliases: [], group: 'to-do', next: [], ...more });
/** "id Name = alias, alias" of each status. */
const told = (statuses: unknown): string[] => (soundWorkflows([{ id: 'w', name: 'W', statuses }])[0]?.statuses ?? []).map(({ id, name, aliases }) => `${id} ${name}${aliases.length === 0 ? '' : ` = ${aliases.join(', ')}`}`);

test.each([['nothing', undefined], ['null', null], ['a text', 'x'], ['no entries', []], ['an object', {}], ['workflows without statuses', [{ id: 'a', statuses: [] }, { id: 'b' }, 7, null]]])('%s leaves the default workflow', (_what, stored) => {
  expect(soundWorkflows(stored)).toEqual([DEFAULT_WORKFLOW]);
});

test('a sound workflow stays beside a broken one, and a sound status beside a broken one', () => {
  expect(soundWorkflows([{ id: 'broken' }, { id: 'mine', name: 'Mine', statuses: [7, { aliases: ['x'] }, status('open')] }])).toEqual([{ id: 'mine', name: 'Mine', statuses: [status('open')] }]);
});

test.each([
  ['made of the name', [{ name: 'In Prüfung' }], ['in-prufung In Prüfung']],
  ['kept when it is sound', [{ id: 'v2', name: 'Second try' }], ['v2 Second try']],
  ['mended when it is not', [{ id: 'In Review', name: 'Review' }], ['in-review Review']],
  ['made of nothing', [{ name: '进行中' }, { name: '完了' }], ['status 进行中', 'status-2 完了']],
  ['only one of a kind', [{ id: 'a', name: 'One' }, { id: 'a', name: 'Two' }], ['a One', 'a-2 Two']],
  ['left to the entry that stored it', [{ name: 'Blocked' }, { id: 'blocked-2', name: 'Second' }, { id: 'blocked', name: 'Stopped' }], ['blocked Blocked', 'blocked-2 Second', 'blocked-3 Stopped']],
])('an id is %s', (_what, statuses, expected) => {
  expect(told(statuses)).toEqual(expected);
});

test.each([
  ['of two names the first', [{ name: 'Done' }, { name: 'DONE', aliases: ['x'] }], ['done Done']],
  ['a name before another spelling', [{ name: 'A', aliases: ['done', 'ok'] }, { name: 'Done' }], ['a A = ok', 'done Done']],
  ['an id before another spelling', [{ name: 'A', aliases: ['b-1'] }, { id: 'b1', name: 'B' }], ['a A', 'b1 B']],
  ['of two other spellings the first', [{ name: 'A', aliases: ['ok'] }, { name: 'B', aliases: ['O K', 'fine'] }], ['a A = ok', 'b B = fine']],
  ['no empty ones', [{ name: ' A  b ', aliases: ['', ' - ', 'c\nd', 'c d', 7] }], ['a-b A b = c d']],
])('one spelling means one status: %s', (_what, statuses, expected) => {
  expect(told(statuses)).toEqual(expected);
});

test('next, gates and toggles name only statuses there are, also by an id that had to be mended', () => {
  const [workflow] = soundWorkflows([{
    statuses: [{ id: 'To Do', name: 'To do', next: ['Done!', 'gone', 'To Do', 'Done!', 7] }, { id: 'Done!', name: 'Done', group: 'finished', color: 'beige', asks: 'money', next: 'To Do' }],
    gates: [{ from: '*', to: 'Done!', levels: { questions: 'block', requirements: 'never', later: 'warn' } }, { from: '*', to: 'Done!', levels: {} }, { from: 'gone', to: 'Done!' }, { from: 'To Do', to: 'Done!' }, 'x'],
    toggles: [{ property: 'ok', to: 'Done!' }, { property: 'OK', name: 'Twice' }, { property: ' held ', name: 'On hold', to: 'gone' }, { name: 'None' }],
    templates: ['spec-plan', 7, 'spec-plan'],
    folders: 'Work',
  }]);
  expect(workflow).toEqual({
    id: 'workflow',
    name: 'Workflow',
    statuses: [{ id: 'to-do', name: 'To do', aliases: [], group: 'to-do', next: ['done'] }, { id: 'done', name: 'Done', aliases: [], group: 'to-do', next: [] }],
    gates: [{ from: '*', to: 'done', levels: { questions: 'block', later: 'warn' } }, { from: 'to-do', to: 'done', levels: {} }],
    toggles: [{ property: 'ok', name: 'ok', to: 'done' }, { property: 'held', name: 'On hold', to: null }],
    templates: ['spec-plan'],
  });
});

test('what a later version stored is kept', () => {
  const stored = [{ ...DEFAULT_WORKFLOW, icon: 'x', statuses: [status('a', { icon: { name: 'y' } })], gates: [{ from: '*', to: 'a', levels: {}, since: 3 }], toggles: [{ property: 'p', name: 'P', to: null, icon: 'z' }] }];
  expect(soundWorkflows(stored)).toEqual(stored);
});
