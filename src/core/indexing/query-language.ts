/**
 * The query language of the pane's search box: words that must occur, `key:value` with quotes where the value has
 * blanks, `-` or NOT in front for "not", OR between alternatives, brackets around them.
 * `status:"in progress" (class:manual OR priority:high) -path:archive effort:>4 login`.
 */
import type { Diagnostic } from '../text/diagnostic';

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
  effort: 'A word of the cell, or hours: >4, <=8',
  impact: 'A word of the cell',
  when: 'A word of the cell',
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

const KEYS = Object.keys(QUERY_KEYS) as QueryKey[];
export const STATE_WORDS = ['open', 'done', 'dropped', 'any'] as const;
/** What a contradiction is called that is dropped. */
const IGNORED = 'ignored';
/** `is:` takes these too; they say more of an item than its state. */
export const TRAIT_WORDS = ['stale', 'orphan'] as const;
export const IS_WORDS = [...STATE_WORDS, ...TRAIT_WORDS, IGNORED] as const;
export const OPERATORS = ['>=', '<=', '>', '<', '='] as const;
export type Operator = (typeof OPERATORS)[number];

export interface QueryTerm {
  readonly kind: 'term';
  /** Null for a plain word, which is looked for in the item's text. */
  readonly key: QueryKey | null;
  /** Null where the value is to occur, or to be the one meant. */
  readonly operator: Operator | null;
  /** Lower case, without the operator. */
  readonly value: string;
  /** The same as it was typed: some letters are others in lower case. */
  readonly typed: string;
  readonly isNegated: boolean;
}

/** Parts of which all, or any, must hold; or must not. */
export interface QueryGroup {
  readonly kind: 'all' | 'any';
  readonly parts: readonly QueryNode[];
  readonly isNegated: boolean;
}

export type QueryNode = QueryTerm | QueryGroup;

export interface ParsedQuery {
  /** All must hold: single terms first. */
  readonly terms: readonly QueryTerm[];
  readonly groups: readonly QueryGroup[];
  /** Offsets are relative to the query. */
  readonly problems: readonly Diagnostic[];
}

/** A bracket, or a term. Matches `(`, `-status:"in progress"`, `login`; groups: 1 bracket, 2 minus, 3 key, 4 quoted value, 5 bare value. */
const TOKEN = /(-?\(|\))|(-?)(?:([A-Za-z]+):)?(?:((?:[<>]=?|=)?"[^"]*"?)|([^\s"()]+(?:\([^\s"()]*\))?[^\s"()]*))/g;

/** Brackets in brackets beyond this are left out. */
const DEEPEST = 100;

/** Terms that are understood; the rest are problems that point at their word. Never throws. */
export function parseQuery(query: string): ParsedQuery {
  return new QueryParser(query).parse();
}

class QueryParser {
  private readonly problems: Diagnostic[] = [];
  private readonly tokens: readonly RegExpExecArray[];
  private next = 0;
  private depth = 0;

  constructor(query: string) {
    this.tokens = [...query.matchAll(TOKEN)];
  }

  parse(): ParsedQuery {
    const top: QueryNode[] = [];
    while (this.next < this.tokens.length) {
      const part = this.alternatives();
      for (const each of part?.kind === 'all' && !part.isNegated ? part.parts : [part]) if (each) top.push(each);
      const stray = this.tokens[this.next];
      if (stray) this.report(stray, 'This bracket closes nothing. Take it out, or open one before it.');
      this.next++;
    }
    return { terms: top.filter((part) => part.kind === 'term'), groups: top.filter((part) => part.kind !== 'term'), problems: this.problems };
  }

  /** `a b OR c`: all of `a b`, or `c`. Ends before a bracket that closes. */
  private alternatives(): QueryNode | null {
    const options: QueryNode[] = [];
    let parts: QueryNode[] = [];
    const finish = (): void => {
      const [only] = parts;
      if (only) options.push(parts.length === 1 ? only : { kind: 'all', parts, isNegated: false });
      parts = [];
    };
    for (let token = this.tokens[this.next]; token && token[1] !== ')'; token = this.tokens[this.next]) {
      if (token[0] === 'OR') {
        finish();
        this.next++;
        continue;
      }
      const part = this.part();
      if (part) parts.push(part);
    }
    finish();
    const [only = null] = options;
    return options.length < 2 ? only : { kind: 'any', parts: options, isNegated: false };
  }

  private part(): QueryNode | null {
    let isTurned = false;
    while (this.tokens[this.next]?.[0] === 'NOT' && this.next + 1 < this.tokens.length) {
      isTurned = !isTurned;
      this.next++;
    }
    const part = this.plainPart();
    return part && isTurned ? { ...part, isNegated: !part.isNegated } : part;
  }

  private plainPart(): QueryNode | null {
    const token = this.tokens[this.next++];
    const [, bracket] = token ?? [];
    if (!token || bracket === undefined) return token ? this.term(token) : null;
    if (bracket === ')') {
      this.next--;
      return null;
    }
    const inner = ++this.depth > DEEPEST ? null : this.alternatives();
    this.depth--;
    if (this.tokens[this.next]) this.next++;
    else this.report(token, 'This bracket is never closed. Put “)” where it ends.');
    if (!inner || bracket === '(') return inner;
    return { ...inner, isNegated: !inner.isNegated };
  }

  private term(token: RegExpExecArray): QueryTerm | null {
    const [all, , minus, name, quoted, bare] = token;
    const { operator, value: typed } = withoutOperator(quoted?.replace(/"/g, '') ?? bare ?? '', name !== undefined);
    const value = typed.toLowerCase();
    const key = name === undefined ? null : KEYS.find((known) => known === name.toLowerCase());
    if (isUnfinished(all)) return null;
    if (key === undefined) this.report(token, `There is no “${name ?? ''}:”. Use ${KEYS.join(', ')}, or put the words in quotes.`);
    else if (key === 'is' && !IS_WORDS.some((word) => word === value)) this.report(token, `“is:” takes ${IS_WORDS.join(', ')}.`);
    else if (value !== '') return { kind: 'term', key, operator, value: key === 'is' && value === IGNORED ? 'dropped' : value, typed, isNegated: minus === '-' };
    return null;
  }

  private report(token: RegExpExecArray, message: string): void {
    this.problems.push({ code: 'query-invalid', message, from: token.index, to: token.index + token[0].length });
  }
}

function withoutOperator(value: string, hasKey: boolean): { operator: Operator | null; value: string } {
  const operator = hasKey ? (OPERATORS.find((sign) => value.startsWith(sign)) ?? null) : null;
  return { operator, value: value.slice(operator?.length ?? 0) };
}

/** A minus or a key that waits for its word: the user is still typing, so it must not empty the list. */
function isUnfinished(term: string): boolean {
  return term === '-' || KEYS.some((key) => term.replace(/^-/, '').toLowerCase() === `${key}:`);
}
