/** The plan's change log: a table, a dated list or dated headings, and which end of it is the newest. */
import { BlockKind, type Blocks, Item, Leaf } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import { parseCalendarDate } from '../date/calendar-date';
import { changeInRow, logColumns } from './log-columns';
import { readLogHeading, readLogLine } from './log-line';
import type { Outline, Section } from './outline';
import type { Cell, ChangeLog, ChangeLogEntry, Table } from './plan';
import type { TitleReader } from './title-reader';
import { compareVersions } from './version';

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
  if (found && (found.roles.includes('date') || (inSection >= 0 && hasUndatedRows(found)))) return read('table', tableEntries(found));
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

/** `| Version | Changes |` in a log's own section: its rows are entries, though they name no day. */
function hasUndatedRows({ roles }: Table): boolean {
  return roles.includes('change') && (roles.includes('version') || roles.includes('author'));
}

/** A block id. Matches "^log"; not "^2 done". */
const BLOCK_ID = /^\^[A-Za-z0-9-]+$/;

/** Whether a row is no more than the table's block id, which Markdown reads as its last row. */
export function isBlockId(cells: readonly Cell[]): boolean {
  return BLOCK_ID.test(cells[0]?.text ?? '') && cells.slice(1).every(({ text }) => text === '');
}

function tableEntries(table: Table): ChangeLogEntry[] {
  const { roles } = table;
  const [date, author, version, columns] = [roles.indexOf('date'), roles.indexOf('author'), roles.indexOf('version'), logColumns(table)];
  return table.rows.flatMap((cells, row) => {
    const cell = (column: number): string => cells[column]?.text ?? '';
    return isBlockId(cells) ? [] : [{ line: table.line + 2 + row, date: plainText(cell(date)), author: cell(author), version: cell(version), change: changeInRow(columns, cell) }];
  });
}

function listEntries({ text, items }: Blocks, section: LogLines): ChangeLogEntry[] {
  const entries: ChangeLogEntry[] = [];
  for (let item = 0; item < items.length; item++) {
    const line = items.get(item, Item.line);
    if (line <= section.line || line >= section.lineTo || items.get(item, Item.parent) >= 0) continue;
    const dated = readLogLine(text.slice(items.get(item, Item.textFrom), items.get(item, Item.textTo)));
    if (dated) entries.push({ line, date: dated.date, author: '', version: dated.version, change: onOneLine(dated.change) });
  }
  return entries;
}

/**
 * Dated headings below the log's own: each list item under one is an entry, and so is its first paragraph outside of
 * lists, which is the oldest of them; without either, and over a table, the heading is.
 */
function headingEntries(blocks: Blocks, { sections }: Outline, section: Section): ChangeLogEntry[] {
  const level = section.heading?.level ?? 6;
  const days: { readonly line: number; readonly date: string; readonly version: string; readonly author: string; readonly change: string; readonly dated: Section }[] = [];
  for (const dated of sections.slice(sections.indexOf(section) + 1)) {
    const { heading } = dated;
    if (heading === null || heading.level <= level) break;
    const named = readLogHeading(heading.text);
    if (named) days.push({ ...named, line: heading.line, author: '', change: heading.text, dated });
  }
  const isNewestFirst = orderOf(days) === 'newest-first';
  return days.flatMap(({ dated, ...day }) => {
    const { paragraph, items, hasTable } = textsOf(blocks, dated);
    const said = [...(paragraph === null || isNewestFirst ? [] : [paragraph]), ...items.map(({ change }) => change), ...(paragraph !== null && isNewestFirst ? [paragraph] : [])];
    const entries = said.map((change) => ({ ...day, change }));
    // A table is told of by its heading, and stands above what is added on its day.
    return said.length === 0 ? [day] : !hasTable ? entries : isNewestFirst ? [...entries, day] : [day, ...entries];
  });
}

/** What stands below a dated heading: its first paragraph outside of lists, and its list items, nested ones left out. */
export interface DayTexts {
  readonly paragraph: string | null;
  readonly items: readonly { readonly change: string; readonly item: number }[];
  readonly hasTable: boolean;
}

export function textsOf({ text, leaves, items }: Blocks, { leaf, leafTo }: Section): DayTexts {
  let paragraph: string | null = null;
  let hasTable = false;
  const found = new Map<number, string>();
  for (let next = leaf + 1; next < leafTo; next++) {
    const kind = leaves.get(next, Leaf.kind);
    const item = leaves.get(next, Leaf.item);
    // What stands below a rule is no longer of that day.
    if (item < 0 && kind === BlockKind.thematicBreak) break;
    if (item >= 0 && kind !== BlockKind.blank && items.get(item, Item.parent) < 0) {
      if (!found.has(item)) found.set(item, onOneLine(text.slice(items.get(item, Item.textFrom), items.get(item, Item.textTo))));
    } else if (item < 0 && kind === BlockKind.table) {
      hasTable = true;
    } else if (item < 0 && kind === BlockKind.paragraph) {
      paragraph ??= onOneLine(text.slice(leaves.get(next, Leaf.from), leaves.get(next, Leaf.to)));
    }
  }
  return { paragraph, items: [...found].map(([item, change]) => ({ change, item })), hasTable };
}

function onOneLine(source: string): string {
  return source.split(/[\r\n]+/).map((line) => line.trim()).join(' ');
}

/** Newest first when the first dated entry is later than the last, or on one day its version is; oldest first is usual. */
function orderOf(entries: readonly ChangeLogEntry[]): ChangeLog['order'] {
  const first = entries.find(isDated);
  let at = entries.length - 1;
  while (at > 0 && !isDated(entries[at])) at--;
  const last = entries[at];
  if (!first || !last) return 'oldest-first';
  const [from, to] = [parseCalendarDate(first.date) ?? '', parseCalendarDate(last.date) ?? ''];
  const isNewestFirst = from === to ? compareVersions(first.version, last.version) > 0 : from > to;
  return isNewestFirst ? 'newest-first' : 'oldest-first';
}

function isDated(entry: ChangeLogEntry | undefined): boolean {
  return parseCalendarDate(entry?.date ?? '') !== null;
}
