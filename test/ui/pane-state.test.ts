import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lensState, readPaneState, withLensState } from '../../src/ui/pane/pane-state';

const first = { lens: 'priorities', isLocked: false } as const;

test('law: anything that was stored becomes a state, and a state read again is the same', () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom('lens', 'lenses', 'widths', 'collapsed', 'isLocked'), fc.anything(), (stored, key, value) => {
      const state = readPaneState(typeof stored === 'object' && stored !== null ? { ...stored, [key]: value } : stored, first);
      expect(readPaneState(JSON.parse(JSON.stringify(state)), { lens: 'risks', isLocked: true })).toEqual(state);
    }),
  );
});

test('law: whatever was stored as widths, only numbers from 40 to 800 for columns of the lens are read', () => {
  const widths = fc.dictionary(fc.constantFrom('effort', 'plan', 'text', 'toString', 'elsewhere'), fc.oneof(fc.double(), fc.integer({ min: 0, max: 1000 }), fc.anything()));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('priorities', 'risks', 'nothing'), fc.oneof(widths, fc.anything())), (stored) => {
      const read = readPaneState({ widths: stored }, first).widths;
      for (const [id, width] of Object.values(read).flatMap((each) => Object.entries(each))) expect([['effort', 'plan'].includes(id), width >= 40, width <= 800]).toEqual([true, true, true]);
      expect(Object.keys(read)).not.toContain('nothing');
    }),
  );
});

test('each lens keeps its own query, groups and order', () => {
  const state = withLensState(withLensState(readPaneState(null, first), 'risks', { query: 'a' }), 'plans', { group: 'status' });
  const again = readPaneState(JSON.parse(JSON.stringify(state)), first);
  expect([lensState(again, 'risks').query, lensState(again, 'plans').group, lensState(again, 'activity').query]).toEqual(['a', 'status', '']);
});

test('what an earlier version stored, a lens alone, is kept', () => {
  expect(readPaneState({ lens: 'verification' }, first).lens).toBe('verification');
});
