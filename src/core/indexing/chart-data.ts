/** Figures behind the pictures of the pane: counts of rows, by status, progress, priority and effort, and over time. */
import { parseCalendarDate } from '../date/calendar-date';
import { readLoggedMove } from '../check/logged-move';
import { rankTitle, UNKNOWN_RANK } from '../plan/priority-rank';
import { foldStatus, type StatusColor, type Workflow } from '../status/workflow';
import type { Progress, RollupRow } from './rollup-row';

export interface StatusCount {
  readonly name: string;
  readonly count: number;
  /** Gray for a word that no workflow knows, and for none. */
  readonly color: StatusColor;
}

/** How many of the rows are in plans of each status, in the order of the workflows; words that they do not know come last. What has one name is counted as one. */
export function countStatuses(rows: readonly RollupRow[], workflows: readonly Workflow[]): StatusCount[] {
  const statuses = workflows.flatMap(({ statuses: own }) => own);
  const names = new Map([...statuses].reverse().map(({ id, name }) => [id, name]));
  const places = new Map([...statuses].reverse().map(({ name }) => [foldStatus(name), statuses.findIndex((status) => foldStatus(status.name) === foldStatus(name))]));
  const counts = new Map<string, { readonly name: string; readonly place: number; count: number }>();
  for (const { status, statusId } of rows) {
    const word = names.get(statusId ?? '') ?? status;
    const place = word === null ? undefined : places.get(foldStatus(word));
    const key = word === null ? '' : `word ${foldStatus(word)}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { name: statuses[place ?? -1]?.name ?? word ?? 'No status', place: place ?? (word === null ? Infinity : statuses.length), count: 1 });
  }
  return [...counts.values()].sort((a, b) => (a.place === b.place ? 0 : a.place - b.place)).map(({ name, place, count }) => ({ name, count, color: statuses[place]?.color ?? 'gray' }));
}

export interface PlanBar extends Progress {
  /** Phases with checks, in the order of the plan. */
  readonly phases: readonly Progress[];
}

/** Checks of each plan that has any. */
export function planBars(plans: readonly RollupRow[]): PlanBar[] {
  return plans.flatMap(({ text, checks, phases = [] }) => (checks && checks.total > 0 ? [{ name: text, ...checks, phases }] : []));
}

export const EFFORT_CLASSES = ['≤ 2 h', '≤ 1 day', '≤ 3 days', 'more', 'unknown'] as const;
/** Hours up to which an effort counts to each class. */
const LIMITS = [2, 8, 24, Infinity];

export interface PriorityMatrix {
  /** Names of the ranks that occur, the most urgent first. */
  readonly ranks: readonly string[];
  /** Counts by rank, then by `EFFORT_CLASSES`. */
  readonly counts: readonly (readonly number[])[];
}

/** Rows of priority tables by how urgent and how long they are. */
export function priorityMatrix(rows: readonly RollupRow[]): PriorityMatrix {
  const counts = new Map<number, number[]>();
  for (const { rank = UNKNOWN_RANK, hours = null } of rows) {
    const effort = hours === null ? LIMITS.length : LIMITS.findIndex((limit) => hours <= limit);
    const line = counts.get(rank) ?? EFFORT_CLASSES.map(() => 0);
    line[effort] = (line[effort] ?? 0) + 1;
    counts.set(rank, line);
  }
  const ranks = [...counts.keys()].sort((a, b) => a - b);
  return { ranks: ranks.map(rankTitle), counts: ranks.map((rank) => counts.get(rank) ?? []) };
}

export interface BurnUpDay {
  /** 'YYYY-MM-DD'. */
  readonly date: string;
  /** Moves up to and on this day, and of them those to a status that is done. */
  readonly moves: number;
  readonly done: number;
}

/** Moves that the change logs tell of, summed up day by day; days without one are left out. */
export function burnUp(entries: readonly RollupRow[], workflow: Workflow): BurnUpDay[] {
  const days = new Map<string, { moves: number; done: number }>();
  for (const { text, date = '' } of entries) {
    const day = parseCalendarDate(date);
    const move = day === null ? null : readLoggedMove(text, workflow);
    if (day === null || !move) continue;
    const isDone = workflow.statuses.some(({ id, group }) => id === move.to.status && group === 'done');
    const { moves, done } = days.get(day) ?? { moves: 0, done: 0 };
    days.set(day, { moves: moves + 1, done: done + (isDone ? 1 : 0) });
  }
  const sum = { moves: 0, done: 0 };
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([date, { moves, done }]) => ({ date, moves: (sum.moves += moves), done: (sum.done += done) }));
}
