/**
 * A plan's move to another status as one edit: the status wherever the document states it, the updated date where it
 * has one, and the change-log entry. All or nothing: what would not read back as meant is refused as a whole.
 */
import { parseCalendarDate } from '../date/calendar-date';
import { findSectionEntry } from '../plan/header-entry';
import { type PlanReading, readPlan } from '../plan/parse-plan';
import type { StatusSource } from '../plan/plan';
import { DEFAULT_WORDS, type PlanWords } from '../plan/plan-words';
import { headOf } from '../plan/read-status';
import { DEFAULT_WORKFLOW, findStatus, foldStatus, type StatusDefinition, type Workflow } from '../status/workflow';
import { type EditResult, edited, refused } from '../text/edit-result';
import { applyChanges, type TextChange } from '../text/text-change';
import { draftLogEntry, hasNewEntry, NOT_READ } from './edit-change-log';
import { setProperty } from './edit-frontmatter';

export interface TransitionRequest {
  /** Status to move to, by id, name or alias. */
  readonly to: string;
  /** 'YYYY-MM-DD'. */
  readonly date: string;
  readonly author: string;
  /** What the log says beyond the move itself. */
  readonly note?: string;
  /** Status that the plan had when the user decided; another one now is a refusal. */
  readonly expect?: string;
}

/** What is longer is prose that a move must not delete. */
const LONGEST_WORD = 60;

/** Properties and header keys for the day of the last change. */
const UPDATED_KEYS = ['updated', 'last-updated', 'last_updated', 'lastupdated', 'last updated'];

/** The whole move. No changes when the plan says so everywhere already. */
export function transition(text: string, request: TransitionRequest, workflow: Workflow = DEFAULT_WORKFLOW, words: PlanWords = DEFAULT_WORDS): EditResult {
  return movePlan(readPlan(text, { workflow, words }), request);
}

/** As `transition`, of a plan that has been read already, by the workflow it was read by. */
export function movePlan(plan: PlanReading, request: TransitionRequest): EditResult {
  const { workflow, words } = plan;
  const { text } = plan.blocks;
  const to = findStatus(workflow, request.to);
  if (!to) return refused('status-unknown', `The workflow has no status “${request.to}”. It has: ${workflow.statuses.map(({ name }) => name).join(', ')}.`);
  if (parseCalendarDate(request.date) !== request.date) return refused('date-invalid', `“${request.date}” is not a date of the form YYYY-MM-DD.`);
  if (plan.diagnostics.some(({ code }) => code === 'frontmatter-unclosed')) return refused('frontmatter-unclosed', 'The frontmatter opened with “---” is never closed. Close it with a line “---”, then try again.');
  const stale = expectation(plan, request.expect, workflow);
  if (stale) return stale;
  if (saysEverywhere(plan, to)) return edited();
  const entry = logEntry(plan, to, request);
  const logged = draftLogEntry(text, plan, entry);
  const parts = [statusChanges(text, plan, to), updatedChanges(text, plan, request.date), logged];
  const changes: TextChange[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    changes.push(...part.changes);
  }
  const after = readPlan(applyChanges(text, changes), { workflow, words });
  if (!saysEverywhere(after, to)) return refused('status-not-replaceable', 'The status is written in a way that can\'t be replaced safely. Change it by hand.');
  const isLogged = logged.ok && (logged.changes.length === 0 || hasNewEntry(after, plan, entry));
  return isLogged ? { ok: true, changes } : NOT_READ;
}

/** What the log says of a move: "Status: Draft → In Review". */
export function describeMove(from: string | null, to: string, note = ''): string {
  return `Status: ${from === null || from === '' ? '' : `${from} → `}${to}${note.trim() === '' ? '' : ` — ${note.trim()}`}`;
}

function expectation(plan: PlanReading, expected: string | undefined, workflow: Workflow): (EditResult & { readonly ok: false }) | null {
  if (expected === undefined) return null;
  const meaning = (word: string): string => findStatus(workflow, word)?.id ?? foldStatus(word);
  const current = plan.status?.raw ?? '';
  if (meaning(current) === meaning(expected)) return null;
  return refused('status-changed', `The plan's status was “${expected === '' ? 'not set' : expected}” and is “${current === '' ? 'not set' : current}” now. Look at it again before you move it.`);
}

function statusChanges(text: string, plan: PlanReading, to: StatusDefinition): EditResult {
  const fixed = plan.statusSources.find(({ kind, raw, status, isReplaceable }) => kind !== 'property' && (!isReplaceable || (status === null && raw.length > LONGEST_WORD)));
  if (fixed) return refused('status-not-replaceable', `The status is no single word, but “${fixed.raw.slice(0, LONGEST_WORD)}”. Replace it with a word by hand, then try again.`);
  const changes: TextChange[] = plan.statusSources
    .filter((source) => source.kind !== 'property' && source.status !== to.id)
    .map((source) => ({ from: source.from, to: source.to, insert: needsBlank(text, source) + to.name }));
  const hasProperty = plan.frontmatter?.properties.has('status') ?? false;
  if (hasProperty || plan.statusSources.length === 0) {
    const property = setProperty(text, 'status', to.name);
    if (!property.ok) return property;
    changes.push(...property.changes);
  }
  return { ok: true, changes };
}

/** `**Status:**` with nothing behind it: a blank goes before the word. */
function needsBlank(text: string, { from, to }: StatusSource): string {
  return from === to && /[:*_：]/.test(text.charAt(from - 1)) ? ' ' : '';
}

function updatedChanges(text: string, plan: PlanReading, date: string): EditResult {
  const changes: TextChange[] = [];
  const key = UPDATED_KEYS.find((candidate) => plan.frontmatter?.properties.has(candidate));
  if (key !== undefined) {
    const property = setProperty(text, plan.frontmatter?.properties.get(key)?.key ?? key, date);
    if (!property.ok) return property;
    changes.push(...property.changes);
  }
  for (const section of headOf(plan.outline)) {
    const entry = findSectionEntry(plan.blocks, section, UPDATED_KEYS);
    if (!entry) continue;
    const isDate = parseCalendarDate(text.slice(entry.from, entry.to)) !== null || text.slice(entry.from, entry.to) === 'YYYY-MM-DD';
    if (isDate && text.slice(entry.from, entry.to) !== date) changes.push({ ...entry, insert: date });
    break;
  }
  return { ok: true, changes };
}

function logEntry(plan: PlanReading, to: StatusDefinition, request: TransitionRequest): { date: string; author: string; change: string } {
  return { date: request.date, author: request.author, change: describeMove(plan.status?.raw ?? null, to.name, request.note) };
}

function saysEverywhere({ status, statusSources }: PlanReading, to: StatusDefinition): boolean {
  return status?.status === to.id && !status.conflict && statusSources.every((source) => source.status === to.id);
}
