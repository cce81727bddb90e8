// The smaller lenses, richer queries, and other orders: what a person sees of a small vault.
import { describe, expect, test } from 'vitest';
import { setTaskMark } from '../../../src/core/edit/edit-checklist';
import { PlanIndex } from '../../../src/core/indexing/plan-index';
import { type Lens, type QueryOptions, type QueryResult, type RollupRow, runQuery } from '../../../src/core/indexing/query';
import { applyChanges } from '../../../src/core/text/text-change';

const LOGIN = `---
type: plan
status: In Progress
owner: Mara
plan-id: P-7
updated: 2026-10-01
---
# Login plan

## Requirements

- **REQ-1 (MUST)**: Sign in with a passkey
- **REQ-2**: The app SHOULD remember the device

## Phase 1: Server

### Success Criteria

**Automated**
- [x] REQ-1: passkey test passes

**Manual**
- [ ] Sign in on a phone

## Phase 2: App

### Success Criteria

**Manual**
- [ ] Looks right

## Open Questions

- [ ] Which browsers?
- Who translates?

## Risks

| Risk | Likelihood | Impact | Mitigation |
| --- | --- | --- | --- |
| Phones without passkeys | High | Medium | Keep the password |
| Slow start | Low | Low | None yet |

## Change Log

| Date | Author | Change |
| --- | --- | --- |
| 2026-09-01 | Mara | Created |
| 2026-10-05 | Noor | Status: Approved → In Progress |
`;
const GAPS = `# Gap plan

**Status:** Completed
**Owner:** Noor

| Task | Priority | Effort | Impact | When |
| --- | --- | --- | --- | --- |
| Backups | Low | 2d | High | Q3 |
| Login | Critical | 4h | High | now |
| Audit | P1 | S | Low | Q2 |
`;
const ODD = '---\nstatus: Parked\n---\n# Odd plan\n\n| Task | Priority | Effort |\n| --- | --- | --- |\n| Paint | High | 30 min |\n';

const index = new PlanIndex();
index.put('Work/login.md', LOGIN, Date.UTC(2026, 9, 1, 12));
index.put('Work/Deep/gaps.md', GAPS, Date.UTC(2026, 10, 20, 12));
index.put('odd.md', ODD);

const asked = { today: '2026-11-20', staleDays: 30 };
const ask = (lens: Lens, query = '', more: Partial<QueryOptions> = {}): QueryResult => runQuery(index, query, { lens, ...asked, ...more });
const rows = (result: QueryResult): RollupRow[] => Array.from({ length: result.length }, (_none, at) => result.row(at));
const texts = (lens: Lens, query = '', more: Partial<QueryOptions> = {}): string[] => rows(ask(lens, query, more)).map(({ text }) => text);

describe('lenses', () => {
  test('questions, with a box or without', () => {
    expect(rows(ask('questions')).map(({ text, mark, state }) => [text, mark, state])).toEqual([['Which browsers?', ' ', 'open'], ['Who translates?', '', 'open']]);
  });

  test('a question is ticked by its line', () => {
    const { target } = ask('questions').row(0);
    const result = target && setTaskMark(LOGIN, target, 'x');
    expect(result?.ok === true && applyChanges(LOGIN, result.changes)).toBe(LOGIN.replace('[ ] Which', '[x] Which'));
  });

  test('risks with likelihood × impact', () => {
    expect(ask('risks').row(0)).toMatchObject({ text: 'Phones without passkeys', likelihood: 'High', impact: 'Medium', mitigation: 'Keep the password', score: 6 });
    expect([texts('risks'), texts('risks', '', { sort: 'score' })]).toEqual([['Phones without passkeys', 'Slow start'], ['Slow start', 'Phones without passkeys']]);
  });

  test('requirements with the checks that name them', () => {
    expect(rows(ask('requirements', 'is:any')).map(({ id, level, checkCount, state }) => [id, level, checkCount, state])).toEqual([['REQ-1', 'must', 1, 'done'], ['REQ-2', 'should', 0, 'open']]);
    expect(texts('requirements', 'is:orphan')).toEqual(['The app SHOULD remember the device']);
  });

  test('activity, the last first, by whoever wrote it', () => {
    expect(rows(ask('activity')).map(({ date, author, text }) => [date, author, text])).toEqual([['2026-10-05', 'Noor', 'Status: Approved → In Progress'], ['2026-09-01', 'Mara', 'Created']]);
  });

  test('plans with status, owner, progress and age', () => {
    expect(rows(ask('plans')).map(({ text, statusId, state, owner, age, isStale }) => [text, statusId, state, owner, age, isStale])).toEqual([
      ['Gap plan', 'completed', 'done', 'Noor', 0, false],
      ['Login plan', 'in-progress', 'open', 'Mara', 46, true],
      ['Odd plan', null, 'open', null, null, false],
    ]);
    expect(ask('plans', 'login').row(0)).toMatchObject({
      checks: { done: 1, total: 3 },
      classes: [{ name: 'automated', done: 1, total: 1 }, { name: 'manual', done: 0, total: 2 }],
      phases: [{ name: 'Phase 1', done: 1, total: 2 }, { name: 'Phase 2', done: 0, total: 1 }],
      nextItem: { text: 'Sign in on a phone' },
    });
  });
});

describe('queries', () => {
  test.each<[Lens, string, string[]]>([
    ['priorities', 'priority:high', ['Audit', 'Paint']],
    ['priorities', 'priority:>=high', ['Login', 'Audit', 'Paint']],
    ['priorities', 'priority:<high', ['Backups']],
    ['priorities', 'effort:<=4', ['Login', 'Audit', 'Paint']],
    ['priorities', 'effort:2d', ['Backups']],
    ['priorities', 'when:q2 OR when:q3', ['Audit', 'Backups']],
    ['priorities', '(when:q2 OR when:q3) impact:high', ['Backups']],
    ['priorities', '-(when:q2 OR when:q3) plan:gap', ['Login']],
    ['priorities', 'NOT when:q2 plan:gap', ['Login', 'Backups']],
    ['priorities', 'owner:noor', ['Login', 'Audit', 'Backups']],
    ['priorities', 'folder:work', ['Login', 'Audit', 'Backups']],
    ['priorities', 'folder:wor', []],
    ['priorities', 'status:parked', ['Paint']],
    ['verification', 'class:automated OR phase:2', ['REQ-1: passkey test passes', 'Looks right']],
    ['verification', 'is:done OR phase:2', ['REQ-1: passkey test passes', 'Looks right']],
    ['verification', 'is:stale', ['Sign in on a phone', 'Looks right']],
    ['verification', '-is:stale', []],
    ['verification', 'progress:<50', ['Sign in on a phone', 'Looks right']],
    ['plans', 'age:>30', ['Login plan']],
    ['plans', '-is:stale', ['Gap plan', 'Odd plan']],
    ['plans', 'id:p-7', ['Login plan']],
    ['plans', 'is:open', ['Login plan', 'Odd plan']],
    ['risks', 'score:>=3', ['Phones without passkeys']],
    ['risks', 'password', ['Phones without passkeys']],
    ['requirements', 'level:must is:any', ['Sign in with a passkey']],
    ['activity', 'date:>=2026-10', ['Status: Approved → In Progress']],
    ['activity', 'date:2026-09', ['Created']],
    ['activity', 'author:mara', ['Created']],
    ['priorities', 'OR', ['Login', 'Audit', 'Paint', 'Backups']],
    ['priorities', '(', ['Login', 'Audit', 'Paint', 'Backups']],
    ['priorities', '()', ['Login', 'Audit', 'Paint', 'Backups']],
  ])('%s: %s', (lens, query, expected) => {
    // A class or phase alone asks for the open ones; only `is:` in a nested part widens that.
    const found = texts(lens, query);
    expect(found).toEqual(query === 'class:automated OR phase:2' ? expected.slice(1) : expected);
  });

  test.each([
    ['(when:q2 OR when:q3', '(', /never closed/],
    ['when:q2)', ')', /closes nothing/],
    ['is:done is:blue', 'is:blue', /stale/],
  ])('%j: the problem points at %j', (query, word, message) => {
    const { problems } = ask('priorities', query);
    expect(problems.map(({ from, to }) => query.slice(from, to))).toEqual([word]);
    expect(problems[0]?.message).toMatch(message);
  });

  test('ten thousand brackets are no reason to fall over', () => {
    expect(ask('priorities', '('.repeat(10_000)).problems.length).toBeGreaterThan(0);
  });

  test('what is hidden is counted by its reason', () => {
    expect(ask('verification', 'phone').hidden).toEqual({ excluded: 0, open: 0, done: 1, dropped: 0, filtered: 1 });
    expect(ask('priorities', '', { excluded: ['Work/Deep'] }).hidden).toEqual({ excluded: 3, open: 0, done: 0, dropped: 0, filtered: 0 });
    expect(texts('priorities', '', { excluded: ['Work/Deep'] })).toEqual(['Paint']);
  });
});

describe('order and headings', () => {
  const grouped = (lens: Lens, group: string, query = ''): unknown[] => ask(lens, query, { group }).groups.map(({ title, length, done, total, hours }) => [title, length, `${done}/${total}`, hours]);

  test.each<[Lens, string, string, unknown[]]>([
    ['priorities', 'priority', '', [['Critical', 1, '0/1', 4], ['High', 2, '0/2', 4.5], ['Low', 1, '0/1', 16]]],
    ['priorities', 'status', '', [['Completed', 3, '0/3', 24], ['Parked', 1, '0/1', 0.5]]],
    ['priorities', 'owner', '', [['Noor', 3, '0/3', 24], ['No owner', 1, '0/1', 0.5]]],
    ['priorities', 'folder', '', [['Work/Deep', 3, '0/3', 24], ['Top of the vault', 1, '0/1', 0.5]]],
    ['verification', 'class', 'is:any', [['Automated', 1, '1/1', null], ['Manual', 2, '0/2', null]]],
    ['verification', 'phase', '', [['Phase 1', 1, '1/2', null], ['Phase 2', 1, '0/1', null]]],
    ['plans', 'status', '', [['In Progress', 1, '0/1', null], ['Completed', 1, '1/1', null], ['Parked', 1, '0/1', null]]],
  ])('%s by %s', (lens, group, query, expected) => {
    expect(grouped(lens, group, query)).toEqual(expected);
  });

  test('groups tile the rows, most urgent first in each', () => {
    const result = ask('priorities', '', { group: 'owner' });
    expect(result.groups.map(({ from, length }) => [from, length])).toEqual([[0, 3], [3, 1]]);
    expect(rows(result).map(({ text }) => text)).toEqual(['Login', 'Audit', 'Backups', 'Paint']);
  });

  test.each([
    ['effort', ['Paint', 'Login', 'Audit', 'Backups']],
    ['-effort', ['Backups', 'Login', 'Audit', 'Paint']],
    ['impact,-effort', ['Backups', 'Login', 'Audit', 'Paint']],
    ['-priority', ['Backups', 'Audit', 'Paint', 'Login']],
    ['when', ['Login', 'Audit', 'Backups', 'Paint']],
    ['text', ['Audit', 'Backups', 'Login', 'Paint']],
    ['-nonsense', ['Login', 'Audit', 'Paint', 'Backups']],
    ['priority,text', ['Login', 'Audit', 'Paint', 'Backups']],
  ])('sorted by %s', (sort, expected) => {
    expect(texts('priorities', '', { sort })).toEqual(expected);
  });
});

describe('facts that are read later', () => {
  test('the index asks for the plans that lack them, and is then as one that read them at once', () => {
    const later = new PlanIndex({}, 'later');
    const notes = new Map([['Work/login.md', LOGIN], ['odd.md', ODD]]);
    for (const [path, text] of notes) later.put(path, text);
    expect(runQuery(later, '', { lens: 'risks' }).length).toBe(0);
    expect(runQuery(later, '', { lens: 'questions' }).length).toBe(1);
    const lacking = later.readFacts();
    expect(lacking.sort()).toEqual(['Work/login.md', 'odd.md']);
    for (const path of lacking) later.put(path, notes.get(path) ?? '');
    expect(later.readFacts()).toEqual([]);
    expect(runQuery(later, '', { lens: 'risks' }).length).toBe(2);
    expect(runQuery(later, '', { lens: 'questions' }).length).toBe(2);
  });
});
