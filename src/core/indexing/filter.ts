/** Whether an item passes the terms of a query. */
import { foldStatus } from '../status/workflow';
import { type ItemRef, type Lens, stateOf } from './lens';
import type { QueryTerm } from './query-language';

const ALL_STATES = ['open', 'done', 'dropped'];

/** A test for the items of `lens`; open ones only, unless an `is:` term says otherwise. */
export function itemFilter(terms: readonly QueryTerm[], lens: Lens): (item: ItemRef) => boolean {
  const states = wantedStates(terms);
  const others = terms.filter(({ key }) => key !== 'is');
  return (item) => (lens === 'plans' || states.has(stateOf(item, lens))) && others.every((term) => holds(item, lens, term) !== term.isNegated);
}

function wantedStates(terms: readonly QueryTerm[]): ReadonlySet<string> {
  const named = (isNegated: boolean): string[] =>
    terms.filter((term) => term.key === 'is' && term.isNegated === isNegated).flatMap(({ value }) => (value === 'any' ? ALL_STATES : [value]));
  const unwanted = named(true);
  const wanted = named(false);
  const base = wanted.length > 0 ? wanted : unwanted.length > 0 ? ALL_STATES : ['open'];
  return new Set(base.filter((state) => !unwanted.includes(state)));
}

function holds(item: ItemRef, lens: Lens, { key, value }: QueryTerm): boolean {
  const { note } = item;
  if (key === 'path') return includes(note.path, value);
  if (key === 'plan') return includes(note.title, value);
  if (key === 'status') return [note.status, note.statusText].some((status) => foldStatus(status ?? '') === foldStatus(value));
  if (key === null && includes(note.title, value)) return true;
  switch (lens) {
    case 'plans':
      return false;
    case 'priorities':
      return holdsRow(item, key, value);
    case 'verification':
    case 'questions':
      return holdsTask(item, key, value);
  }
}

function holdsRow({ note, at }: ItemRef, key: QueryTerm['key'], value: string): boolean {
  const row = note.row(at);
  if (key === 'priority') return includes(row.priority, value);
  if (key === 'section') return row.section.some((title) => includes(title, value));
  return key === null && [row.title, row.detail, row.when].some((text) => includes(text, value));
}

function holdsTask({ note, at }: ItemRef, key: QueryTerm['key'], value: string): boolean {
  const task = note.task(at);
  if (key === 'class') return task.verification === value;
  if (key === 'phase') return task.phase !== null && [task.phase.toLowerCase(), task.phase.split(' ')[1]?.toLowerCase()].includes(value);
  if (key === 'section') return task.section.some((title) => includes(title, value));
  return key === null && (includes(task.text, value) || includes(task.label, value));
}

function includes(text: string | null, value: string): boolean {
  return text?.toLowerCase().includes(value) ?? false;
}
