import { describe, expect, test } from 'vitest';
import { appendTableRow, insertTableRow, setCell } from '../../../src/core/edit/edit-table';
import type { EditResult } from '../../../src/core/text/edit-result';
import { targetLine } from '../../../src/core/text/line-target';
import { applyChanges } from '../../../src/core/text/text-change';

function outcome(text: string, result: EditResult): string {
  return result.ok ? applyChanges(text, result.changes) : `<${result.refusal.code}>`;
}

const plain = ['| Task | Priority |', '|------|----------|'];

/** The line of `row` after setting the cell `column` to `value`; the table stands above it. */
function rowAfter(above: readonly string[], row: string, column: number, value: string): string {
  const before = [...above, row, ''].join('\n');
  const after = outcome(before, setCell(before, targetLine(before, above.length), column, value));
  if (after.startsWith('<')) return after;
  const lines = after.split('\n');
  expect([...lines.slice(0, above.length), ...lines.slice(above.length + 1)]).toEqual([...above, '']);
  const mac = before.replace(/\n/g, '\r\n');
  expect(outcome(mac, setCell(mac, targetLine(mac, above.length), column, value))).toBe(after.replace(/\n/g, '\r\n'));
  return lines[above.length] ?? '';
}

describe('a cell is set', () => {
  test.each([
    ['plain', '| a | High |', 1, 'Low', '| a | Low |'],
    ['first', '| a | High |', 0, 'b', '| b | High |'],
    ['compact', '|a|High|', 1, 'Low', '|a|Low|'],
    ['padded to the column', '| a    | High     |', 1, 'Low', '| a    | Low      |'],
    ['padded, too long', '| a    | High     |', 1, 'a longer value', '| a    | a longer value |'],
    ['padded, exactly as long', '| a    | High     |', 1, '12345678', '| a    | 12345678 |'],
    ['padded to the right', '| a    |     High |', 1, 'Low', '| a    |      Low |'],
    ['emptied', '| a | High |', 1, '', '| a |  |'],
    ['emptied, padded', '| a    | High     |', 1, '', '| a    |          |'],
    ['empty before', '| a | |', 1, 'Low', '| a | Low |'],
    ['empty before, two blanks', '| a |  |', 1, 'Low', '| a | Low |'],
    ['empty before, padded', '| a    |          |', 1, 'Low', '| a    | Low      |'],
    ['empty before, no blanks', '|a||', 1, 'Low', '|a| Low |'],
    ['escaped pipe beside it', '| a \\| b | High |', 1, 'Low', '| a \\| b | Low |'],
    ['escaped pipe in it', '| a \\| b | High |', 0, 'c', '| c | High |'],
    ['wikilink beside it', '| [[a\\|b]] | High |', 1, 'Low', '| [[a\\|b]] | Low |'],
    ['code span with a pipe beside it', '| `a \\| b` | High |', 1, 'Low', '| `a \\| b` | Low |'],
    ['backslashes beside it', '| a\\\\ | High |', 1, 'Low', '| a\\\\ | Low |'],
    ['wide characters', '| 漢字 | 高 |', 1, '低', '| 漢字 | 低 |'],
    ['emoji', '| 🔥 | 🔴 P0 |', 1, '🟢 P3', '| 🔥 | 🟢 P3 |'],
    ['tab padding', '|\ta\t|\tHigh\t|', 1, 'Low', '|\ta\t|\tLow\t|'],
    ['trailing blanks', '| a | High |  ', 1, 'Low', '| a | Low |  '],
    ['ragged row gains the cell', '| a |', 1, 'Low', '| a | Low |'],
    ['ragged row without a closing pipe', '| a', 1, 'Low', '| a | Low'],
    ['a cell too many stays', '| a | High | extra |', 1, 'Low', '| a | Low | extra |'],
    ['indented', '  | a | High |', 1, 'Low', '  | a | Low |'],
    ['no outer pipes', 'a | High', 1, 'Low', 'a | Low'],
    ['no outer pipes, first', 'a | High', 0, 'b', 'b | High'],
    ['no outer pipes, emptied first', 'a | High', 0, '', '|  | High'],
    ['no outer pipes, emptied last', 'a | High', 1, '', 'a |  |'],
    ['no outer pipes, a dash that would start a list', 'a | High', 0, '- b', '| - b | High'],
    ['no outer pipes, a hash', 'a | High', 0, '# b', '| # b | High'],
    ['no outer pipes, a quote mark', 'a | High', 0, '> b', '| > b | High'],
    ['no leading pipe', 'a | High |', 0, '1. b', '| 1. b | High |'],
    ['text under the table is a row', 'text', 1, 'Low', 'text | Low'],
    ['a pipe in the value', '| a | High |', 1, 'x|y', '| a | x\\|y |'],
    ['an escaped pipe in the value', '| a | High |', 1, 'x\\|y', '| a | x\\|y |'],
    ['a wikilink as value', '| a | High |', 1, '[[x|y]]', '| a | [[x\\|y]] |'],
    ['line breaks in the value', '| a | High |', 1, 'x\r\ny', '| a | x y |'],
    ['a backslash last, compact', '|a|High|', 1, 'x\\', '|a|x\\ |'],
    ['two backslashes last, compact', '|a|High|', 1, 'x\\\\', '|a|x\\\\|'],
    ['blanks around the value', '| a | High |', 1, '  x  ', '| a | x |'],
    ['dollar signs', '| a | High |', 1, '$& $1', '| a | $& $1 |'],
    ['the same value', '| a | High |', 1, 'High', '| a | High |'],
    ['the same value with a pipe', '| a | x \\| y |', 1, 'x | y', '| a | x \\| y |'],
    ['empty stays empty', '| a |   |', 1, '', '| a |   |'],
  ])('%s', (_name, row, column, value, after) => {
    expect(rowAfter(plain, row, column, value)).toBe(after);
  });

  test.each([
    ['quote', ['> | Task | Priority |', '> |------|----------|'], '> | a    | High     |', '> | a    | Low      |'],
    ['quote, compact', ['>|Task|Priority|', '>|---|---|'], '>|a|High|', '>|a|Low|'],
    ['callout', ['> [!note] T', '> | Task | Priority |', '> |---|---|'], '> | a | High |', '> | a | Low |'],
    ['list', ['- | Task | Priority |', '  |------|----------|'], '  | a    | High     |', '  | a    | Low      |'],
    ['numbered list', ['10. | Task | Priority |', '    |---|---|'], '    | a | High |', '    | a | Low |'],
    ['list in a quote', ['> - | Task | Priority |', '>   |---|---|'], '>   | a | High |', '>   | a | Low |'],
    ['right-aligned column', ['| Task | Priority |', '|------|---------:|'], '| a    |     High |', '| a    |      Low |'],
    ['no outer pipes at all', ['Task | Priority', '--- | ---'], 'a | High', 'a | Low'],
    ['below another row', [...plain, '| x | y |'], '| a | High |', '| a | Low |'],
  ])('in a table in this form: %s', (_name, above, row, after) => {
    expect(rowAfter(above, row, 1, 'Low')).toBe(after);
  });
});

test.each([
  ['the header', '| Task | Priority |\n|---|---|\n| a | b |', 0, 1, '<not-a-table-row>'],
  ['the delimiter row', '| Task | Priority |\n|---|---|\n| a | b |', 1, 1, '<not-a-table-row>'],
  ['no table', '| a | b |', 0, 1, '<not-a-table-row>'],
  ['below the table', '| a | b |\n|---|---|\n\n| c | d |', 3, 1, '<not-a-table-row>'],
  ['a column too far', '| a | b |\n|---|---|\n| c | d | e |', 2, 2, '<no-such-column>'],
  ['a column before the first', '| a | b |\n|---|---|\n| c | d |', 2, -1, '<no-such-column>'],
  ['half a column', '| a | b |\n|---|---|\n| c | d |', 2, 0.5, '<no-such-column>'],
])('refused: %s', (_name, text, line, column, code) => {
  expect(outcome(text, setCell(text, targetLine(text, line), column, 'x'))).toBe(code);
});

test('refused: the row has moved into a fence, or is gone', () => {
  const then = '| a | b |\n|---|---|\n| c | d |';
  const target = targetLine(then, 2);
  expect(outcome(`\`\`\`\n${then}\n\`\`\``, setCell(`\`\`\`\n${then}\n\`\`\``, target, 1, 'x'))).toBe('<not-a-table-row>');
  expect(outcome('', setCell('', target, 1, 'x'))).toBe('<line-gone>');
});

describe('a row is added', () => {
  test.each([
    ['plain', '| A | B |\n|---|---|\n| 1 | 2 |', '| x | y |'],
    ['padded', '| A   | B   |\n|-----|-----|\n| 1   | 2   |', '| x   | y   |'],
    ['padded, a text sticks out', '| A   | B   |\n|-----|-----|\n| 1   | 2   |\n| long text | 3 and more |', '| x   | y   |'],
    ['padded in one column', '| A   | B   |\n|-----|-----|\n| 1   | 2 |', '| x   | y |'],
    ['padded at the right', '|   A |   B |\n|----:|:----|\n|   1 | 2   |', '|   x | y   |'],
    ['at the right by the mark alone', '| A   | B   |\n|----:|-----|\n| 1   | 2   |', '| x   | y   |'],
    ['compact', '|A|B|\n|-|-|\n|1|2|', '|x|y|'],
    ['no outer pipes', 'A | B\n--- | ---\n1 | 2', 'x | y'],
    ['no closing pipe', '| A | B\n|---|---\n| 1 | 2', '| x | y'],
    ['no rows yet', '| A | B |\n|---|---|', '| x | y |'],
    ['indented', '  | A | B |\n  |---|---|\n  | 1 | 2 |', '  | x | y |'],
    ['in a quote', '> | A | B |\n> |---|---|\n> | 1 | 2 |', '> | x | y |'],
    ['in a quote without blanks', '>|A|B|\n>|-|-|', '>|x|y|'],
    ['in a padded quote', '> | A   | B   |\n> |-----|-----|\n> | 1   | 2   |', '> | x   | y   |'],
    ['in a list', '- | A | B |\n  |---|---|\n  | 1 | 2 |', '  | x | y |'],
    ['in a padded list, no rows', '- | A   | B   |\n  |-----|-----|', '  | x   | y   |'],
    ['in a list in a quote', '> 1. | A | B |\n>    |---|---|', '>    | x | y |'],
    ['aligned', '| A | B |\n|:-:|--:|\n| 1 | 2 |', '| x | y |'],
  ])('%s', (_name, table, row) => {
    expect(outcome(table, appendTableRow(table, 0, { A: 'x', B: 'y' }))).toBe(`${table}\n${row}`);
    const above = `${table}\n\nBelow\n`.replace(/\n/g, '\r\n');
    expect(outcome(above, appendTableRow(above, 0, { A: 'x', B: 'y' }))).toBe(`${table}\n${row}\n\nBelow\n`.replace(/\n/g, '\r\n'));
  });

  const table = '| A | B |\n|---|---|\n| 1 | 2 |';
  test.each([
    ['by folded name', { ' **b** ': 'y' }, '|   | y |'],
    ['none', {}, '|   |   |'],
    ['pipes escaped', { A: 'x|y' }, '| x\\|y |   |'],
  ])('values %s', (_name, values, row) => {
    expect(outcome(table, appendTableRow(table, 0, values))).toBe(`${table}\n${row}`);
  });

  test('a first value that would start a list gets a pipe', () => {
    const open = 'A | B\n--- | ---';
    expect(outcome(open, appendTableRow(open, 0, { A: '- x', B: 'y' }))).toBe(`${open}\n| - x | y`);
  });

  test('of two columns with one name the first takes the value', () => {
    const twice = '| A | A |\n|---|---|';
    expect(outcome(twice, appendTableRow(twice, 0, { A: 'x' }))).toBe(`${twice}\n| x |   |`);
  });

  test('at the start', () => {
    expect(outcome(table, insertTableRow(table, 0, { values: { A: 'x' }, place: 'start' }))).toBe('| A | B |\n|---|---|\n| x |   |\n| 1 | 2 |');
  });

  test.each([
    ['an unknown column', 0, { C: 'x' }, '<no-such-column>'],
    ['not the table’s first line', 1, { A: 'x' }, '<not-a-table-row>'],
  ])('refused: %s', (_name, line, values, code) => {
    expect(outcome(table, appendTableRow(table, line, values))).toBe(code);
  });
});
