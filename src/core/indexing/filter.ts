/**
 * Which items pass the terms of a query. A note is asked first: what its path, title or status decides is decided for
 * all its items, and a word that none of its texts holds is looked for in no item.
 */
import { foldStatus } from '../status/workflow';
import type { IndexedNote } from './indexed-note';
import type { Lens } from './lens';
import { type ItemState, STATES } from './note-record';
import type { QueryTerm } from './query-language';

/** Those of a note's `items` (ascending) that pass. */
export type ItemFilter = (note: IndexedNote, items: readonly number[]) => readonly number[];

/** A filter for the items of `lens` that are in one of the `wantedStates`. */
export function itemFilter(terms: readonly QueryTerm[], lens: Lens): ItemFilter {
  const others = terms.filter(({ key }) => key !== 'is').map((term) => ({ ...term, pattern: new RegExp(escaped(term.value), 'giu') }));
  return (note, items) => {
    const undecided: Term[] = [];
    for (const term of others) {
      const answer = holdsForAll(note, term, lens);
      if (answer === null) undecided.push(term);
      else if (answer === term.isNegated) return NONE;
    }
    return undecided.reduce((left, term) => narrowed(note, left, { lens, term }), items);
  };
}

/** The states that pass, in a fixed order; open alone, unless an `is:` term says otherwise. */
export function wantedStates(terms: readonly QueryTerm[]): readonly ItemState[] {
  const named = (isNegated: boolean): string[] =>
    terms.filter((term) => term.key === 'is' && term.isNegated === isNegated).flatMap(({ value }) => (value === 'any' ? STATES : [value]));
  const unwanted = named(true);
  const wanted = named(false);
  const base: readonly string[] = wanted.length > 0 ? wanted : unwanted.length > 0 ? STATES : ['open'];
  return STATES.filter((state) => base.includes(state) && !unwanted.includes(state));
}

const NONE: readonly number[] = [];

/** A term with its word as a pattern: searching without case by pattern makes no copy of each text. */
type Term = QueryTerm & { readonly pattern: RegExp };

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`);
}

function occursIn(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

/** Whether the term holds for every item of the note, or for none; null when the items differ. */
function holdsForAll(note: IndexedNote, { key, value, pattern }: Term, lens: Lens): boolean | null {
  if (key === 'path') return occursIn(pattern, note.path);
  if (key === 'plan') return occursIn(pattern, note.title);
  if (key === 'status') return [note.status, note.statusText].some((status) => foldStatus(status ?? '') === foldStatus(value));
  if (key === null && occursIn(pattern, note.title)) return true;
  return lens === 'plans' || (key === null && !occursIn(pattern, note.allTexts)) ? false : null;
}

function narrowed(note: IndexedNote, items: readonly number[], { lens, term }: { lens: Lens; term: Term }): readonly number[] {
  if (lens === 'priorities') return items.filter((row) => holdsRow(note, row, term) !== term.isNegated);
  if (term.key !== null) return items.filter((task) => holdsTask(note, task, term) !== term.isNegated);
  return withWord(note, items, term);
}

/** The word is searched for once from task to task, in the string that holds all texts of the note. */
function withWord(note: IndexedNote, tasks: readonly number[], { pattern, value, isNegated }: Term): readonly number[] {
  const found: number[] = [];
  let matchTo = 0;
  let label: number | null = null;
  let isInLabel = false;
  for (const task of tasks) {
    const from = note.textFrom(task);
    if (matchTo - value.length < from) {
      pattern.lastIndex = from;
      matchTo = pattern.test(note.allTexts) ? pattern.lastIndex : Infinity;
    }
    let holds = matchTo <= from + note.textLength(task);
    if (!holds) {
      const own = note.labelNumber(task);
      if (own !== label) {
        label = own;
        isInLabel = occursIn(pattern, note.taskLabel(task) ?? '');
      }
      holds = isInLabel;
    }
    if (holds !== isNegated) found.push(task);
  }
  return found;
}

function holdsRow(note: IndexedNote, at: number, { key, pattern }: Term): boolean {
  const row = note.row(at);
  const isIn = (text: string | null): boolean => text !== null && occursIn(pattern, text);
  if (key === 'priority') return isIn(row.priority);
  if (key === 'section') return row.section.some(isIn);
  return key === null && [row.title, row.detail, row.when].some(isIn);
}

function holdsTask(note: IndexedNote, at: number, { key, value, pattern }: Term): boolean {
  const task = note.task(at);
  if (key === 'class') return task.verification === value;
  if (key === 'phase') return task.phase !== null && [task.phase.toLowerCase(), task.phase.split(' ')[1]?.toLowerCase()].includes(value);
  return key === 'section' && task.section.some((title) => occursIn(pattern, title));
}
