import { expect, test } from 'vitest';
import { setToggle, toggleState } from '../../../src/core/edit/edit-toggle';
import { readPlan } from '../../../src/core/plan/parse-plan';
import { DEFAULT_WORKFLOW } from '../../../src/core/status/workflow';
import { applyChanges, invertChanges } from '../../../src/core/text/text-change';

const request = { date: '2026-11-20', author: '' };
const log = '\n## Changelog\n\n- 2026-01-01: First\n';

/** The note after the box was ticked or unticked, or the code of the refusal. Held to: once more changes nothing, and back is back. */
function outcome(text: string, property: string, value: boolean, more: { note?: string; reason?: string; expect?: string } = {}): string {
  const result = setToggle(readPlan(text), { ...request, ...more, property, value });
  if (!result.ok) return `<${result.refusal.code}>`;
  const after = applyChanges(text, result.changes);
  expect(toggleState(readPlan(after), property) ?? false).toBe(value);
  expect(setToggle(readPlan(after), { ...request, property, value })).toEqual({ ok: true, changes: [] });
  expect(applyChanges(after, invertChanges(text, result.changes))).toBe(text);
  return after;
}

const note = (inside: string, row = ''): string => `---\n${inside}\n---\n# P\n${log}${row === '' ? '' : `- 2026-11-20: ${row}\n`}`;

test.each([
  ['true', true], ['True', true], ['TRUE', true], ['yes', true], ['on', true], ['"true"', true], ["'Yes'", true], ['true # c', true],
  ['false', false], ['no', false], ['Off', false], ['"false"', false],
  ['', null], ['~', null], ['""', null], ['maybe', null], ['1', null], ['[true]', null], ['{a: true}', null],
])('blocked: %s is %j', (written, state) => {
  expect(toggleState(readPlan(`---\nblocked: ${written}\n---\n`), 'blocked')).toBe(state);
  expect(toggleState(readPlan(`---\nBlocked: ${written}\n---\n`), 'blocked')).toBe(state);
});

test.each([
  ['missing', 'status: Draft', 'status: Draft\nblocked: true'],
  ['empty', 'blocked:\nstatus: Draft', 'blocked: true\nstatus: Draft'],
  ['empty quotes', 'blocked: "" # c', 'blocked: true # c'],
  ['null', 'blocked: ~', 'blocked: true'],
  ['false', 'blocked: false  # c', 'blocked: true  # c'],
  ['no', 'blocked: no', 'blocked: true'],
  ['quoted false', 'blocked: "false"', 'blocked: true'],
  ['single quotes', "Blocked: 'no' # it's", "Blocked: true # it's"],
  ['ticked by hand', 'blocked: true', 'blocked: true'],
  ['ticked by hand, as yes', 'blocked: yes', 'blocked: yes'],
])('a flag is set: %s', (_what, before, after) => {
  expect(outcome(note(before), 'blocked', true)).toBe(note(after, 'Blocked'));
});

test.each([
  ['true', 'blocked: true', 'blocked: false'],
  ['yes in quotes', 'blocked: "yes"', 'blocked: false'],
  ['on', 'blocked: on # c', 'blocked: false # c'],
])('a flag is taken away: %s', (_what, before, after) => {
  expect(outcome(note(before, 'Blocked by legal'), 'blocked', false)).toBe(`${note(after, 'Blocked by legal')}- 2026-11-20: No longer blocked\n`);
});

test.each([
  ['it is set and logged', 'blocked: yes', true, 'Blocked — by legal'],
  ['it is not set, and never was', 'status: Draft', false, ''],
  ['it is not set any more, and that is logged', 'blocked: false', false, 'No longer blocked'],
])('nothing is written when %s', (_what, inside, value, row) => {
  expect(setToggle(readPlan(note(inside, row)), { ...request, property: 'blocked', value })).toEqual({ ok: true, changes: [] });
});

test('a flag that was unticked by hand is logged', () => {
  expect(outcome(note('status: Draft', 'Blocked'), 'blocked', false)).toBe(`${note('status: Draft', 'Blocked')}- 2026-11-20: No longer blocked\n`);
});

test('why a flag is set, and the day of the last change', () => {
  expect(outcome(note('updated: 2026-01-01'), 'blocked', true, { note: 'by legal', reason: 'contract' })).toBe(note('updated: 2026-11-20\nblocked: true', 'Blocked — by legal; contract'));
});

test('ticking what stands for a move moves the plan, in one edit', () => {
  const text = `---\nstatus: In Review\napproved: false # by Ann\n---\n# P\n\n**Status:** In Review\n${log}`;
  expect(outcome(text, 'approved', true, { note: 'by mail', expect: 'In Review' })).toBe(`---\nstatus: Approved\napproved: true # by Ann\n---\n# P\n\n**Status:** Approved\n${log}- 2026-11-20: Status: In Review → Approved — by mail\n`);
  expect(outcome(text, 'approved', true, { expect: 'Draft' })).toBe('<status-changed>');
});

test.each([
  ['ticked by hand, not moved yet', 'status: Draft\napproved: true', 'status: Approved\napproved: true', 'Status: Draft → Approved'],
  ['no status yet', 'approved: no', 'approved: true\nstatus: Approved', 'Status: Approved'],
  ['further on already', 'status: In Progress\napproved: false', 'status: In Progress\napproved: true', 'Approved'],
  ['there already', 'status: Approved', 'status: Approved\napproved: true', 'Approved'],
  ['off the path', 'status: Cancelled', 'status: Approved\napproved: true', 'Status: Cancelled → Approved'],
])('ticking approved: %s', (_what, before, after, row) => {
  expect(outcome(note(before), 'approved', true)).toBe(note(after, row));
});

test('unticking it moves nothing back', () => {
  expect(outcome(note('status: In Progress\napproved: true'), 'approved', false)).toBe(note('status: In Progress\napproved: false', 'No longer approved'));
});

test('a note without frontmatter and without a log gets both', () => {
  expect(outcome('# P\n\nStatus: Draft\n', 'Approved', true)).toBe('---\napproved: true\n---\n# P\n\nStatus: Approved\n\n## Change Log\n\n| Date | Author | Change |\n|------|--------|--------|\n| 2026-11-20 |  | Status: Draft → Approved |\n');
});

test.each([
  ['a text', 'blocked: waiting for legal', '<property-not-plain>'],
  ['a number', 'blocked: 1', '<property-not-plain>'],
  ['a list', 'blocked: [true]', '<property-not-plain>'],
  ['a map', 'blocked: {a: true}', '<property-not-plain>'],
  ['a block', 'blocked: |\n  no', '<property-not-plain>'],
  ['an anchor', 'blocked: &b no', '<property-not-plain>'],
  ['an alias', 'a: &b no\nblocked: *b', '<property-not-plain>'],
  ['a tag', 'blocked: !!bool no', '<property-not-plain>'],
  ['twice', 'blocked: no\nblocked: no', '<property-duplicate>'],
  ['broken', 'a: b: c\nblocked: no', '<frontmatter-broken>'],
])('refused, and nothing is changed: %s', (_what, inside, code) => {
  expect(outcome(note(inside), 'blocked', true)).toBe(code);
});

test('refused: a box that the workflow does not name, a day that does not exist', () => {
  expect(outcome('# P', 'done', true)).toBe('<toggle-unknown>');
  expect(setToggle(readPlan('# P', { workflow: { statuses: DEFAULT_WORKFLOW.statuses } }), { ...request, property: 'blocked', value: true })).toMatchObject({ refusal: { code: 'toggle-unknown' } });
  expect(setToggle(readPlan('# P'), { property: 'blocked', value: true, date: 'today', author: '' })).toMatchObject({ refusal: { code: 'date-invalid' } });
});
