// Items that are found again: in time, however many of them are looked for in one note.
import { expect, test } from 'vitest';
import { PlanIndex } from '../../../src/core/indexing/plan-index';
import { lineOfItem } from '../../../src/core/indexing/query';

test('ten thousand items of one note are found again within seconds; of twins the nearest of the state', { timeout: 30_000 }, () => {
  const index = new PlanIndex();
  const count = 10_000;
  index.put('a.md', `# A plan\n\n## Verification\n\n${Array.from({ length: count }, (_none, at) => `- [ ] item ${at}\n`).join('')}- [ ] twin\n- [x] twin\n- [ ] twin\n`);
  const found = Array.from({ length: count }, (_none, at) => lineOfItem(index, 'verification', { path: 'a.md', line: 0, text: `item ${at}`, state: 'open' }));
  expect(found.every((line, at) => line === at + 4)).toBe(true);
  const twin = (line: number, state: 'open' | 'done'): number | null => lineOfItem(index, 'verification', { path: 'a.md', line, text: 'twin', state });
  expect([twin(0, 'open'), twin(count + 9, 'open'), twin(0, 'done'), lineOfItem(index, 'verification', { path: 'a.md', line: 5, text: 'gone', state: 'open' })]).toEqual([count + 4, count + 6, count + 5, null]);
});
