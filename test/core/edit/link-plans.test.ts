import { expect, test } from 'vitest';
import { linkPredecessor, linkSuccessor } from '../../../src/core/edit/link-plans';
import type { EditResult } from '../../../src/core/text/edit-result';
import { applyChanges } from '../../../src/core/text/text-change';

function outcome(text: string, result: EditResult): string {
  return result.ok ? applyChanges(text, result.changes) : `<${result.refusal.code}>`;
}

const front = (inside: string): string => `---\n${inside}\n---\n# P\n`;

test.each([
  ['none yet', 'status: Superseded', 'status: Superseded\nsuperseded-by: "[[Plans/B]]"'],
  ['empty', 'superseded-by: # c', 'superseded-by: "[[Plans/B]]" # c'],
  ['another one', 'superseded-by: "[[A]]" # c', 'superseded-by: "[[Plans/B]]" # c'],
  ['another one in single quotes', "superseded-by: '[[A]]'", "superseded-by: '[[Plans/B]]'"],
  ['the same one', "superseded-by: '[[Plans/B|B]]'", "superseded-by: '[[Plans/B|B]]'"],
  ['the same one without quotes', 'superseded-by: [[Plans/B]]', 'superseded-by: [[Plans/B]]'],
  ['the same one, no link', 'superseded-by: Plans/B', 'superseded-by: Plans/B'],
  ['a list', 'superseded-by: ["[[A]]"]', 'superseded-by: ["[[A]]", "[[Plans/B]]"]'],
])('a plan names its successor: %s', (_what, before, after) => {
  expect(outcome(front(before), linkSuccessor(front(before), { successor: 'Plans/B' }))).toBe(front(after));
  expect(linkSuccessor(front(after), { successor: '[[Plans/B]]' })).toEqual({ ok: true, changes: [] });
});

test.each([
  ['none yet', 'status: Draft', 'status: Draft\nsupersedes:\n  - "[[Plans/A]]"'],
  ['empty', 'supersedes:\nx: 1', 'supersedes: ["[[Plans/A]]"]\nx: 1'],
  ['a list in brackets', 'supersedes: ["[[X]]",  "[[Y]]"] # c', 'supersedes: ["[[X]]",  "[[Y]]", "[[Plans/A]]"] # c'],
  ['a list of lines', 'supersedes:\n- "[[X]]" # c\nx: 1', 'supersedes:\n- "[[X]]" # c\n- "[[Plans/A]]"\nx: 1'],
  ['an empty list', 'supersedes: []', 'supersedes: ["[[Plans/A]]"]'],
  ['a single one in quotes', 'supersedes: "[[X]]" # c', 'supersedes: ["[[X]]", "[[Plans/A]]"] # c'],
  ['a single one, no link', 'supersedes: X, Y', 'supersedes: ["X, Y", "[[Plans/A]]"]'],
  ['the same one', 'supersedes: "[[Plans/A]]"', 'supersedes: "[[Plans/A]]"'],
  ['the same one in a list', 'supersedes:\n  - "[[X]]"\n  - Plans/A', 'supersedes:\n  - "[[X]]"\n  - Plans/A'],
])('a plan names what it supersedes: %s', (_what, before, after) => {
  const request = { predecessor: 'Plans/A', date: '2026-11-20' };
  expect(outcome(front(before), linkPredecessor(front(before), request))).toBe(front(after));
  expect(linkPredecessor(front(after), request)).toEqual({ ok: true, changes: [] });
});

test('its log says so, where it has one and a day is given', () => {
  const log = '## Changelog\n\n| Version | Date | Author | Change |\n|---|---|---|---|\n| 1.0 | 5 Mar 2026 | Ann | First |';
  const text = `# P\n\nVersion: 1.0\n\n${log}`;
  const linked = (version: string, row: string): string => `---\nsupersedes:\n  - "[[A]]"\n---\n# P\n\nVersion: ${version}\n\n${log}${row}`;
  expect(outcome(text, linkPredecessor(text, { predecessor: '[[A]]', date: '2026-11-20', author: 'Ops' }))).toBe(linked('1.1', '\n| 1.1 | 20 Nov 2026 | Ops | Supersedes [[A]] |'));
  expect(outcome(text, linkPredecessor(text, { predecessor: 'A' }))).toBe(linked('1.0', ''));
});

test.each([
  ['no name', '# P', ' ', '<value-invalid>'],
  ['a bracket', '# P', 'a]]b', '<value-invalid>'],
  ['two lines', '# P', 'a\nb', '<value-invalid>'],
  ['links without quotes', front('supersedes: [[X]]'), 'A', '<property-not-plain>'],
  ['a map', front('supersedes: {a: b}'), 'A', '<property-not-plain>'],
  ['a block', front('supersedes: |\n  X'), 'A', '<property-not-plain>'],
  ['twice', front('supersedes: X\nsupersedes: Y'), 'A', '<property-duplicate>'],
  ['broken', front('a: b: c'), 'A', '<frontmatter-broken>'],
])('refused, and nothing is changed: %s', (_what, text, name, code) => {
  expect(outcome(text, linkPredecessor(text, { predecessor: name }))).toBe(code);
  if (code !== '<property-not-plain>' && code !== '<property-duplicate>') expect(outcome(text, linkSuccessor(text, { successor: name }))).toBe(code);
});
