import { describe, expect, test } from 'vitest';
import { frontmatterValues, locateValues, readFrontmatter, readsAs } from '../../../src/core/markdown/frontmatter';
import { frontmatterRange, isFrontmatterUnclosed } from '../../../src/core/markdown/frontmatter-range';

/** Every property as "key = JSON"; null without frontmatter. */
function properties(inside: string): string[] | null {
  const text = `---\n${inside}\n---\n`;
  const frontmatter = readFrontmatter(text);
  return frontmatter && [...frontmatter.properties.values()].map(({ key, value }) => `${key} = ${JSON.stringify(value)}`);
}

describe('reading', () => {
  test.each([
    ['plain', 'a: 1\nB c: two words', ['a = "1"', 'B c = "two words"']],
    ['comments and blank lines', '# x\n\na: 1 # y', ['a = "1"']],
    ['quotes', 'a: "x"\nb: \'y\'', ['a = "x"', 'b = "y"']],
    ['escapes', 'a: "x\\ty"\nb: \'it\'\'s\'', ['a = "x\\ty"', 'b = "it\'s"']],
    ['empty', 'a:\nb: ~\nc: null', ['a = null', 'b = null', 'c = null']],
    ['flow list', 'a: [x, y]\nb: []', ['a = ["x","y"]', 'b = []']],
    ['flow list with more', 'a: [x, "y, z", [w]]', ['a = ["x","y, z"]']],
    ['flow list over lines', 'a: [x,\n  y]', ['a = ["x","y"]']],
    ['flow list with an empty item', 'a: [x, ]', ['a = ["x"]']],
    ['block list', 'a:\n  - x\n  - y\nb: 1', ['a = ["x","y"]', 'b = "1"']],
    ['flush block list', 'a:\n- x\n-\n', ['a = ["x",""]']],
    ['block list of more', 'a:\n  - x: 1\n  - "y"', ['a = ["y"]']],
    ['block', 'a: |\n  x\n  y', ['a = "x\\ny\\n"']],
    ['map', 'a:\n  b: 1', ['a = null']],
    ['number and boolean, as they are written', 'a: 1.50\nb: True # c\nc: 12345678901234567890\n"d": 0x1F', ['a = "1.50"', 'b = "True"', 'c = "12345678901234567890"', 'd = "0x1F"']],
    ['anchors and aliases', 'a: &x one\nb: *x\nc: &x two\nd: *x\ne: *y', ['a = "one"', 'b = "one"', 'c = "two"', 'd = "two"', 'e = null']],
    ['of duplicates the first', 'a: 1\nA: 2', ['a = "1"']],
    ['keys that are no text', '[x]: 1\n1: 2\n? {y: z}\n: 3', [' = "1"', '1 = "2"']],
    ['a key alone', '"a":', ['a = null']],
    ['a list item without a list', '- a', []],
    ['broken: values, lists and comments', 'a: b: c\nd: "e" # f\ng: [h, i]\nj: # k\n  - l # m\n  -\n  - n: o: p\nq: \nr', ['d = "e"', 'g = ["h","i"]', 'j = ["l",""]', 'q = null']],
    ['broken: what can be read line by line', 'a: b: c\nd: e\nd: f\n  g: h\n- i\nj:\n- "k" l', ['d = "e"', 'j = null']],
    ['nothing', '', []],
  ])('%s', (_name, inside, expected) => {
    expect(properties(inside)).toEqual(expected);
  });

  test('a note without frontmatter has none', () => {
    expect(readFrontmatter('# A')).toBeNull();
    expect(frontmatterValues('# A')).toEqual([]);
  });

  test('lines that end in CR alone are said to be broken, and read as far as they go', () => {
    const frontmatter = readFrontmatter('---\ra: 1\rb: "x"\r---\r');
    expect(frontmatter?.problem?.message).toMatch(/CR alone/);
    expect([...(frontmatter?.properties.values() ?? [])].map(({ value }) => value)).toEqual(['1', 'x']);
  });

  test('broken YAML is said, with its place', () => {
    const text = '---\na: "b\n---\n';
    const problem = readFrontmatter(text)?.problem;
    expect(problem?.code).toBe('frontmatter-invalid');
    expect(problem && problem.from >= 4 && problem.to <= 11).toBe(true);
  });
});

test.each([
  ['duplicates count', 'a: 1\na: 2', [['a', '1'], ['a', '2']]],
  ['an alias as a value', 'a: &x 1\nb: *x', [['a', '1'], ['b', '1']]],
  ['an undefined alias', 'a: *x', null],
  ['broken', 'a: "', null],
  ['a list', '- a', null],
  ['empty', '# c', []],
])('values: %s', (_name, inside, values) => {
  expect(frontmatterValues(`---\n${inside}\n---`)).toEqual(values);
});

test('a value is located between its quotes', () => {
  const text = '---\na: "x" # c\n---';
  const range = frontmatterRange(text);
  expect(range && locateValues(text, range, 'A')).toMatchObject([{ key: 'a', value: 'x', style: 'double', from: 8, to: 9 }]);
});

test.each([['a', 'a'], ['1', 1], ['a: b', undefined], ['a # c', undefined], ['"', undefined], ['!x y', undefined], ['', null], ['a\nb: c', undefined]])('%j reads as %j', (source, value) => {
  expect(readsAs(source)).toBe(value);
});

test.each([
  ['---\na: 1\n', true],
  ['\uFEFF---  \r\na-b : 1\r\n', true],
  ['---\n\na: 1', false],
  ['---\ntext', false],
  ['---\na: 1\n---', false],
  ['a: 1', false],
])('%j opens a frontmatter that never closes: %j', (text, isIt) => {
  expect(isFrontmatterUnclosed(text)).toBe(isIt);
});
