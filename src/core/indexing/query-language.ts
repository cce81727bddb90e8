/**
 * The query language of the pane's search box: words that must occur, `key:value` with quotes where the value has
 * blanks, `-` in front for "not". `status:"in progress" class:manual -path:archive login`.
 */
import type { Diagnostic } from '../text/diagnostic';

export type QueryKey = 'status' | 'class' | 'priority' | 'path' | 'plan' | 'phase' | 'section' | 'is';
const KEYS: readonly QueryKey[] = ['status', 'class', 'priority', 'path', 'plan', 'phase', 'section', 'is'];
export const STATE_WORDS = ['open', 'done', 'dropped', 'any'] as const;

export interface QueryTerm {
  /** Null for a plain word, which is looked for in the item's text. */
  readonly key: QueryKey | null;
  /** Lower case. */
  readonly value: string;
  readonly isNegated: boolean;
}

export interface ParsedQuery {
  readonly terms: readonly QueryTerm[];
  /** Offsets are relative to the query. */
  readonly problems: readonly Diagnostic[];
}

/** One term. Matches `-status:"in progress"`, `login`; groups 1 minus, 2 key, 3 quoted value, 4 bare value. */
const TERM = /(-?)(?:([A-Za-z]+):)?(?:"([^"]*)"?|([^\s"]+))/g;

/** Terms that are understood; the rest are problems that point at their word. Never throws. */
export function parseQuery(query: string): ParsedQuery {
  const terms: QueryTerm[] = [];
  const problems: Diagnostic[] = [];
  for (const match of query.matchAll(TERM)) {
    const [all, minus, name, quoted, bare] = match;
    const value = (quoted ?? bare ?? '').toLowerCase();
    const at = { from: match.index, to: match.index + all.length };
    const key = name === undefined ? null : KEYS.find((known) => known === name.toLowerCase());
    if (key === undefined) problems.push({ code: 'query-invalid', message: `There is no “${name ?? ''}:”. Use ${KEYS.join(', ')}, or put the words in quotes.`, ...at });
    else if (key === 'is' && !STATE_WORDS.some((word) => word === value)) problems.push({ code: 'query-invalid', message: `“is:” takes ${STATE_WORDS.join(', ')}.`, ...at });
    else if (value !== '' && !isUnfinished(all)) terms.push({ key, value, isNegated: minus === '-' });
  }
  return { terms, problems };
}

/** A minus or a key that waits for its word: the user is still typing, so it must not empty the list. */
function isUnfinished(term: string): boolean {
  return term === '-' || KEYS.some((key) => term.replace(/^-/, '').toLowerCase() === `${key}:`);
}
