/** The plan's change log: a table, a dated list or dated headings, and which end of it is the newest. */
import { BlockKind, type Blocks, Item, Leaf } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import { parseCalendarDate } from '../date/calendar-date';
import type { Outline, Section } from './outline';
import type { ChangeLog, ChangeLogEntry, ColumnRole, Table } from './plan';
import { columnRoles } from './read-tables';

/** A dated list item. Matches "**2026-03-17**: text", "2026-03-17 – text"; groups 1 date, 2 text. */
const DATED = /^(?:\*\*|__)?\[?(\d{4}-\d{2}-\d{2})\]?(?:\*\*|__)?\s*(?:\*\*)?[:–—-]*(?:\*\*)?\s*(.*)$/s;

/** Whether `readChangeLog` finds one: a section for it, or a table told by its columns. */
export function hasChangeLog(outline: Outline, tables: readonly Table[]): boolean {
  return outline.sections.some(isChangeLogSection) || tables.some(({ kind }) => kind === 'change-log');
}

export function readChangeLog(blocks: Blocks, outline: Outline, tables: readonly Table[]): ChangeLog | null {
  const section = outline.sections.find(isChangeLogSection) ?? null;
  const inSection = section ? tables.findIndex((table) => table.line > section.line && table.line < section.lineTo) : -1;
  const table = inSection >= 0 ? inSection : tables.findIndex(({ kind }) => kind === 'change-log');
  const headingLine = section?.line ?? null;
  const found = tables[table];
  if (found && columnRoles(found.header).includes('date')) {
    const entries = tableEntries(found);
    return { form: 'table', table, headingLine, order: orderOf(entries), entries };
  }
  if (!section) return null;
  const items = listEntries(blocks, section);
  if (items.length > 0) return { form: 'list', table: null, headingLine, order: orderOf(items), entries: items };
  const headings = headingEntries(blocks, outline, section);
  return { form: headings.length > 0 ? 'headings' : 'empty', table: null, headingLine, order: orderOf(headings), entries: headings };
}

function isChangeLogSection({ topic }: Section): boolean {
  return topic?.isChangeLog ?? false;
}

/** The column that says what changed: the one named so, else the first without a role; −1 for none. */
export function changeColumn(roles: readonly ColumnRole[]): number {
  const named = roles.indexOf('change');
  return named >= 0 ? named : roles.indexOf(null);
}

function tableEntries(table: Table): ChangeLogEntry[] {
  const roles = columnRoles(table.header);
  const [date, author, change] = [roles.indexOf('date'), roles.indexOf('author'), changeColumn(roles)];
  return table.rows.map((cells, row) => ({
    line: table.line + 2 + row,
    date: plainText(cells[date]?.text ?? ''),
    author: cells[author]?.text ?? '',
    change: cells[change]?.text ?? '',
  }));
}

function listEntries({ text, items }: Blocks, section: Section): ChangeLogEntry[] {
  const entries: ChangeLogEntry[] = [];
  for (let item = 0; item < items.length; item++) {
    const line = items.get(item, Item.line);
    if (line <= section.line || line >= section.lineTo || items.get(item, Item.parent) >= 0) continue;
    const dated = DATED.exec(text.slice(items.get(item, Item.textFrom), items.get(item, Item.textTo)));
    if (dated) entries.push({ line, date: dated[1] ?? '', author: '', change: onOneLine(dated[2] ?? '') });
  }
  return entries;
}

/** Dated headings below the log's own; what changed is the first paragraph or list item under each. */
function headingEntries(blocks: Blocks, { sections }: Outline, section: Section): ChangeLogEntry[] {
  const level = section.heading?.level ?? 6;
  const entries: ChangeLogEntry[] = [];
  for (const dated of sections.slice(sections.indexOf(section) + 1)) {
    const { heading } = dated;
    if (heading === null || heading.level <= level) break;
    const date = /\d{4}-\d{2}-\d{2}/.exec(heading.text)?.[0];
    if (date !== undefined) entries.push({ line: heading.line, date, author: '', change: firstParagraph(blocks, dated) ?? heading.text });
  }
  return entries;
}

function firstParagraph({ text, leaves }: Blocks, { leaf, leafTo }: Section): string | null {
  for (let next = leaf + 1; next < leafTo; next++) {
    if (leaves.get(next, Leaf.kind) === BlockKind.paragraph) return onOneLine(text.slice(leaves.get(next, Leaf.from), leaves.get(next, Leaf.to)));
  }
  return null;
}

function onOneLine(source: string): string {
  return source.split(/[\r\n]+/).map((line) => line.trim()).join(' ');
}

/** Newest first when the first dated entry is later than the last; oldest first is usual. */
function orderOf(entries: readonly ChangeLogEntry[]): ChangeLog['order'] {
  const dates = entries.flatMap(({ date }) => parseCalendarDate(date) ?? []);
  const [first] = dates;
  const last = dates[dates.length - 1];
  return first !== undefined && last !== undefined && first > last ? 'newest-first' : 'oldest-first';
}
