// From a query to rows: which items, in which order, under which headings, and how a row's line is found again.
import { describe, expect, test } from 'vitest';
import { setTaskMark } from '../../../src/core/edit/edit-checklist';
import { parseQuery } from '../../../src/core/indexing/query-language';
import { setCell } from '../../../src/core/edit/edit-table';
import { PlanIndex } from '../../../src/core/indexing/plan-index';
import { type Lens, type QueryResult, type RollupRow, runQuery } from '../../../src/core/indexing/query';
import { applyChanges } from '../../../src/core/text/text-change';
import { rowTexts } from '../../support/index-contents';

const SYNC = `---
type: plan
status: In Progress
---
# Sync plan

## Phase 1: Storage

### Success Criteria

#### Automated
- [ ] npm test passes
- [x] types hold

#### Manual
- [ ] pull the plug
- [-] old phones

## Phase 2: Network

#### Manual
- [ ] airplane mode

## Open Questions

- [ ] Who pays?
`;

const GAPS = `# Gap plan

| Task | Priority | Effort | Impact | When |
| --- | --- | --- | --- | --- |
| Backups | Low | 2d | High | Q3 |
| Login | Critical | 4h | High | now |
| Audit | High | S | Low | Q2 |
| Logs | Critical | 1d | | |
| ~~Old~~ | High | | | |
`;

function indexOf(notes: Readonly<Record<string, string>>): PlanIndex {
  const index = new PlanIndex();
  for (const [path, text] of Object.entries(notes)) index.put(path, text);
  return index;
}

const index = indexOf({ 'work/sync.md': SYNC, 'work/gaps.md': GAPS, 'archive/other.md': '---\nstatus: Draft\n---\n# Other plan\n\n## Verification\n\n- [ ] lint is clean\n' });
const checks = (query: string): string[] => rowTexts(index, query, 'verification');
const rows = (result: QueryResult): RollupRow[] => Array.from({ length: result.length }, (_none, at) => result.row(at));

function only(result: QueryResult, text: string): RollupRow {
  const row = rows(result).find((each) => each.text === text);
  if (!row) throw new Error(`There is no row “${text}”.`);
  return row;
}

describe('the words of a query', () => {
  test.each([
    ['', ['lint is clean', 'npm test passes', 'pull the plug', 'airplane mode']],
    ['PLUG', ['pull the plug']],
    ['the pull', ['pull the plug']],
    ['"the plug"', ['pull the plug']],
    ['"plug the"', []],
    ['-plug -lint', ['npm test passes', 'airplane mode']],
    ['-"the plug" -lint', ['npm test passes', 'airplane mode']],
    ['is:done', ['types hold']],
    ['is:dropped', ['old phones']],
    ['is:any', ['lint is clean', 'npm test passes', 'types hold', 'pull the plug', 'old phones', 'airplane mode']],
    ['is:done is:dropped', ['types hold', 'old phones']],
    ['-is:open', ['types hold', 'old phones']],
    ['is:any -is:done', ['lint is clean', 'npm test passes', 'pull the plug', 'old phones', 'airplane mode']],
    ['IS:DONE', ['types hold']],
    ['class:manual', ['pull the plug', 'airplane mode']],
    ['-class:manual', ['lint is clean', 'npm test passes']],
    ['phase:1', ['npm test passes', 'pull the plug']],
    ['phase:"phase 2"', ['airplane mode']],
    ['section:network', ['airplane mode']],
    ['section:"success criteria"', ['npm test passes', 'pull the plug']],
    ['plan:sync', ['npm test passes', 'pull the plug', 'airplane mode']],
    ['path:archive/', ['lint is clean']],
    ['-path:archive plan:SYNC class:automated', ['npm test passes']],
    ['status:"in progress"', ['npm test passes', 'pull the plug', 'airplane mode']],
    ['status:in-progress', ['npm test passes', 'pull the plug', 'airplane mode']],
    ['-status:draft', ['npm test passes', 'pull the plug', 'airplane mode']],
    ['priority:high', []],
    ['sync', ['npm test passes', 'pull the plug', 'airplane mode']],
    ['   ', ['lint is clean', 'npm test passes', 'pull the plug', 'airplane mode']],
    ['"the plug', ['pull the plug']],
    ['""', ['lint is clean', 'npm test passes', 'pull the plug', 'airplane mode']],
    ['status:', ['lint is clean', 'npm test passes', 'pull the plug', 'airplane mode']],
    ['-status:', ['lint is clean', 'npm test passes', 'pull the plug', 'airplane mode']],
    ['-', ['lint is clean', 'npm test passes', 'pull the plug', 'airplane mode']],
  ])('%j', (query, expected) => {
    expect(checks(query)).toEqual(expected);
  });

  test.each([
    ['lens priorities, priority:critical', 'priorities', 'priority:critical', ['Login', 'Logs']],
    ['lens priorities, a word of the row', 'priorities', 'q3', ['Backups']],
    ['lens priorities, done ones too', 'priorities', 'is:any -is:open', ['Old']],
    ['lens questions', 'questions', '', ['Who pays?']],
    ['lens plans, by status', 'plans', 'status:draft', ['Other plan']],
    ['lens plans, by word', 'plans', 'other', ['Other plan']],
  ] as const)('%s', (_what, lens, query, expected) => {
    expect(rowTexts(index, query, lens)).toEqual(expected);
  });

  test.each([
    ['plug stauts:draft', 'stauts:draft', /status/],
    ['is:maybe', 'is:maybe', /open, done, dropped, any/],
    ['-boss:"Ops L." plug', '-boss:"Ops L."', /boss/],
    ['https://x', 'https://x', /https/],
  ])('%j has a problem that points at its word, and the rest counts', (query, word, message) => {
    const { problems, length } = runQuery(index, query, { lens: 'verification' });
    expect(problems.map(({ from, to }) => query.slice(from, to))).toEqual([word]);
    expect(problems[0]?.message).toMatch(message);
    expect(length).toBe(query.includes('plug') ? 1 : 4);
  });

  test('the total is that of the lens, whatever the filter', () => {
    expect(['', 'plug', 'is:any', 'nothing-like-it'].map((query) => runQuery(index, query, { lens: 'verification' }).total)).toEqual([6, 6, 6, 6]);
  });

  test('a row beyond the last throws', () => {
    const result = runQuery(index, '', { lens: 'verification' });
    for (const at of [result.length, -1, 0.5, Number.NaN]) expect(() => result.row(at)).toThrow(RangeError);
  });
});

describe('order', () => {
  const two = indexOf({ 'b.md': GAPS.replace('Login', 'Login B'), 'a.md': GAPS });

  test('most urgent first across notes; among equals by note and place', () => {
    expect(rowTexts(two, '', 'priorities')).toEqual(['Login', 'Logs', 'Login B', 'Logs', 'Audit', 'Audit', 'Backups', 'Backups']);
  });

  test('by path when asked', () => {
    const result = runQuery(two, '', { lens: 'priorities', sort: 'path' });
    expect(rows(result).map(({ text }) => text)).toEqual(['Backups', 'Login', 'Audit', 'Logs', 'Backups', 'Login B', 'Audit', 'Logs']);
  });

  test('grouped by plan, most urgent first within each', () => {
    expect(rowTexts(two, '', 'priorities', 'plan')).toEqual(['Login', 'Logs', 'Audit', 'Backups', 'Login B', 'Logs', 'Audit', 'Backups']);
  });

  test('a priority row tells its cells, and hours from effort', () => {
    expect(only(runQuery(two, '', { lens: 'priorities' }), 'Login')).toMatchObject({ path: 'a.md', priority: 'Critical', rank: 0, effort: '4h', hours: 4, impact: 'High', when: 'now', state: 'open', plan: 'Gap plan', priorityColumn: 1 });
  });
});

describe('groups', () => {
  const result = runQuery(index, '', { lens: 'verification' });

  test('tasks stand under their plan and its sections, in runs that tile the rows', () => {
    expect(result.groups.map(({ level, title, from, length }) => [level, title, from, length])).toEqual([
      [0, 'Other plan', 0, 1],
      [1, 'Verification', 0, 1],
      [0, 'Sync plan', 1, 3],
      [1, 'Phase 1: Storage › Automated', 1, 1],
      [1, 'Phase 1: Storage › Manual', 2, 1],
      [1, 'Phase 2: Network › Manual', 3, 1],
    ]);
  });

  test('they count all items, not only those shown, and leave out dropped ones', () => {
    const counts = (query: string): unknown => runQuery(index, query, { lens: 'verification' }).groups.filter(({ path }) => path === 'work/sync.md').map(({ done, total }) => `${done}/${total}`);
    expect(counts('')).toEqual(['1/4', '1/2', '0/1', '0/1']);
    expect(counts('plug')).toEqual(['1/4', '0/1']);
  });

  test('each has a key of its own, which stays when items come and go', () => {
    const keys = (text: string): string[] => runQuery(indexOf({ 'a.md': text }), 'is:any', { lens: 'verification' }).groups.map(({ key }) => key);
    const text = '# A\n\n## Verification\n\n**Manual:**\n- [ ] a\n- [ ] b\n\n**Automated:**\n- [ ] c\n\n**Manual:**\n- [ ] d\n';
    expect(new Set(keys(text)).size).toBe(4);
    expect(keys(text.replace('- [ ] a\n', ''))).toEqual(keys(text));
    expect(keys(text.replace('- [ ] a\n', '- [ ] new\n- [ ] a\n'))).toEqual(keys(text));
  });

  test('there are none unless asked for', () => {
    expect(runQuery(index, '', { lens: 'verification', group: 'none' }).groups).toEqual([]);
    expect(runQuery(index, '', { lens: 'priorities' }).groups).toEqual([]);
    expect(runQuery(index, '', { lens: 'plans' }).groups).toEqual([]);
  });
});

describe('finding a row’s line again', () => {
  function target(text: string, row: string, lens: Lens = 'verification'): NonNullable<RollupRow['target']> {
    const found = only(runQuery(indexOf({ 'a.md': text }), 'is:any', { lens }), row).target;
    if (!found) throw new Error('no target');
    return found;
  }
  const applied = (text: string, result: ReturnType<typeof setTaskMark>): string => (result.ok ? applyChanges(text, result.changes) : result.refusal.code);

  test.each([
    ['as it was', (text: string) => text],
    ['lines added above', (text: string) => text.replace('# Sync', 'Intro.\n\n# Sync')],
    ['line ends converted', (text: string) => text.replace(/\n/g, '\r\n')],
    ['a byte order mark added', (text: string) => `\uFEFF${text}`],
  ])('the right task is ticked: %s', (_what, change) => {
    const now = change(SYNC);
    expect(applied(now, setTaskMark(now, target(SYNC, 'pull the plug'), 'x'))).toBe(now.replace('[ ] pull', '[x] pull'));
  });

  test('twins are ticked while the note is as it was, and refused after any change', () => {
    const twins = '# A plan\n\n## Verification\n\n- [ ] same\n- [ ] other\n- [ ] same\n';
    const second = runQuery(indexOf({ 'a.md': twins }), '', { lens: 'verification' }).row(2).target;
    if (!second) throw new Error('no target');
    expect(applied(twins, setTaskMark(twins, second, 'x'))).toBe(`${twins.slice(0, -'- [ ] same\n'.length)}- [x] same\n`);
    expect(applied(`${twins}more\n`, setTaskMark(`${twins}more\n`, second, 'x'))).toBe('line-ambiguous');
  });

  test('when one of two twins has gone, the other is not taken for it', () => {
    const twins = '# A plan\n\n## Verification\n\n- [ ] same\n- [ ] other\n- [ ] same\n';
    const second = runQuery(indexOf({ 'a.md': twins }), '', { lens: 'verification' }).row(2).target;
    const now = twins.slice(0, -'- [ ] same\n'.length);
    expect(second && applied(now, setTaskMark(now, second, 'x'))).toBe('line-ambiguous');
  });

  test('a twin that comes later is refused too', () => {
    const later = SYNC.replace('- [ ] pull the plug\n', '- [ ] pull the plug\n- [ ] pull the plug\n');
    expect(applied(later, setTaskMark(later, target(SYNC, 'pull the plug'), 'x'))).toBe('line-ambiguous');
  });

  test('a priority row’s cell is changed after the table has moved', () => {
    const now = `Intro.\n\n${GAPS}`;
    expect(applied(now, setCell(now, target(GAPS, 'Audit', 'priorities'), 1, 'Low'))).toContain('| Audit | Low');
  });

  test('a plan has no line of its own', () => {
    expect(runQuery(index, '', { lens: 'plans' }).row(0).target).toBeNull();
  });
});

test('letters that are others in lower case, and blanks of any kind, are found', () => {
  const index = new PlanIndex();
  index.put('a.md', '# İzmir plan\n\n## Verification\n\n- [ ] Straße zu\u00a0Ende\n- [ ] other\n');
  const found = (query: string): string[] => {
    const result = runQuery(index, query, { lens: 'verification' });
    return Array.from({ length: result.length }, (_none, at) => result.row(at).text);
  };
  expect([found('İzmir').length, found('izmir').length, found('"zu Ende"'), found('STRASSE'), found('straße zu')]).toEqual([2, 0, ['Straße zu\u00a0Ende'], [], ['Straße zu\u00a0Ende']]);
});

test('a query of any length and depth is read', () => {
  const [odd] = parseQuery(`${'NOT '.repeat(20_001)}a`).terms;
  expect(odd).toMatchObject({ value: 'a', isNegated: true });
  expect(parseQuery(`${'NOT '.repeat(20_000)}a`).terms).toMatchObject([{ value: 'a', isNegated: false }]);
  expect(parseQuery('a '.repeat(200_000)).terms).toHaveLength(200_000);
  expect(parseQuery(`${'NOT ('.repeat(20_000)}a`).problems.length).toBeGreaterThan(0);
  expect(parseQuery('NOT').terms).toMatchObject([{ value: 'not' }]);
});
