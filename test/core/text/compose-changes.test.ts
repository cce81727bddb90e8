import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ChangedText } from '../../../src/core/text/compose-changes';
import { applyChanges } from '../../../src/core/text/text-change';

const edits = fc.array(fc.record({ at: fc.nat(), length: fc.nat(4), insert: fc.string({ maxLength: 5 }) }), { maxLength: 8 });

test('edits made one after the other are one edit of the first text', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), edits, (text, all) => {
      const changed = new ChangedText(text);
      for (const { at, length, insert } of all) {
        const from = at % (changed.text.length + 1);
        changed.apply([{ from, to: Math.min(changed.text.length, from + length), insert }]);
      }
      expect(applyChanges(text, changed.changes())).toBe(changed.text);
    }),
  );
});

test('insertions alone leave every character of the first text where it was', () => {
  const changed = new ChangedText('abc');
  changed.apply([{ from: 1, to: 1, insert: 'XY' }]);
  changed.apply([{ from: 2, to: 2, insert: '-' }, { from: 5, to: 5, insert: '!' }]);
  expect(changed.text).toBe('aX-Ybc!');
  expect(changed.changes()).toEqual([{ from: 1, to: 1, insert: 'X-Y' }, { from: 3, to: 3, insert: '!' }]);
});
