import { describe, expect, test } from 'vitest';
import { readWithParser } from '../../../src/core/markdown/frontmatter';
import { frontmatterRange } from '../../../src/core/markdown/frontmatter-range';
import { readPlainProperties } from '../../../src/core/markdown/plain-properties';

/** "key = JSON of the value ‹what stands at its place›"; null when the fast path declines. */
function plain(inside: string): string[] | null {
  const text = `---\n${inside}\n---\n`;
  const range = frontmatterRange(text);
  const properties = range && readPlainProperties(text, range);
  if (properties && range) expect(properties).toEqual(readWithParser(text, range).properties);
  return properties && [...properties.values()].map(({ key, value, from, to }) => `${key} = ${JSON.stringify(value)} ‹${text.slice(from, to)}›`);
}

test.each([
  ['plain', 'a: x\ndue date: 2026-01-01 # c', ['a = "x" ‹x›', 'due date = "2026-01-01" ‹2026-01-01›']],
  ['empty', 'a:\nb: # c\nc: ~\nd: null', ['a = null ‹›', 'b = null ‹›', 'c = null ‹~›', 'd = null ‹null›']],
  ['quotes', 'a: "x: y # z" # c\nb: \'it\'\'s\'\nc: "\\u0041"', ['a = "x: y # z" ‹x: y # z›', 'b = "it\'s" ‹it\'\'s›', 'c = "A" ‹\\u0041›']],
  ['a link in quotes', 'up: "[[Note|n]]"', ['up = "[[Note|n]]" ‹[[Note|n]]›']],
  ['a link without quotes is a list of a list', 'up: [[Note]]', ['up = [] ‹[[Note]]›']],
  ['flow list', 'a: [x, "y, z", \'w\', ] # c\nb: []', ['a = ["x","y, z","w"] ‹[x, "y, z", \'w\', ]›', 'b = [] ‹[]›']],
  ['flow map', 'a: {b: 1, "c": [x], \'d\': {}}\nb: 1', ['a = null ‹{b: 1, "c": [x], \'d\': {}}›', 'b = "1" ‹1›']],
  ['block list', 'a:\n  - x # c\n  # d\n\n  - "y"\n  -\n  - ~\nb: 1', ['a = ["x","y","",""] ‹- x # c\n  # d\n\n  - "y"\n  -\n  - ~›', 'b = "1" ‹1›']],
  ['flush list', 'a:\n- x\n- y\nb: 1', ['a = ["x","y"] ‹- x\n- y›', 'b = "1" ‹1›']],
  ['list of maps', 'a:\n  - b: 1\n    c:\n      - d\n  - e: 2\n  -\n    f: 3', ['a = [] ‹- b: 1\n    c:\n      - d\n  - e: 2\n  -\n    f: 3›']],
  ['map', 'a:\n  b: 1\n  c:\n    d: 2\nb: 1', ['a = null ‹b: 1\n  c:\n    d: 2›', 'b = "1" ‹1›']],
  ['literal block', 'a: |\n  x: y\n\n  # z\nb: 1', ['a = "x: y\\n\\n# z\\n" ‹|\n  x: y\n\n  # z›', 'b = "1" ‹1›']],
  ['folded block', 'a: >-\n  x\n  y\n\n  z\n\nb: 1', ['a = "x y\\nz" ‹>-\n  x\n  y\n\n  z›', 'b = "1" ‹1›']],
  ['kept block', 'a: |+\n  x\n\nb: 1', ['a = "x\\n\\n" ‹|+\n  x›', 'b = "1" ‹1›']],
  ['folded text', 'a: x\n  y # z\n', null],
  ['text over lines', 'a: x\n  - y\n\n  z\nb: 1', ['a = "x - y\\nz" ‹x\n  - y\n\n  z›', 'b = "1" ‹1›']],
  ['text on the next line', 'a:\n  x\n  y\nb:\n  "z" # c', ['a = "x y" ‹x\n  y›', 'b = "z" ‹z›']],
  ['quotes over lines', 'a: "x\n  y\\\n  z"\nb: \'it\n\n  \'\'s\' # c', ['a = "x yz" ‹x\n  y\\\n  z›', 'b = "it\\n\'s" ‹it\n\n  \'\'s›']],
  ['of duplicates the first', 'a: 1\nA: 2', ['a = "1" ‹1›']],
  ['a key in another script', 'Élan: x\n漢: y', ['Élan = "x" ‹x›', '漢 = "y" ‹y›']],
  ['values that look like more', 'a: -1\nb: http://x.y/z\nc: x#y\nd: it\'s "so"', ['a = "-1" ‹-1›', 'b = "http://x.y/z" ‹http://x.y/z›', 'c = "x#y" ‹x#y›', 'd = "it\'s \\"so\\"" ‹it\'s "so"›']],
  ['comments and blank lines alone', '# c\n\n  # d', []],
])('read: %s', (_name, inside, expected) => {
  expect(plain(inside)).toEqual(expected);
  expect(plain(inside.replace(/\n/g, '\r\n'))).toEqual(expected && expected.map((line) => line.replace(/\n/g, '\r\n')));
});

describe('left to the parser', () => {
  test.each([
    'a: b: c', 'a: b:', 'a:b', '"a": x', '? a', '- a', ' a: x', 'text', '[a]', '...', '%x', 'a: &x y', 'a: *x', 'a: !t x', 'a: @x', 'a: - x', 'a: ? x', 'a: "x" y', 'a: "\\q"', 'a: [x', 'a: [x y: z]', 'a: [x]y', 'a: [x, , y]', 'a: ["b": c]',
    'a: [x # c]', 'a: [[[[[[[[[[[x]]]]]]]]]]]', 'a: {b}', 'a: {b:1}', 'a: {b: 1', 'a: {b: "1" c}', 'a: {[b]: 1}', 'a: {b: &x y}', 'a: x\ty', 'a: \x02', 'a:\n\tb', '\t', 'a: "x\ny"', 'a: "x', 'a: "x\n\ty"', 'a: x\n  y: z', 'a: x\n\ty', 'a: x\n  \x02\n  y', 'a: "x"\n  y', 'a: |2\n    x', 'a: | # c\n  x', 'a: |', 'a: |\n  x\n y',
    'a: |\n   \n  x', 'a: |\n  x\n   \nb: 1', 'a: |\n\tx', 'a:\n  - x\n - y', 'a:\n  - x\n  y', 'a:\n  - - x', 'a:\n  -\tx', 'a:\n  b: 1\n   c: 2', 'a:\n  b: 1\n  - c', 'a: 1\n b: 2', 'a:\n  "b": c', 'a: {b: 1}\n  x', 'a: 1\rb: 2', 'a: |\n  x\ry', 'a: "x\n  y\r  z"', `${'k'.repeat(101)}: x`,
    Array.from({ length: 22 }, (_none, n) => `${' '.repeat(n)}a:`).join('\n'),
  ])('%j', (inside) => {
    expect(plain(inside)).toBeNull();
  });
});
