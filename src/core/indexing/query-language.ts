/**
 * The query language of the pane's search box: words that must occur, `key:value` with quotes where the value has
 * blanks, `-` or NOT in front for "not", OR between alternatives, brackets around them.
 * `status:"in progress" (priority:high OR when:q3) -path:archive effort:>4 login`.
 */
import { effortHours } from '../plan/effort-hours';
import type { Diagnostic } from '../text/diagnostic';
import type { Lens } from './lens';
import { IGNORED, isOutsideLens, OPERATORS, type Operator, QUERY_KEYS, type QueryKey, valueProblem } from './query-keys';

export { QUERY_KEYS, type QueryKey } from './query-keys';

const KEYS = Object.keys(QUERY_KEYS) as QueryKey[];

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

/**
 * Terms that are understood; the rest are problems that point at their word, and so are terms that ask for what rows of
 * `lens` don't have. Never throws.
 */
export function parseQuery(query: string, lens: Lens | null = null): ParsedQuery {
  return new QueryParser(query, lens).parse();
}

class QueryParser {
  private readonly problems: Diagnostic[] = [];
  private readonly tokens: readonly RegExpExecArray[];
  private next = 0;
  private depth = 0;

  constructor(
    query: string,
    private readonly lens: Lens | null,
  ) {
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
    const key = name === undefined ? null : KEYS.find((known) => known === name.toLowerCase());
    const { operator, value: first } = withoutOperator(quoted?.replace(/"/g, '') ?? bare ?? '', name !== undefined);
    if (isUnfinished(all)) return null;
    if (key === undefined) this.report(token, `There is no “${name ?? ''}:”. Use ${KEYS.join(', ')}, or put the words in quotes.`);
    if (key === undefined || first === '') return null;
    const typed = key === 'effort' && operator !== null ? this.withUnit(first) : first;
    const value = typed.toLowerCase();
    const problem = key === null ? null : valueProblem(key, operator, value);
    if (problem !== null) this.report(token, problem);
    else if (key !== null && this.lens !== null && isOutsideLens(key, this.lens)) this.report(token, `Rows of this lens have no ${key}.`);
    return problem === null ? { kind: 'term', key, operator, value: key === 'is' && value === IGNORED ? 'dropped' : value, typed, isNegated: minus === '-' } : null;
  }

  /** "1 week" of `effort:>=1 week`: a unit behind a number belongs to it. */
  private withUnit(amount: string): string {
    const [unit = ''] = this.tokens[this.next] ?? [];
    if (!/^[\d.,]+$/.test(amount) || !/^\p{L}+$/u.test(unit) || effortHours(`1 ${unit}`) === null) return amount;
    this.next++;
    return `${amount} ${unit}`;
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
