import { describe, expect, test } from 'vitest';
import { BlockKind, Item, Leaf } from '../../../src/core/markdown/blocks';
import { scanBlocks } from '../../../src/core/markdown/scan-blocks';

const names = new Map<number, string>(Object.entries(BlockKind).map(([name, kind]) => [kind, name]));

/** "first-last kind", one a leaf; lines count from 0. */
function leaves(text: string): string[] {
  const { leaves: rows } = scanBlocks(text);
  return Array.from({ length: rows.length }, (_none, leaf) => {
    const [from, to] = [rows.get(leaf, Leaf.line), rows.get(leaf, Leaf.endLine)];
    return `${from === to ? from : `${from}-${to}`} ${names.get(rows.get(leaf, Leaf.kind))}`;
  });
}

/** The marks of the tasks, in order. */
function marks(text: string): string {
  const { items } = scanBlocks(text);
  return Array.from({ length: items.length }, (_none, item) => items.get(item, Item.mark)).filter((mark) => mark >= 0).map((mark) => String.fromCodePoint(mark)).join('');
}

describe('what Obsidian adds', () => {
  test.each([
    ['a block comment', '%%\n- [ ] a\n%%\nb', ['0-2 comment', '3 paragraph']],
    ['a comment on one line', '%% a %%\nb', ['0 comment', '1 paragraph']],
    ['a comment that goes on behind its end', '%% a %% b', ['0 paragraph']],
    ['a comment that never ends', 'a\n%%\nb', ['0 paragraph', '1-2 comment']],
    ['a comment that ends within a line', '%% a\nb %% c\nd', ['0-1 comment', '2 paragraph']],
    ['one percent sign', '% a', ['0 paragraph']],
    ['block math', '$$\nx\n$$\nb', ['0-2 math', '3 paragraph']],
    ['math on one line', '$$x$$', ['0 math']],
    ['inline math at the start', '$$x$$ is', ['0 paragraph']],
    ['math without an end', '$$\nx', ['0-1 paragraph']],
    ['one dollar sign', '$5', ['0 paragraph']],
    ['a comment in a quote ends with the quote', '> %%\n> a\n\nb', ['0-1 comment', '2 blank', '3 paragraph']],
    ['frontmatter', '---\na: 1\n---\nb', ['0-2 frontmatter', '3 paragraph']],
    ['frontmatter alone', '---\na: 1\n---', ['0-2 frontmatter']],
    ['frontmatter behind a byte order mark', '\uFEFF---\n---\n# A', ['0-1 frontmatter', '2 heading']],
    ['no frontmatter: not closed', '---\na: 1', ['0 thematicBreak', '1 paragraph']],
    ['no frontmatter: a single line', '---', ['0 thematicBreak']],
  ])('%s', (_name, text, expected) => {
    expect(leaves(text)).toEqual(expected);
  });
});

describe('HTML blocks', () => {
  test.each([
    ['1 raw text', '<pre>\n\na\n</PRE> b\nc', ['0-3 html', '4 paragraph']],
    ['1 on one line', '<script>a</script>\nb', ['0 html', '1 paragraph']],
    ['2 comment', '<!-- a\n\n- [ ] b -->\nc', ['0-2 html', '3 paragraph']],
    ['3 instruction', '<?a\n\n?>\nb', ['0-2 html', '3 paragraph']],
    ['4 declaration', '<!DOCTYPE\na>\nb', ['0-1 html', '2 paragraph']],
    ['4 no letter', '<!-a', ['0 paragraph']],
    ['5 CDATA', '<![CDATA[\n\n]]>\nb', ['0-2 html', '3 paragraph']],
    ['6 block tag', '<div\na\n\nb', ['0-1 html', '2 blank', '3 paragraph']],
    ['6 closing or empty', '</div>\n\n<hr/>', ['0 html', '1 blank', '2 html']],
    ['7 any tag alone on its line', '<x-y a="1" b=\'2\' c=3 d :e_.f-1 />\nb', ['0-1 html']],
    ['7 closing', '</x-y >\n', ['0 html', '1 blank']],
    ['7 not in a paragraph', 'a\n<b>', ['0-1 paragraph']],
    ['7 no blank before an attribute', '<b"a">', ['0 paragraph']],
    ['7 text behind', '<b> a', ['0 paragraph']],
    ['7 unquoted value with a quote', '<b a=1"2>', ['0 paragraph']],
    ['7 unclosed quote', '<b a="1>', ['0 paragraph']],
    ['7 quote closed on a later line', '<b a="1>\n">', ['0-1 paragraph']],
    ['7 value missing', '<b a= >', ['0 paragraph']],
    ['7 odd attribute name', '<b 1a>', ['0 paragraph']],
    ['7 slash, then more', '<b / a>', ['0 paragraph']],
    ['an underscore is no tag name', '<critical_warning>\n- [ ] a', ['0 paragraph', '1 paragraph']],
    ['a digit first', '<1>', ['0 paragraph']],
    ['a lone bracket', '<', ['0 paragraph']],
    ['tag cut off', '<b', ['0 paragraph']],
    ['in a quote, the quote’s own mark does not end it', '> <!A\n> # B', ['0-1 html']],
  ])('%s', (_name, text, expected) => {
    expect(leaves(text)).toEqual(expected);
  });
});

test.each([
  ['any single character', '- [x] a\n- [/] b\n- [🔥] c\n- [[] d', 'x/🔥['],
  ['not empty, not two, not closing', '- [] a\n- [xx] b\n- []] c', ''],
  ['blank or line end behind', '- [x]a\n- [x]\tb', 'x'],
  ['text on the next line', '- [x]\n  a\n- [ ]\n\n  b', 'x'],
  ['first text of its item only', '- a\n  [x] b', ''],
  ['behind a blank line', '-\n  [x] a\n-\n\n  [x] b', 'x'],
  ['nested, quoted, in callouts', '- - [a] x\n> - [b] x\n> [!note]\n> 1. [c] x', 'abc'],
  ['in a quote in an item', '- > [x] a', ''],
  ['a table’s header is no task', '- [x] a | b\n  --|--', ''],
  ['a heading under a line', '- [x] a\n  ===', 'x'],
  ['in code', '    - [x] a\n```\n- [x] b\n```', ''],
])('tasks: %s', (_name, text, expected) => {
  expect(marks(text)).toBe(expected);
});

test('an indented fence closes nothing', () => {
  expect(leaves('```\n    ```\n- [ ] a')).toEqual(['0-2 fencedCode']);
});

test.each([
  ['the last line heads the table, the others stay text', 'a\nb\n| c |\n|---|\n| d |\n', ['0-1 paragraph', '2-4 table', '5 blank']],
  ['another count of cells', '| a | b |\n|---|', ['0-1 paragraph']],
  ['a lone pipe heads none', '|\n|-|', ['0-1 paragraph']],
  ['an indented line heads none', 'a\n    b | c\n--|--', ['0-2 paragraph']],
  ['alignment alone', 'a\n:-:', ['0-1 table']],
  ['an underline, not a table', 'a\n---', ['0-1 heading']],
  ['a colon in the middle', 'a | b\n-:- | --', ['0-1 paragraph']],
  ['trailing blanks behind the last pipe', '|a|\n|-|  ', ['0-1 table']],
  ['text below is a row', '|a|\n|-|\ntext\n\nb', ['0-2 table', '3 blank', '4 paragraph']],
  ['a block below ends it', '|a|\n|-|\n# b\n', ['0-1 table', '2 heading', '3 blank']],
  ['definitions are no text to underline', '[a]: /b\n===\nc', ['0-2 paragraph']],
  ['a footnote’s text is', '[^1]: b\n===', ['0-1 heading']],
])('tables and underlines: %s', (_name, text, expected) => {
  expect(leaves(text)).toEqual(expected);
});
