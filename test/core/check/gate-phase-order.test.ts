/** Parts of the work that a later one has overtaken. */
import { expect, test } from 'vitest';
import { gateOf } from '../../support/gate-of';

/** "Phase 1: x -" is a heading with its boxes behind it: one for each character, `x` ticked, `-` open. */
function outline(...parts: string[]): string {
  return ['# Plan', ...parts.map((part) => {
    const [, heading = '', boxes = ''] = /^(#+ .*?)(?: \|([x-]*))?$/.exec(part) ?? [];
    return `${heading}\n\n${[...boxes].map((box, at) => `- [${box === 'x' ? 'x' : ' '}] item ${at}`).join('\n')}`;
  })].join('\n\n');
}

const named = (...parts: string[]): string => gateOf('phase-order', outline(...parts)).replace(/^(\d+): /gm, '');

test('a phase that is open while a later one has ticks', () => {
  expect(gateOf('phase-order', outline('## Phase 1: Store |xx', '## Phase 2: Sync |x-', '## Phase 3: Show |x-'))).toBe('Phase 2 is open though Phase 3 has ticks\n8: Phase 2: Sync, 1 of 2 ticked');
});

test.each([
  ['phases one after the other', ['## Phase 1 |xx', '## Phase 2 |x-', '## Phase 3 |--']],
  ['a phase without boxes', ['## Phase 1', '## Phase 2 |xx']],
  ['a phase that is put off', ['## Phase 1: Maps (deferred) |--', '## Phase 2 |xx']],
  ['a phase whose heading says it is done', ['## Phase 1: Maps ✅ |--', '## Phase 2 |xx']],
  ['a phase whose heading says it is complete', ['## Phase 1: Maps (completed 2026-10-01) |--', '## Phase 2 |xx']],
  ['a phase whose status says it is done', ['## Phase 1: Maps\n\n**Status:** Complete |--', '## Phase 2 |xx']],
  ['phases in parallel', ['## Phase 1: Maps (in parallel with phase 2) |--', '## Phase 2 |xx']],
  ['tasks, which have no order', ['## Task 1: Maps |--', '## Task 2: Sync |xx']],
  ['work streams', ['## Workstream 1: Maps |--', '## Workstream 2: Sync |xx']],
  ['numbers that go down', ['## Phase 2: Sync |--', '## Phase 1: Store |xx']],
  ['steps of two phases', ['## Phase 1 |', '### Step 1 |xx', '### Step 2 |x', '## Phase 2', '### Step 1 |--']],
  ['a question that is open', ['## Phase 1 |x', '### Open questions |-', '## Phase 2 |x']],
])('no finding: %s', (_what, parts) => {
  expect(named(...parts)).toBe('');
});

test('steps of one phase are held to their order as well', () => {
  expect(named('## Phase 1: Store', '### Step 1 |x-', '### Step 2 |xx')).toBe('Step 1 is open though Step 2 has ticks\nStep 1, 1 of 2 ticked');
});

test('numbers count as numbers', () => {
  expect(named('## Phase 9 |-', '## Phase 10 |x')).toBe('Phase 9 is open though Phase 10 has ticks\nPhase 9, 0 of 1 ticked');
  expect(named('## Phase 1.10 |-', '## Phase 1.9 |x')).toBe('');
});

test('checks below a heading about a phase count for it, wherever they stand', () => {
  expect(named('## Phase 1: Store', '## Phase 2: Sync', '## Verification', '### Phase 1 Verification |-', '### Phase 2 Verification |x')).toBe('Phase 1 is open though Phase 2 has ticks\nPhase 1: Store, 0 of 1 ticked');
});

test('several are named together', () => {
  expect(named('## Schritt 1: Laden |-', '## Schritt 2: Zeigen |-', '## Schritt 3: Drucken |x')).toBe('2 phases are open though later ones have ticks\nSchritt 1: Laden, 0 of 1 ticked\nSchritt 2: Zeigen, 0 of 1 ticked');
});
