/** One entry more in the plan's change log, in the log's own form; a log is made where there is none. */
import { BlockKind, type Blocks, Item, Leaf } from '../markdown/blocks';
import { foldWords } from '../markdown/inline';
import { parseCalendarDate } from '../date/calendar-date';
import { type ParseOptions, type PlanReading, readPlan } from '../plan/parse-plan';
import type { ChangeLog, ChangeLogEntry, Table } from '../plan/plan';
import { changeColumn } from '../plan/read-change-log';
import { type EditResult, edited, refused } from '../text/edit-result';
import { afterLineBreak, endOfLine, LineIndex, lineBreakNear } from '../text/line-index';
import { applyChanges } from '../text/text-change';
import { insertTableRow } from './edit-table';

export interface LogEntry {
  /** 'YYYY-MM-DD'. */
  readonly date: string;
  readonly author: string;
  readonly change: string;
}

/** A dated list item, or the bullet of one in another form. Matches `- **2026-03-17** – text`, `- v2 (2026-03-17)`; not `- [ ] text`. Groups: 1 what stands before the date, 2 what separates date and text. */
const DATED_ITEM = /^(\s*(?:>\s?)*(?:[-*+]|\d+[.)])\s+(?!\s|\[.\]\s)(?:(?:\*\*|__)?(?=\[?\d{4}-))?)(?:\[?\d{4}-\d{2}-\d{2}\]?((?:\*\*|__)?\s*[:–—-]*(?:\*\*)?\s*))?/;

/** Adds the entry at the log's newest end. No changes when the newest entry says the same already. */
export function appendLogEntry(text: string, entry: LogEntry, reading: ParseOptions = {}): EditResult {
  const plan = readPlan(text, reading);
  const result = draftLogEntry(text, plan, entry);
  if (!result.ok || result.changes.length === 0) return result;
  return hasNewEntry(readPlan(applyChanges(text, result.changes), reading), plan, entry) ? result : NOT_READ;
}

/** What the log would not be read with as it is meant. */
export const NOT_READ = refused('no-change-log', 'The change-log entry would not be read as one at its place. Look at what stands above it: a code fence or comment that is never closed, or a stray character, may hide it.');

/** The entry's changes, not read back yet: whoever makes one edit of several parts reads the whole back. */
export function draftLogEntry(text: string, plan: PlanReading, entry: LogEntry): EditResult {
  if (parseCalendarDate(entry.date) !== entry.date) return refused('date-invalid', `“${entry.date}” is not a date of the form YYYY-MM-DD.`);
  const wanted = onOneLine(entry);
  if (wanted.change === '') return refused('log-entry-invalid', 'A change-log entry needs a text that says what changed.');
  const log = plan.changeLog;
  const newest = log && newestOf(log);
  if (newest && isSame(newest, wanted)) return edited();
  return log ? appendTo(text, plan, log, wanted) : createLog(text, plan, wanted);
}

/** Whether the log has exactly one entry more than before, and it is `entry`. */
export function hasNewEntry(after: PlanReading, before: PlanReading, entry: LogEntry): boolean {
  const entries = after.changeLog?.entries ?? [];
  return entries.length === (before.changeLog?.entries.length ?? 0) + 1 && entries.some((candidate) => isSame(candidate, onOneLine(entry)));
}

function onOneLine(entry: LogEntry): LogEntry {
  return { ...entry, change: entry.change.replace(/\s*[\r\n]+\s*/g, ' ').trim() };
}

function appendTo(text: string, plan: PlanReading, log: ChangeLog, entry: LogEntry): EditResult {
  const newest = newestOf(log);
  const table = log.table === null ? undefined : plan.tables[log.table];
  if (table) return addRow(text, { table, log, entry });
  if (!newest) return startTable(text, log.headingLine ?? 0, entry);
  return log.form === 'list' ? addListItem(text, plan, { log, newest, entry }) : addHeading(text, plan, { log, newest, entry });
}

function addRow(text: string, { table, log, entry }: { table: Table; log: ChangeLog; entry: LogEntry }): EditResult {
  const { roles } = table;
  const names = table.header.map((cell) => cell.text);
  const change = names[changeColumn(roles)];
  if (change === undefined) return refused('no-change-log', `The change log has no column for what changed. It has: ${names.join(', ')}.`);
  const author = names[roles.indexOf('author')];
  const values = Object.fromEntries([[names[roles.indexOf('date')], entry.date], [change, entry.change], ...(author === undefined ? [] : [[author, entry.author]])]) as Record<string, string>;
  return insertTableRow(text, table.line, { values, place: log.order === 'newest-first' ? 'start' : 'end' });
}

interface Place {
  readonly log: ChangeLog;
  readonly newest: ChangeLogEntry;
  readonly entry: LogEntry;
}

function addListItem(text: string, plan: PlanReading, { log, newest, entry }: Place): EditResult {
  const start = lineStart(text, newest.line);
  const style = DATED_ITEM.exec(text.slice(start, endOfLine(text, start)));
  if (!style) return refused('no-change-log', 'The change log is a list in a form that can\'t be continued safely. Add the entry by hand.');
  const [, before = '', separator = ': '] = style;
  const item = `${before}${entry.date}${separator}${entry.change}${signature(entry)}`;
  const lineBreak = lineBreakNear(text, start);
  if (log.order === 'newest-first') return edited({ from: start, to: start, insert: item + lineBreak });
  const end = endOfItem(plan.blocks, newest.line);
  return edited({ from: end, to: end, insert: lineBreak + item });
}

/** End of the last line of the list item on `line`, nested items included. */
function endOfItem({ text, items, leaves }: Blocks, line: number): number {
  let item = 0;
  while (items.get(item, Item.line) !== line) item++;
  let last = item;
  while (last + 1 < items.length && items.get(last + 1, Item.parent) >= item) last++;
  let to = items.get(last, Item.to);
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    const owner = leaves.get(leaf, Leaf.item);
    if (owner >= item && owner <= last && leaves.get(leaf, Leaf.kind) !== BlockKind.blank) to = Math.max(to, leaves.get(leaf, Leaf.to));
  }
  return endOfLine(text, to);
}

function addHeading(text: string, plan: PlanReading, { log, newest, entry }: Place): EditResult {
  const start = lineStart(text, newest.line);
  const { sections } = plan.outline;
  const index = sections.findIndex(({ heading }) => heading?.line === newest.line);
  const level = sections[index]?.heading?.level ?? 3;
  const lineBreak = lineBreakNear(text, start);
  const block = `${'#'.repeat(level)} ${entry.date}${lineBreak}${lineBreak}- ${entry.change}${signature(entry)}`;
  if (log.order === 'newest-first') return edited({ from: start, to: start, insert: block + lineBreak + lineBreak });
  const behind = sections.slice(index + 1).find(({ heading }) => heading !== null && heading.level < level);
  const at = endOfText(text, behind ? lineStart(text, behind.line) : text.length);
  return edited({ from: at, to: at, insert: lineBreak + lineBreak + block });
}

function startTable(text: string, headingLine: number, entry: LogEntry): EditResult {
  const at = endOfLine(text, lineStart(text, headingLine));
  const lineBreak = lineBreakNear(text, at);
  const next = Math.min(text.length, afterLineBreak(text, at));
  const isFollowed = text.slice(next, endOfLine(text, next)).trim() !== '';
  return edited({ from: at, to: at, insert: lineBreak + lineBreak + newTable(entry, lineBreak) + (isFollowed ? lineBreak : '') });
}

function lineStart(text: string, line: number): number {
  return new LineIndex(text).start(line) ?? text.length;
}

/** How lists and headings name the author. */
function signature({ author }: LogEntry): string {
  return author === '' ? '' : ` (${author})`;
}

/** A section of its own at the end of the note, numbered when the note's other sections are. */
function createLog(text: string, plan: PlanReading, entry: LogEntry): EditResult {
  const at = endOfText(text, text.length);
  const lineBreak = lineBreakNear(text, at);
  const heading = `## ${nextNumber(plan)}Change Log`;
  const before = text.slice(0, at).trim() === '' ? '' : lineBreak + lineBreak;
  return edited({ from: at, to: at, insert: before + heading + lineBreak + lineBreak + newTable(entry, lineBreak) + (at === text.length ? lineBreak : '') });
}

function nextNumber({ headings }: PlanReading): string {
  const numbers = headings.filter(({ level }) => level === 2).map(({ text }) => /^(\d{1,3})\.\s/.exec(text)?.[1]);
  const last = numbers[numbers.length - 1];
  return last !== undefined && numbers.every((number) => number !== undefined) ? `${Number(last) + 1}. ` : '';
}

function newTable({ date, author, change }: LogEntry, lineBreak: string): string {
  const cell = (value: string): string => value.replace(/\|/g, '\\|');
  return ['| Date | Author | Change |', '|------|--------|--------|', `| ${date} | ${cell(author)} | ${cell(change)} |`].join(lineBreak);
}

/** End of the last visible character before `to`; a byte order mark stays in front. */
function endOfText(text: string, to: number): number {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let at = to;
  while (at > start && /[ \t\r\n]/.test(text.charAt(at - 1))) at--;
  return at;
}

function newestOf({ order, entries }: ChangeLog): ChangeLogEntry | undefined {
  return order === 'newest-first' ? entries[0] : entries[entries.length - 1];
}

function isSame(entry: { date: string; change: string }, other: LogEntry): boolean {
  return entry.date === other.date && foldWords(entry.change).startsWith(foldWords(other.change));
}
