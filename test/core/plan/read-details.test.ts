/** The rest of a plan, each test a note and what a person reads in it. */
import { expect, test } from 'vitest';
import { readPlan } from '../../../src/core/plan/parse-plan';
import { type PlanDetails, readDetails } from '../../../src/core/plan/read-details';
import { PhraseIndex } from '../../../src/core/plan/phrase-index';

function details(...lines: string[]): PlanDetails {
  return readDetails(readPlan(lines.join('\n')));
}

test('phases have a number, a title and progress, that of their steps included; a heading about a phase is not another one', () => {
  const { phases } = details('# P', '## Phase 1: Storage', '- [x] a', '### Step 2 – Sync', '- [ ] b', '## Phase 1 Verification', '- [ ] c', '- [-] dropped');
  expect(phases.map(({ name, title, line, done, total }) => [name, title, line, done, total])).toEqual([
    ['Phase 1', 'Storage', 1, 1, 3],
    ['Step 2', 'Sync', 3, 0, 1],
  ]);
});

test.each([
  ['- **REQ-1 (MUST)**: Drafts survive a restart', 'REQ-1', 'must', 'Drafts survive a restart'],
  ['- **REQ-4 (MUST NOT)**: Lose typing', 'REQ-4', 'must not', 'Lose typing'],
  ['- **FR-001**: System MUST allow export', 'FR-001', 'must', 'System MUST allow export'],
  ['* NFR-2: it should be fast', 'NFR-2', null, 'it should be fast'],
  ['1. AC1: Users MAY skip', 'AC1', 'may', 'Users MAY skip'],
])('requirement: %s', (line, id, level, text) => {
  expect(details('## Requirements', '', line).requirements).toEqual([{ id, level, text, line: 2 }]);
});

test('a requirement heading takes its weight from the text below', () => {
  expect(details('### Requirement: Two-factor login', 'The system SHALL ask for a code.').requirements).toEqual([{ id: null, level: 'must', text: 'Two-factor login', line: 0 }]);
});

test('a table that traces requirements by their ids states none', () => {
  expect(details('| Requirement | File |', '|---|---|', '| REQ-1 | a.ts |', '| REQ-2, REQ-3 | b.ts |', '| Rings on time | c.ts |').requirements.map(({ text }) => text)).toEqual(['Rings on time']);
});

test.each(['- P0: fix it', '- **Goal**: ship', '- ~~REQ-1: gone~~', '- HTTP-404: page'])('no requirement: %s', (line) => {
  expect(details(line).requirements).toEqual([]);
});

test('questions: boxes and plain items; resolved by a tick, a strike or an answer; "None" is none', () => {
  const { questions } = details('## 8. Open Questions (should be empty)', '- [ ] Who signs off?', '- [x] Which port?', '- ~~How long?~~ - **Resolved**: a week', '- Where to log?', '  - on the server?', '', '## Unresolved questions', '', '- None.');
  expect(questions.map(({ text, isResolved, isTickable }) => [text, isResolved, isTickable])).toEqual([
    ['Who signs off?', false, true],
    ['Which port?', true, true],
    ['How long? - Resolved: a week', true, false],
    ['Where to log?', false, false],
  ]);
});

test('risks: a register with likelihood × impact, and pairs in a list', () => {
  const { risks } = details('| Risk | Likelihood | Impact | Mitigation |', '| --- | --- | --- | --- |', '| Data loss | High | H | Backups |', '| Slow start | {L/M/H} | Low | |', '', '- **Risk**: No network → **Mitigation**: Queue it');
  expect(risks.map(({ text, likelihood, mitigation, score }) => [text, likelihood, mitigation, score])).toEqual([
    ['Data loss', 'High', 'Backups', 9],
    ['Slow start', '{L/M/H}', null, null],
    ['No network', null, 'Queue it', null],
  ]);
});

test('decisions: rows of a decision table and list items', () => {
  const { decisions } = details('| Decision | Rationale | Alternatives |', '|---|---|---|', '| SQLite | One file | Postgres |', '', '- **Decision 1**: Queue on the device - works offline', '- **Note**: no decision');
  expect(decisions.map(({ text, rationale }) => [text, rationale])).toEqual([
    ['SQLite', 'One file'],
    ['Queue on the device', 'works offline'],
  ]);
});

test('warnings: tagged quotes and callouts read the same; a bold word in plain text is none', () => {
  const { warnings } = details('<critical_warning>', '> **CRITICAL WARNING:** Stop the workers', '> first.', '</critical_warning>', '', '> [!important] Needs version 2', '', '**WARNING:** just prose');
  expect(warnings).toEqual([
    { kind: 'critical', line: 1, text: 'Stop the workers first.' },
    { kind: 'important', line: 5, text: 'Needs version 2' },
  ]);
});

test.each([
  ['- [ ] [Question only the user can answer]', []],
  ['- {question 1}', []],
  ['- [ ] **[Question 1]**: [who can answer]', []],
  ['- [ ] Question 1', []],
  ['- None at this time', []],
  ['- Unresolved decisions: none', []],
  ['- Keine offenen Fragen', []],
  ['- [ ] Which port, 80 or [the other]?', ['open, clear']],
  ['- Who pays?', ['open, clear']],
  ['- Wer zahlt? (fragt Anna)', ['open, clear']],
  ['- Whether logs are kept', ['open, clear']],
  ['- Which port? 80.', ['open, unclear']],
  ['- Approvals needed: platform team', ['open, unclear']],
  ['- Which port? → 80', ['resolved, unclear']],
  ['- ✅ Which port? 80', ['resolved, unclear']],
  ['- Which port?\n  - **Answer**: 80', ['resolved, clear']],
  ['- Which port?\n  - A: 80', ['resolved, clear']],
  ['- [ ] Which port?\n  - Decision: 80', ['resolved, clear']],
])('open questions: %s', (lines, expected) => {
  const { questions } = details('## Open Questions (should be empty before starting)', '', lines);
  expect(questions.map(({ isResolved, isClear }) => `${isResolved ? 'resolved' : 'open'}, ${isClear ? 'clear' : 'unclear'}`)).toEqual(expected);
});

test.each([
  ['## Frequently asked questions', []],
  ['## Questions and answers', []],
  ['## Interview questions', []],
  ['## Open questions (all resolved)', ['resolved, clear']],
  ['## Offene Fragen ✅', ['resolved, clear']],
  ['## Research questions', ['open, unclear']],
  ['## Open questions (to be resolved by Ann)', ['open, clear']],
  ['## 8. Offene Fragen', ['open, clear']],
])('questions under %s', (heading, expected) => {
  expect(details(heading, '', '- Who pays?').questions.map(({ isResolved, isClear }) => `${isResolved ? 'resolved' : 'open'}, ${isClear ? 'clear' : 'unclear'}`)).toEqual(expected);
});

test.each([
  ['> [!question] Open questions\n> - Batch mails?\n> - [ ] Who pays?\n> - None', ['Batch mails? open, clear', 'Who pays? open, clear']],
  ['> [!faq]- Offene Fragen\n> - Wer zahlt?', ['Wer zahlt? open, clear']],
  ['> [!question] Resolved questions\n> - Which port?', ['Which port? resolved, unclear']],
  ['> [!question] Frequently asked questions\n> - Which port?', []],
  ['> [!question] Open questions\n> - Which port?\n\n- a step', ['Which port? open, clear']],
  ['> [!note] Background\n> - Which port was it?', []],
  ['> [!question]\n> - Which port?', []],
])('questions in a callout: %s', (callout, expected) => {
  expect(details('# Plan', '## Steps', callout).questions.map(({ text, isResolved, isClear }) => `${text} ${isResolved ? 'resolved' : 'open'}, ${isClear ? 'clear' : 'unclear'}`)).toEqual(expected);
});

test('violations of the rules, with what justifies them', () => {
  const { violations } = details('## 10. Constitution Check', '', '- Violation: two databases', '- Justification: the old one is read-only', '- Violation:', '- Violation: no tests', '', '## Other', '- Violation: elsewhere');
  expect(violations.map(({ text, justification }) => [text, justification])).toEqual([
    ['two databases', 'the old one is read-only'],
    ['no tests', null],
  ]);
});

test.each([
  ['- Violation: none identified', []],
  ['- Violation: [which rule]\n- Justification: [why]', []],
  ['- Violation: two databases\n- Justification: [why it is needed]', ['two databases: null']],
  ['- Violation: two databases (because the old one is read-only)', ['two databases (because the old one is read-only): the old one is read-only']],
  ['- Violation: None of the tests were seen failing', ['None of the tests were seen failing: null']],
  ['- Verstoß: zwei Datenbanken\n- Begründung: die alte wird nur gelesen', ['zwei Datenbanken: die alte wird nur gelesen']],
  ['| Violation | Why Needed |\n| --- | --- |\n| 4th project | – |\n| [e.g., Repository pattern] | [why] |', ['4th project: null']],
  ['| Principle | Violation | Justification |\n| --- | --- | --- |\n| III | tests came later | the format was unknown |', ['tests came later: the format was unknown']],
  ['| Violations | Count |\n| --- | --- |\n| Contrast | 12 |', []],
])('constitution check: %s', (lines, expected) => {
  expect(details('## Constitution Check', '', lines).violations.map(({ text, justification }) => `${text}: ${justification}`)).toEqual(expected);
});

test('breaking changes: a table column, and a list entry under its endpoint', () => {
  const { breakingChanges } = details('| Endpoint | Breaking Change |', '|---|---|', '| GET /a | Yes |', '| GET /b | No |', '| GET /c | [Yes/No] |', '', '#### POST /d', '- **Breaking:** Yes, old clients', '#### PUT /e', '- **Breaking:** {Yes/No}');
  expect(breakingChanges.map(({ text }) => text)).toEqual(['GET /a', 'POST /d']);
});

test('phrases are found as whole words, whole titles only where asked, and anywhere in unspaced scripts', () => {
  const index = new PhraseIndex([['test plan', 'plan'], ['tests=', 'tests'], ['验证', 'check'], ["won't do", 'no']] as const);
  expect([...index.roles('our test plan, v2')]).toEqual(['plan']);
  expect([...index.roles('latest plan')]).toEqual([]);
  expect([...index.roles('test planning')]).toEqual([]);
  expect([...index.roles('tests')]).toEqual(['tests']);
  expect([...index.roles('unit tests')]).toEqual([]);
  expect([...index.roles('第一阶段验证步骤')]).toEqual(['check']);
  expect([...index.roles("we won't do it")]).toEqual(['no']);
});

test('confirmation gates: where they stand, what they ask, whether they are passed', () => {
  const { gates } = details('## Phase 1: Store\n\n**Confirmation Gate**: ✅ all `npm test` green\n\n## Phase 2\n\n> - **Gate:** load test by Ops\n\n## Notes\n\nThe gate: none here is meant\n\n**Confirmation gate**: asks before each bulk write');
  expect(gates).toEqual([
    { line: 2, text: '✅ all npm test green', phase: 'Phase 1', isPassed: true, isClear: true },
    { line: 6, text: 'load test by Ops', phase: 'Phase 2', isPassed: false, isClear: false },
  ]);
});

test.each([
  ['**Confirmation Gate**: ✅ a day on two tablets', true],
  ['✅ **Confirmation Gate**: a day on two tablets', true],
  ['- [x] **Confirmation Gate**: a day on two tablets', true],
  ['**Confirmation Gate**: Confirmed by QA on Monday', true],
  ['**Confirmation Gate**: a day on two tablets (passed 2026-10-12)', true],
  ['**Confirmation Gate**: a day on two tablets — signed off by QA', true],
  ['**Phase gate:** PASS → gates/1.yml', true],
  ['**Bestätigung**: zwei Tage im Feld – bestanden', true],
  ['**Confirmation Gate**: ~~a day on two tablets~~', true],
  ['- [ ] **Confirmation Gate**: a day on two tablets', false],
  ['**Confirmation Gate**: QA has run a day on two tablets', false],
  ['**Confirmation Gate**: Pass the load test', false],
  ['**Confirmation Gate**: Done when QA says so', false],
])('a gate says whether it is passed: %s', (line, isPassed) => {
  expect(details('## Phase 1: Store', '', line).gates.map((gate) => [gate.isPassed, gate.isClear])).toEqual([[isPassed, true]]);
});

test('checklists without boxes are read, but only where items are checks and no box stands beside them', () => {
  const { plainChecks } = details('## Phase 1\n\n### Success Criteria\n\n- **Automated**:\n  - builds\n  - ✅ lints\n- ~~starts~~\n\n### Manual testing\n\n1. [ ] open it\n2. a remark\n\n### Changes\n\n- code\n\n## Testing\n\n- Add a test\n- old data loads');
  expect(plainChecks.map(({ line, text, label, verification, phase, state }) => [line, text, label, verification, phase, state].join(' · '))).toEqual([
    '5 · builds · Automated · automated · Phase 1 · open',
    '6 · ✅ lints · Automated · automated · Phase 1 · done',
    '7 · starts ·  · other · Phase 1 · done',
    '21 · old data loads ·  · other ·  · open',
  ]);
});
