/** One entry more in the plan's change log, in the log's own form; a log is made where there is none. */
import { foldWords } from '../markdown/inline';
import { parseCalendarDate } from '../date/calendar-date';
import { readPlan, type PlanReading } from '../plan/parse-plan';
import type { ChangeLog, ColumnRole } from '../plan/plan';
import { columnRoles } from '../plan/read-tables';
import { type EditResult, edited, refused } from '../text/edit-result';
import { endOfLine, LineIndex, lineBreakNear } from '../text/line-index';
import { applyChanges } from '../text/text-change';
import { insertTableRow } from './edit-table';

export interface LogEntry {
  /** 'YYYY-MM-DD'. */
  readonly date: string;
  readonly author: string;
  readonly change: string;
}

/** Adds the entry at the log's newest end. No changes when the newest entry says the same already. */
export function appendLogEntry(text: string, entry: LogEntry): EditResult {
  return appendToLog(text, readPlan(text), entry);
}

/** As `appendLogEntry`, for a text that has been read already. */
export function appendToLog(text: string, plan: PlanReading, entry: LogEntry): EditResult {
  if (parseCalendarDate(entry.date) !== entry.date) return refused('date-invalid', `“${entry.date}” is not a date of the form YYYY-MM-DD.`);
  const change = entry.change.replace(/\s*[\r\n]+\s*/g, ' ').trim();
  if (change === '') return refused('log-entry-invalid', 'A change-log entry needs a text that says what changed.');
  const wanted = { ...entry, change };
  const log = plan.changeLog;
  if (log && isNewest(log, wanted)) return edited();
  const result = log ? appendTo(text, plan, log, wanted) : createLog(text, plan, wanted);
  return result.ok && !hasEntry(applyChanges(text, result.changes), plan, wanted)
    ? refused('no-change-log', 'The change-log entry would not be read as one here: a code fence or comment above it may never be closed. Look at the end of the note.')
    : result;
}

function appendTo(text: string, plan: PlanReading, log: ChangeLog, entry: LogEntry): EditResult {
  switch (log.form) {
    case 'table':
      return addRow(text, plan, log, entry);
    case 'list':
      return addListItem(text, log, entry);
    case 'headings':
      return addHeading(text, plan, log, entry);
    case 'empty':
      return startTable(text, log, entry);
  }
}

function addRow(text: string, plan: PlanReading, log: ChangeLog, entry: LogEntry): EditResult {
  const table = plan.tables[log.table ?? -1];
  if (!table) return refused('no-change-log', 'The change log is no table any more.');
  const roles = columnRoles(table.header);
  const values: Record<string, string> = {};
  const put = (role: ColumnRole, value: string): boolean => {
    const name = table.header[roles.indexOf(role)]?.text;
    if (name !== undefined) values[name] = value;
    return name !== undefined;
  };
  put('date', entry.date);
  put('author', entry.author);
  if (!put('change', entry.change)) {
    // A log with a date and nothing known for the text: the first column left takes it.
    const free = table.header.find((_cell, column) => roles[column] === null)?.text;
    if (free === undefined) return refused('no-change-log', `The change log has no column for what changed. It has: ${table.header.map((cell) => cell.text).join(', ')}.`);
    values[free] = entry.change;
  }
  return insertTableRow(text, table.line, { values, place: log.order === 'newest-first' ? 'start' : 'end' });
}

function addListItem(text: string, log: ChangeLog, entry: LogEntry): EditResult {
  const lines = new LineIndex(text);
  const { entries } = log;
  const neighbour = log.order === 'newest-first' ? entries[0] : entries[entries.length - 1];
  const source = lines.source(neighbour?.line ?? -1);
  // Matches `- **2026-03-17** – text`: groups 1 marker, 2 bold, 3 what separates date and text.
  const style = /^(\s*(?:>\s?)*(?:[-*+]|\d+[.)])\s+)((?:\*\*|__)?)\[?\d{4}-\d{2}-\d{2}\]?((?:\*\*|__)?\s*[:–—-]*(?:\*\*)?\s*)/.exec(source ?? '');
  if (!neighbour || source === undefined || !style) return refused('no-change-log', 'The change log is a list in a form that can\'t be continued safely. Add the entry by hand.');
  const item = `${style[1] ?? '- '}${style[2] ?? ''}${entry.date}${style[3] ?? ': '}${entry.change}${entry.author === '' ? '' : ` (${entry.author})`}`;
  const start = lines.start(neighbour.line) ?? 0;
  const lineBreak = lineBreakNear(text, start);
  if (log.order === 'newest-first') return edited({ from: start, to: start, insert: item + lineBreak });
  const end = endOfItem(text, lines, neighbour.line);
  return edited({ from: end, to: end, insert: lineBreak + item });
}

/** End of a list item that may go on over indented lines. */
function endOfItem(text: string, lines: LineIndex, line: number): number {
  let last = line;
  while (/^(?:\s{2,}|\t)\S/.test(lines.source(last + 1) ?? '')) last++;
  return endOfLine(text, lines.start(last) ?? text.length);
}

function addHeading(text: string, plan: PlanReading, log: ChangeLog, entry: LogEntry): EditResult {
  const lines = new LineIndex(text);
  const newest = log.order === 'newest-first' ? log.entries[0] : log.entries[log.entries.length - 1];
  const level = plan.headings.find(({ line }) => line === newest?.line)?.level ?? 3;
  const lineBreak = lineBreakNear(text, lines.start(newest?.line ?? 0) ?? 0);
  const block = `${'#'.repeat(level)} ${entry.date}${lineBreak}${lineBreak}- ${entry.change}${entry.author === '' ? '' : ` (${entry.author})`}`;
  if (log.order === 'newest-first') {
    const at = lines.start(newest?.line ?? 0) ?? 0;
    return edited({ from: at, to: at, insert: block + lineBreak + lineBreak });
  }
  const behind = plan.outline.sections.find(({ heading, line }) => heading && heading.level < level && line > (newest?.line ?? 0));
  const at = endOfText(text, behind ? (lines.start(behind.line) ?? text.length) : text.length);
  return edited({ from: at, to: at, insert: lineBreak + lineBreak + block });
}

function startTable(text: string, log: ChangeLog, entry: LogEntry): EditResult {
  const lines = new LineIndex(text);
  const at = endOfLine(text, lines.start(log.headingLine ?? 0) ?? 0);
  const lineBreak = lineBreakNear(text, at);
  const isFollowed = (lines.source((log.headingLine ?? 0) + 1) ?? '').trim() !== '';
  return edited({ from: at, to: at, insert: lineBreak + lineBreak + newTable(entry, lineBreak) + (isFollowed ? lineBreak : '') });
}

/** A section of its own at the end of the note, numbered when the note's other sections are. */
function createLog(text: string, plan: PlanReading, entry: LogEntry): EditResult {
  const at = endOfText(text, text.length);
  const lineBreak = lineBreakNear(text, at);
  const heading = `## ${nextNumber(plan)}Change Log`;
  const before = at === 0 ? '' : lineBreak + lineBreak;
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

/** End of the last visible character before `to`. */
function endOfText(text: string, to: number): number {
  let at = to;
  while (at > 0 && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

function isNewest(log: ChangeLog, entry: LogEntry): boolean {
  const newest = log.order === 'newest-first' ? log.entries[0] : log.entries[log.entries.length - 1];
  return newest !== undefined && isSame(newest, entry);
}

function hasEntry(text: string, before: PlanReading, entry: LogEntry): boolean {
  const after = readPlan(text).changeLog;
  return after !== null && after.entries.length === (before.changeLog?.entries.length ?? 0) + 1 && after.entries.some((candidate) => isSame(candidate, entry));
}

function isSame(entry: { date: string; change: string }, other: LogEntry): boolean {
  return entry.date === other.date && foldWords(entry.change).startsWith(foldWords(other.change));
}
