// Help with queries: completions at the caret, and the same query as a list of conditions.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readConditions, writeConditions } from '../../../src/core/indexing/build-query';
import { completeQuery } from '../../../src/core/indexing/complete-query';
import { PlanIndex } from '../../../src/core/indexing/plan-index';
import { parseQuery, QUERY_KEYS, type QueryKey } from '../../../src/core/indexing/query-language';
import { quoteProblem } from '../../../src/core/indexing/quote-hint';
import { QueryValues } from '../../../src/core/indexing/query-values';
import { DEFAULT_WORKFLOW } from '../../../src/core/status/workflow';

/** `query` with its caret at "|": what the word may become, and the query when the first is taken. */
function complete(query: string, values: Partial<Record<QueryKey, readonly string[]>> = {}): { texts: string[]; taken: string } {
  const caret = query.indexOf('|');
  const plain = query.replace('|', '');
  const { from, to, options } = completeQuery(plain, caret, (key) => values[key] ?? []);
  return { texts: options.map(({ text }) => text), taken: options[0] ? plain.slice(0, from) + options[0].text + plain.slice(to) : plain };
}

describe('completions', () => {
  test('of a key, wherever its word stands', () => {
    expect(complete('st|').texts).toEqual(['status:']);
    expect(complete('login -p|').texts).toEqual(['-priority:', '-phase:', '-plan:', '-path:', '-progress:']);
    expect(complete('(class:manual OR st|)').taken).toBe('(class:manual OR status:)');
    expect(complete('-(st|').taken).toBe('-(status:');
    expect(complete('xyz|').texts).toEqual([]);
    expect(complete('|').texts).toHaveLength(Object.keys(QUERY_KEYS).length);
  });

  test('of a value: those that start so first, with quotes where they have blanks', () => {
    const status = ['Draft', 'In Progress', 'In Review', 'Not in use'];
    expect(complete('status:in|', { status }).texts).toEqual(['status:"In Progress" ', 'status:"In Review" ', 'status:"Not in use" ']);
    expect(complete('status:"in r|', { status }).taken).toBe('status:"In Review" ');
    expect(complete('a -status:d|raf b', { status }).taken).toBe('a -status:Draft  b');
    expect(complete('effort:>4|', { effort: ['4h', '40h'] }).texts).toEqual(['effort:>4h ', 'effort:>40h ']);
    expect(complete('status:Draft|', { status }).texts).toEqual([]);
    expect(complete('status:"In Review"|', { status }).texts).toEqual([]);
    expect(complete('nokey:d|', { status }).texts).toEqual([]);
  });

  test('the values are those of the vault, each once, and follow it', () => {
    const index = new PlanIndex();
    const plan = (status: string, owner: string): string => `---\ntype: plan\nstatus: ${status}\nowner: ${owner}\n---\n# A\n\n| Task | Priority |\n| --- | --- |\n| x | P1 |\n`;
    index.put('Work/a.md', plan('Draft', 'Ops'));
    index.put('Work/b.md', plan('paused', 'ops'));
    const values = new QueryValues(index);
    expect([values.of('status', 'plans'), values.of('owner', 'plans'), values.of('folder', 'plans'), values.of('priority', 'priorities')]).toEqual([['Draft', 'paused'], ['Ops'], ['Work'], ['P1']]);
    index.put('Work/b.md', plan('Completed', 'QA'));
    expect(values.of('status', 'plans')).toEqual(['Completed', 'Draft']);
    expect(values.of('is', 'plans')).toEqual(expect.arrayContaining(['stale', 'ignored']));
    expect([values.of('severity', 'drift'), values.of('kind', 'drift').slice(0, 2)]).toEqual([['error', 'warning', 'info'], ['frontmatter', 'hidden-content']]);
  });
});

describe('a status without its quotes', () => {
  test.each([
    ['status:in progress', 'in progress'],
    ['login -Status:=In Review OR x', 'In Review'],
    ['status:ready to implement now', 'ready to implement'],
    ['status:draft login', null],
    ['status:in owner:progress', null],
    ['status:in -progress', null],
    ['status:"in progress"', null],
    ['in progress', null],
    ['status:', null],
  ])('%s', (query, found) => {
    expect(quoteProblem(query, [DEFAULT_WORKFLOW])?.message ?? null).toBe(found && `Put “${found}” in quotes: status:"${found}".`);
  });
});

describe('a query as conditions', () => {
  test.each([
    ['', 'all', []],
    ['status:draft -class:manual', 'all', ['status draft', '-class manual']],
    ['a OR priority:>=p1', 'any', ['a', 'priority >= p1']],
    ['-(a OR "two words")', 'none', ['a', 'two words']],
  ])('%s', (query, mode, conditions) => {
    const read = readConditions(query);
    expect([read?.mode, read?.conditions.map(({ key, operator, value, isNegated }) => `${isNegated ? '-' : ''}${[key, operator, value].filter((part) => part !== null).join(' ')}`)]).toEqual([mode, conditions]);
    expect(writeConditions(read ?? { mode: 'all', conditions: [] })).toBe(query);
  });

  test.each(['a (b OR c)', 'nokey:x', '(a b) OR c', 'a )'])('is none where the query is more: %s', (query) => {
    expect(readConditions(query)).toBeNull();
  });

  test('whatever is written means the same when it is read again', () => {
    const condition = fc.record({
      key: fc.constantFrom(null, 'status' as const, 'priority' as const, 'path' as const),
      operator: fc.constant(null),
      isNegated: fc.boolean(),
      value: fc.oneof(fc.constantFrom('OR', 'not', 'a:b', '-x', '(y)', 'two words', '[z]'), fc.string({ minLength: 1 })).filter((value) => /[a-z0-9]/i.test(value) && !/^[<>=]/.test(value.trim().replace(/"/g, '').trim())),
    });
    fc.assert(fc.property(fc.constantFrom('all' as const, 'any' as const, 'none' as const), fc.array(condition, { minLength: 2, maxLength: 4 }), (mode, conditions) => {
      const query = writeConditions({ mode, conditions });
      const { terms, groups, problems } = parseQuery(query);
      const parts = mode === 'all' ? terms : (groups[0]?.parts ?? []);
      expect([problems, parts.map((part) => (part.kind === 'term' ? [part.key, part.isNegated, part.value] : part))]).toEqual([[], conditions.map(({ key, isNegated, value }) => [key, isNegated, value.replace(/"/g, '').trim().toLowerCase()])]);
    }), { numRuns: 500 });
  });
});
