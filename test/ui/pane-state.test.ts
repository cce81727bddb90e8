import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lensState, readPaneState, withLensState } from '../../src/ui/pane/pane-state';

const first = { lens: 'priorities', isLocked: false } as const;

test('law: anything that was stored becomes a state, and a state read again is the same', () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom('lens', 'lenses', 'collapsed', 'isLocked'), fc.anything(), (stored, key, value) => {
      const state = readPaneState(typeof stored === 'object' && stored !== null ? { ...stored, [key]: value } : stored, first);
      expect(readPaneState(JSON.parse(JSON.stringify(state)), { lens: 'risks', isLocked: true })).toEqual(state);
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
