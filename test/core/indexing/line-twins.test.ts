// How often a line stands in a note, counted without comparing it with every other line.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countTwins } from '../../../src/core/indexing/line-twins';
import { LineIndex } from '../../../src/core/text/line-index';
import { planNotes, strings } from '../../laws/arbitrary-note';
import { runs } from '../../laws/runs';

/** The lines as a person counts them: without the byte order mark. */
function linesOf(text: string): string[] {
  const lines = new LineIndex(text.replace(/^\uFEFF/, ''));
  return Array.from({ length: lines.count }, (_none, line) => lines.source(line) ?? '');
}

test('twins are counted wherever they stand: in code, in the frontmatter, on the last line', () => {
  const text = '---\n- [ ] a\n---\n- [ ] a\n- [ ] b\n```\n- [ ] a\n```\n\n- [ ] a';
  expect(countTwins(text, ['- [ ] a', '- [ ] b'])).toEqual(new Map([['- [ ] a', 4], ['- [ ] b', 1]]));
});

test.each([
  ['another blank at the end', '- [ ] a\n- [ ] a '],
  ['another end of the same length', '- [ ] ab\n- [ ] ac'],
  ['the same look, another text', '- [ ] a b\n- [ ] c b'],
])('no twin: %s', (_what, text) => {
  const [first = ''] = linesOf(text);
  expect(countTwins(text, [first]).get(first)).toBe(1);
});

test('law: as many as comparing every line finds, with any line ends', () => {
  fc.assert(
    fc.property(fc.oneof(planNotes, strings), fc.array(fc.nat(), { maxLength: 6 }), (text, picks) => {
      const lines = linesOf(text);
      const sources = picks.map((pick) => lines[pick % lines.length] ?? '');
      expect(countTwins(text, sources)).toEqual(new Map(sources.map((source) => [source, lines.filter((line) => line === source).length])));
    }),
    runs(1000),
  );
});
