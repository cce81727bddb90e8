/**
 * Which items pass a query. A note is asked first: what its path, title or status decides is decided for all its
 * items, and a word that none of its texts holds is looked for in no item.
 */
import { parseCalendarDate } from '../date/calendar-date';
import { UNKNOWN_RANK } from '../plan/priority-rank';
import { foldStatus } from '../status/workflow';
import { WordFinder } from '../text/word-finder';
import type { IndexedNote } from './indexed-note';
import { isOfNote, isOrphan, isStale, numberOf, type QueryContext, textsOf, wordsOf } from './item-values';
import { formOf, type Lens, stateOf } from './lens';
import { type ItemState, STATES } from './note-record';
import { dayMeant, numberMeant, type Operator, STATE_WORDS } from './query-keys';
import type { ParsedQuery, QueryNode, QueryTerm } from './query-language';

type ItemTest = (item: number) => boolean;
/** What a note says to a part of the query: it holds for all its items, for none, or each has to be asked. */
export type Verdict = boolean | ItemTest;
type Judge = (note: IndexedNote) => Verdict;

type Asked = Pick<ParsedQuery, 'terms' | 'groups'>;

/** What passes of a note's items of `lens` that are in one of the `wantedStates`. */
export function noteFilter({ terms, groups }: Asked, lens: Lens, context: QueryContext): Judge {
  return judgeOf({ kind: 'all', parts: [...terms.filter((term) => !isStateTerm(term)), ...groups], isNegated: false }, lens, context);
}

/** A part that settles the matter for the note – one that holds among alternatives – leaves no item to be asked. */
function judgeOf(node: QueryNode, lens: Lens, context: QueryContext): Judge {
  if (node.kind === 'term') return isStateTerm(node) ? stateJudge(node, lens) : termJudge(prepared(node, context), lens);
  const judges = node.parts.map((part) => judgeOf(part, lens, context));
  const { isNegated } = node;
  const settles = node.kind === 'any';
  return (note) => {
    const tests: ItemTest[] = [];
    for (const judge of judges) {
      const verdict = judge(note);
      if (verdict === settles) return settles !== isNegated;
      if (typeof verdict !== 'boolean') tests.push(verdict);
    }
    const [first] = tests;
    if (!first) return settles === isNegated;
    // Mostly one word is asked for, of a hundred thousand items: it is asked without a detour.
    if (tests.length === 1) return isNegated ? (item) => !first(item) : first;
    return (item) => (settles ? tests.some((holds) => holds(item)) : tests.every((holds) => holds(item))) !== isNegated;
  };
}

function stateJudge({ value, isNegated }: QueryTerm, lens: Lens): Judge {
  return value === 'any' ? () => !isNegated : (note) => (item) => (stateOf(note, item, lens) === value) !== isNegated;
}

function termJudge(term: Term, lens: Lens): Judge {
  const { key, word, isNegated } = term;
  return (note) => {
    const answer = holdsForAll(note, term, lens);
    if (answer !== null) return answer !== isNegated;
    const holds = key === null && formOf(note, lens) === 'task' ? taskHasWord(note, word) : (item: number) => holdsFor(note, item, { lens, term });
    return isNegated ? (item) => !holds(item) : holds;
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

/** `is:done`; `is:stale` is no state. */
function isStateTerm({ key, value }: QueryTerm): boolean {
  return key === 'is' && STATE_WORDS.some((word) => word === value);
}

function mentionsState(node: QueryNode): boolean {
  return node.kind === 'term' ? isStateTerm(node) : node.parts.some(mentionsState);
}

interface Term extends QueryTerm {
  readonly word: WordFinder;
  /** What the value means as a number, a priority or impact as its rank; NaN where it is none. */
  readonly wanted: number;
  /** The start of the day that days are to be compared with; null where there is no such comparison. */
  readonly day: string | null;
  readonly context: QueryContext;
}

function prepared(term: QueryTerm, context: QueryContext): Term {
  const { key, operator, value } = term;
  // Without an operator "2d" is a word of the effort's cell.
  const wanted = key === null ? NaN : key === 'effort' && operator === null ? Number(value) : numberMeant(key, value);
  return { ...term, context, word: new WordFinder(term.typed), wanted, day: key === null || operator === null ? null : dayMeant(key, value) };
}

/** Whether the term holds for every item of the note, or for none; null when the items differ. */
function holdsForAll(note: IndexedNote, term: Term, lens: Lens): boolean | null {
  const { key, word, value } = term;
  if (key === 'is' && value === 'stale') return isStale(note, term.context);
  if (key !== null) return isOfNote(key) ? holdsFor(note, 0, { lens, term }) : lens === 'plans' && key !== 'id' ? false : null;
  if (word.isIn(note.title)) return true;
  if (lens === 'plans') return false;
  return formOf(note, lens) === 'row' && !word.isIn(note.allTexts) ? false : null;
}

/** The texts are looked into where they stand, in the string that holds all of the note; a label once for all tasks in a row that share it. */
function taskHasWord(note: IndexedNote, word: WordFinder): ItemTest {
  const { allTexts } = note;
  let label: number | null = null;
  let isInLabel = false;
  return (task) => {
    const from = note.textFrom(task);
    if (word.isIn(allTexts, from, from + note.textLength(task))) return true;
    const own = note.labelNumber(task);
    if (own !== label) isInLabel = word.isIn(note.taskLabel(task) ?? '');
    label = own;
    return isInLabel;
  };
}

/** One item, one term; whether the term is negated does not count. */
function holdsFor(note: IndexedNote, item: number, { lens, term }: { lens: Lens; term: Term }): boolean {
  const { key, operator, value, word, wanted, context } = term;
  if (key === null && formOf(note, lens) === 'row') return note.someRowText(item, (all, from, to) => word.isIn(all, from, to));
  if (key === null) return wordsOf(note, item, lens).some((text) => typeof text === 'string' && word.isIn(text));
  if (key === 'is') return value === 'stale' ? isStale(note, context) : isOrphan(note, item, lens);
  const number = numberOf(note, item, { lens, key, context });
  if (operator !== null && !Number.isNaN(wanted)) {
    // Of ranks the first is the highest: "at least High" is High and what comes before it.
    return number !== null && (key === 'priority' || key === 'impact' ? compare(wanted, number, operator) : compare(number, wanted, operator));
  }
  if (number !== null && number === wanted && (key !== 'priority' || number < UNKNOWN_RANK)) return true;
  return textsOf(note, item, { lens, key }).some((text) => typeof text === 'string' && holdsText(text, term));
}

function holdsText(text: string, { key, value, word, operator, day }: Term): boolean {
  if (day !== null && operator !== null) return isOnDay(text, day, operator);
  if (key === 'status') return foldStatus(text) === foldStatus(value);
  if (key === 'class' || key === 'level' || key === 'severity') return text.toLowerCase() === value;
  if (key === 'phase') return [text.toLowerCase(), text.split(' ')[1]?.toLowerCase()].includes(value);
  if (key === 'folder') return `${text}/`.toLowerCase().startsWith(`${value.replace(/\/+$/, '')}/`);
  if (key === 'date') return text.startsWith(value);
  return word.isIn(text);
}

/** What states no day is neither before nor after one. */
function isOnDay(text: string, start: string, operator: Operator): boolean {
  const day = parseCalendarDate(text);
  return day !== null && compare(day.slice(0, start.length), start, operator);
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
