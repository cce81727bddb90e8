/**
 * The keys of the query language, the lenses that have values for each, and what may stand behind one: a word of a
 * closed list, or something that can be less or more. What else stands there is said in words.
 */
import { DRIFT_NAMES, DRIFTS, SEVERITIES } from '../check/drift';
import { parseCalendarDate } from '../date/calendar-date';
import { effortHours } from '../plan/effort-hours';
import { impactRank, priorityRank, UNKNOWN_RANK } from '../plan/priority-rank';
import { VERIFICATION_CLASSES } from '../plan/vocabulary';
import type { Lens } from './lens';

/** What each key is looked up in; the pane tells it while the user types. */
export const QUERY_KEYS = {
  status: 'The plan’s status',
  is: 'open, done, dropped, any, stale, orphan, ignored',
  class: 'Class of a check: manual, automated, …',
  priority: 'A word of the cell, or a rank: high, P1, >=P2',
  phase: 'Number or name of the phase',
  section: 'A word of a heading above',
  plan: 'A word of the plan’s title',
  path: 'A part of the path',
  folder: 'The folder, with those in it',
  owner: 'Who answers for the plan',
  effort: 'A word of the cell, or hours: >4, <=2d',
  impact: 'A word of the cell, or a rank: high, >=medium',
  when: 'A word of the cell, or a day: <2026-12-31',
  id: 'Id of a requirement or plan',
  level: 'must, should, may',
  severity: 'Weight of a contradiction: error, warning, info',
  kind: 'Kind of a contradiction: open-items, stale, …',
  score: 'Likelihood × impact: >=6',
  date: 'Day of a log entry: 2026-03, >=2026-01-31',
  author: 'Who wrote a log entry',
  age: 'Days without a change: >30',
  progress: 'Ticked checks of the plan in percent: <50',
} as const;
export type QueryKey = keyof typeof QUERY_KEYS;

export const STATE_WORDS = ['open', 'done', 'dropped', 'any'] as const;
/** What a contradiction is called that is dropped. */
export const IGNORED = 'ignored';
/** `is:` takes these too; they say more of an item than its state. */
export const TRAIT_WORDS = ['stale', 'orphan'] as const;
export const OPERATORS = ['>=', '<=', '>', '<', '='] as const;
export type Operator = (typeof OPERATORS)[number];

/** Keys that take one of a few words. */
export const CLOSED_LISTS = {
  is: [...STATE_WORDS, ...TRAIT_WORDS, IGNORED],
  class: [...VERIFICATION_CLASSES.map(([name]) => name), 'other'],
  level: ['must', 'must not', 'should', 'should not', 'may'],
  severity: SEVERITIES,
  kind: DRIFTS,
} as const satisfies Partial<Record<QueryKey, readonly string[]>>;

/** Keys that stand for something that can be less or more, with what they are compared with. */
const COMPARED: Readonly<Partial<Record<QueryKey, string>>> = {
  priority: 'a rank, such as high or P1',
  effort: 'hours or an effort, such as 4, 2d or "1 week"',
  impact: 'a rank, such as high',
  when: 'a day, such as 2026-12-31',
  score: 'a number, such as 6',
  date: 'a day, such as 2026-12-31',
  age: 'a number of days, such as 30',
  progress: 'percent, such as 50',
};

export function isCompared(key: QueryKey): boolean {
  return COMPARED[key] !== undefined;
}

/** Keys that each lens has values for, besides those that every note has. */
const OF_LENS: Readonly<Record<Lens, readonly QueryKey[]>> = {
  plans: ['id'],
  priorities: ['priority', 'effort', 'impact', 'when', 'section'],
  verification: ['class', 'phase', 'section'],
  questions: [],
  risks: ['impact', 'score'],
  requirements: ['id', 'level'],
  drift: ['severity', 'kind'],
  activity: ['date', 'author'],
};
const OF_SOME_LENS = new Set(Object.values(OF_LENS).flat());

/** The key finds nothing there, whatever is asked for. */
export function isOutsideLens(key: QueryKey, lens: Lens): boolean {
  return OF_SOME_LENS.has(key) && !OF_LENS[lens].includes(key);
}

/** What is wrong with a value, in lower case, behind a key and an operator; null for nothing. */
export function valueProblem(key: QueryKey, operator: Operator | null, value: string): string | null {
  const isBare = operator === null || operator === '=';
  const words: readonly string[] | undefined = (CLOSED_LISTS as Partial<Record<QueryKey, readonly string[]>>)[key];
  if (words) return isBare && isOfList(key, words, value) ? null : `“${key}:” takes ${words.join(', ')}.`;
  if (isBare) return null;
  const example = COMPARED[key];
  if (example === undefined) return `“${key}:” can’t be more or less than something. ${Object.keys(COMPARED).join(', ')} can.`;
  return dayMeant(key, value) !== null || !Number.isNaN(numberMeant(key, value)) ? null : `“${key}:${operator}” compares with ${example}.`;
}

/** A kind may be named by a part of what it is called. */
function isOfList(key: QueryKey, words: readonly string[], value: string): boolean {
  return words.includes(value) || (key === 'kind' && DRIFTS.some((code) => code.includes(value) || DRIFT_NAMES[code].toLowerCase().includes(value)));
}

/** What the value means as a number: a rank, hours, days, percent; NaN where it is none. */
export function numberMeant(key: QueryKey, value: string): number {
  if (key === 'priority') return known(priorityRank(value));
  if (key === 'impact') return known(impactRank(value));
  if (key === 'when' || key === 'date') return NaN;
  const number = Number(value.replace(/%$/, ''));
  return key === 'effort' && Number.isNaN(number) ? (effortHours(value) ?? NaN) : number;
}

function known(rank: number): number {
  return rank === UNKNOWN_RANK ? NaN : rank;
}

/** A year or month, or a day that is still being typed. Matches "2026-1", "2026-12-"; not "12", "2026-13". */
const START_OF_DAY = /^\d{4}(?:-(?:[01]|(?:0[1-9]|1[0-2])(?:-[0-3]?)?)?)?$/;

/** The day, month or year that days are compared with, as their start; null for none, and for keys that have no days. */
export function dayMeant(key: QueryKey, value: string): string | null {
  if (key !== 'when' && key !== 'date') return null;
  return parseCalendarDate(value) ?? (START_OF_DAY.test(value) ? value : null);
}
