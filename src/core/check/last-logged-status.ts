import { plainText } from '../markdown/inline';
import type { PlanReading } from '../plan/parse-plan';
import { statusOf } from '../plan/read-status';

/** What a row says of a move. Matches "Status: Draft → In Review — note", "Status: Draft"; not "Status page added". Group 1: where it ends. */
const MOVE = /^status:\s*(?:[^→]*→)?\s*(.+)$/i;

/** Id of the status in which the newest row of the change log ends; null when it tells of none. */
export function lastLoggedStatus({ changeLog, workflow }: PlanReading): string | null {
  if (!changeLog) return null;
  const { order, entries } = changeLog;
  const newest = order === 'newest-first' ? entries[0] : entries.at(-1);
  const end = newest && MOVE.exec(plainText(newest.change))?.[1];
  return end === undefined ? null : statusOf(end, workflow);
}
