import { expect, test } from 'vitest';
import { parsePlan } from '../../../src/core/plan/parse-plan';

/** One task a line: "line [mark] text · kind/class · label · phase · state". */
function tasks(text: string): string[] {
  return parsePlan(text).tasks.map(({ line, mark, text: said, kind, verification, label, phase, state }) => `${line} [${mark}] ${said} · ${[verification === null ? kind : `${kind}/${verification}`, label ?? '-', phase ?? '-', state].join(' · ')}`);
}

test.each([
  ['under a heading', '## Success Criteria\n- [ ] a', ['1 [ ] a · verification/other · - · - · open']],
  ['under a bold label', '## Phase 1: Store\n\n**Automated**:\n\n- [x] a', ['4 [x] a · verification/automated · Automated · Phase 1 · done']],
  ['colon in the label', '**Manual Verification:**\n- [ ] a', ['1 [ ] a · verification/manual · Manual Verification · - · open']],
  ['under a parent bullet', '### Verification\n- **Automated**: by CI\n  - [ ] a\n- Manual:\n  - [ ] b', ['2 [ ] a · verification/automated · Automated · - · open', '4 [ ] b · verification/manual · Manual · - · open']],
  ['labels in a quote', '> **Automated**:\n> - [ ] a\n>\n> **Invariants**\n> - [ ] b', ['1 [ ] a · verification/automated · Automated · - · open', '4 [ ] b · verification/invariant · Invariants · - · open']],
  ['label in a callout', '> [!check] x\n> **Manual**\n> - [ ] a', ['2 [ ] a · verification/manual · Manual · - · open']],
  ['the title of a callout', '> [!success]+ Success criteria\n> - [ ] a\n\n- [ ] b', ['1 [ ] a · verification/other · Success criteria · - · open', '3 [ ] b · other · - · - · open']],
  ['a label in a quote ends with the quote', '> **Automated**\n> - [ ] a\n\n- [ ] b', ['1 [ ] a · verification/automated · Automated · - · open', '3 [ ] b · other · - · - · open']],
  ['a plain line with a colon', 'Acceptance criteria:\n\n- [ ] a', ['2 [ ] a · verification/other · Acceptance criteria · - · open']],
  ['a plain line with a colon that says nothing of checks', '**Automated**\n\nRun these:\n- [ ] a', ['3 [ ] a · verification/automated · Automated · - · open']],
  ['a bold label with a remark', '**Manual Verification** (by QA):\n- [ ] a', ['1 [ ] a · verification/manual · Manual Verification · - · open']],
  ['the note’s title does not make checks of its work', '# Verification of pumps\n\n- [ ] a\n\n## Work\n- [ ] b', ['2 [ ] a · verification/other · - · - · open', '5 [ ] b · other · - · - · open']],
  ['checklists, but not of work', '## QA checklist\n- [ ] a\n\n## Implementation checklist\n- [ ] b', ['1 [ ] a · verification/other · - · - · open', '4 [ ] b · other · - · - · open']],
  ['numbered tasks are parts of the work', '### Task 2: Store\n- [ ] a\n\n## Task 3.1\n- [ ] b', ['1 [ ] a · other · - · Task 2 · open', '4 [ ] b · other · - · Task 3.1 · open']],
  ['a phase with a letter, steps with two numbers, a slice', '## Phase B: Show\n- [ ] a\n\n## Step 1.2 – Store\n- [ ] b\n\n## Slice 3 — Sync\n- [ ] c\n\n## Phase A is over\n- [ ] d', ['1 [ ] a · other · - · Phase B · open', '4 [ ] b · other · - · Step 1.2 · open', '7 [ ] c · other · - · Slice 3 · open', '10 [ ] d · other · - · - · open']],
  ['what comes after a phase is none of it', '## After phase 1\n- [ ] a', ['1 [ ] a · other · - · - · open']],
  ['but a phase around them is the part', '## Phase 1\n### Task 2: Store\n- [ ] a', ['2 [ ] a · other · - · Phase 1 · open']],
  ['a label over plain items is not that of the boxes behind them', '**Files:**\n- Create: `a`\n\n- [ ] b', ['3 [ ] b · other · - · - · open']],
  ['a template’s tag below a task', '> - [ ] a\n</critical_warning>', ['0 [ ] a · other · - · - · open']],
  ['tests to be written are work', '## 4. Testing\n- [ ] 4.1 Add a test for a\n- [ ] **Write** docs\n- [ ] Added rows show', ['1 [ ] 4.1 Add a test for a · other · - · - · open', '2 [ ] **Write** docs · other · - · - · open', '3 [ ] Added rows show · verification/other · - · - · open']],
  ['tests to be written in a test plan', '## Test plan\n- [ ] Write unit tests\n- [ ] Failover works', ['1 [ ] Write unit tests · other · - · - · open', '2 [ ] Failover works · verification/other · - · - · open']],
  ['plain parent bullets that are names', '- Success criteria\n  - [ ] a\n- _Manual testing_\n  - [ ] b\n- [ ] **Acceptance criteria:**\n  - [ ] c', ['1 [ ] a · verification/other · Success criteria · - · open', '3 [ ] b · verification/manual · _Manual testing_ · - · open', '4 [ ] **Acceptance criteria:** · other · - · - · open', '5 [ ] c · verification/other · Acceptance criteria · - · open']],
  ['other languages', '## Manuelle Tests\n- [ ] a\n\n## Pruebas manuales\n- [ ] b\n\n## 手动测试\n- [ ] c', ['1 [ ] a · verification/manual · - · - · open', '4 [ ] b · verification/manual · - · - · open', '7 [ ] c · verification/manual · - · - · open']],
  ['an item that began empty has ended', '* 1.\n  [ ] a', []],
  ['but not where criteria are listed', '## Acceptance criteria\n- [ ] Add a test', ['1 [ ] Add a test · verification/other · - · - · open']],
  ['work within verification', '## Verification\n### Next steps\n- [ ] a', ['2 [ ] a · other · - · - · open']],
  ['a label ends with its section', '**Automated**\n\n## Notes\n- [ ] a', ['3 [ ] a · other · - · - · open']],
  ['bold text with words behind is no label', '**Goal**: ship it\n- [ ] a', ['1 [ ] a · other · - · - · open']],
  ['questions', '## Open Questions (none yet)\n- [ ] why?', ['1 [ ] why? · question · - · - · open']],
  ['the nearest label wins over the heading', '## Verification\n**Open questions**\n- [ ] why?', ['2 [ ] why? · question · Open questions · - · open']],
  ['phase from an outer heading', '## 4. Step 2 – Store\n### Verification\n- [ ] a', ['2 [ ] a · verification/other · - · Step 2 · open']],
  ['dropped', '- [-] a', ['0 [-] a · other · - · - · dropped']],
  ['struck through', '- [ ] ~~Why?~~ - **Resolved**: so', ['0 [ ] ~~Why?~~ - **Resolved**: so · other · - · - · done']],
  ['unknown marks are open', '- [/] a\n- [🔥] b', ['0 [/] a · other · - · - · open', '1 [🔥] b · other · - · - · open']],
  ['optional', '- [ ]* a', []],
  ['wrapped', '- [ ] a\n  b\n> - [ ] c\n> d', ['0 [ ] a b · other · - · - · open', '2 [ ] c d · other · - · - · open']],
  ['a tick written as text is no task', '- ✅ done', []],
  ['in a fence', '```\n- [ ] a\n```', []],
  ['German', '## Abnahmekriterien\n- [ ] a', ['1 [ ] a · verification/other · - · - · open']],
  ['Chinese', '## 验收标准\n- [ ] a', ['1 [ ] a · verification/other · - · - · open']],
  ['heading with number, emoji, remark', '### 3.2 ✅ **Acceptance Criteria** (must)\n1. [ ] a', ['1 [ ] a · verification/other · - · - · open']],
  ['functional, ops, compatibility, defaults', '## Verification\n**Functional**\n- [ ] a\n\n**Ops/Docs**\n- [ ] b\n\n**Compatibility**\n- [ ] c\n\n**Defaults/Fallbacks**\n- [ ] d', ['2 [ ] a · verification/functional · Functional · - · open', '5 [ ] b · verification/ops · Ops/Docs · - · open', '8 [ ] c · verification/compatibility · Compatibility · - · open', '11 [ ] d · verification/defaults · Defaults/Fallbacks · - · open']],
])('%s', (_name, text, expected) => {
  expect(tasks(text)).toEqual(expected);
  expect(tasks(text.replace(/\n/g, '\r\n'))).toEqual(expected);
});

test('path, parent line and offsets', () => {
  const text = '# T\n\n## A\n\n- parent\n  - [ ] child\n\n    more\n  - other';
  const [task] = parsePlan(text).tasks;
  expect(task).toMatchObject({ path: ['T', 'A'], parentLine: 4, line: 5 });
  expect(text.slice(task?.from, task?.to)).toBe('- [ ] child\n\n    more');
});

test('marks are a setting', () => {
  const { tasks: [first, second] } = parsePlan('- [/] a\n- [-] b', { marks: { done: '/', dropped: '' } });
  expect([first?.state, second?.state]).toEqual(['done', 'open']);
});

test('a heading of a thousand words is looked up by its beginning', () => {
  const text = `## Verification ${'word '.repeat(1000)}\n- [ ] a`;
  expect(tasks(text)).toEqual(['1 [ ] a · verification/other · - · - · open']);
});
