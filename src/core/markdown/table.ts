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
    if (code === 92) {
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

/** `value` as it is written into a cell: pipes escaped, line breaks turned into blanks. */
export function escapeCell(value: string): string {
  let escaped = '';
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at);
    if (character === '\\' && at + 1 < value.length) escaped += character + value.charAt(++at);
    else if (character === '|') escaped += '\\|';
    else escaped += character === '\n' || character === '\r' ? ' ' : character;
  }
  return escaped.replace(/ {2,}/g, ' ').trim();
}

function cellBetween(text: string, from: number, to: number): Cell {
  const blankTo = skipBlanks(text, from, to);
  // An empty cell stands behind its first blank, so that what is put there has a blank on both sides.
  const start = blankTo === to ? Math.min(from + 1, to) : blankTo;
  const end = trimEnd(text, start, to);
  const source = text.slice(start, end);
  return { from: start, to: end, text: source.includes('\\|') ? source.split('\\|').join('|') : source };
}
