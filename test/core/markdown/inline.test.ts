import { expect, test } from 'vitest';
import { foldWords, isStruck, plainText } from '../../../src/core/markdown/inline';

test.each([
  ['**Run** [tests](x "t")', 'Run tests'],
  ['[[Note#Part|shown]] and [[Note]]', 'shown and Note'],
  ['![[image.png\\|100]] ![alt](a.png)', '100 alt'],
  ['`code` ~~gone~~ __bold__', 'code gone bold'],
  ['a_b [ ] c', 'a_b [ ] c'],
  ['==Cold start== is ==**slow**==', 'Cold start is slow'],
  ['a == b == c, x ==', 'a == b == c, x =='],
  ['==', '=='],
  ['[open', '[open'],
])('the text of %j is %j', (source, text) => {
  expect(plainText(source)).toBe(text);
});

test.each([
  ['✅ **Done**: ', 'done'],
  ['A\u00a0b\u200bc', 'a b c'],
  ['— Status —', 'status —'],
  ['Ready!!', 'ready'],
  ['👩‍💻 team 🇩🇪', 'team'],
  ['1️⃣ first', '1 first'],
  ['two   blanks\n', 'two blanks'],
  ['...', ''],
  ['', ''],
])('%j folds to %j', (source, words) => {
  expect(foldWords(source)).toBe(words);
});

test.each([
  ['~~a~~ rest', true],
  ['  ~~a~~', true],
  ['a ~~b~~', false],
  ['~~', false],
  ['~~~~', false],
])('%j is struck through: %j', (source, isIt) => {
  expect(isStruck(source)).toBe(isIt);
});
