import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges, invertChanges, isNoChange, type TextChange } from '../../src/core/text/text-change';
import { runs } from './runs';

/** A text with changes that do not overlap, in any order. */
const edits = fc.string({ unit: 'binary', maxLength: 60 }).chain((text) =>
  fc.tuple(fc.uniqueArray(fc.nat(text.length), { maxLength: 8 }), fc.array(fc.string({ maxLength: 5 }), { minLength: 4, maxLength: 4 })).chain(([places, inserts]) => {
    const sorted = [...places].sort((a, b) => a - b);
    const changes: TextChange[] = [];
    for (let at = 0; at + 1 < sorted.length; at += 2) changes.push({ from: sorted[at] ?? 0, to: sorted[at + 1] ?? 0, insert: inserts[at / 2] ?? '' });
    return fc.shuffledSubarray(changes, { minLength: changes.length }).map((shuffled) => [text, shuffled] as const);
  }),
);

test('a change and its inverse give the original text', () => {
  fc.assert(
    fc.property(edits, ([text, changes]) => {
      const changed = applyChanges(text, changes);
      expect(applyChanges(changed, invertChanges(text, changes))).toBe(text);
    }),
    runs(3000),
  );
});

test('what no change covers stays, in order', () => {
  fc.assert(
    fc.property(edits, ([text, changes]) => {
      const sorted = [...changes].sort((a, b) => a.from - b.from);
      let rest = applyChanges(text, changes);
      let done = 0;
      for (const { from, to, insert } of sorted) {
        const kept = text.slice(done, from) + insert;
        expect(rest.startsWith(kept)).toBe(true);
        rest = rest.slice(kept.length);
        done = to;
      }
      expect(rest).toBe(text.slice(done));
    }),
    runs(2000),
  );
});

test('no change means the same text', () => {
  fc.assert(
    fc.property(edits, ([text, changes]) => {
      if (isNoChange(text, changes)) expect(applyChanges(text, changes)).toBe(text);
      expect(isNoChange(text, changes.map(({ from, to }) => ({ from, to, insert: text.slice(from, to) })))).toBe(true);
    }),
    runs(1000),
  );
});
