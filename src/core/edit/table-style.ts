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
  /** Width of each column's text where the table is padded; null in a column that is not. */
  readonly widths: readonly (number | null)[];
  /** Whether the blanks of a padded column stand before its text. */
  readonly isRight: readonly boolean[];
}

/** Lines of a table, each a whole line. */
export interface TableLines {
  readonly header: string;
  readonly delimiter: string;
  readonly last: string;
  /** Its last rows; `last` alone where they are not given. */
  readonly rows?: readonly string[];
}

/** Reads the style off the header, the delimiter row and the last rows. */
export function readTableStyle(lines: TableLines): TableStyle {
  const prefix = lines.last.slice(0, lines.last.length - withoutQuotes(lines.last).length);
  const body = withoutContainers(lines.header).trimEnd();
  const isCompact = !/\|[ \t]|[ \t]\|/.test(body);
  const delimiter = withoutContainers(lines.delimiter);
  const rows = (lines.rows ?? [lines.last]).map(withoutContainers);
  return {
    prefix,
    hasLeadingPipe: body.startsWith('|'),
    hasTrailingPipe: body.endsWith('|') && !body.endsWith('\\|'),
    gap: isCompact ? '' : ' ',
    widths: columnWidths({ header: body, delimiter, rows }, isCompact ? 0 : 2),
    isRight: splitCells(delimiter, 0, delimiter.length).map(({ text }, column) => /^-+:$/.test(text) && rows.some((row) => standsRight(row, column))),
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

/** What the cell says in a row that is this line; '' where the row has none. */
export function cellText(line: string, column: number): string {
  const body = withoutContainers(line);
  return splitCells(body, 0, body.length)[column]?.text ?? '';
}

function withoutQuotes(line: string): string {
  return line.replace(/^[\s>]+/, '');
}

/** One table row with these cell texts, escaped already. */
export function writeRow(values: readonly string[], style: TableStyle): string {
  const leads = style.hasLeadingPipe || needsPipe(values[0] ?? '');
  const padded = (value: string, column: number): string => (style.isRight[column] ? value.padStart(style.widths[column] ?? 0) : value.padEnd(style.widths[column] ?? 0));
  const cells = values.map((value, column) => style.gap + padded(value, column) + style.gap);
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

/** A column is padded when its header is as wide as the line below it, a row is too, and none is narrower: texts that were too long stick out. */
function columnWidths({ header, delimiter, rows }: { header: string; delimiter: string; rows: readonly string[] }, blanks: number): (number | null)[] {
  const widths = (line: string): (number | null)[] => splitCells(line, 0, line.length).map((cell) => rawWidth(line, cell));
  const [delimiters, bodies] = [widths(delimiter), rows.map(widths)];
  return widths(header).map((width, column) => {
    const own = bodies.map((body) => body[column] ?? null);
    const isPadded = width !== null && width === delimiters[column] && own.includes(width) && own.every((each) => each !== null && each >= width);
    return isPadded ? Math.max(0, width - blanks) : null;
  });
}

/** Whether the column's text has more than one blank before it, and none behind but one. Matches the cell of `|    a |`. */
function standsRight(row: string, column: number): boolean {
  const cell = splitCells(row, 0, row.length)[column];
  return cell !== undefined && cell.to > cell.from && row.startsWith('  ', cell.from - 2) && !row.startsWith('  ', cell.to);
}
