import { expect, test } from 'vitest';
import { checkGates } from '../../../src/core/check/check-gates';
import { readPlan } from '../../../src/core/plan/parse-plan';

const PLAN = `---
status: In Progress
---
# Sync plan

## Success Criteria

**Automated**
- [x] Unit tests pass
- [ ] Types are checked

**Manual**
- [ ] Looks right on a \`tablet\`
`;

const toCompleted = (text: string, slots: readonly { from: number; to: number; name: string }[] = []) => checkGates(readPlan(text), { from: 'in-progress', to: 'completed', slots });

test('open verification items stand in the way of Completed, those by hand first', () => {
  const gate = toCompleted(PLAN).find((each) => each.gate === 'verification');
  expect(gate).toEqual({
    gate: 'verification',
    level: 'block',
    isHeld: false,
    message: '2 verification items are not ticked, 1 to be done by hand',
    culprits: [{ line: 12, text: 'Looks right on a tablet' }, { line: 9, text: 'Types are checked' }],
  });
});

test('what is ticked stands in nobody’s way', () => {
  expect(toCompleted(PLAN.replaceAll('[ ]', '[x]')).filter(({ isHeld }) => !isHeld)).toEqual([]);
});

test('placeholders that are left are named with their lines', () => {
  const from = PLAN.indexOf('Sync');
  expect(toCompleted(PLAN, [{ from, to: from + 4, name: 'Sync' }]).find(({ gate }) => gate === 'placeholders')).toMatchObject({ level: 'warn', isHeld: false, message: '1 placeholder is left', culprits: [{ line: 3, text: 'Sync' }] });
});

test('broken frontmatter blocks, with the line of the problem', () => {
  const [gate] = toCompleted('---\nstatus: [\n---\n# Plan\n');
  expect([gate?.gate, gate?.isHeld, gate?.level, gate?.culprits.length]).toEqual(['frontmatter', false, 'block', 1]);
});

test('a move that asks for nothing is asked for nothing', () => {
  expect(checkGates(readPlan(PLAN), { from: 'in-progress', to: 'cancelled', slots: [] })).toEqual([]);
});
