/** A plan's history as its own change log tells it: how long it had each status, and how long the work took. */
import { type CalendarDate, daysBetween } from '../date/calendar-date';
import type { PlanReading } from '../plan/parse-plan';
import type { LoggedMove, LoggedStatus } from './logged-move';
import { readLogRows } from './log-rows';

export interface HistoryStep {
  /** Id in the workflow; null for a word that it does not know. */
  readonly status: string | null;
  /** As the log writes it. */
  readonly raw: string;
  readonly from: CalendarDate;
  /** Null while it lasts. */
  readonly to: CalendarDate | null;
  /** Whole days; until today while it lasts. */
  readonly days: number;
}

export interface PlanHistory {
  /** In the order of time; the days of neighbours add up. */
  readonly steps: readonly HistoryStep[];
  /** Days from the first status in which work is done to the first one after it that says it is over; null while there are not both. */
  readonly cycleDays: number | null;
  /** Whether a move starts from another status than the one before it ended in: a row is missing. */
  readonly hasGaps: boolean;
}

interface DatedMove extends LoggedMove {
  readonly date: CalendarDate;
}

/**
 * The history of the rows whose dates can be read, in the order of their days; rows of one day in the log's order.
 * The status that the first move starts from lasts from the log's first row, where that is an earlier one.
 */
export function readHistory(plan: PlanReading, today: CalendarDate): PlanHistory {
  const rows = readLogRows(plan).flatMap(({ date, move }) => (date === null ? [] : [{ date, move }]));
  const inOrder = rows.map((row, at) => ({ ...row, at })).sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.at - b.at));
  const moves = inOrder.flatMap(({ date, move }): DatedMove[] => (move ? [{ ...move, date }] : []));
  const [first] = moves;
  const [begin] = inOrder;
  if (!first || !begin) return { steps: [], cycleDays: null, hasGaps: false };
  const starts: { status: LoggedStatus; date: CalendarDate }[] = first.from && begin.move === null ? [{ status: first.from, date: begin.date }] : [];
  let hasGaps = false;
  for (const { from, to, date } of moves) {
    const last = starts[starts.length - 1];
    // A second device may have logged the same move.
    if (last && isSame(last.status, to)) continue;
    if (last && from && !isSame(last.status, from)) hasGaps = true;
    starts.push({ status: to, date });
  }
  const steps = starts.map(({ status, date }, at): HistoryStep => {
    const to = starts[at + 1]?.date ?? null;
    return { status: status.status, raw: status.raw, from: date, to, days: Math.max(0, daysBetween(date, to ?? today)) };
  });
  return { steps, cycleDays: cycleOf(steps, plan), hasGaps };
}

function cycleOf(steps: readonly HistoryStep[], { workflow }: PlanReading): number | null {
  const groupOf = ({ status }: HistoryStep): string | undefined => workflow.statuses.find(({ id }) => id === status)?.group;
  const begun = steps.findIndex((step) => groupOf(step) === 'doing');
  const done = steps.find((step, at) => begun >= 0 && at > begun && groupOf(step) === 'done');
  const start = steps[begun];
  return start && done ? daysBetween(start.from, done.from) : null;
}

function isSame(a: LoggedStatus, b: LoggedStatus): boolean {
  return a.status === b.status && (a.status !== null || a.raw.toLowerCase() === b.raw.toLowerCase());
}
