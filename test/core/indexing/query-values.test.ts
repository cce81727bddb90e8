// What stands behind a key: what is less or more, and a word that tells what is wrong where it is neither.
import { describe, expect, test } from 'vitest';
import { operatorsOf } from '../../../src/core/indexing/build-query';
import { PlanIndex } from '../../../src/core/indexing/plan-index';
import { type Lens, runQuery } from '../../../src/core/indexing/query';
import { rowTexts } from '../../support/index-contents';

const WORK = `# Work plan

| Item | Priority | Effort | Impact | When |
| --- | --- | --- | --- | --- |
| Login | P1 | 1d | High | 2026-12-01 |
| Audit | P2 | 2 hours | **Medium** | 5.12.2026 |
| Paint | P3 | 1 week | L | Q3 |
| Index | P3 | 4 | 高 | 2027-01-02 |
| Tests | P3 | - | - | — |
| Fence | P3 |  | people are annoyed | soon |
| Hinge | P3 |  | 1 | soon |

## Risks

| Risk | Likelihood | Impact | Mitigation |
| --- | --- | --- | --- |
| Leak | Low | High | |
| Delay | Low | M | |
| Noise | High | 🟢 Low | |

## Verification

- [ ] a check
`;

const index = new PlanIndex();
index.put('work.md', WORK);
const texts = (lens: Lens, query: string, sort = 'path'): string[] => {
  const result = runQuery(index, query, { lens, sort });
  return Array.from({ length: result.length }, (_none, at) => result.row(at).text);
};

describe('comparisons', () => {
  test.each<[Lens, string, string[]]>([
    ['priorities', 'impact:<high', ['Audit', 'Paint']],
    ['priorities', 'impact:>low', ['Login', 'Audit', 'Index']],
    ['priorities', 'impact:>=medium', ['Login', 'Audit', 'Index']],
    ['priorities', '-impact:>=medium', ['Paint', 'Tests', 'Fence', 'Hinge']],
    ['priorities', 'impact:1', ['Hinge']],
    ['priorities', 'impact:=high', ['Login', 'Index']],
    ['priorities', 'impact:high', ['Login', 'Index']],
    ['priorities', 'impact:annoyed', ['Fence']],
    ['risks', 'impact:>=medium', ['Leak', 'Delay']],
    ['risks', 'impact:<high', ['Delay', 'Noise']],
    ['priorities', 'when:>2026-12-01', ['Audit', 'Index']],
    ['priorities', 'when:<2026-12-05', ['Login']],
    ['priorities', 'when:<="5 December 2026"', ['Login', 'Audit']],
    ['priorities', 'when:<2027', ['Login', 'Audit']],
    ['priorities', 'when:2026', ['Login', 'Audit']],
    ['priorities', 'effort:<1d', ['Audit']],
    ['priorities', 'effort:>=1d', ['Login', 'Paint']],
    ['priorities', 'effort:>4', ['Login', 'Paint']],
    ['priorities', 'effort:>4h', ['Login', 'Paint']],
    ['priorities', 'effort:>="1 week"', ['Paint']],
    ['priorities', 'effort:>=1 week', ['Paint']],
    ['priorities', 'effort:>=1 Week paint', ['Paint']],
    ['priorities', 'effort:>=1 login', ['Login']],
    ['priorities', 'effort:2', ['Audit']],
    ['priorities', 'priority:>=p2', ['Login', 'Audit']],
  ])('%s: %s', (lens, query, expected) => {
    expect([texts(lens, query), runQuery(index, query, { lens }).problems]).toEqual([expected, []]);
  });

  test.each([
    ['effort:<banana', 'effort:<banana', /“effort:<” compares with hours/],
    ['login when:>soon', 'when:>soon', /a day, such as 2026/],
    ['priority:>x', 'priority:>x', /a rank/],
    ['impact:<=tall OR login', 'impact:<=tall', /a rank/],
    ['age:>banana', 'age:>banana', /a number of days/],
    ['when:<2026-13-45', 'when:<2026-13-45', /a day/],
    ['progress:<half', 'progress:<half', /percent/],
    ['path:>x', 'path:>x', /“path:” can’t be more or less .*when/],
    ['status:<"in progress"', 'status:<"in progress"', /“status:” can’t be more or less/],
    ['is:>open', 'is:>open', /“is:” takes open/],
  ])('%s: the problem points at %s and says what may stand there', (query, word, message) => {
    const { problems } = runQuery(index, query, { lens: 'priorities' });
    expect(problems.map(({ from, to }) => query.slice(from, to))).toEqual([word]);
    expect(problems[0]?.message).toMatch(message);
  });

  test('a key that waits for its value, and percent with a sign, are no problem', () => {
    for (const query of ['effort:>', 'when:<', 'progress:<50%', 'when:<2026', 'when:<2026-', 'when:<2026-1', 'when:<2026-12-', 'when:<2026-12-3']) expect(runQuery(index, query, { lens: 'priorities' }).problems).toEqual([]);
  });

  test('the builder offers more and less for keys that are compared', () => {
    expect((['impact', 'when', 'effort', 'priority', 'path', 'class', null] as const).map((key) => operatorsOf(key).length)).toEqual([4, 4, 4, 4, 0, 0, 0]);
  });
});

test('rows are sorted by impact as people rank it, in whatever language; what is no rank comes last, as a dash does', () => {
  expect(texts('priorities', '', 'impact')).toEqual(['Login', 'Index', 'Audit', 'Paint', 'Tests', 'Fence', 'Hinge']);
  expect(texts('priorities', '', '-impact')).toEqual(['Paint', 'Audit', 'Login', 'Index', 'Tests', 'Fence', 'Hinge']);
  expect(texts('priorities', '', 'when').slice(-1)).toEqual(['Tests']);
  expect(['when:—', 'impact:-', 'effort:-'].map((query) => runQuery(index, query, { lens: 'priorities' }).length)).toEqual([0, 0, 0]);
  expect(rowTexts(index, 'impact:>=high', 'priorities')).toEqual(['Login', 'Index']);
});

describe('values and keys that no row has', () => {
  test.each<[Lens, string, string, RegExp]>([
    ['verification', 'class:banana', 'class:banana', /“class:” takes automated, manual, .*other/],
    ['requirements', 'level:high login', 'level:high', /must, must not, should/],
    ['drift', '-severity:big', '-severity:big', /error, warning, info/],
    ['drift', 'kind:banana', 'kind:banana', /open-items/],
    ['verification', 'priority:high', 'priority:high', /Rows of this lens have no priority\./],
    ['verification', '(class:manual OR priority:high)', 'priority:high', /no priority/],
    ['risks', 'when:soon', 'when:soon', /no when/],
    ['priorities', 'severity:error', 'severity:error', /no severity/],
    ['plans', 'phase:1', 'phase:1', /no phase/],
    ['questions', 'class:manual', 'class:manual', /no class/],
    ['verification', 'a status:in progress b', 'status:in progress', /in quotes: status:"in progress"/],
    ['plans', 'status:In Bearbeitung', 'status:In Bearbeitung', /in quotes/],
  ])('%s: of %s the problem points at %s', (lens, query, word, message) => {
    const { problems } = runQuery(index, query, { lens });
    expect(problems.map(({ from, to }) => query.slice(from, to))).toEqual([word]);
    expect(problems[0]?.message).toMatch(message);
  });

  test.each<[Lens, string]>([
    ['verification', 'class:other OR class:automated'],
    ['requirements', 'level:"must not" id:R1'],
    ['drift', 'kind:open severity:error'],
    ['drift', 'kind:"open items"'],
    ['risks', 'impact:high score:>3'],
    ['plans', 'status:draft progress:<50 age:>3 id:x'],
    ['activity', 'date:2026 author:mara'],
  ])('%s: nothing is wrong with %s', (lens, query) => {
    expect(runQuery(index, query, { lens }).problems).toEqual([]);
  });
});
