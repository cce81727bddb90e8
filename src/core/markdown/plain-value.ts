/**
 * Values that end on the line they start on, read without a YAML parser: plain and quoted scalars, `[a, "b"]`,
 * `{a: b}`. Declined, by undefined, is all that YAML could read as more than it says. Offsets are relative to the note.
 */
import { isBlank, skipBlanks, trimEnd } from './line-starts';
import { doubleQuotedText } from './yaml-scalar';

/** What a value says: text, null for an empty one, a list, or a map, whose content nobody asks for. */
export type PlainValue = string | null | readonly PlainValue[] | typeof MAP;

export const MAP = Symbol('a map');

/** A value and its own characters, quotes and brackets included. */
export interface PlacedValue {
  readonly value: PlainValue;
  readonly from: number;
  readonly to: number;
}

/** A list of lists of lists … is declined beyond this depth. */
const DEPTH = 10;
const LONGEST_KEY = 100;

const SPACE = 32;
const DOUBLE = 34;
const HASH = 35;
const SINGLE = 39;
const COMMA = 44;
const HYPHEN = 45;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;
const BYTE_ORDER_MARK = 0xfeff;

/** What no plain scalar starts with: ``# & * ! | > % @ ` " ' , ? : [ ] { }``. */
const INDICATORS: ReadonlySet<number> = new Set(Array.from({ length: 19 }, (_none, n) => '#&*!|>%@`"\',?:[]{}'.charCodeAt(n)));
const FLOW_INDICATORS: ReadonlySet<number> = new Set([COMMA, OPEN_LIST, CLOSE_LIST, OPEN_MAP, CLOSE_MAP]);

/** Offset of the colon behind a plain key, `due date: x`; −1 for none, as in `- x`, `a:b`, `"a": x`. */
export function colonBehindKey(text: string, from: number, to: number): number {
  if (!isKeyStart(text.charCodeAt(from))) return -1;
  const limit = Math.min(to, from + LONGEST_KEY);
  let at = from + 1;
  while (at < limit && isKeyCharacter(text.charCodeAt(at))) at++;
  if (at >= to || text.charCodeAt(at) !== COLON) return -1;
  return at + 1 === to || isBlank(text.charCodeAt(at + 1)) ? at : -1;
}

function isKeyStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || (code > 160 && code !== BYTE_ORDER_MARK);
}

function isKeyCharacter(code: number): boolean {
  return isKeyStart(code) || code === SPACE || code === HYPHEN || code === 46 || (code >= 48 && code <= 57);
}

/** The value from `from`; `to` is the line's end without blanks. A comment may stand behind the value. */
export function readPlainValue(text: string, from: number, to: number): PlacedValue | undefined {
  const read = readItem(text, { from, to, isFlow: false, depth: 0 });
  return read && isNothingBehind(text, read.to, to) ? read : undefined;
}

/** Whether the line ends at `at`, or with a comment. */
export function isNothingBehind(text: string, at: number, to: number): boolean {
  return at >= to || (isBlank(text.charCodeAt(at)) && text.charCodeAt(skipBlanks(text, at, to)) === HASH);
}

interface Item {
  readonly from: number;
  readonly to: number;
  readonly isFlow: boolean;
  readonly depth: number;
}

function readItem(text: string, item: Item): PlacedValue | undefined {
  const { from, to } = item;
  switch (text.charCodeAt(from)) {
    case DOUBLE:
      return readDoubleQuoted(text, from, to);
    case SINGLE:
      return readSingleQuoted(text, from, to);
    case OPEN_LIST:
      return item.depth < DEPTH ? readFlowList(text, item) : undefined;
    case OPEN_MAP:
      return item.depth < DEPTH ? readFlowMap(text, item) : undefined;
    default:
      return readScalar(text, item);
  }
}

function readDoubleQuoted(text: string, from: number, to: number): PlacedValue | undefined {
  let at = from + 1;
  const problems: string[] = [];
  let hasEscape = false;
  for (; at < to && text.charCodeAt(at) !== DOUBLE; at++) {
    if (text.charCodeAt(at) !== BACKSLASH) continue;
    hasEscape = true;
    at++;
  }
  if (at >= to) return undefined;
  const value = hasEscape ? doubleQuotedText(text.slice(from, at + 1), (_offset, message) => { problems.push(message); }) : text.slice(from + 1, at);
  return problems.length === 0 ? { value, from, to: at + 1 } : undefined;
}

function readSingleQuoted(text: string, from: number, to: number): PlacedValue | undefined {
  let at = from + 1;
  let hasQuote = false;
  for (; at < to; at++) {
    if (text.charCodeAt(at) !== SINGLE) continue;
    if (text.charCodeAt(at + 1) !== SINGLE) break;
    hasQuote = true;
    at++;
  }
  if (at >= to) return undefined;
  const source = text.slice(from + 1, at);
  return { value: hasQuote ? source.replaceAll("''", "'") : source, from, to: at + 1 };
}

function readScalar(text: string, { from, to, isFlow }: Item): PlacedValue | undefined {
  const end = endOfScalar(text, { from, to, isFlow });
  if (end <= from || (isFlow && text.charCodeAt(end) === COLON)) return undefined;
  const value = text.slice(from, end);
  return { value: isNull(value) ? null : value, from, to: end };
}

function isNull(text: string): boolean {
  return text === '~' || text === 'null' || text === 'Null' || text === 'NULL';
}

/** End of a plain scalar, or −1. In flow it ends at `,` and brackets, and at the colon of a key. */
function endOfScalar(text: string, { from, to, isFlow }: { from: number; to: number; isFlow: boolean }): number {
  const first = text.charCodeAt(from);
  const second = text.charCodeAt(from + 1);
  const isMarker = first === HYPHEN && (from + 1 >= to || isBlank(second) || FLOW_INDICATORS.has(second));
  return from >= to || INDICATORS.has(first) || isMarker ? -1 : endOfPlainText(text, { from, to, isFlow });
}

/** The same from inside of a scalar, where any character may stand first. */
export function endOfPlainText(text: string, { from, to, isFlow }: { from: number; to: number; isFlow: boolean }): number {
  let at = from;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < SPACE || code === BYTE_ORDER_MARK) return -1;
    if (isFlow && FLOW_INDICATORS.has(code)) break;
    if (code === COLON) {
      const next = text.charCodeAt(at + 1);
      if (at + 1 < to && !isBlank(next) && !(isFlow && FLOW_INDICATORS.has(next))) continue;
      if (!isFlow) return -1;
      break;
    }
    if (code === HASH && isBlank(text.charCodeAt(at - 1))) {
      if (isFlow) return -1;
      break;
    }
  }
  return trimEnd(text, from, at);
}

function skipSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && text.charCodeAt(at) === SPACE) at++;
  return at;
}

function readFlowList(text: string, { from, to, depth }: Item): PlacedValue | undefined {
  const items: PlainValue[] = [];
  let at = skipSpaces(text, from + 1, to);
  while (at < to) {
    if (text.charCodeAt(at) === CLOSE_LIST) return { value: items, from, to: at + 1 };
    const item = readItem(text, { from: at, to, isFlow: true, depth: depth + 1 });
    if (!item) return undefined;
    items.push(item.value);
    at = afterComma(text, { from: item.to, to, close: CLOSE_LIST });
    if (at < 0) return undefined;
  }
  return undefined;
}

function readFlowMap(text: string, { from, to, depth }: Item): PlacedValue | undefined {
  let at = skipSpaces(text, from + 1, to);
  while (at < to) {
    if (text.charCodeAt(at) === CLOSE_MAP) return { value: MAP, from, to: at + 1 };
    const colon = colonInFlow(text, at, to);
    if (colon < 0 || text.charCodeAt(colon + 1) !== SPACE) return undefined;
    const value = readItem(text, { from: skipSpaces(text, colon + 1, to), to, isFlow: true, depth: depth + 1 });
    if (!value) return undefined;
    at = afterComma(text, { from: value.to, to, close: CLOSE_MAP });
    if (at < 0) return undefined;
  }
  return undefined;
}

function colonInFlow(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from);
  const quoted = first === DOUBLE ? readDoubleQuoted(text, from, to) : first === SINGLE ? readSingleQuoted(text, from, to) : undefined;
  const end = skipSpaces(text, quoted ? quoted.to : endOfScalar(text, { from, to, isFlow: true }), to);
  return end > from && text.charCodeAt(end) === COLON ? end : -1;
}

/** Offset of what follows the item: the next one, or the closing bracket. −1 when neither does. */
function afterComma(text: string, { from, to, close }: { from: number; to: number; close: number }): number {
  const at = skipSpaces(text, from, to);
  if (text.charCodeAt(at) === close) return at;
  return text.charCodeAt(at) === COMMA ? skipSpaces(text, at + 1, to) : -1;
}
