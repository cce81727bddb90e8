/** The plan's change log: a table, a dated list or dated headings, and which end of it is the newest. */
import { BlockKind, type Blocks, Item, Leaf } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import { parseCalendarDate } from '../date/calendar-date';
import type { Outline, Section } from './outline';
import type { ChangeLog, ChangeLogEntry, ColumnRole, Table } from './plan';
import type { TitleReader } from './title-reader';

/** A dated list item. Matches "**2026-03-17**: text", "v2 (2026-03-17) – text", "March 17, 2026: text"; groups 1 date, 2 text. */
const DATED = /^[*_]*(?:v[\d.]{1,9}[*_]* ?[-–—,:]? ?)?[[(]?(\d{4}-\d{2}-\d{2}|[a-z]{3,9}\.? \d{1,2}\w{0,2},? \d{4})[\])]?[*_]*\s*[:–—-]*[*_]*\s*(.*)$/is;
/** A label is no longer than this. */
const LONGEST_LABEL = 60;

/** The lines of a log and of the heading or label that names it. */
type LogLines = Pick<Section, 'line' | 'lineTo'>;

/** What a log is looked for in. */
interface LogContext {
  readonly outline: Outline;
  readonly tables: readonly Table[];
  readonly titles: TitleReader;
}

/** Whether `readChangeLog` finds one. */
export function hasChangeLog(blocks: Blocks, context: LogContext): boolean {
  const isClear = context.outline.sections.some((section) => isChangeLogSection(section) && !isVague(section));
  return isClear || readChangeLog(blocks, context) !== null;
}

export function readChangeLog(blocks: Blocks, { outline, tables, titles }: LogContext): ChangeLog | null {
  const section = outline.sections.find(isChangeLogSection) ?? null;
  const lines = section ?? labelledLog(blocks, titles);
  const inSection = lines ? tables.findIndex((table) => table.line > lines.line && table.line < lines.lineTo) : -1;
  const table = inSection >= 0 ? inSection : tables.findIndex(({ kind }) => kind === 'change-log');
  const found = tables[table];
  const read = (form: ChangeLog['form'], entries: readonly ChangeLogEntry[]): ChangeLog => ({ form, table: form === 'table' ? table : null, headingLine: lines?.line ?? null, order: orderOf(entries), entries });
  if (found?.roles.includes('date')) return read('table', tableEntries(found));
  const items = lines ? listEntries(blocks, lines) : [];
  if (items.length > 0) return read('list', items);
  if (!section) return null;
  const headings = headingEntries(blocks, outline, section);
  if (headings.length === 0 && isVague(section)) return null;
  return read(headings.length > 0 ? 'headings' : 'empty', headings);
}

/** A line that is nothing but a bold label and names a change log, "**Changelog:**", with the list or table right below it. */
function labelledLog({ text, leaves }: Blocks, titles: TitleReader): LogLines | null {
  let line = -1;
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    const kind = leaves.get(leaf, Leaf.kind);
    if (kind === BlockKind.blank || leaves.get(leaf, Leaf.item) >= 0) continue;
    if (line >= 0) return { line, lineTo: leaves.get(leaf, Leaf.line) + 1 };
    const from = leaves.get(leaf, Leaf.from);
    const to = leaves.get(leaf, Leaf.to);
    if (kind === BlockKind.paragraph && text.startsWith('**', from) && to - from < LONGEST_LABEL && titles.read(text.slice(from, to)).isChangeLog) line = leaves.get(leaf, Leaf.line);
  }
  return line < 0 ? null : { line, lineTo: Infinity };
}

/** A note whose own title says so is the log of something else. */
function isChangeLogSection({ topic, isTitle }: Section): boolean {
  return topic !== null && topic.isChangeLog && !isTitle;
}

/** A word that may also head a story of the past: it names a log only where there are entries. */
function isVague({ topic }: Section): boolean {
  return topic?.isVagueLog ?? false;
}

/** The column that says what changed: the one named so, else the first without a role; −1 for none. */
export function changeColumn(roles: readonly ColumnRole[]): number {
  const named = roles.indexOf('change');
  return named >= 0 ? named : roles.indexOf(null);
}

function tableEntries(table: Table): ChangeLogEntry[] {
  const { roles } = table;
  const [date, author, change] = [roles.indexOf('date'), roles.indexOf('author'), changeColumn(roles)];
  return table.rows.map((cells, row) => ({
    line: table.line + 2 + row,
    date: plainText(cells[date]?.text ?? ''),
    author: cells[author]?.text ?? '',
    change: cells[change]?.text ?? '',
  }));
}

function listEntries({ text, items }: Blocks, section: LogLines): ChangeLogEntry[] {
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
