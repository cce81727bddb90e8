// An edit is taken back on a text that an editor shows as the edit left it, in whatever form it stands; on no other.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asInEditor, placesIn } from '../../../src/core/text/editor-text';
import { takeBack } from '../../../src/core/text/take-back';
import { applyChanges, type TextChange } from '../../../src/core/text/text-change';

const FORMS = {
  'in an editor': (text: string) => text,
  CRLF: (text: string) => text.replace(/\n/g, '\r\n'),
  'a byte order mark': (text: string) => `\uFEFF${text}`,
  both: (text: string) => `\uFEFF${text.replace(/\n/g, '\r\n')}`,
};
const NOTE = '---\nstatus: Draft\n---\n# Plan\n\n- [ ] one\n';
const cases = Object.entries(FORMS).flatMap(([made, then]) => Object.entries(FORMS).map(([found, now]) => [made, found, then, now] as const));

/** One change for each word, and a row of two lines at the end. */
function edit(text: string): TextChange[] {
  const at = (word: string): { from: number; to: number } => ({ from: text.indexOf(word), to: text.indexOf(word) + word.length });
  const eol = text.includes('\r') ? '\r\n' : '\n';
  return [{ ...at('Draft'), insert: 'In Review' }, { ...at(`# Plan${eol}${eol}`), insert: '' }, { from: text.length, to: text.length, insert: `${eol}row${eol}` }];
}

function undone(text: string, before: string, changes: readonly TextChange[]): string {
  const result = takeBack(text, { before, changes });
  return result.ok ? applyChanges(text, result.changes) : result.refusal.code;
}

test.each(cases)('made on a note with the form “%s”, taken back in “%s”: the bytes of before', (_made, _found, then, now) => {
  const before = then(NOTE);
  const changes = edit(before);
  const after = asInEditor(applyChanges(before, changes));
  expect(undone(now(after), before, changes)).toBe(now(NOTE));
});

test('a mixture of line ends comes back as it was while the note is as the edit left it', () => {
  const before = 'a\r\nb\nc\r\rd\n';
  const changes = [{ from: 1, to: 8, insert: '!' }];
  expect(undone('a!d\n'.replace('!', '!\r'), before, changes)).toBe('note-changed');
  expect(undone(applyChanges(before, changes), before, changes)).toBe(before);
});

test('a text that reads as before is undone already, one that reads otherwise has changed', () => {
  const changes = edit(NOTE);
  const after = applyChanges(NOTE, changes);
  expect([undone(FORMS.both(NOTE), NOTE, changes), undone(`${after} `, NOTE, changes), undone('', NOTE, changes)]).toEqual(['nothing-to-undo', 'note-changed', 'note-changed']);
});

test('a change that splits a line break is refused in another form, never misplaced', () => {
  expect(undone('a\n!b', 'a\r\nb', [{ from: 2, to: 2, insert: '\n!' }])).toBe('note-changed');
});

test('whatever was edited in one form is taken back in any other', () => {
  const forms = fc.constantFrom(...Object.values(FORMS));
  const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', '\n', '|', '\u2028'), maxLength: 30 });
  const edits = fc.array(fc.tuple(fc.nat(6), fc.nat(3), words), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(words, forms, forms, edits, (plain, then, now, made) => {
      const before = then(plain);
      let done = 0;
      const changes = made.map(([skip, length, insert]) => {
        const from = Math.min(plain.length, done + skip);
        done = Math.min(plain.length, from + length);
        const [start = 0, end = 0] = placesIn(before, plain, [from, done]);
        return { from: start, to: end, insert: then(insert).replace('\uFEFF', '') };
      });
      const after = asInEditor(applyChanges(before, changes));
      const text = now(after);
      const result = takeBack(text, { before, changes });
      if (result.ok) expect(asInEditor(applyChanges(text, result.changes))).toBe(plain);
      else expect([result.refusal.code, after]).toEqual(['nothing-to-undo', plain]);
    }),
    { numRuns: 1000 },
  );
});
