/** Whether an item passes the terms of a query. */
import { foldStatus } from '../status/workflow';
import { type ItemRef, type Lens, stateOf } from './lens';
import type { QueryTerm } from './query-language';

const ALL_STATES = ['open', 'done', 'dropped'];

/** A test for the items of `lens`; open ones only, unless an `is:` term says otherwise. */
export function itemFilter(terms: readonly QueryTerm[], lens: Lens): (item: ItemRef) => boolean {
  const states = wantedStates(terms);
  const others = terms.filter(({ key }) => key !== 'is').map((term) => ({ ...term, pattern: new RegExp(escaped(term.value), 'iu') }));
  return (item) => (lens === 'plans' || states.has(stateOf(item, lens))) && others.every((term) => holds(item, lens, term) !== term.isNegated);
}

/** A term with its word as a pattern: searching without case by pattern makes no copy of each text. */
type Term = QueryTerm & { readonly pattern: RegExp };

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`);
}

function wantedStates(terms: readonly QueryTerm[]): ReadonlySet<string> {
  const named = (isNegated: boolean): string[] =>
    terms.filter((term) => term.key === 'is' && term.isNegated === isNegated).flatMap(({ value }) => (value === 'any' ? ALL_STATES : [value]));
  const unwanted = named(true);
  const wanted = named(false);
  const base = wanted.length > 0 ? wanted : unwanted.length > 0 ? ALL_STATES : ['open'];
  return new Set(base.filter((state) => !unwanted.includes(state)));
}

function holds(item: ItemRef, lens: Lens, term: Term): boolean {
  const { note } = item;
  const { key, value, pattern } = term;
  if (key === 'path') return pattern.test(note.path);
  if (key === 'plan') return pattern.test(note.title);
  if (key === 'status') return [note.status, note.statusText].some((status) => foldStatus(status ?? '') === foldStatus(value));
  if (key === null && pattern.test(note.title)) return true;
  switch (lens) {
    case 'plans':
      return false;
    case 'priorities':
      return holdsRow(item, term);
    case 'verification':
    case 'questions':
      return holdsTask(item, term);
  }
}

function holdsRow({ note, at }: ItemRef, { key, pattern }: Term): boolean {
  const row = note.row(at);
  const isIn = (text: string | null): boolean => text !== null && pattern.test(text);
  if (key === 'priority') return isIn(row.priority);
  if (key === 'section') return row.section.some(isIn);
  return key === null && [row.title, row.detail, row.when].some(isIn);
}

function holdsTask({ note, at }: ItemRef, { key, value, pattern }: Term): boolean {
  if (key === null) return pattern.test(note.taskText(at)) || pattern.test(note.taskLabel(at) ?? '');
  const task = note.task(at);
  if (key === 'class') return task.verification === value;
  if (key === 'phase') return task.phase !== null && [task.phase.toLowerCase(), task.phase.split(' ')[1]?.toLowerCase()].includes(value);
  return key === 'section' && task.section.some((title) => pattern.test(title));
}
