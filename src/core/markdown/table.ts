/** Cells of a table row (GFM 0.29, section 4.10). Offsets are relative to the text that holds the row. */
import { skipBlanks, trimEnd } from './line-starts';

/** A cell without the blanks around it: `| a \| b |` → text "a | b". An empty cell has `from` = `to`. */
export interface Cell {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The cells of the row `from`–`to`, as written: ragged rows stay ragged. */
export function splitCells(text: string, from: number, to: number): Cell[] {
  const end = trimEnd(text, from, to);
  const cells: Cell[] = [];
  let start = skipBlanks(text, from, end);
  if (text[start] === '|') start++;
  for (let at = start; at <= end; at++) {
    const code = at < end ? text.charCodeAt(at) : 124;
    if (code === 92 && at + 1 < end) {
      at++;
      continue;
    }
    if (code !== 124) continue;
    if (at === end && start >= end && cells.length > 0) break;
    cells.push(cellBetween(text, start, Math.min(at, end)));
    start = at + 1;
  }
  return cells;
}

/**
 * `value` as it is written into a cell: pipes escaped unless they are already, line breaks turned into blanks. A
 * last backslash that would escape the cell's own pipe is followed by a blank.
 */
export function escapeCell(value: string): string {
  const line = value.replace(/[\r\n]+/g, ' ');
  let escaped = '';
  let isOpen = false;
  for (let at = skipBlanks(line, 0, line.length); at < trimEnd(line, 0, line.length); at++) {
    const character = line.charAt(at);
    escaped += character === '|' && !isOpen ? '\\|' : character;
    isOpen = character === '\\' && !isOpen;
  }
  return isOpen ? `${escaped} ` : escaped;
}

function cellBetween(text: string, from: number, to: number): Cell {
  const blankTo = skipBlanks(text, from, to);
  // An empty cell stands behind its first blank, so that what is put there has a blank on both sides.
  const start = blankTo === to ? Math.min(from + 1, to) : blankTo;
  const end = trimEnd(text, start, to);
  const source = text.slice(start, end);
  return { from: start, to: end, text: source.includes('\\|') ? source.split('\\|').join('|') : source };
}
