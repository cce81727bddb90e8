import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBlockOptions } from '../../../src/core/indexing/block-options';

test('a block says what it shows, a line each', () => {
  expect(readBlockOptions('lens: priorities\nquery: status:"in progress" path:auth\n# a remark\n\nGroup: Plan\nsort: -effort\nlimit: 20')).toEqual({ lens: 'priorities', query: 'status:"in progress" path:auth', group: 'plan', sort: '-effort', limit: 20, problems: [] });
});

test('an empty block shows open checks', () => {
  expect(readBlockOptions('')).toEqual({ lens: 'verification', query: '', group: undefined, sort: undefined, limit: 100, problems: [] });
});

test.each([
  ['lens: tasks', /no lens “tasks”.*priorities/],
  ['lense: plans', /means nothing here.*“lens:”/],
  ['group: colour', /by “colour”, but by plan/],
  ['sort: priority, colour', /sorted by “priority, colour”, but by priority, effort, .*minus/],
  ['limit: 0', /from 1 to 1,000/],
  ['limit: many', /from 1 to 1,000/],
  ['just words', /means nothing here/],
])('%j is told, and points at its line', (line, message) => {
  const source = `lens: risks\n${line}\nquery: x`;
  const { problems, query } = readBlockOptions(source);
  expect(problems.map(({ from, to }) => source.slice(from, to))).toEqual([line]);
  expect(problems[0]?.message).toMatch(message);
  expect(query).toBe('x');
});

test('law: it never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (source) => { readBlockOptions(source); }));
});
