/** Confirmation gates: when a plan says that they were passed, and when one is asked for. */
import { expect, test } from 'vitest';
import { gateOf } from '../../support/gate-of';

/** Two phases with all boxes ticked, as the phased template has them. */
function phased({ first = '**Confirmation Gate**: QA has run a day on two tablets', second = '', below = '', title = 'Journal' } = {}): string {
  return `# Implementation Plan: Sync

**Status:** In Progress

## Implementation Phases

### Phase 1: ${title}

**Success Criteria**:
- **Automated**:
  - [x] All tests pass

${first}

### Phase 2: Conflicts

**Success Criteria**:
- **Manual**:
  - [x] A conflict is shown

${second}

${below}
`;
}

test('a plan that is over has passed the gate of every phase', () => {
  const text = phased({ second: '**Confirmation Gate**: both pilots have worked a week' });
  expect(gateOf('confirmation', text)).toBe('2 confirmation gates are not marked as passed\n13: Phase 1: QA has run a day on two tablets\n21: Phase 2: both pilots have worked a week');
});

test.each([
  ['a mark at the gate', { first: '**Confirmation Gate**: ✅ QA has run a day' }],
  ['a remark behind it', { first: '**Confirmation Gate**: QA has run a day (confirmed 2026-10-12)' }],
  ['its own box', { first: '- [x] **Confirmation Gate**: QA has run a day' }],
  ['a row of the log', { below: '## Change Log\n\n| Date | Author | Change |\n|---|---|---|\n| 2026-10-12 | QA | Phase 1 confirmed by QA |' }],
  ['a row about the gate in a list', { below: '## Changelog\n\n- 2026-10-12: gate 1 passed' }],
  ['a row about all gates', { below: '## Changelog\n\n- 2026-10-12: all confirmation gates passed' }],
  ['ein Eintrag im Protokoll', { below: '## Änderungsprotokoll\n\n- 2026-10-12: Phase 1 abgenommen' }],
  ['the phase’s heading', { title: 'Journal ✅' }],
  ['the phase’s heading in words', { title: 'Journal [COMPLETE]' }],
  ['the phase’s own status', { title: 'Journal\n\n**Status:** Done' }],
])('passed by %s', (_what, parts) => {
  expect(gateOf('confirmation', phased(parts))).toBe('');
});

test.each([
  ['a row about another phase', { below: '## Changelog\n\n- 2026-10-12: Phase 12 confirmed' }],
  ['a row that says the opposite', { below: '## Changelog\n\n- 2026-10-12: Phase 1 not confirmed yet' }],
  ['an open box', { first: '- [ ] **Confirmation Gate**: QA has run a day' }],
])('not passed by %s', (_what, parts) => {
  expect(gateOf('confirmation', phased(parts))).toMatch(/^1 confirmation gate is not marked as passed\n/);
});

test.each([
  ['a slot that nobody has filled in', '**Confirmation Gate**: [What needs to be verified before moving to Phase 2]'],
  ['none', '**Confirmation Gate**: none'],
  ['nothing', '**Confirmation Gate**: Nothing follows.'],
  ['“Gate:” alone, which may say when a phase is over', '**Gate**: all tests green'],
  ['the way in which it is passed', '**Phase gate**: automatic'],
])('%s asks for nothing', (_what, first) => {
  expect(gateOf('confirmation', phased({ first }))).toBe('');
});

test('on the way there, only phases whose boxes are ticked ask for their gate', () => {
  const text = phased({ second: '**Confirmation Gate**: both pilots have worked a week' }).replace('- [x] A conflict', '- [ ] A conflict');
  expect(gateOf('confirmation', text, { to: 'in-progress' })).toBe('1 confirmation gate is not marked as passed\n13: Phase 1: QA has run a day on two tablets');
});
