/** What the word at the caret of a query may become: a key of the language, or a value that the vault has under its key. */
import { OPERATORS, QUERY_KEYS, type QueryKey } from './query-keys';

export interface QueryCompletion {
  /** What takes the place of the word, with a blank behind it where the word is whole. */
  readonly text: string;
  readonly hint: string;
}

export interface QueryCompletions {
  /** The word, as offsets in the query. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly QueryCompletion[];
}

const MOST = 12;

/** Best match first; no options where the word is one to be searched for. */
export function completeQuery(query: string, caret: number, valuesOf: (key: QueryKey) => readonly string[]): QueryCompletions {
  const { from, to } = wordAt(query, caret);
  const typed = query.slice(from, caret);
  // Matches "-status:>"in pro"; groups: 1 minus, 2 key, 3 operator, 4 the value so far.
  const word = /^(-?)(?:([A-Za-z]+):)?([<>]=?|=)?"?([^"]*)$/.exec(typed);
  if (!word) return { from, to, options: [] };
  const [, minus = '', name, operator = '', value = ''] = word;
  if (name === undefined) {
    const keys = Object.entries(QUERY_KEYS).filter(([key]) => key.startsWith(value.toLowerCase()) && operator === '');
    return { from, to, options: keys.map(([key, hint]) => ({ text: `${minus}${key}:`, hint })) };
  }
  const key = (Object.keys(QUERY_KEYS) as QueryKey[]).find((known) => known === name.toLowerCase());
  if (key === undefined) return { from, to, options: [] };
  const options = matching(valuesOf(key), value).map((each) => ({ text: `${minus}${key}:${OPERATORS.some((sign) => each.startsWith(sign)) ? '' : operator}${quoted(each)} `, hint: '' }));
  // What stands there already needs no completing.
  return { from, to, options: options.length === 1 && options[0]?.text.trimEnd() === query.slice(from, to) ? [] : options };
}

/** The value as a query has it: in quotes where it has blanks or brackets. */
export function quoted(value: string): string {
  const plain = value.replace(/"/g, '');
  return /[\s()]/.test(plain) ? `"${plain}"` : plain;
}

/** From the last blank or bracket outside quotes to the next. */
function wordAt(query: string, caret: number): { from: number; to: number } {
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < caret; at++) {
    if (query[at] === '"') isQuoted = !isQuoted;
    else if (!isQuoted && /[\s()]/.test(query.charAt(at))) from = at + 1;
  }
  let to = caret;
  while (to < query.length && (isQuoted || !/[\s()]/.test(query.charAt(to)))) {
    if (query[to] === '"') isQuoted = !isQuoted;
    to++;
  }
  return { from: query.startsWith('-(', from) && caret >= from + 2 ? from + 2 : from, to };
}

/** Values that start with what is typed, then those that hold it. */
function matching(values: readonly string[], typed: string): string[] {
  const wanted = typed.toLowerCase();
  const found = values.filter((value) => value.toLowerCase().includes(wanted));
  const isStart = (value: string): boolean => value.toLowerCase().startsWith(wanted);
  return [...found.filter(isStart), ...found.filter((value) => !isStart(value))].slice(0, MOST);
}
