/** An entry of a change log as it is asked for, and when one that is there says the same. */
import { parseCalendarDate } from '../date/calendar-date';
import { foldWords } from '../markdown/inline';
import type { ChangeLog, ChangeLogEntry } from '../plan/plan';

export interface LogEntry {
  /** 'YYYY-MM-DD'. */
  readonly date: string;
  readonly author: string;
  readonly change: string;
}

/** Who made an entry, behind its text. Matches " (Ops)"; not " (override: due)". */
const SIGNATURE = /\s*\([^():]{1,80}\)$/;

/** How lists and headings name the author. */
export function signature({ author }: LogEntry): string {
  return author === '' ? '' : ` (${author})`;
}

/** Whether both say the same of one day; who made them does not count. A log without dates is compared by its texts. */
export function isSameEntry(entry: Pick<ChangeLogEntry, 'date' | 'change'>, wanted: LogEntry): boolean {
  if (entry.date !== '' && (parseCalendarDate(entry.date) ?? entry.date) !== wanted.date) return false;
  const change = foldWords(wanted.change);
  return [entry.change, entry.change.replace(SIGNATURE, '')].some((said) => foldWords(said) === change) || foldWords(entry.change) === foldWords(wanted.change + signature(wanted));
}

/** The log's entries, the newest first. */
export function newestFirst({ order, entries }: ChangeLog): readonly ChangeLogEntry[] {
  return order === 'newest-first' ? entries : [...entries].reverse();
}
