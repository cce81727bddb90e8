import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUILT_IN_TEMPLATES } from '../../../src/core/template/builtin';
import { fillPlaceholders, findPlaceholders } from '../../../src/core/template/placeholder';
import { runs } from '../../laws/runs';
import { ordinaryNote } from '../../support/ordinary-notes';

const pieces = [
  '[', ']', '{', '}', '(', ')', '`', '```', '$', '$$', '%%', '<!--', '-->', '<', '>', '|', ':', ' - ', '\n', '\r\n', '\n\n', '    ', '- ', '- [ ] ', '# ', '> ', '---\n', '\\', '*', '_', '"',
  '[Name]', '{TITLE}', '[Feature Name]', '[Yes/No]', '{L/M/H}', 'YYYY-MM-DD', '{{date}}', 'Status: Draft | Approved', 'path/to/file.ext:12', '[a](b)', '[[x]]', '[^1]', 'mermaid\n', 'word', 'é', '😀', '\ud800', '\u0000', '\ufeff',
];
const noteText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.tuple(fc.constantFrom(...BUILT_IN_TEMPLATES.map(({ body }) => body)), fc.nat(4000), fc.constantFrom(...pieces)).map(([body, at, piece]) => body.slice(0, at) + piece + body.slice(at)),
);

describe('for any text', () => {
  test('slots are in order, inside the text, and do not overlap', () => {
    fc.assert(
      fc.property(noteText, (text) => {
        let done = 0;
        for (const { from, to, name } of findPlaceholders(text)) {
          expect(from).toBeGreaterThanOrEqual(done);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(text.slice(from, to)).toContain(name);
          expect(text.slice(from, to)).not.toMatch(/[\r\n]/);
          done = to;
        }
      }),
      runs(1000),
    );
  });

  test('passing over lines without a clue changes nothing: a note with a sample date is read line by line', () => {
    const clues = fc.array(fc.constantFrom(...pieces.filter((piece) => piece !== 'YYYY-MM-DD'), '<pre>', '</pre>', '\r', 'Risk level: low / medium / high'), { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(clues, noteText.map((text) => text.replaceAll('YYYY', 'XXXX'))), (text) => {
        expect(findPlaceholders(`${text}\n\nXXXX`)).toEqual(findPlaceholders(`${text}\n\nYYYY`));
      }),
      runs(1500),
    );
  });

  test('filling with nothing changes nothing', () => {
    fc.assert(fc.property(noteText, (text) => fillPlaceholders(text, {}) === text), runs(500));
  });

  test('filling each slot with itself changes nothing', () => {
    fc.assert(
      fc.property(noteText, (text) => {
        const slots = findPlaceholders(text);
        const same = new Map(slots.map(({ name, from, to }) => [name, text.slice(from, to)]));
        fc.pre(slots.every(({ name, from, to }) => same.get(name) === text.slice(from, to)));
        expect(fillPlaceholders(text, Object.fromEntries(same))).toBe(text);
      }),
    );
  });

  test('filling is one pass: a value that looks like a slot stays as it is', () => {
    fc.assert(
      fc.property(noteText, (text) => {
        const slots = findPlaceholders(text);
        const values = Object.fromEntries(slots.map(({ name }) => [name, '[Name]{TITLE}']));
        const expected = slots.reduceRight((rest, { from, to }) => `${rest.slice(0, from)}[Name]{TITLE}${rest.slice(to)}`, text);
        expect(fillPlaceholders(text, values)).toBe(expected);
      }),
    );
  });
});

test.each([
  ['in 1,000 ordinary notes there is none', (note: string): string => note],
  ['nor when they say that they are plans', (note: string): string => (/^---\r?\n/.test(note) ? note.replace(/^---\r?\n/, '$&type: plan\n') : `---\ntype: plan\n---\n${note}`)],
])('%s', (_name, made) => {
  const wrong = Array.from({ length: 1000 }, (_none, seed) => made(ordinaryNote(seed))).flatMap((text, seed) => findPlaceholders(text).map(({ from, to }) => `note ${seed}: ${text.slice(Math.max(0, from - 20), to + 20)}`));
  expect(wrong).toEqual([]);
});

/** What takes more than linear time on these would not come to an end; the figures are in the benchmark. */
describe('a megabyte is read to its end', () => {
  const megabyte = (piece: string): string => piece.repeat(Math.ceil(1_000_000 / piece.length));
  test.each([
    '[', '{', '`', '$', '<a ', '<!-- ', '[[', '{{', '[a](', '[Name] ', '*_', '| ', '|YYYY-MM-DD', '`[command]` ', 'Status: Draft | Approved\n', '```\n', '    a\n\n', '> ', '[a]: b\n', '\\', '%%\n', 'a:[B] ', '[[a] b] ',
  ])('of %j', (piece) => {
    for (const text of [megabyte(piece), ' '.repeat(200_000) + megabyte(piece)]) {
      expect(findPlaceholders(text).every(({ from, to }) => from < to && to <= text.length)).toBe(true);
    }
  }, 120_000);
});
