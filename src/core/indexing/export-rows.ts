/** Rows as text for other programs: a Markdown table, CSV (RFC 4180), JSON. A cell never becomes a formula or another cell. */
import type { LensColumn } from './lens-columns';
import { asShown } from './plain-markdown';
import type { RollupRow } from './rollup-row';

export const EXPORT_FORMATS = ['markdown', 'csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** All `rows` in the order given, with a header; in JSON numbers are numbers, and null where there is none. */
export function exportRows(rows: readonly RollupRow[], columns: readonly LensColumn[], format: ExportFormat): string {
  switch (format) {
    case 'markdown':
      return markdownTable(rows, columns);
    case 'csv':
      return [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ value }) => value(row)))].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
    case 'json':
      return `${JSON.stringify(rows.map((row) => Object.fromEntries(columns.map(({ id, value, number }) => [id, number ? number(row) : value(row)]))), null, 2)}\n`;
  }
}

/** Without columns that say nothing in any row. */
function markdownTable(rows: readonly RollupRow[], columns: readonly LensColumn[]): string {
  const told = columns.filter(({ value }) => rows.length === 0 || rows.some((row) => value(row) !== ''));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return line(told.map(({ name }) => name)) + line(told.map(() => '---')) + rows.map((row) => line(told.map(({ isLink, value }) => (isLink === true ? linked(row.path, value(row)) : markdownCell(value(row)))))).join('');
}

/** A link that shows `shown`; one in Markdown's own form where a wikilink would end too early, or show less. */
function linked(path: string, shown: string): string {
  const target = path.replace(/\.md$/, '');
  if (/[[\]|#^]/.test(target)) return markdownCell(shown);
  if (!/[[\]|]/.test(shown) && asShown(shown) === shown) return `[[${target}\\|${shown}]]`;
  return /[<>\\]/.test(path) ? markdownCell(shown) : `[${markdownCell(shown.replace(/[[\]]/g, (sign) => `\\${sign}`))}](<${path}>)`;
}

function markdownCell(value: string): string {
  return asShown(value).replace(/\\(?=\|)|\|/g, (sign) => `\\${sign}`).replace(/\s*[\r\n]+\s*/g, ' ');
}

/** What spreadsheets take for the start of a formula, full-width or behind what nobody sees too. Matches "=1", " +1", "＝1", a tab; not "a=1". */
const FORMULA = /^(?:[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\r])/u;

function csvCell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
