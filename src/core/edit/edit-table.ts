/** Cells and rows of tables. A cell edit changes that cell's characters alone; a new row looks like its neighbours. */
import { BlockKind, type Blocks, Leaf, Row } from '../markdown/blocks';
import { foldWords } from '../markdown/inline';
import { scanBlocks } from '../markdown/scan-blocks';
import { type Cell, escapeCell, splitCells } from '../markdown/table';
import { type EditResult, edited, refused } from '../text/edit-result';
import { endOfLine, lineBreakNear, startOfLine } from '../text/line-index';
import { findLine, type LineTarget } from '../text/line-target';
import { applyChanges, type TextChange } from '../text/text-change';
import { isBlockId } from '../plan/read-change-log';
import { needsPipe, rawWidth, readTableStyle, type TableLines, withoutContainers, writeRow } from './table-style';

interface FoundTable {
  readonly blocks: Blocks;
  readonly leaf: number;
  /** Row numbers in `blocks.rows`. */
  readonly headerRow: number;
  readonly rowCount: number;
}

/**
 * Puts `value` into the cell `column` (from 0) of the body row that the target names. Padding is kept where the
 * table is padded. Refused: the line is gone or ambiguous, is no body row, has no such column.
 */
export function setCell(text: string, target: LineTarget, column: number, value: string): EditResult {
  const found = findLine(text, target);
  if (!found.ok) return found;
  const table = findTable(scanBlocks(text), (line, lineTo) => line < found.line && found.line <= lineTo);
  if (!table || found.line < line(table) + 2) return refused('not-a-table-row', `Line ${found.line + 1} is not a row of a table any more. Open the note and look at it.`);
  const row = table.headerRow + found.line - line(table) - 1;
  const columns = cellsOf(table, table.headerRow);
  if (!Number.isInteger(column) || column < 0 || column >= columns.length) return refused('no-such-column', `The table has ${columns.length} columns, so there is no column ${column + 1}.`);
  const cells = cellsOf(table, row);
  const cell = cells[column];
  const escaped = escapeCell(value);
  if ((cell?.text ?? '') === value || (cell ? text.slice(cell.from, cell.to) : '') === escaped.trimEnd()) return edited();
  const change = cell ? replaceCell(text, cell, { value: escaped, width: delimiterWidth(table, column) }) : addCells(table, row, { cells, column, value: escaped });
  return readsBack(text, table, { change: withPipes(table, row, { change, column, isLast: column === cells.length - 1 }), row, column, value: escaped.trimEnd() });
}

/** In a row without outer pipes, a first cell that would start a block, or an empty cell at the edge, needs the pipe. */
function withPipes({ blocks }: FoundTable, row: number, { change, column, isLast }: { change: TextChange; column: number; isLast: boolean }): TextChange {
  const { text, rows } = blocks;
  const [from, to] = [rows.get(row, Row.from), rows.get(row, Row.to)];
  const value = change.insert.trim();
  const before = column === 0 && text[from] !== '|' && needsPipe(value) ? '| ' : '';
  const behind = isLast && change.to >= to && text[to - 1] !== '|' && value === '' ? ' |' : '';
  return before + behind === '' ? change : { ...change, insert: before + change.insert + behind };
}

/** The change, if the row's other cells and the table's size are as before and the cell holds the value. */
function readsBack(text: string, table: FoundTable, wanted: { change: TextChange; row: number; column: number; value: string }): EditResult {
  const { change, row, column, value } = wanted;
  const changed = applyChanges(text, [change]);
  const after = findTable(scanBlocks(changed), (from) => from === line(table));
  const source = ({ blocks }: FoundTable, cells: readonly Cell[]): string[] => cells.map(({ from, to }) => blocks.text.slice(from, to));
  const meant = source(table, cellsOf(table, row));
  while (meant.length < column) meant.push('');
  meant[column] = value;
  const isMeant = after?.rowCount === table.rowCount && source(after, cellsOf(after, row)).join('|') === meant.join('|');
  return isMeant ? edited(change) : refused('value-invalid', `“${value}” can't stand in this cell: the row would no longer be read as a row of its table.`);
}

/** Adds a body row at the end of the table whose header stands on `tableLine`; `values` go by column name. */
export function appendTableRow(text: string, tableLine: number, values: Readonly<Record<string, string>>): EditResult {
  return insertTableRow(text, tableLine, { values, place: 'end' });
}

export interface NewRow {
  /** By column name. */
  readonly values: Readonly<Record<string, string>>;
  /** `start`: directly below the header. */
  readonly place: 'start' | 'end';
}

/** As `appendTableRow`, at either end. */
export function insertTableRow(text: string, tableLine: number, row: NewRow): EditResult {
  const blocks = scanBlocks(text);
  const drafted = draftTableRow(blocks, tableLine, row);
  if (!drafted.ok) return drafted;
  const isTable = (line: number): boolean => line === tableLine;
  const [before, after] = [findTable(blocks, isTable), findTable(scanBlocks(applyChanges(text, drafted.changes)), isTable)];
  return before && after?.rowCount === before.rowCount + 1 ? drafted : refused('value-invalid', 'The new row would not be read as a row of the table. Add it by hand.');
}

/** The row's change, not read back yet. */
export function draftTableRow(blocks: Blocks, tableLine: number, { values, place }: NewRow): EditResult {
  const table = findTable(blocks, (line) => line === tableLine);
  if (!table) return refused('not-a-table-row', `No table starts on line ${tableLine + 1}. Open the note and look at it.`);
  const header = cellsOf(table, table.headerRow);
  const names = header.map(({ text: name }) => foldWords(name));
  const byName = new Map(Object.entries(values).map(([name, value]) => [foldWords(name), value]));
  const unknown = [...byName.keys()].find((name) => !names.includes(name));
  if (unknown !== undefined) return refused('no-such-column', `The table has no column “${unknown}”. It has: ${header.map(({ text: name }) => name).join(', ')}.`);
  const lines = linesOf(table);
  const row = writeRow(names.map((name, column) => (names.indexOf(name) === column ? escapeCell(byName.get(name) ?? '') : '')), readTableStyle(lines));
  const at = place === 'end' ? lines.lastTo : lines.delimiterTo;
  return edited({ from: at, to: at, insert: lineBreakNear(blocks.text, at) + row });
}

function findTable(blocks: Blocks, isIt: (line: number, lineTo: number) => boolean): FoundTable | null {
  const { leaves } = blocks;
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    if (leaves.get(leaf, Leaf.kind) === BlockKind.table && isIt(leaves.get(leaf, Leaf.line), leaves.get(leaf, Leaf.endLine))) {
      return { blocks, leaf, headerRow: leaves.get(leaf, Leaf.detail), rowCount: leaves.get(leaf, Leaf.extra) };
    }
  }
  return null;
}

function line({ blocks, leaf }: FoundTable): number {
  return blocks.leaves.get(leaf, Leaf.line);
}

function cellsOf({ blocks }: FoundTable, row: number): Cell[] {
  return splitCells(blocks.text, blocks.rows.get(row, Row.from), blocks.rows.get(row, Row.to));
}

function replaceCell(text: string, cell: Cell, { value, width }: { value: string; width: number | null }): TextChange {
  if (cell.from < cell.to) {
    const isPadded = width !== null && rawWidth(text, cell) === width;
    const { from, to } = cell;
    if (!isPadded) return { from, to, insert: value };
    const isRightAligned = spacesBefore(text, from) > 1 && spacesAfter(text, to) < 2;
    if (isRightAligned) {
      const room = spacesBefore(text, from) - 1 + (to - from);
      return { from: from - spacesBefore(text, from) + 1, to, insert: value.padStart(room) };
    }
    const room = to - from + spacesAfter(text, to) - 1;
    return { from, to: to + spacesAfter(text, to) - 1, insert: value.padEnd(room) };
  }
  const before = text[cell.from - 1] === '|' ? ' ' : '';
  const spaces = spacesAfter(text, cell.to);
  return spaces > 0 ? { from: cell.from, to: cell.to + spaces - 1, insert: before + value.padEnd(spaces - 1) } : { from: cell.from, to: cell.to, insert: `${before}${value} ` };
}

/** A ragged row gains the cells up to the one that is set. */
function addCells({ blocks }: FoundTable, row: number, { cells, column, value }: { cells: readonly Cell[]; column: number; value: string }): TextChange {
  const to = blocks.rows.get(row, Row.to);
  const hasPipe = blocks.text[to - 1] === '|' && blocks.text[to - 2] !== '\\';
  const empties = '  |'.repeat(Math.max(0, column - cells.length));
  return { from: to, to, insert: `${hasPipe ? '' : ' |'}${empties} ${value.trimEnd()}${hasPipe ? ' |' : ''}` };
}

function delimiterWidth(table: FoundTable, column: number): number | null {
  const delimiter = withoutContainers(linesOf(table).delimiter);
  const cell = splitCells(delimiter, 0, delimiter.length)[column];
  return cell ? rawWidth(delimiter, cell) : null;
}

/** Rows that a new one is written like. */
const MOST_ROWS = 8;

/** A block id right below the table, which Markdown reads as its last row, stays below it. */
function rowsAbove(table: FoundTable): number {
  let count = table.rowCount;
  while (count > 1 && isBlockId(cellsOf(table, table.headerRow + count - 1))) count--;
  return count;
}

function linesOf(table: FoundTable): TableLines & { readonly delimiterTo: number; readonly lastTo: number } {
  const { blocks, headerRow } = table;
  const { text, rows } = blocks;
  const rowCount = rowsAbove(table);
  const headerTo = endOfLine(text, rows.get(headerRow, Row.from));
  const delimiterFrom = headerTo + (text.startsWith('\r\n', headerTo) ? 2 : 1);
  const delimiterTo = endOfLine(text, delimiterFrom);
  const starts = Array.from({ length: Math.min(rowCount - 1, MOST_ROWS) }, (_none, back) => rows.get(headerRow + rowCount - 1 - back, Row.from));
  const [lastAt = delimiterFrom] = starts;
  const lastTo = endOfLine(text, lastAt);
  const last = lineHolding(text, lastAt, lastTo);
  const others = starts.slice(1).map((start) => lineHolding(text, start, endOfLine(text, start)));
  return { header: lineHolding(text, rows.get(headerRow, Row.from), headerTo), delimiter: text.slice(delimiterFrom, delimiterTo), last, rows: [last, ...others], delimiterTo, lastTo };
}

function lineHolding(text: string, at: number, to: number): string {
  return text.slice(startOfLine(text, at), to);
}

function spacesBefore(text: string, at: number): number {
  let from = at;
  while (from > 0 && text[from - 1] === ' ') from--;
  return at - from;
}

function spacesAfter(text: string, at: number): number {
  let to = at;
  while (to < text.length && text[to] === ' ') to++;
  return to - at;
}
