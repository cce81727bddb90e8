/** Requirements that must hold and that nothing verifies. */
import { expect, test } from 'vitest';
import { gateOf } from '../../support/gate-of';

const REQUIREMENTS = `# Photos plan

## Requirements

- **REQ-1 (MUST)**: A photo is safe the moment the shutter closes
- **REQ-2 (MUST)**: Uploads resume
- **REQ-3 (MUST NOT)**: Slow down the camera
- **REQ-4 (SHOULD)**: Show what waits
`;

const checked = (below: string): string => gateOf('requirements', `${REQUIREMENTS}\n${below}\n`);

test('a plan that verifies by ids owes one to every requirement that must hold', () => {
  expect(checked('## Verification\n\n- [ ] REQ-1: power off right after the shutter')).toBe('2 requirements that must hold have no verification item\n6: REQ-2: Uploads resume\n7: REQ-3: Slow down the camera');
});

test.each([
  ['each by its id', '## Verification\n\n- [ ] REQ-1: power off\n- [ ] Cut an upload (REQ-2)\n- [x] Twenty photos in a row, REQ-3'],
  ['several in one item', '## Verification\n\n- [ ] REQ-1, 2 and 3 by hand'],
  ['a range', '## Verification\n\n- [ ] REQ-1 to REQ-3 by hand'],
  ['a short range', '## Verification\n\n- [ ] All of REQ-1–3'],
  ['other spelling', '## Verification\n\n- [ ] REQ 1\n- [ ] REQ-02\n- [ ] REQ3'],
  ['headings over the checks', '## Verification\n\n### REQ-1\n- [ ] power off\n\n### REQ-2 and REQ-3\n- [ ] by hand'],
  ['prose in a section of checks', '## Testing strategy\n\nREQ-1 and REQ-2 are covered by `photo.test.ts`, REQ-3 by hand.'],
  ['plain items', '## Abnahmekriterien\n\n- REQ-1, REQ-2, REQ-3 auf dem ältesten Gerät'],
  ['a table of tests', '## Tests\n\n| Test case | Covers |\n| --- | --- |\n| power off | REQ-1 |\n| cut | REQ-2, REQ-3 |'],
  ['a table that traces them', '## Traceability\n\n| Requirement | File |\n| --- | --- |\n| REQ-1 | a.ts |\n| REQ-2 | b.ts |\n| REQ-3 | c.ts |'],
])('verified: %s', (_what, below) => {
  expect(checked(below)).toBe('');
});

test('a plan that verifies in words may verify everything', () => {
  expect(checked('## Verification\n\n- [ ] A photo survives a forced restart')).toBe('');
});

test('ids of one family say nothing about another', () => {
  expect(checked('## Success criteria\n\n- **SC-001**: A circle takes three seconds')).toBe('');
});

test('a plan that verifies nothing at all owes everything', () => {
  expect(checked('## Rollout\n\nOn Monday.')).toMatch(/^3 requirements that must hold have no verification item\n5: REQ-1/);
});

test('a table of requirements may name their tests itself', () => {
  const text = '# Plan\n\n| ID | Requirement | Verified by |\n| --- | --- | --- |\n| FR-1 | It MUST ring | `ring.test.ts` |\n| FR-2 | It MUST stop | – |\n| FR-3 | It MAY glow | |\n| FR-4 | [Requirement] | [Test] |\n';
  expect(gateOf('requirements', text)).toBe('1 requirement that must hold has no verification item\n6: FR-2: It MUST stop');
});

test('what is struck through, a slot, or without an id is not asked for', () => {
  expect(gateOf('requirements', '# Plan\n\n## Requirements\n\n- ~~**REQ-6 (MUST)**: A second bell~~\n- **REQ-8 (MUST)**: [Requirement]\n\n### Requirement: Two-factor login\n\nThe system SHALL ask for a code.\n')).toBe('');
});
