import { expect, test } from 'vitest';
import { renumber } from '../../../src/core/edit/renumber';
import { BUILT_IN_TEMPLATES } from '../../../src/core/template/builtin';
import { applyChanges } from '../../../src/core/text/text-change';

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
  ['letters and inserted phases stay with theirs', '## Phase 2: a\n## Phase 2b: b\n## Phase 2.1: i\n## Phase 4: c\n', '## Phase 1: a\n## Phase 1b: b\n## Phase 1.2: i\n## Phase 2: c\n'],
  ['sections and their parts', '## 1. a\n### 1.1 x\n### 1.3 y\n## 3. b\n### 3.1 z\n', '## 1. a\n### 1.1 x\n### 1.2 y\n## 2. b\n### 2.1 z\n'],
  ['items below a heading take its number, nothing else does', '## 1. a\n## 3. b\n- [x] 3.1 t, see 3.2 and REQ-3\n- [ ] 3.4 u\n\n| 3.1 | 2 hours |\n|---|---|\n', '## 1. a\n## 2. b\n- [x] 2.1 t, see 3.2 and REQ-3\n- [ ] 2.4 u\n\n| 3.1 | 2 hours |\n|---|---|\n'],
  ['leading zeros', '## Phase 01: a\n## Phase 03: b\n', '## Phase 01: a\n## Phase 02: b\n'],
  ['ids, fences, quotes and versions stay', '## Phase 1: a\n### REQ-7: r\n```\n## Phase 5: x\n```\n> ## Phase 6: q\n\n## 8. Change log\n### 8.3 - 2026-01-01\n### 8.1 - 2025-01-01\n', '## Phase 1: a\n### REQ-7: r\n```\n## Phase 5: x\n```\n> ## Phase 6: q\n\n## 8. Change log\n### 8.3 - 2026-01-01\n### 8.1 - 2025-01-01\n'],
  ['CRLF and underlined headings', 'Phase 2: a\r\n---\r\n\r\nPhase 4: b\r\n---\r\n', 'Phase 1: a\r\n---\r\n\r\nPhase 2: b\r\n---\r\n'],
])('%s', (_name, before, after) => {
  expect(renumbered(before)).toBe(after);
  expect(renumber(after)).toEqual({ ok: true, changes: [] });
});

test.each(BUILT_IN_TEMPLATES.map(({ id, body }) => [id, body] as const))('%s is in order', (_id, body) => {
  expect(renumber(body)).toEqual({ ok: true, changes: [] });
});

test('a note without numbers is refused', () => {
  expect(renumber('# Plan\n\n## 2026 goals\n')).toMatchObject({ ok: false, refusal: { code: 'nothing-to-number' } });
});
