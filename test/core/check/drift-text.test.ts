/** Drift between a status and what the text still asks for; what keeps a plan from being read; what a plan ignores. */
import { expect, test } from 'vitest';
import { codesOf, driftOf } from '../../support/drift-of';

const plan = (status: string, body: string): string => `---\ntype: plan\nstatus: ${status}\n---\n# Sync\n\n${body}\n`;

test('questions are open, and work has begun', () => {
  const body = '## Open Questions\n\n- [ ] Who pays?\n- Which port?\n- ~~How long?~~';
  expect(driftOf(plan('In Progress', body))).toEqual(['questions 9: The status is “In Progress”, but 2 questions are open | Who pays? · Which port?']);
  expect(codesOf(plan('Completed', body))).toEqual(['questions']);
  expect([...codesOf(plan('Approved', body)), ...codesOf(plan('Cancelled', body)), ...codesOf(plan('Parked', body))]).toEqual([]);
  expect(codesOf(plan('In Progress', '## Open Questions\n\n- [ ] [Question 1]\n- None'), { slots: [] })).toEqual([]);
});

test('slots are left past the first status', () => {
  const body = '## Goal\n\n[Say what this plan is for]\n\n## Scope\n\n- **Not in scope**: [Thing 1] - [Reason why]';
  expect(driftOf(plan('In Review', body))).toEqual(['placeholders 9: The status is “In Review”, but 3 placeholders are left | Say what this plan is for · Thing 1 · Reason why']);
  expect([...codesOf(plan('Draft', body)), ...codesOf(plan('Cancelled', body)), ...codesOf(plan('Parked', body))]).toEqual([]);
});

test('citations in brackets are no slots', () => {
  expect(codesOf(plan('Completed', '## Notes\n\nChunks of 1 MB.\n\n[Source: docs/architecture.md#4.1]\n\n[Source: Epic 3]'))).toEqual([]);
});

test('a property that stands there twice; not one of its name in a block of text or a map', () => {
  expect(driftOf('---\ntype: plan\nstatus: Draft\n# later\nstatus: Approved\n---\n# Sync\n')).toEqual(['frontmatter 5: The property “status” stands there 2 times, so the properties can’t be read for sure | Draft · Approved']);
  expect(codesOf('---\ntype: plan\nstatus: Draft\nmore: >\n  status: a\n  status: b\nmap:\n  status: c\nStatus-note: d\n---\n# Sync\n')).toEqual([]);
  expect(codesOf('---\ntype: plan\nstatus: Draft\nnote: "a\n\nstatus: b"\n---\n# Sync\n')).toEqual(codesOf('---\ntype: plan\nstatus: Draft\nnote: "a\n\nstate: b"\n---\n# Sync\n'));
});

test.each([
  ['a code fence', '```ts\nconst a = 1;\n\n## Verification\n\n- [ ] Saves', 'hidden-content 7: A code fence is never closed and hides what stands below it | ## Verification'],
  ['a comment', '%%\nlater\n\n- [ ] Saves', 'hidden-content 7: A comment “%%” is never closed and hides what stands below it | - [ ] Saves'],
  ['an HTML comment', '<!-- later\n\n## Verification\n\n- [ ] Saves', 'hidden-content 7: A comment “<!--” is never closed and hides what stands below it | ## Verification'],
  ['a fence in a list', '- a\n\n  ```sh\n  npm test\n\n  - [ ] Saves', 'hidden-content 9: A code fence is never closed and hides what stands below it | - [ ] Saves'],
])('%s that is never closed', (_what, body, expected) => {
  expect(driftOf(plan('Draft', body))).toEqual([expected]);
});

test.each([
  ['code alone', '```sh\n# install\nnpm ci'],
  ['nothing', '```'],
  ['a fence that is closed', '```\n## Verification\n- [ ] Saves\n```'],
  ['a comment that is closed', '<!-- ## Verification\n- [ ] Saves -->'],
])('nothing is lost: %s', (_what, body) => {
  expect(codesOf(plan('Draft', body))).toEqual([]);
});

test('what is hidden may be what is missing elsewhere', () => {
  const text = plan('Approved', '## Acceptance criteria\n\n- [x] Saves\n\n```ts\n\n## Manual testing\n\n- [ ] Prints');
  expect(codesOf(text)).toEqual(['hidden-content']);
});

test('frontmatter that can’t be read, or has no end', () => {
  expect(driftOf('---\ntype: plan\nowner: "Mobile team\ntags: [kiosk, : ]\n---\n# Kiosk plan\n\n## Acceptance criteria\n\n- [ ] a\n')).toEqual([expect.stringMatching(/^frontmatter \d: The properties can’t be read \| The frontmatter is not valid YAML: /)]);
  expect(driftOf('---\ntype: plan\nstatus: Draft\n\n# Kiosk implementation plan\n\n## Acceptance criteria\n\n- [ ] a\n')).toEqual(['frontmatter 1: The properties can’t be read | The frontmatter opened with “---” is never closed.']);
});

test.each([
  ['plan-ignore: true', []],
  ['plan-ignore: all', []],
  ['plan-ignore: open-items', ['questions']],
  ['plan-ignore: "Questions, open-items"', []],
  ['plan-ignore: [questions]', ['open-items']],
  ['plan-ignore:\n  - questions\n  - open-items', []],
  ['plan-ignore: false', ['open-items', 'questions']],
  ['plan-ignore:', ['open-items', 'questions']],
  ['plan-ignore: questoins', ['open-items', 'questions', 'unknown-ignore']],
  ['plan-ignore: [questoins, unknown-ignore]', ['open-items', 'questions']],
])('%s', (property, expected) => {
  expect(codesOf(`---\ntype: plan\nstatus: Completed\n${property}\n---\n# Sync\n\n## Acceptance criteria\n\n- [ ] Saves\n\n## Open questions\n\n- [ ] Who pays?\n`)).toEqual(expected);
});

test('a word that names no contradiction is told, with its line and the words there are', () => {
  expect(driftOf('---\ntype: plan\nplan-ignore: [stale, questoins]\n---\n# Sync\n')).toEqual([expect.stringMatching(/^unknown-ignore 3: “plan-ignore” names “questoins”, which is no contradiction; it knows frontmatter, .*unknown-ignore \| questoins$/)]);
});
