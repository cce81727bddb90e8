/** A query as a list of conditions that hold all together, any of them, or none: what the filter builder shows and writes. */
import { quoted } from './complete-query';
import { isCompared, OPERATORS, type Operator, type QueryKey } from './query-keys';
import { parseQuery, type QueryNode, type QueryTerm } from './query-language';

export const MODES = ['all', 'any', 'none'] as const;
export type ConditionMode = (typeof MODES)[number];

export interface Condition {
  /** Null for words in the item's text. */
  readonly key: QueryKey | null;
  /** Null where the value is to occur, or to be the one meant. */
  readonly operator: Operator | null;
  readonly isNegated: boolean;
  readonly value: string;
}

export interface Conditions {
  readonly mode: ConditionMode;
  readonly conditions: readonly Condition[];
}

/** Operators that make sense with the key, besides none. */
export function operatorsOf(key: QueryKey | null): readonly Operator[] {
  return key !== null && isCompared(key) ? OPERATORS.filter((sign) => sign !== '=') : [];
}

/** Null for a query that is more than one list: with brackets in it, or with mistakes. */
export function readConditions(query: string): Conditions | null {
  const { terms, groups, problems } = parseQuery(query);
  const [group] = groups;
  if (problems.length > 0 || groups.length > 1 || (group && terms.length > 0)) return null;
  if (!group) return { mode: 'all', conditions: terms.map(conditionOf) };
  const parts = group.parts.filter(isTerm);
  if (group.kind !== 'any' || parts.length < group.parts.length) return null;
  return { mode: group.isNegated ? 'none' : 'any', conditions: parts.map(conditionOf) };
}

/** Conditions without a value are left out. */
export function writeConditions({ mode, conditions }: Conditions): string {
  const terms = conditions.filter(({ value }) => value.replace(/"/g, '').trim() !== '').map(termText);
  if (mode === 'all' || terms.length === 0) return terms.join(' ');
  // A single one needs the brackets too, or it would come back as one of all.
  return mode === 'any' ? terms.join(' OR ') : `-(${terms.join(' OR ')})`;
}

function isTerm(node: QueryNode): node is QueryTerm {
  return node.kind === 'term';
}

function conditionOf({ key, operator, value, isNegated }: QueryTerm): Condition {
  return { key, operator, value, isNegated };
}

function termText({ key, operator, value, isNegated }: Condition): string {
  const word = quoted(value.replace(/"/g, '').trim());
  // A word that reads as more than a word is one in quotes.
  const isSpecial = key === null && !word.startsWith('"') && /^(?:-|OR$|NOT$|[A-Za-z]+:)/.test(word);
  return `${isNegated ? '-' : ''}${key === null ? '' : `${key}:`}${operator ?? ''}${isSpecial ? `"${word}"` : word}`;
}
