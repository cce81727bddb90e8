/**
 * One entry more in the plan's change log, in the log's own form; a log is made where there is none. Where the log
 * counts versions the entry has the next one, and a header that names the last one names the next.
 */
import { parseCalendarDate } from '../date/calendar-date';
import { unclosedBlock, whatHides } from '../markdown/unclosed-block';
import { type MovablePlan, type ParseOptions, readMovable } from '../plan/parse-plan';
import { logColumns } from '../plan/log-columns';
import { nextVersion } from '../plan/version';
import { type EditResult, edited, refused } from '../text/edit-result';
import { applyChanges, type TextChange } from '../text/text-change';
import { continueLog } from './continue-log';
import { type PropertyValue, setProperties } from './edit-frontmatter';
import { updatedInHeader, versionInHeader } from './header-values';
import { heldChange } from './log-cells';
import { isSameEntry, type LogEntry, newestFirst } from './log-entry';
import { createLog } from './start-log';

type Refused = EditResult & { readonly ok: false };

/** Adds the entry at the log's newest end. No changes when the newest entry says the same already. */
export function appendLogEntry(text: string, entry: LogEntry, reading: ParseOptions = {}): EditResult {
  return loggedEdit(readMovable(text, reading), { entry, keepsDay: true });
}

/** An entry, and what it is an entry of. */
export interface LoggedEdit {
  readonly entry: LogEntry;
  readonly changes?: readonly TextChange[];
  readonly properties?: readonly PropertyValue[];
  /** Whether the day of the last change in the header stays. */
  readonly keepsDay?: boolean;
}

/** All of it as one edit, with the header brought up to date; read back: `check` refuses a plan that does not say what is meant. */
export function loggedEdit(plan: MovablePlan, edit: LoggedEdit, check: (after: MovablePlan) => Refused | null = () => null): EditResult {
  const { entry, properties = [], keepsDay = false } = edit;
  const { blocks: { text }, workflow, words } = plan;
  const logged = draftLogEntry(plan, entry);
  if (!logged.ok) return logged;
  const isNew = logged.changes.length > 0;
  const header = [...(keepsDay ? [] : [updatedInHeader(plan, entry.date)]), ...(isNew ? [versionInHeader(plan, nextLogVersion(plan, entry.date))] : [])];
  const set = setProperties(text, [...properties, ...header.flatMap((each) => each.properties)]);
  if (!set.ok) return set;
  const changes = [...(edit.changes ?? []), ...set.changes, ...header.flatMap((each) => each.changes), ...logged.changes];
  if (changes.length === 0) return edited();
  const after = readMovable(applyChanges(text, changes), { workflow, words });
  return check(after) ?? (!isNew || hasNewEntry(after, plan, entry) ? edited(...changes) : notRead(plan));
}

/** What the log would not be read with as it is meant. */
function notRead({ blocks }: MovablePlan): Refused {
  const why = unclosedBlock(blocks) ? `${whatHides(blocks)}, then try again.` : 'a code fence or comment that is never closed, or a stray character, may hide it.';
  return refused('no-change-log', `The change-log entry would not be read as one at its place. Look at what stands above it: ${why}`);
}

/** The entry's changes, not read back yet. */
function draftLogEntry(plan: MovablePlan, entry: LogEntry): EditResult {
  if (parseCalendarDate(entry.date) !== entry.date) return refused('date-invalid', `“${entry.date}” is not a date of the form YYYY-MM-DD.`);
  const wanted = onOneLine(entry);
  if (wanted.change === '') return refused('log-entry-invalid', 'A change-log entry needs a text that says what changed.');
  const log = plan.changeLog;
  if (!log) return createLog(plan, wanted);
  const newest = newestFirst(log);
  if (newest[0] && isSameEntry(newest[0], asHeld(plan, wanted))) return edited();
  return continueLog(plan, { log, newest, entry: wanted, version: nextLogVersion(plan, entry.date) });
}

/** Whether the log has exactly one entry more than before, `entry`, and all others as they were. */
function hasNewEntry(after: MovablePlan, before: MovablePlan, entry: LogEntry): boolean {
  const [entries, old] = [after.changeLog?.entries ?? [], before.changeLog?.entries ?? []];
  const isOld = (other: number, at: number): boolean => entries[other]?.date === old[at]?.date && entries[other]?.change === old[at]?.change;
  const different = old.findIndex((_entry, at) => !isOld(at, at));
  const at = different < 0 ? old.length : different;
  const added = entries[at];
  return entries.length === old.length + 1 && added !== undefined && isSameEntry(added, asHeld(before, onOneLine(entry))) && old.every((_entry, index) => isOld(index < at ? index : index + 1, index));
}

/** The version of the next entry, '' where the log counts none. A second entry below the heading of a day has none of its own. */
function nextLogVersion({ changeLog }: MovablePlan, date: string): string {
  if (!changeLog) return '';
  const entries = newestFirst(changeLog);
  if (changeLog.form === 'table') return nextVersion(entries.find(({ version }) => version !== '')?.version ?? '');
  const [newest] = entries;
  const isContinued = changeLog.form === 'headings' && parseCalendarDate(newest?.date ?? '') === date;
  return isContinued ? '' : nextVersion(newest?.version ?? '');
}

/** The entry as the plan's log can say it. */
function asHeld({ changeLog, tables }: MovablePlan, entry: LogEntry): LogEntry {
  const table = changeLog?.table == null ? undefined : tables[changeLog.table];
  return { ...entry, change: heldChange(table ? logColumns(table) : null, entry.change) };
}

function onOneLine(entry: LogEntry): LogEntry {
  return { ...entry, change: entry.change.replace(/\s*[\r\n]+\s*/g, ' ').trim() };
}
