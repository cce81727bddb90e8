// The drift lens: contradictions of a vault as rows, on the day of the query.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { driftWithOthers } from '../../../src/core/indexing/drift-notes';
import { exportRows } from '../../../src/core/indexing/export-rows';
import { columnsOf } from '../../../src/core/indexing/lens-columns';
import { PlanIndex } from '../../../src/core/indexing/plan-index';
import { type QueryOptions, type QueryResult, type RollupRow, runQuery } from '../../../src/core/indexing/query';
import { findPlaceholders } from '../../../src/core/template/placeholder';
import { ROOT } from '../../support/source-tree';
import { byNote, driftOfFolder } from '../../support/vault-drift-of';

const TODAY = '2026-11-20';

function indexOf(notes: Iterable<readonly [path: string, text: string]>): PlanIndex {
  const index = new PlanIndex({}, 'at once', findPlaceholders);
  for (const [path, text] of notes) index.put(path, text);
  return index;
}

function folderIndex(folder: string): PlanIndex {
  const paths = (readdirSync(join(ROOT, folder), { recursive: true }) as string[]).filter((path) => path.endsWith('.md'));
  return indexOf(paths.map((path) => [path, readFileSync(join(ROOT, folder, path), 'utf8')]));
}

const ask = (index: PlanIndex, query = '', more: Partial<QueryOptions> = {}): QueryResult => runQuery(index, query, { lens: 'drift', today: TODAY, staleDays: 30, ...more });
const rows = (result: QueryResult): RollupRow[] => Array.from({ length: result.length }, (_none, at) => result.row(at));
const told = (result: QueryResult): string[] => rows(result).map(({ path, kind }) => `${path}: ${kind ?? ''}`);

const plan = (status: string, more = '', body = ''): string => `---\ntype: plan\nstatus: ${status}\n${more}---\n# Pumps plan\n\n${body}`;
const CHECKS = '## Verification\n\n- [ ] One\n- [x] Two\n';
const LOG = '## Change Log\n\n| Date | Author | Change |\n|---|---|---|\n| 2026-11-01 | Ann | Status: Draft → In Review |\n';

/** One of each weight, one ignored, and one that is well. */
const SOME = {
  'Work/done.md': plan('Completed', 'owner: Ann\n', CHECKS),
  'Work/log.md': plan('Approved', '', LOG),
  'Work/quiet.md': plan('Completed', 'plan-ignore: open-items\n', CHECKS),
  'old.md': plan('In Progress', 'updated: 2026-10-01\n', CHECKS),
  'well.md': plan('Draft', '', CHECKS),
};

describe('whole vaults', () => {
  test('of the vault with forty planted contradictions the lens shows those forty and no other', () => {
    const folder = 'test/fixtures/drift-vault';
    const result = ask(folderIndex(folder));
    expect([result.length, result.total]).toEqual([40, 42]);
    expect(told(result).sort()).toEqual(byNote(driftOfFolder(join(ROOT, folder), TODAY).found).sort());
  });

  test('in the demo vault no healthy plan has a row', () => {
    expect(told(ask(folderIndex('test/demo-vault'), '-kind:stale', { today: '2026-11-18' })).sort()).toEqual(['Inbox/Export to CSV.md: two-statuses', 'Inbox/Kiosk mode.md: frontmatter', 'Plans/Archive/Push notifications.md: open-items']);
  });
});

describe('rows', () => {
  const index = indexOf(Object.entries(SOME));

  test('the worst first, each with its line and its words', () => {
    expect(rows(ask(index)).map(({ path, line, severity, kind, text, evidence, plan: title, state }) => [path, line, severity, kind, text, evidence, title, state])).toEqual([
      ['Work/done.md', 9, 'error', 'open-items', 'The status is “Completed”, but 1 verification item is not ticked', 'One', 'Pumps plan', 'open'],
      ['Work/log.md', 10, 'warning', 'log-differs', 'The status is “Approved”, but the change log ends in “In Review”', 'Status: Draft → In Review', 'Pumps plan', 'open'],
      ['old.md', 2, 'info', 'stale', 'The status is “In Progress”, but nothing has changed for 50 days', 'last changed 2026-10-01', 'Pumps plan', 'open'],
    ]);
  });

  test('what a plan ignores is counted as hidden, and shown when asked for', () => {
    const { hidden, total } = ask(index);
    expect([hidden.dropped, hidden.done, hidden.filtered, total]).toEqual([1, 0, 0, 4]);
    expect(told(ask(index, 'is:ignored'))).toEqual(['Work/quiet.md: open-items']);
    expect(ask(index, 'is:any').length).toBe(4);
  });

  test.each([
    ['severity:error', ['Work/done.md']],
    ['-severity:error', ['Work/log.md', 'old.md']],
    ['kind:stale', ['old.md']],
    ['kind:"log says"', ['Work/log.md']],
    ['change log', ['Work/log.md']],
    ['One', ['Work/done.md']],
    ['owner:ann', ['Work/done.md']],
    ['status:"in progress"', ['old.md']],
    ['folder:work', ['Work/done.md', 'Work/log.md']],
    ['age:>40', ['old.md']],
  ])('asked for %s', (query, paths) => {
    expect(rows(ask(index, query)).map(({ path }) => path)).toEqual(paths);
    expect(ask(index, query).problems).toEqual([]);
  });

  test('sorted and grouped', () => {
    expect(rows(ask(index, '', { sort: '-severity' })).map(({ severity }) => severity)).toEqual(['info', 'warning', 'error']);
    const groups = (group: string): unknown[] => ask(index, '', { group }).groups.map(({ title, length }) => [title, length]);
    expect(groups('severity')).toEqual([['Errors', 1], ['Warnings', 1], ['Worth a look', 1]]);
    expect(groups('kind')).toEqual([['Done with open items', 1], ['Log says otherwise', 1], ['Stale', 1]]);
    expect(groups('folder')).toEqual([['Work', 2], ['Top of the vault', 1]]);
    expect(groups('plan').length).toBe(3);
  });

  test('folders that are left out are counted as such', () => {
    expect([told(ask(index, '', { excluded: ['Work'] })), ask(index, '', { excluded: ['Work'] }).hidden.excluded]).toEqual([['old.md: stale'], 3]);
  });

  test('as a table', () => {
    expect(exportRows(rows(ask(index, 'severity:error')), columnsOf('drift'), 'markdown')).toBe('| Severity | Contradiction | Kind | Evidence | Plan | Status | Path | Line |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n| error | The status is “Completed”, but 1 verification item is not ticked | Done with open items | One | [[Work/done\\|Pumps plan]] | Completed | Work/done.md | 10 |\n');
  });
});

describe('as things change', () => {
  test('staleness goes by the day of the query, the setting and the file, not by when the note was read', () => {
    const index = indexOf(Object.entries(SOME));
    expect(told(ask(index, 'kind:stale', { today: '2026-10-30' }))).toEqual([]);
    expect(ask(index, 'kind:stale', { today: '2026-10-31' }).row(0).text).toContain('30 days');
    expect(told(ask(index, 'kind:stale', { staleDays: 60 }))).toEqual([]);
    expect(told(ask(index, 'kind:stale', { staleDays: 0 }))).toEqual([]);
    index.put('log.md', plan('In Progress', '', LOG.replace('Draft → In Review', 'Approved → In Progress')));
    expect(told(ask(index, 'kind:stale path:log', { today: '2027-03-01' }))).toEqual([]);
    index.put('log.md', plan('In Progress', '', `${LOG.replace('Draft → In Review', 'Approved → In Progress')}\nMore.\n`), Date.UTC(2026, 10, 1, 12));
    expect(told(ask(index, 'kind:stale path:log', { today: '2027-03-01' }))).toEqual(['log.md: stale']);
    index.put('old.md', `${SOME['old.md']}\nMore.\n`, Date.UTC(2026, 10, 19, 12));
    expect(told(ask(index, 'kind:stale'))).toEqual([]);
  });

  test('two plans with one id: told once, gone when one is, and told from the side of either when asked', () => {
    const index = indexOf([['a.md', plan('Draft', 'plan-id: P-1\n')], ['b.md', plan('Draft', 'plan-id: p-1\n')]]);
    expect(told(ask(index))).toEqual(['a.md: duplicate-id']);
    expect(driftWithOthers(index, 'b.md').map(({ path, line, message }) => [path, line, message])).toEqual([['b.md', 3, 'The id “p-1” is also that of “a”']]);
    for (const name of 'cdefg') index.put(`${name}.md`, plan('Draft', 'plan-id: P-1\n'));
    expect(driftWithOthers(index, 'g.md').map(({ path, message }) => [path, message])).toEqual([['g.md', 'The id “P-1” is also that of “a”, “b”, “c” and 3 more']]);
    for (const name of 'cdefg') index.remove(`${name}.md`);
    index.rename('b.md', '0.md');
    expect(told(ask(index))).toEqual(['0.md: duplicate-id']);
    index.put('a.md', plan('Draft', 'plan-id: P-2\n'));
    expect(told(ask(index))).toEqual([]);
    expect(driftWithOthers(index, '0.md')).toEqual([]);
    index.put('a.md', plan('Draft', 'plan-id: P-1\nplan-ignore: duplicate-id\n'));
    expect([told(ask(index)), told(ask(index, 'is:ignored'))]).toEqual([[], ['a.md: duplicate-id']]);
    index.remove('0.md');
    expect(ask(index).total).toBe(0);
  });

  test('an index that reads facts later has no contradictions until then', () => {
    const index = new PlanIndex({}, 'later', findPlaceholders);
    for (const [path, text] of Object.entries(SOME)) index.put(path, text);
    expect(ask(index).total).toBe(0);
    for (const path of index.readFacts()) index.put(path, SOME[path as keyof typeof SOME]);
    expect(ask(index).total).toBe(4);
  });

  test('slots are looked for only in plans in which they matter', () => {
    const find = vi.fn(findPlaceholders);
    const index = new PlanIndex({}, 'at once', find);
    index.put('a.md', plan('Draft', '', `${CHECKS}\n[Describe the rest]\n`));
    expect(find).not.toHaveBeenCalled();
    index.put('b.md', plan('Approved', '', `${CHECKS}\n[Describe the rest]\n`));
    expect([find.mock.calls.length, told(ask(index))]).toEqual([1, ['b.md: placeholders']]);
  });

  test('while nothing changes the same search answers at once', () => {
    const index = indexOf(Object.entries(SOME));
    const put = vi.spyOn(index, 'inPathOrder');
    ask(index);
    const before = put.mock.calls.length;
    ask(index);
    ask(index, 'severity:error');
    expect(put.mock.calls.length).toBe(before);
  });
});
