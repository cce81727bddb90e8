import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renumber } from '../../../src/core/edit/renumber';
import { BUILT_IN_TEMPLATES } from '../../../src/core/template/builtin';
import { applyChanges } from '../../../src/core/text/text-change';
import { ROOT } from '../../support/source-tree';

function renumbered(text: string): string {
  const result = renumber(text);
  if (!result.ok) throw new Error(result.refusal.code);
  const after = applyChanges(text, result.changes);
  expect(after.replace(/\d+/g, '#')).toBe(text.replace(/\d+/g, '#'));
  return after;
}

test.each([
  ['a phase deleted', '## Phase 1: a\n### 1.1 x\n## Phase 3: c\n### 3.1 y\n### 3.2 z\n', '## Phase 1: a\n### 1.1 x\n## Phase 2: c\n### 2.1 y\n### 2.2 z\n'],
  ['phases moved, and what is about them goes along', '## Phase 1: a\n## Phase 3: c\n## Phase 2: b\n# Checks\n## Phase 2 Verification\n## Phase 3 Verification\n', '## Phase 1: a\n## Phase 2: c\n## Phase 3: b\n# Checks\n## Phase 3 Verification\n## Phase 2 Verification\n'],
  ['a copy made by hand', '### Step 1: a\n#### 1.1 x\n### Step 1: a\n#### 1.1 x\n', '### Step 1: a\n#### 1.1 x\n### Step 2: a\n#### 2.1 x\n'],
  ['a phase 0 stays the first', '## Phase 0: a\n## Phase 2: b\n', '## Phase 0: a\n## Phase 1: b\n'],
  ['the first one deleted', '## Phase 2: b\n## Phase 3: c\n', '## Phase 1: b\n## Phase 2: c\n'],
  ['steps that count on below the next heading', '## A\n### Step 1\n### Step 3\n## B\n### Step 4\n### Step 5\n', '## A\n### Step 1\n### Step 2\n## B\n### Step 3\n### Step 4\n'],
  ['steps that start anew', '## A\n### Step 1\n### Step 3\n## B\n### Step 1\n### Step 3\n', '## A\n### Step 1\n### Step 2\n## B\n### Step 1\n### Step 2\n'],
  ['letters and inserted phases stay with theirs', '## Phase 2: a\n## Phase 2b: b\n## Phase 2.1: i\n## Phase 4: c\n', '## Phase 1: a\n## Phase 1b: b\n## Phase 1.1: i\n## Phase 2: c\n'],
  ['sections and their parts', '## 1. a\n### 1.1 x\n### 1.3 y\n## 3. b\n### 3.1 z\n', '## 1. a\n### 1.1 x\n### 1.2 y\n## 2. b\n### 2.1 z\n'],
  ['items below a heading take its number, nothing else does', '## 1. a\n## 3. b\n- [x] 3.1 t, see 3.2 and REQ-3\n- [ ] 3.4 u\n\n| 3.1 | 2 hours |\n|---|---|\n', '## 1. a\n## 2. b\n- [x] 2.1 t, see 3.2 and REQ-3\n- [ ] 2.4 u\n\n| 3.1 | 2 hours |\n|---|---|\n'],
  ['leading zeros', '## Phase 01: a\n## Phase 03: b\n', '## Phase 01: a\n## Phase 02: b\n'],
  ['ids, fences, quotes and versions stay', '## Phase 1: a\n### REQ-7: r\n```\n## Phase 5: x\n```\n> ## Phase 6: q\n\n## 8. Change log\n### 8.3 - 2026-01-01\n### 8.1 - 2025-01-01\n', '## Phase 1: a\n### REQ-7: r\n```\n## Phase 5: x\n```\n> ## Phase 6: q\n\n## 8. Change log\n### 8.3 - 2026-01-01\n### 8.1 - 2025-01-01\n'],
  ['CRLF and underlined headings', 'Phase 2: a\r\n---\r\n\r\nPhase 4: b\r\n---\r\n', 'Phase 1: a\r\n---\r\n\r\nPhase 2: b\r\n---\r\n'],
])('%s', (_name, before, after) => {
  expect(renumbered(before)).toBe(after);
  expect(renumber(after)).toEqual({ ok: true, changes: [] });
});

test.each([
  ['steps that go on through a plan whose phases were moved', '## Phase 2: B\n### Task 3: c\n## Phase 1: A\n### Task 1: a\n### Task 2: b\n', '## Phase 1: B\n### Task 1: c\n## Phase 2: A\n### Task 2: a\n### Task 3: b\n'],
  ['a step put in where steps go on', '## Phase 1\n### Task 1: a\n### Task 2: b\n### Task 4: new\n## Phase 2\n### Task 3: c\n', '## Phase 1\n### Task 1: a\n### Task 2: b\n### Task 3: new\n## Phase 2\n### Task 4: c\n'],
  ['the same number twice where steps go on', '## Phase 1\n### Task 1: a\n### Task 2: b\n### Task 3: new\n## Phase 2\n### Task 3: c\n', '## Phase 1\n### Task 1: a\n### Task 2: b\n### Task 3: new\n## Phase 2\n### Task 4: c\n'],
  ['the first phase deleted, where steps go on', '## Phase 2\n### Task 4: d\n## Phase 3\n### Task 5: e\n', '## Phase 1\n### Task 1: d\n## Phase 2\n### Task 2: e\n'],
  ['steps with their phase’s number: moved phases', '## Phase 1: A\n### Step 1.1: a\n### Step 1.3: b\n## Phase 4: D\n### Step 4.1: d\n## Phase 2: B\n### Step 2.1: c\n', '## Phase 1: A\n### Step 1.1: a\n### Step 1.2: b\n## Phase 2: D\n### Step 2.1: d\n## Phase 3: B\n### Step 3.1: c\n'],
  ['a copied phase whose steps still have the old number', '## Phase 1: A\n### Step 1.1: a\n## Phase 2: B\n### Step 2.1: b\n## Phase 3: C\n### Step 2.1: c\n### Step 2.2: d\n', '## Phase 1: A\n### Step 1.1: a\n## Phase 2: B\n### Step 2.1: b\n## Phase 3: C\n### Step 3.1: c\n### Step 3.2: d\n'],
  ['a step moved to another phase', '## Phase 1\n### Step 1.2: b\n## Phase 2\n### Step 2.1: c\n### Step 1.1: a\n', '## Phase 1\n### Step 1.1: b\n## Phase 2\n### Step 2.1: c\n### Step 2.2: a\n'],
  ['steps beside their phases', '## Phase 1\n## Step 1.1\n## Phase 3\n## Step 3.1\n## Step 3.3\n', '## Phase 1\n## Step 1.1\n## Phase 2\n## Step 2.1\n## Step 2.2\n'],
  ['numbers below a heading without one', '## Phase 1\n## Phase 3\n### Parts\n#### 3.1 a\n- [ ] Task 3.1.1: b\n#### 3.4 c\n', '## Phase 1\n## Phase 2\n### Parts\n#### 2.1 a\n- [ ] Task 2.1.1: b\n#### 2.2 c\n'],
  ['steps of a phase with a letter', '## Phase 1\n## Phase 3\n## Phase 3a\n### Step 3a.1\n### Step 3a.3\n', '## Phase 1\n## Phase 2\n## Phase 2a\n### Step 2a.1\n### Step 2a.2\n'],
  ['steps that go on below a phase with a letter', '## Phase 2\n### Step 2.1\n### Step 2.2\n## Phase 2a\n### Step 2.3\n', '## Phase 1\n### Step 1.1\n### Step 1.2\n## Phase 1a\n### Step 1.3\n'],
  ['the last steps that are left of a count', '## Phase 2: b\n### Step 3: x\n## Phase 3: c\n', '## Phase 1: b\n### Step 1: x\n## Phase 2: c\n'],
  ['steps of one phase written without a colon', '## Phase 1\n### Step 1: a\n### Step 2: b\n## Phase 2\n### Step 1 Dig\n### Step 3 Pour\n', '## Phase 1\n### Step 1: a\n### Step 2: b\n## Phase 2\n### Step 1 Dig\n### Step 2 Pour\n'],
  ['hours are no number of a step', '## Phase 1\n## Phase 3\n- [ ] 3.5 hours of work\n- [ ] 3.5 Mount\n', '## Phase 1\n## Phase 2\n- [ ] 3.5 hours of work\n- [ ] 2.5 Mount\n'],
])('%s', (_name, before, after) => {
  expect(renumbered(before)).toBe(after);
  expect(renumber(after)).toEqual({ ok: true, changes: [] });
});

describe('in order, and so unchanged', () => {
  test.each([
    ['steps that carry the phase’s number', '## Phase 1: A\n### Step 1.1: a\n### Step 1.2: b\n### Step 1.3: c\n'],
    ['the same in two phases', '## Phase 1:\n### Task 1.1\n### Task 1.2\n### Task 1.3\n## Phase 2:\n### Task 2.1\n### Task 2.2\n'],
    ['bare steps in one phase, steps with a word in another', '## Phase 1\n### 1.1\n### 1.2\n## Phase 2\n### Step 2.1 – a\n### Step 2.2 – b\n'],
    ['tasks that go on from phase to phase', '## Phase 1\n### Task 1: a\n### Task 2: b\n## Phase 2\n### Task 3: c\n'],
    ['tasks that go on, in parts of the plan', '# Server\n## Phase 1\n### Task 1\n## Phase 2\n### Task 2\n# Client\n## Phase 3\n### Task 3\n### Task 4\n'],
    ['bare steps that go on', '## Phase 1\n### 1. a\n### 2. b\n## Phase 2\n### 3. c\n### 4. d\n'],
    ['tasks at two levels', '## A\n### Task 1\n## B\n#### Task 2\n'],
    ['steps in two parts of a phase', '## Phase 1\n## Phase 2\n### Server\n#### 2.1 a\n#### 2.2 b\n### Client\n#### 2.3 c\n'],
    ['a phase with a letter', '## Phase 1\n## Phase 2\n## Phase 2a\n## Phase 3\n'],
    ['two of them, and their steps', '## Phase 1a\n### Step 1a.1\n## Phase 1b\n### Step 1b.1\n## Phase 2\n### Step 2.1\n'],
    ['a phase put in by a decimal', '## Phase 1\n## Phase 2\n## Phase 2.1\n## Phase 3\n'],
    ['phases in sections', '## 1. Goal\n## 2. Work\n### Phase 1: a\n#### 1.1 b\n### Phase 2: c\n#### 2.1 d\n## 3. Checks\n### 3.1 e\n'],
    ['checks among the phases', '## Phase 1: A\n## Phase 1 Verification\n## Phase 2: B\n## Phase 2 Verification\n'],
    ['a title’s number', '# Story 2.3: Upload\n## Task 1: a\n## Task 2: b\n'],
    ['a plan that goes on from another note’s', '## 8. Log\n## 9. Sources\n'],
    ['sprints of the year', '## Sprint 14\n### Task 1\n## Sprint 15\n### Task 1\n'],
    ['issues and codes', '## Phase 1\n### Issue 98: a\n### Issue 123: b\n### 404. Not found\n### 500. Crash\n'],
  ])('%s', (_name, text) => {
    expect(renumber(text)).toEqual({ ok: true, changes: [] });
  });

  const golden = join(ROOT, 'test/golden/plan');
  // Two of the golden notes are cut out of plans and have their second phase alone.
  const cutOut = ['priority-done-marks.md', 'status-below.md'];
  test.each(readdirSync(golden).filter((name) => name.endsWith('.md') && !cutOut.includes(name)))('golden plan %s', (name) => {
    const result = renumber(readFileSync(join(golden, name), 'utf8'));
    expect(result.ok ? result.changes : result.refusal.code).toEqual(result.ok ? [] : 'nothing-to-number');
  });
});

test.each(BUILT_IN_TEMPLATES.map(({ id, body }) => [id, body] as const))('%s is in order', (_id, body) => {
  expect(renumber(body)).toEqual({ ok: true, changes: [] });
});

test('a note without numbers is refused', () => {
  expect(renumber('# Plan\n\n## 2026 goals\n')).toMatchObject({ ok: false, refusal: { code: 'nothing-to-number' } });
});
