import { expect, test } from 'vitest';
import { countChecks, keepCounts } from '../../../src/core/edit/count-properties';
import { applyChanges } from '../../../src/core/text/text-change';

const checks = (done: number, open: number): string => `---\ntype: plan\n---\n# P\n\n## Verification\n\n${'- [x] a\n'.repeat(done)}${'- [ ] b\n'.repeat(open)}`;

test.each([
  [249, 1, 99],
  [250, 0, 100],
  [1, 249, 1],
  [0, 250, 0],
  [1, 2, 33],
])('%i ticked and %i open are %i percent', (done, open, percent) => {
  expect(countChecks(checks(done, open))).toMatchObject({ progress: percent, open });
});

test.each(['plan-open: lots, ask Bob', 'plan-progress: "[[Board]]"', 'plan-open-manual: [1]', 'plan-progress: 33 %'])('“%s” is the user’s own, and no number: nothing is written', (own) => {
  const result = keepCounts(checks(1, 1).replace('type: plan', `type: plan\n${own}`));
  expect(result).toMatchObject({ ok: false, refusal: { code: 'property-not-plain' } });
});

test('numbers and empty properties are brought up to date', () => {
  const text = checks(1, 1).replace('type: plan', 'type: plan\nplan-progress: 7\nplan-open:\nplan-open-manual: "3"');
  const result = keepCounts(text);
  expect(result.ok && applyChanges(text, result.changes)).toBe(text.replace('progress: 7', 'progress: 50').replace('open:\n', 'open: 1\n').replace('"3"', '"0"'));
});
