import { expect, test } from 'vitest';
import { escapeCell, splitCells } from '../../../src/core/markdown/table';

test.each([
  ['| a | b |', ['a', 'b']],
  ['a | b', ['a', 'b']],
  ['|a|b|', ['a', 'b']],
  ['| a | b', ['a', 'b']],
  ['a | b |', ['a', 'b']],
  ['  | a |  ', ['a']],
  ['| a \\| b | c |', ['a | b', 'c']],
  ['| [[a\\|b]] |', ['[[a|b]]']],
  ['| `a \\| b` |', ['`a | b`']],
  ['| a\\\\ | b |', ['a\\\\', 'b']],
  ['| a\\', ['a\\']],
  ['| | |', ['', '']],
  ['||', ['']],
  ['|', ['']],
  ['', ['']],
  ['|\ta\t|', ['a']],
  ['| \u00a0 |', ['\u00a0']],
])('the cells of %j', (row, cells) => {
  const text = `> ${row}\n`;
  expect(splitCells(text, 2, 2 + row.length).map((cell) => cell.text)).toEqual(cells);
  for (const cell of splitCells(text, 2, 2 + row.length)) expect(text.slice(cell.from, cell.to).replaceAll('\\|', '|')).toBe(cell.text);
});

test.each([
  ['a', 'a'],
  ['a|b', 'a\\|b'],
  ['a\\|b', 'a\\|b'],
  ['a\\\\|b', 'a\\\\\\|b'],
  ['a\nb\r\n\r\nc', 'a b c'],
  ['  a  b\t', 'a  b'],
  ['a\\', 'a\\ '],
  ['a\\\\', 'a\\\\'],
  ['', ''],
])('%j is written as %j', (value, written) => {
  expect(escapeCell(value)).toBe(written);
});
