/** Words are found whatever the case of their letters, within the part of the text that is asked about and nowhere else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WordFinder } from '../../../src/core/text/word-finder';

describe('a word in a text', () => {
  test.each([
    ['login', 'The LOGIN form', true],
    ['login', 'log in', false],
    ['P1', 'p1: now', true],
    ['a@b', 'mail A@B', true],
    ['[x]', 'a [X] b', true],
    ['@', '`', false],
    ['[', '{', false],
    ['größe', 'GRÖSSE GRÖßE', true],
    ['日本', 'in 日本 today', true],
    ['two words', 'Two\u00a0Words', true],
    ['a.c', 'abc', false],
    ['😀', 'so 😀', true],
  ])('%s in %j: %j', (word, text, isThere) => {
    expect(new WordFinder(word).isIn(text)).toBe(isThere);
  });

  test('what stands outside the part does not count, nor what only begins in it', () => {
    const text = 'first second third';
    const second = new WordFinder('second');
    expect(second.isIn(text, 6, 12)).toBe(true);
    expect(second.isIn(text, 0, 11)).toBe(false);
    expect(second.isIn(text, 7)).toBe(false);
    expect(new WordFinder('zwölf').isIn('zwölf elf', 0, 4)).toBe(false);
  });

  test('law: an ASCII word is found where its small letters stand in those of the text', () => {
    const ascii = fc.string({ unit: fc.constantFrom(...'abABkKsS[{@`_-1 |'), maxLength: 12 });
    fc.assert(
      fc.property(ascii.filter((word) => word !== '' && !word.includes(' ')), ascii, ascii, (word, before, after) => {
        const finder = new WordFinder(word);
        expect(finder.isIn(`${before}${word.toUpperCase()}${after}`)).toBe(true);
        expect(finder.isIn(before + after)).toBe((before + after).toLowerCase().includes(word.toLowerCase()));
      }),
    );
  });
});
