/** How a table is written: pipes at the edges, blanks around cells, columns padded to one width, marks before a row. */
import type { Cell } from '../markdown/table';
import { splitCells } from '../markdown/table';

export interface TableStyle {
  /** What stands before the row on its line: indentation, quote marks. */
  readonly prefix: string;
  readonly hasLeadingPipe: boolean;
  readonly hasTrailingPipe: boolean;
  /** Between pipe and text: a blank, or nothing in a compact table. */
  readonly gap: string;
  /** Width of each column's text where all lines of the table agree; null in a table that is not padded. */
  readonly widths: readonly (number | null)[];
}

/** Reads the style off the header, the delimiter row and the last row; each is a whole line. */
export function readTableStyle(lines: { header: string; delimiter: string; last: string }): TableStyle {
  const start = lines.last.search(/[^\s>]/);
  const prefix = lines.last.slice(0, Math.max(0, start));
  const body = lines.header.slice(Math.max(0, lines.header.search(/[^\s>]/))).replace(/^(?:[-*+]|\d{1,9}[.)])\s+/, '').trimEnd();
  const isCompact = !/\|[ \t]|[ \t]\|/.test(body);
  return {
    prefix,
    hasLeadingPipe: body.startsWith('|'),
    hasTrailingPipe: body.endsWith('|') && !body.endsWith('\\|'),
    gap: isCompact ? '' : ' ',
    widths: columnWidths(lines, isCompact ? 0 : 2),
  };
}

/** One table row with these cell texts, escaped already. */
export function writeRow(values: readonly string[], style: TableStyle): string {
  const needsPipe = style.hasLeadingPipe || values[0] === '';
  const cells = values.map((value, column) => style.gap + value.padEnd(style.widths[column] ?? 0) + style.gap);
  const row = (needsPipe ? '|' : '') + cells.join('|') + (style.hasTrailingPipe ? '|' : '');
  return style.prefix + (needsPipe ? row : row.trimStart()).trimEnd();
}

/** Characters between the pipes around a cell, the pipes left out; null at an edge without a pipe. */
export function rawWidth(text: string, cell: Cell): number | null {
  let from = cell.from;
  while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) from--;
  let to = cell.to;
  while (to < text.length && (text[to] === ' ' || text[to] === '\t')) to++;
  return text[from - 1] === '|' && text[to] === '|' ? to - from : null;
}

function columnWidths({ header, delimiter, last }: { header: string; delimiter: string; last: string }, blanks: number): (number | null)[] {
  const [headers, delimiters, lasts] = [header, delimiter, last].map((line) => splitCells(line, 0, line.length).map((cell) => rawWidth(line, cell)));
  return (headers ?? []).map((width, column) => (width !== null && width === delimiters?.[column] && width === lasts?.[column] ? Math.max(0, width - blanks) : null));
}
