/** The next entry of a log, in the form of its newest ones: their columns, date style, version, marks and padding. */
import { BlockKind, type Blocks, Item, Leaf } from '../markdown/blocks';
import { parseCalendarDate } from '../date/calendar-date';
import { writeDateLike } from '../date/date-style';
import { headingTextRange } from '../markdown/heading-text';
import { type LogLine, readLogLine } from '../plan/log-line';
import type { Section } from '../plan/outline';
import type { MovablePlan } from '../plan/parse-plan';
import type { ChangeLog, ChangeLogEntry, Table } from '../plan/plan';
import { logColumns } from '../plan/log-columns';
import { textsOf } from '../plan/read-change-log';
import { type EditResult, edited, refused } from '../text/edit-result';
import { endOfLine, lineBreakNear, startOfLine } from '../text/line-index';
import { draftTableRow } from './edit-table';
import { logCells } from './log-cells';
import { type LogEntry, signature } from './log-entry';
import { closingRule, endOfText, startTable } from './start-log';

/** What is to be written, and what it is written like. */
export interface NextEntry {
  readonly log: ChangeLog;
  /** The log's entries, the newest first. */
  readonly newest: readonly ChangeLogEntry[];
  readonly entry: LogEntry;
  /** '' for none. */
  readonly version: string;
}

export function continueLog(plan: MovablePlan, next: NextEntry): EditResult {
  const { log, entry } = next;
  const table = log.table === null ? undefined : plan.tables[log.table];
  if (table) return addRow(plan, table, next);
  const [newest] = next.newest;
  if (!newest) return startTable(plan, log.headingLine ?? 0, entry);
  if (log.form === 'list') return addItem(plan, newest, next);
  const section = plan.outline.sections.find(({ heading }) => heading?.line === newest.line);
  if (!section) return CANNOT_CONTINUE;
  const { paragraph, items, hasTable } = textsOf(plan.blocks, section);
  const isToday = parseCalendarDate(newest.date) === entry.date && (paragraph !== null || items.length > 0 || hasTable);
  return isToday ? addBelowHeading(plan, section, next) : addHeading(plan, section, next);
}

const CANNOT_CONTINUE = refused('no-change-log', 'The change log is a list in a form that can\'t be continued safely. Add the entry by hand.');
/** Entries that are looked at for the style of their dates. */
const MOST_SAMPLES = 8;

function dateText({ newest, entry }: NextEntry): string {
  return writeDateLike(entry.date, newest.slice(0, MOST_SAMPLES).map(({ date }) => date));
}

function addRow(plan: MovablePlan, table: Table, next: NextEntry): EditResult {
  const { log, entry, version } = next;
  const { roles } = table;
  const names = table.header.map((cell) => cell.text);
  const cells = logCells(logColumns(table), entry.change);
  if (!cells) return refused('no-change-log', `The change log has no column for what changed. It has: ${names.join(', ')}.`);
  const values: Record<string, string> = {};
  const put = (column: number, value: string): void => {
    const name = names[column];
    if (name !== undefined) values[name] = value;
  };
  put(roles.indexOf('version'), version);
  put(roles.indexOf('author'), entry.author);
  put(roles.indexOf('date'), dateCell(table, next));
  for (const [column, value] of cells) put(column, value);
  return draftTableRow(plan.blocks, table.line, { values, place: log.order === 'newest-first' ? 'start' : 'end' });
}

/** What may stand around a date. Matches "**", "[["; not "by ". */
const MARKS = /^[*_`~[\]]*$/;

/** The date with the marks that the newest dated row has around its own. */
function dateCell(table: Table, next: NextEntry): string {
  const written = dateText(next);
  const sample = next.newest.find(({ date }) => parseCalendarDate(date) !== null);
  const source = table.rows[(sample?.line ?? 0) - table.line - 2]?.[table.roles.indexOf('date')]?.text ?? '';
  const [before, behind, ...more] = sample ? source.split(sample.date) : [];
  return more.length === 0 && before !== undefined && behind !== undefined && MARKS.test(before + behind) ? before + written + behind : written;
}

/** What stands before the text of an item that can be followed by one like it. Matches "> - ", "12) "; not "- [ ] ". Groups: 1 before the number, 2 number, 3 behind it. */
const MARKER = /^([\s>]*(?:[-*+]|(?=\d)))(\d{0,9})([.)]?[ \t]+)$/;

function addItem({ blocks }: MovablePlan, newest: ChangeLogEntry, next: NextEntry): EditResult {
  const { text, items } = blocks;
  const item = itemOnLine(blocks, newest.line);
  const from = items.get(item, Item.textFrom);
  const start = startOfLine(text, from);
  const marker = MARKER.exec(text.slice(start, from));
  const line = readLogLine(text.slice(from, endOfLine(text, from)));
  if (!marker || !line || items.get(item, Item.mark) >= 0) return CANNOT_CONTINUE;
  const [, before = '', number = '', behind = ''] = marker;
  const isFirst = next.log.order === 'newest-first';
  const count = number === '' || isFirst ? number : String(Number(number) + 1);
  const source = before + count + behind + datedStart(line, next) + next.entry.change + signature(next.entry);
  const lineBreak = lineBreakNear(text, start);
  if (isFirst) return edited({ from: start, to: start, insert: source + lineBreak });
  const end = endOfItem(blocks, item);
  return edited({ from: end, to: end, insert: lineBreak + source });
}

/**
 * Version and date as `line` has them, up to the text, with a blank at the end. Marks that nothing opens are left out, a
 * version that has no next one is too, with all around it; ": " stands where nothing separates the date from the text.
 */
function datedStart(line: LogLine, next: NextEntry): string {
  if (line.version !== '' && next.version === '') return `${dateText(next)}: `;
  const separator = /[*_`]/.test(line.open + line.between) ? line.separator : line.separator.replace(/[*_`]+/g, '');
  const start = line.open + next.version + line.between + dateText(next) + separator;
  if (/[\s：]$/.test(start)) return start;
  return start + (/[:–—-]/.test(separator) ? ' ' : ': ');
}

function itemOnLine({ items }: Blocks, line: number): number {
  let item = 0;
  while (item < items.length && items.get(item, Item.line) !== line) item++;
  return item;
}

/** End of the last line of `item`, nested items included. */
function endOfItem({ text, items, leaves }: Blocks, item: number): number {
  let last = item;
  while (last + 1 < items.length && items.get(last + 1, Item.parent) >= item) last++;
  let to = items.get(last, Item.to);
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    const owner = leaves.get(leaf, Leaf.item);
    if (owner >= item && owner <= last && leaves.get(leaf, Leaf.kind) !== BlockKind.blank) to = Math.max(to, leaves.get(leaf, Leaf.to));
  }
  return endOfLine(text, to);
}

function addHeading({ blocks, outline }: MovablePlan, section: Section, next: NextEntry): EditResult {
  const { text, leaves } = blocks;
  const { sections } = outline;
  const level = section.heading?.level ?? 3;
  const start = startOfLine(text, leaves.get(section.leaf, Leaf.from));
  const lineBreak = lineBreakNear(text, start);
  const block = `${'#'.repeat(level)} ${headingText(blocks, section, next)}${lineBreak}${lineBreak}- ${next.entry.change}${signature(next.entry)}`;
  if (next.log.order === 'newest-first') return edited({ from: start, to: start, insert: block + lineBreak + lineBreak });
  const behind = sections.slice(sections.indexOf(section) + 1).find(({ heading }) => heading !== null && heading.level < level);
  const at = endBefore(blocks, behind?.leaf ?? leaves.length);
  return edited({ from: at, to: at, insert: lineBreak + lineBreak + block });
}

/** End of what stands before the leaf `leafTo`; a rule at its end stays behind. */
function endBefore(blocks: Blocks, leafTo: number): number {
  const { text, leaves } = blocks;
  const to = leafTo < leaves.length ? startOfLine(text, leaves.get(leafTo, Leaf.from)) : text.length;
  return endOfText(text, closingRule(blocks, leafTo)?.from ?? to);
}

/** Date and version as the newest heading has them; the date alone where that one says more. */
function headingText({ text, leaves }: Blocks, section: Section, next: NextEntry): string {
  const range = headingTextRange(text, leaves.get(section.leaf, Leaf.from), leaves.get(section.leaf, Leaf.to));
  const line = readLogLine(text.slice(range.from, range.to));
  const date = dateText(next);
  if (line && line.version !== '' && next.version !== '' && line.change === '') return line.open + next.version + line.between + date + line.separator;
  const isVersionBehind = line?.version === '' && line.change === next.newest[0]?.version;
  return isVersionBehind ? line.open + date + line.separator + next.version : date;
}

/** Today's heading is there: the entry joins the list below it, or starts one. */
function addBelowHeading({ blocks }: MovablePlan, section: Section, next: NextEntry): EditResult {
  const { text, items, leaves } = blocks;
  const isFirst = next.log.order === 'newest-first';
  const own = textsOf(blocks, section).items;
  const item = (isFirst ? own[0] : own[own.length - 1])?.item;
  const said = next.entry.change + signature(next.entry);
  if (item !== undefined) {
    const from = items.get(item, Item.from);
    const start = startOfLine(text, from);
    const marker = MARKER.exec(text.slice(start, items.get(item, Item.textFrom)));
    const lineBreak = lineBreakNear(text, start);
    const bullet = marker ? marker[0] : `${text.slice(start, from)}- `;
    if (isFirst) return edited({ from: start, to: start, insert: bullet + said + lineBreak });
    const end = endOfItem(blocks, item);
    return edited({ from: end, to: end, insert: lineBreak + bullet + said });
  }
  const at = isFirst ? endOfLine(text, leaves.get(section.leaf, Leaf.to)) : endBefore(blocks, firstRule(blocks, section));
  const lineBreak = lineBreakNear(text, at);
  return edited({ from: at, to: at, insert: `${lineBreak}${lineBreak}- ${said}` });
}

/** The leaf of the section's first rule, below which nothing is of its day; else the leaf behind the section. */
function firstRule({ leaves }: Blocks, { leaf, leafTo }: Section): number {
  let next = leaf + 1;
  while (next < leafTo && !(leaves.get(next, Leaf.kind) === BlockKind.thematicBreak && leaves.get(next, Leaf.item) < 0)) next++;
  return next;
}
