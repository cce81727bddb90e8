/** How a table is written: pipes at the edges, blanks around cells, columns padded to one width, marks before a row. */
import type { Cell } from '../markdown/table';
import { splitCells } from '../markdown/table';

/** A list marker in front of a table. Matches `- `, `10) `; not `---`. */
const MARKER = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/;

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
  const prefix = lines.last.slice(0, lines.last.length - withoutQuotes(lines.last).length);
  const body = withoutContainers(lines.header).trimEnd();
  const isCompact = !/\|[ \t]|[ \t]\|/.test(body);
  return {
    prefix,
    hasLeadingPipe: body.startsWith('|'),
    hasTrailingPipe: body.endsWith('|') && !body.endsWith('\\|'),
    gap: isCompact ? '' : ' ',
    widths: columnWidths([body, withoutContainers(lines.delimiter), withoutContainers(lines.last)], isCompact ? 0 : 2),
  };
}

/** Whether a row that starts with this text is read as a row only behind a pipe. */
export function needsPipe(value: string): boolean {
  return value === '' || /^[-+*>#<`~=:$%\d\s]/.test(value);
}

/** A line of a table without what encloses it: `> - | a |` → `| a |`. A row of its own never starts like that. */
export function withoutContainers(line: string): string {
  let body = withoutQuotes(line);
  for (let bare = body.replace(MARKER, ''); bare !== body; bare = withoutQuotes(body).replace(MARKER, '')) body = bare;
  return body;
}

function withoutQuotes(line: string): string {
  return line.replace(/^[\s>]+/, '');
}

/** One table row with these cell texts, escaped already. */
export function writeRow(values: readonly string[], style: TableStyle): string {
  const leads = style.hasLeadingPipe || needsPipe(values[0] ?? '');
  const cells = values.map((value, column) => style.gap + value.padEnd(style.widths[column] ?? 0) + style.gap);
  const row = (leads ? '|' : '') + cells.join('|') + (style.hasTrailingPipe ? '|' : '');
  return style.prefix + (leads ? row : row.trimStart()).trimEnd();
}

/** Characters between the pipes around a cell, the pipes left out; null at an edge without a pipe. */
export function rawWidth(text: string, cell: Cell): number | null {
  let from = cell.from;
  while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) from--;
  let to = cell.to;
  while (to < text.length && (text[to] === ' ' || text[to] === '\t')) to++;
  return text[from - 1] === '|' && text[to] === '|' ? to - from : null;
}

function columnWidths(lines: readonly [header: string, delimiter: string, last: string], blanks: number): (number | null)[] {
  const widths = (line: string): (number | null)[] => splitCells(line, 0, line.length).map((cell) => rawWidth(line, cell));
  const [headers, delimiters, lasts] = [widths(lines[0]), widths(lines[1]), widths(lines[2])];
  return headers.map((width, column) => (width !== null && width === delimiters[column] && width === lasts[column] ? Math.max(0, width - blanks) : null));
}
