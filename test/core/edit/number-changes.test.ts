/** What a person is told of new numbers: which headings got one, and which places still name an old one. */
import { expect, test } from 'vitest';
import { readNumberChanges } from '../../../src/core/edit/number-changes';
import { renumber } from '../../../src/core/edit/renumber';

function told(text: string): ReturnType<typeof readNumberChanges> {
  const result = renumber(text);
  if (!result.ok) throw new Error(result.refusal.message);
  return readNumberChanges(text, result.changes);
}

const named = (text: string): string[] => told(text).left.map(({ line, text: words }) => `${line}: ${words}`);

test('headings with their words, in text order', () => {
  expect(told('## Phase 2: D\n### Step 2.1 x\n- [ ] 2.1.1 y\n## **Phase 2a**\n## 3. E\n## 5. F\n## Test case 2\n## Test case 3\n').headings).toEqual(['Phase 2 → 1', 'Step 2.1 → 1.1', 'Phase 2a → 1a', '3 → 1', '5 → 2', 'Test case 2 → 1', 'Test case 3 → 2']);
});

test.each([
  ['a sentence, a heading link, a web link, several phases', 'See [[#Phase 2: B]] and\n[x](#phase-2-b), phases 2–4; PHASE 2.\n', ['4: Phase 2', '5: phase-2', '5: phases 2', '5: PHASE 2']],
  ['other numbers, and other notes', 'Phase 1, Phase 2.1, Phase 22, subphase 2, Phase 2nd, [[Other#Phase 2]], 2 apples\n', []],
])('%s', (_name, sentence, expected) => {
  expect(named(`## Phase 1: A\n## Phase 3: C\n## Phase 2: B\n${sentence}`)).toEqual(expected);
});

test('a section’s bare number is named by a link or a word for sections', () => {
  expect(named('## 1. A\r\n\r\n## 3. B\r\n\r\n### 3.1 x\r\n\r\n[[#3. B]], section 3.1, §3; 3 apples, 3.1 %\r\n')).toEqual(['7: [[#3. B]]', '7: section 3.1', '7: §3']);
});

test('a number that a deleted heading had is an old one, whoever has it now', () => {
  expect(named('## Phase 2: B\n\nas in Phase 1\n\n## Phase 3: C\n')).toEqual(['3: Phase 1']);
});

test('what a heading still has, and what goes along, is no old number', () => {
  expect(named('## Phase 1\n### Step 2: a\n### Step 3: b\n## Phase 2\n### Step 1: c\n### Step 2: d\nsee Step 2\n')).toEqual([]);
  expect(named('## Phase 2: b\n- [ ] Task 2.1: x\n# Checks\n## Phase 2 Verification\n')).toEqual([]);
});
