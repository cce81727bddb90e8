// What the cache says about a note: facts observed in Obsidian's own cache.
import { expect, test } from 'vitest';
import { parseMetadata } from './metadata/parse-metadata';

/** `line task|- parent` for every list item. */
function itemsOf(text: string): string[] {
  return (parseMetadata(text).listItems ?? []).map(({ position, task, parent }) => `${position.start.line} ${task ?? '-'} ${parent}`);
}

function sectionsOf(text: string): string[] {
  return (parseMetadata(text).sections ?? []).map(({ type, position }) => `${type} ${position.start.line}-${position.end.line}`);
}

test('brackets that open and never close cost no more than their length', () => {
  const from = performance.now();
  for (const part of ['x[', 'x|`[', '[', '[[a|']) parseMetadata(`- [ ] ${part.repeat(200_000 / part.length)}\n`);
  expect(performance.now() - from).toBeLessThan(5000);
});

test.each([' ', 'x', 'X', '-', '/', '?', '✓', '🎉'])('a task mark is any single character: [%s]', (mark) => {
  expect(itemsOf(`- [${mark}] text`)).toEqual([`0 ${mark} -1`]);
});

test.each(['- [] text', '- [xy] text', '- [x]text', '- [ ]', '- [ ] ', '- text [ ] more'])('is no task: %s', (line) => {
  expect(itemsOf(line)).toEqual(['0 - -1']);
});

test.each(['- [ ] a', '* [ ] a', '+ [ ] a', '1. [ ] a', '1) [ ] a'])('any list marker: %s', (line) => {
  expect(itemsOf(line)).toEqual(['0   -1']);
});

test('tasks in quotes and callouts count, with the line of the list as their parent', () => {
  expect(itemsOf('> - [ ] a\n\n> [!todo] Title\n> - [x] b\n>   - [ ] c')).toEqual(['0   -1', '3 x -3', '4   3']);
});

test.each([
  ['fenced code', '```\n- [ ] a\n```'],
  ['indented code', 'text\n\n    - [ ] a'],
  ['a block comment', '%%\n- [ ] a\n%%'],
  ['an HTML comment', '<!--\n- [ ] a\n-->'],
])('tasks in %s do not count', (_name, text) => {
  expect(itemsOf(text)).toEqual([]);
});

test("a nested item's parent is the line of the item above it; a root item's is minus the line where its list starts", () => {
  expect(itemsOf('- a\n\t- b\n\t\t- c\n- d\n\ntext\n\n- e\n- f')).toEqual(['0 - -1', '1 - 0', '2 - 1', '3 - -1', '7 - -7', '8 - -7']);
});

test("an item's range has its continuation lines and stops before its nested list", () => {
  const [first] = parseMetadata('- a\n  more\n  - nested').listItems ?? [];
  expect(first?.position.end).toEqual({ line: 1, col: 6, offset: 10 });
});

test('sections are root-level only', () => {
  const text = '# H\n\ntext\n\n- a\n  | x | y |\n  | - | - |\n\n> | x | y |\n> | - | - |\n\n| x | y |\n| - | - |\n| 1 | 2 |\n\n---\n\n```\ncode\n```\n\n> [!note] T\n> b\n\n%%\nc\n%%\n\n$$\nm\n$$\n\n<div>\nhtml\n</div>\n\n[^1]: foot';
  expect(sectionsOf(text)).toEqual([
    'heading 0-0',
    'paragraph 2-2',
    'list 4-6',
    'blockquote 8-9',
    'table 11-13',
    'thematicBreak 15-15',
    'code 17-19',
    'callout 21-22',
    'comment 24-26',
    'math 28-30',
    'html 32-34',
    'footnoteDefinition 36-36',
  ]);
});

test('headings: both forms, without closing marks', () => {
  const { headings } = parseMetadata('# One ##\n\nTwo\n===\n\n### **Three** `x`\n\n#none');
  expect(headings?.map(({ heading, level, position }) => [heading, level, position.start.line])).toEqual([
    ['One', 1, 0],
    ['Two', 1, 2],
    ['**Three** `x`', 3, 5],
  ]);
});

test('frontmatter is read, broken frontmatter is left out', () => {
  const good = parseMetadata('---\nstatus: In Progress\ndate: 2026-01-02\nrelated: "[[Other|o]]"\n---\ntext');
  expect(good.frontmatter).toEqual({ status: 'In Progress', date: '2026-01-02', related: '[[Other|o]]' });
  expect(good.frontmatterPosition?.end).toMatchObject({ line: 4, col: 3 });
  expect(good.frontmatterLinks).toEqual([{ key: 'related', link: 'Other', original: '[[Other|o]]', displayText: 'o' }]);
  const broken = parseMetadata('---\na: [1\n---\n# H');
  expect(broken.frontmatter).toBeUndefined();
  expect(broken.headings?.[0]?.position.start.line).toBe(3);
});

test('CRLF and a BOM shift nothing', () => {
  const cache = parseMetadata('\uFEFF# A\r\n\r\n- [ ] one\r\n- [x] two\r\n');
  expect(cache.headings?.[0]?.heading).toBe('A');
  expect(cache.listItems?.map(({ task, position }) => [task, position.start.offset, position.end.offset])).toEqual([
    [' ', 8, 17],
    ['x', 19, 28],
  ]);
});

test('links, embeds, tags and block ids, but not in code', () => {
  const cache = parseMetadata('[[A#h|alias]] ![[pic.png]] [m](B%20c.md) [web](https://x.y) #tag #1\n\n`[[no]] #no`\n\ntext ^id-1\n\n- item ^id-2\n');
  expect(cache.links?.map(({ link, displayText }) => [link, displayText])).toEqual([
    ['A#h', 'alias'],
    ['B c.md', 'm'],
  ]);
  expect(cache.embeds?.map(({ link }) => link)).toEqual(['pic.png']);
  expect(cache.tags?.map(({ tag }) => tag)).toEqual(['#tag']);
  expect(Object.keys(cache.blocks ?? {})).toEqual(['id-1', 'id-2']);
});

test('an empty note has an empty cache', () => {
  expect(parseMetadata('')).toEqual({});
});
