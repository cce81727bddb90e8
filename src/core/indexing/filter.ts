/**
 * Which items pass a query. A note is asked first: what its path, title or status decides is decided for all its
 * items, and a word that none of its texts holds is looked for in no item.
 */
import { parseCalendarDate } from '../date/calendar-date';
import { priorityRank, UNKNOWN_RANK } from '../plan/priority-rank';
import { foldStatus } from '../status/workflow';
import type { IndexedNote } from './indexed-note';
import { isOfNote, isOrphan, isStale, numberOf, type QueryContext, textsOf, wordsOf } from './item-values';
import { formOf, type Lens, stateOf } from './lens';
import { type ItemState, STATES } from './note-record';
import { type Operator, type ParsedQuery, type QueryNode, type QueryTerm, STATE_WORDS } from './query-language';

/** Those of a note's `items` (ascending) that pass. */
export type ItemFilter = (note: IndexedNote, items: readonly number[]) => readonly number[];

type Asked = Pick<ParsedQuery, 'terms' | 'groups'>;

/** A filter for the items of `lens` that are in one of the `wantedStates`. */
export function itemFilter({ terms, groups }: Asked, lens: Lens, context: QueryContext): ItemFilter {
  const others = terms.filter((term) => !isStateTerm(term)).map((term) => prepared(term, context));
  const nested = groups.map((group) => itemTest(group, lens, context));
  return (note, items) => {
    const undecided: Term[] = [];
    for (const term of others) {
      const answer = holdsForAll(note, term, lens);
      if (answer === null) undecided.push(term);
      else if (answer === term.isNegated) return NONE;
    }
    const left = undecided.reduce((some, term) => narrowed(note, some, { lens, term }), items);
    return nested.length === 0 ? left : left.filter((item) => nested.every((holds) => holds(note, item)));
  };
}

/** The states that pass, in a fixed order; open alone, or every state of a plan or log entry, unless an `is:` term says otherwise. */
export function wantedStates({ terms, groups }: Asked, lens: Lens): readonly ItemState[] {
  const named = (isNegated: boolean): string[] =>
    terms.filter((term) => isStateTerm(term) && term.isNegated === isNegated).flatMap(({ value }) => (value === 'any' ? STATES : [value]));
  const unwanted = named(true);
  const wanted = named(false);
  const showsAll = lens === 'plans' || lens === 'activity' || unwanted.length > 0 || groups.some(mentionsState);
  const base: readonly string[] = wanted.length > 0 ? wanted : showsAll ? STATES : ['open'];
  return STATES.filter((state) => base.includes(state) && !unwanted.includes(state));
}

const NONE: readonly number[] = [];

/** `is:done`; `is:stale` is no state. */
function isStateTerm({ key, value }: QueryTerm): boolean {
  return key === 'is' && STATE_WORDS.some((word) => word === value);
}

function mentionsState(node: QueryNode): boolean {
  return node.kind === 'term' ? isStateTerm(node) : node.parts.some(mentionsState);
}

/** A term with its word as a pattern: searching without case by pattern makes no copy of each text. */
interface Term extends QueryTerm {
  readonly pattern: RegExp;
  readonly context: QueryContext;
}

function prepared(term: QueryTerm, context: QueryContext): Term {
  return { ...term, context, pattern: new RegExp(escaped(term.typed), 'giu') };
}

function escaped(word: string): string {
  // A blank stands for any: texts hold no-break ones.
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`).replace(/ /g, '\\s');
}

function occursIn(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(text);
}

/** Whether the term holds for every item of the note, or for none; null when the items differ. */
function holdsForAll(note: IndexedNote, term: Term, lens: Lens): boolean | null {
  const { key, pattern, value } = term;
  if (key === 'is' && value === 'stale') return isStale(note, term.context);
  if (key !== null) return isOfNote(key) ? holdsFor(note, 0, { lens, term }) : lens === 'plans' && key !== 'id' ? false : null;
  if (occursIn(pattern, note.title)) return true;
  if (lens === 'plans') return false;
  const form = formOf(note, lens);
  return (form === 'task' || form === 'row') && !occursIn(pattern, note.allTexts) ? false : null;
}

function narrowed(note: IndexedNote, items: readonly number[], { lens, term }: { lens: Lens; term: Term }): readonly number[] {
  if (term.key === null && formOf(note, lens) === 'task') return withWord(note, items, term);
  return items.filter((item) => holdsFor(note, item, { lens, term }) !== term.isNegated);
}

/** The word is searched for once from task to task, in the string that holds all texts of the note. */
function withWord(note: IndexedNote, tasks: readonly number[], { pattern, typed, isNegated }: Term): readonly number[] {
  const found: number[] = [];
  let matchTo = 0;
  let label: number | null = null;
  let isInLabel = false;
  for (const task of tasks) {
    const from = note.textFrom(task);
    if (matchTo - typed.length < from) {
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

/** One item, one term; whether the term is negated does not count. */
function holdsFor(note: IndexedNote, item: number, { lens, term }: { lens: Lens; term: Term }): boolean {
  const { key, operator, value, pattern, context } = term;
  if (key === null) return wordsOf(note, item, lens).some((text) => typeof text === 'string' && occursIn(pattern, text));
  if (key === 'is') return value === 'stale' ? isStale(note, context) : isOrphan(note, item, lens);
  const number = numberOf(note, item, { lens, key, context });
  const wanted = key === 'priority' ? rankOf(value) : Number(value);
  if (operator !== null && !Number.isNaN(wanted)) {
    // Of ranks the first is the highest: "at least High" is High and what comes before it.
    return number !== null && (key === 'priority' ? compare(wanted, number, operator) : compare(number, wanted, operator));
  }
  if (key === 'priority' && number !== null && number < UNKNOWN_RANK && number === rankOf(value)) return true;
  if (operator === null && number !== null && number === wanted && key !== 'priority') return true;
  return textsOf(note, item, { lens, key }).some((text) => typeof text === 'string' && holdsText(text, term));
}

function holdsText(text: string, { key, value, pattern, operator }: Term): boolean {
  if (key === 'status') return foldStatus(text) === foldStatus(value);
  if (key === 'class' || key === 'level' || key === 'severity') return text.toLowerCase() === value;
  if (key === 'phase') return [text.toLowerCase(), text.split(' ')[1]?.toLowerCase()].includes(value);
  if (key === 'folder') return `${text}/`.toLowerCase().startsWith(`${value.replace(/\/+$/, '')}/`);
  if (key === 'date') return operator === null ? text.startsWith(value) : parseCalendarDate(text) !== null && compare(text.slice(0, value.length), value, operator);
  return occursIn(pattern, text);
}

/** Rank of a priority word; NaN for none. */
function rankOf(word: string): number {
  const rank = priorityRank(word);
  return rank === UNKNOWN_RANK ? NaN : rank;
}

function compare<T extends number | string>(a: T, b: T, operator: Operator): boolean {
  switch (operator) {
    case '>':
      return a > b;
    case '<':
      return a < b;
    case '>=':
      return a >= b;
    case '<=':
      return a <= b;
    case '=':
      return a === b;
  }
}

/** Whether one item holds a nested part of the query. */
function itemTest(node: QueryNode, lens: Lens, context: QueryContext): (note: IndexedNote, item: number) => boolean {
  if (node.kind !== 'term') {
    const parts = node.parts.map((part) => itemTest(part, lens, context));
    const { kind, isNegated } = node;
    return (note, item) => (kind === 'all' ? parts.every((holds) => holds(note, item)) : parts.some((holds) => holds(note, item))) !== isNegated;
  }
  const term = prepared(node, context);
  if (isStateTerm(term)) return (note, item) => (term.value === 'any' || stateOf(note, item, lens) === term.value) !== term.isNegated;
  return (note, item) => (holdsForAll(note, term, lens) ?? holdsFor(note, item, { lens, term })) !== term.isNegated;
}
