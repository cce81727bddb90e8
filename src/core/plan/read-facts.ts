/**
 * What the smaller lenses show of a plan – questions, risks, requirements, phases, log entries – all in one shape, so
 * that they can be kept, filtered and sorted alike. Lines count from 0.
 */
import { parseCalendarDate } from '../date/calendar-date';
import { plainText } from '../markdown/inline';
import { findSectionEntry } from './header-entry';
import type { PlanReading } from './parse-plan';
import type { Task } from './plan';
import { readDetails } from './read-details';
import { headOf } from './read-status';
import type { Requirement } from './read-requirements';

/** In the order in which `PlanFacts` has them. */
export const FACT_KINDS = ['question', 'risk', 'requirement', 'phase', 'log'] as const;
export type FactKind = (typeof FACT_KINDS)[number];

export interface PlanFact {
  readonly kind: FactKind;
  readonly line: number;
  /** Without Markdown marks. */
  readonly text: string;
  readonly state: 'open' | 'done' | 'dropped';
  /** The character in the box; '' for what has none. */
  readonly mark: string;
  /**
   * Risk: likelihood, impact, mitigation. Requirement: id, level ("must"). Phase: name ("Phase 2"). Log: date
   * ('YYYY-MM-DD' where it can be read), author.
   */
  readonly notes: readonly (string | null)[];
  /** Risk: likelihood × impact, 0 for unknown. Requirement: checks that name it, −1 without an id. */
  readonly numbers: readonly number[];
}

export interface PlanFacts {
  /** Who answers for the plan, as written. */
  readonly owner: string | null;
  /** The property `plan-id` or `id`. */
  readonly planId: string | null;
  /** The last day that the plan's header or log names; null for none. */
  readonly touched: string | null;
  /** By kind, then in text order. */
  readonly facts: readonly PlanFact[];
}

const OWNER_KEYS = ['owner', 'author', 'assignee', 'lead', 'autor', 'autorin', 'verantwortlich'];
const TOUCHED_KEYS = ['updated', 'last-updated', 'last_updated', 'last updated', 'modified', 'date'];
const ID_KEYS = ['plan-id', 'id'];
const NONE = { mark: '', notes: [], numbers: [] } as const;

export function readFacts(plan: PlanReading): PlanFacts {
  const log = logFacts(plan);
  const dates = [headerValue(plan, TOUCHED_KEYS), ...log.map(({ notes }) => notes[0])].flatMap((date) => parseCalendarDate(date ?? '') ?? []);
  const { questions, risks, requirements, phases } = readDetails(plan);
  const boxes = new Map(plan.tasks.filter(({ kind }) => kind === 'question').map(({ line, mark }) => [line, mark]));
  const facts: PlanFact[] = [
    ...questions.map(({ line, text, isResolved }) => ({ ...NONE, kind: 'question' as const, line, text, state: isResolved ? ('done' as const) : ('open' as const), mark: boxes.get(line) ?? '' })),
    ...risks.map(({ line, text, likelihood, impact, mitigation, score }) => ({ ...NONE, kind: 'risk' as const, line, text, state: 'open' as const, notes: [likelihood, impact, mitigation], numbers: [score ?? 0] })),
    ...requirementFacts(requirements, plan.tasks),
    ...phases.map(({ line, name, title }) => ({ ...NONE, kind: 'phase' as const, line, text: title === '' ? name : title, state: 'open' as const, notes: [name] })),
    ...log,
  ];
  return { owner: headerValue(plan, OWNER_KEYS), planId: propertyValue(plan, ID_KEYS), touched: dates.sort().at(-1) ?? null, facts };
}

/** A requirement is met when every check that names its id is ticked, and there is one. */
function requirementFacts(requirements: readonly Requirement[], tasks: readonly Task[]): PlanFact[] {
  const named = requirements.some(({ id }) => id !== null) ? checksById(tasks) : new Map<string, Task[]>();
  return requirements.map(({ id, level, text, line }) => {
    const checks = id === null ? [] : (named.get(id.toLowerCase()) ?? []);
    const isMet = checks.length > 0 && checks.every(({ state }) => state !== 'open');
    return { kind: 'requirement', line, text, state: isMet ? 'done' : 'open', mark: '', notes: [id, level], numbers: [id === null ? -1 : checks.length] };
  });
}

/** Words that look like an id. Matches "REQ-1", "FR003", "2.1"; not "Login". */
const ID_WORD = /[A-Za-z]{1,4}(?:-[A-Za-z]{1,8})?-?\d{1,4}[a-z]?|\d{1,3}(?:\.\d{1,3})+/g;

function checksById(tasks: readonly Task[]): Map<string, Task[]> {
  const found = new Map<string, Task[]>();
  for (const task of tasks) {
    if (task.kind !== 'verification' || task.state === 'dropped') continue;
    for (const word of new Set(task.text.toLowerCase().match(ID_WORD) ?? [])) found.set(word, [...(found.get(word) ?? []), task]);
  }
  return found;
}

function logFacts({ changeLog }: PlanReading): PlanFact[] {
  return (changeLog?.entries ?? []).map(({ line, date, author, change }) => ({ ...NONE, kind: 'log', line, text: plainText(change), state: 'open', notes: [parseCalendarDate(date) ?? date, author] }));
}

/** A property, else an entry of the document's head. What is still a slot is none. */
function headerValue(plan: PlanReading, keys: readonly string[]): string | null {
  const property = propertyValue(plan, keys);
  if (property !== null) return property;
  for (const section of headOf(plan.outline)) {
    const range = findSectionEntry(plan.blocks, section, keys);
    const value = range ? plainText(plan.blocks.text.slice(range.from, range.to)) : '';
    if (value !== '' && !/^[[{]/.test(value)) return value;
  }
  return null;
}

function propertyValue({ frontmatter }: PlanReading, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = frontmatter?.properties.get(key)?.value;
    const text = (typeof value === 'string' ? value : (value ?? []).join(', ')).trim();
    if (text !== '' && !/^\[[^[]/.test(text)) return plainText(text);
  }
  return null;
}
