/**
 * What the beginning of a line can be, apart from its containers: each function looks at `text` from `at` (the
 * first non-blank character) to `to` (the line's end) and answers with integers. CommonMark 0.31, sections 4 and 5.
 */

const SPACE = 32;
const TAB = 9;
const ASTERISK = 42;
const PLUS = 43;
const HYPHEN = 45;
const UNDERSCORE = 95;
const HASH = 35;
const TILDE = 126;
const COLON = 58;
const PIPE = 124;
const BACKSLASH = 92;

export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** End of the line's visible text: trailing spaces and tabs left out. */
export function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
  return end;
}

export function skipBlanks(text: string, at: number, to: number): number {
  let next = at;
  while (next < to && isBlank(text.charCodeAt(next))) next++;
  return next;
}

/** Length of the run of `code` at `at`. */
export function runLength(text: string, at: number, to: number, code: number): number {
  let end = at;
  while (end < to && text.charCodeAt(end) === code) end++;
  return end - at;
}

/** Level of an ATX heading, 0 for none. `## Title` → 2, `##Title` → 0. */
export function headingLevel(text: string, at: number, to: number): number {
  const level = runLength(text, at, to, HASH);
  return level <= 6 && (at + level === to || isBlank(text.charCodeAt(at + level))) ? level : 0;
}

/** Length of a code fence, 0 for none. A backtick fence has no backtick in its info string. */
export function fenceLength(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at);
  const length = runLength(text, at, to, code);
  if (length < 3) return 0;
  if (code === TILDE) return length;
  const tick = text.indexOf('`', at + length);
  return tick < 0 || tick >= to ? length : 0;
}

/** Whether the line closes a fence of `length` characters `code`. */
export function isFenceEnd(text: string, at: number, to: number, fence: { code: number; length: number }): boolean {
  const length = runLength(text, at, to, fence.code);
  return length >= fence.length && skipBlanks(text, at + length, to) === to;
}

/** Level of a setext underline, 0 for none. `===` → 1, `---` → 2. */
export function underlineLevel(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at);
  if (code !== 61 && code !== HYPHEN) return 0;
  const length = runLength(text, at, to, code);
  return skipBlanks(text, at + length, to) === to ? (code === 61 ? 1 : 2) : 0;
}

/** First offset from which the line holds nothing but `code` and blanks; so that a line is searched only once. */
export function uniformFrom(text: string, from: number, to: number, code: number): number {
  let at = to;
  while (at > from) {
    const before = text.charCodeAt(at - 1);
    if (before !== code && !isBlank(before)) break;
    at--;
  }
  return at;
}

export function isBreakCharacter(code: number): boolean {
  return code === HYPHEN || code === ASTERISK || code === UNDERSCORE;
}

/** Whether three of `code` follow; `uniform` says from where the line holds nothing else. */
export function isThematicBreak(text: string, at: number, to: number, uniform: number): boolean {
  if (uniform > at) return false;
  const code = text.charCodeAt(at);
  let count = 0;
  for (let next = at; next < to && count < 3; next++) if (text.charCodeAt(next) === code) count++;
  return count === 3;
}

/**
 * Length of a list marker, 0 for none: `-`, `*`, `+`, or up to nine digits with `.` or `)`; a blank or the end of
 * the line follows. The blank is not counted.
 */
export function listMarkerLength(text: string, at: number, to: number): number {
  const code = text.charCodeAt(at);
  let end = at;
  if (code === HYPHEN || code === ASTERISK || code === PLUS) end = at + 1;
  else {
    while (end < to && end - at < 10 && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
    const digits = end - at;
    const close = text.charCodeAt(end);
    if (digits === 0 || digits > 9 || end >= to || (close !== 46 && close !== 41)) return 0;
    end++;
  }
  return end === to || isBlank(text.charCodeAt(end)) ? end - at : 0;
}

/** Whether a list marker may break into a paragraph: it has text behind it, and a number is 1. */
export function canInterrupt(text: string, at: number, length: number, to: number): boolean {
  const isBullet = length === 1;
  return (isBullet || (length === 2 && text.charCodeAt(at) === 49)) && skipBlanks(text, at + length, to) < to;
}

/** Number of cells of a table's delimiter row, 0 for none. `| --- | :-: |` → 2; `---` → 0, it is an underline. */
export function delimiterCells(text: string, at: number, to: number): number {
  let next = text.charCodeAt(at) === PIPE ? at + 1 : at;
  let hasSign = next > at;
  let cells = 0;
  while (next < to) {
    next = skipBlanks(text, next, to);
    if (next === to) return hasSign ? cells : 0;
    const left = text.charCodeAt(next) === COLON;
    if (left) next++;
    const dashes = runLength(text, next, to, HYPHEN);
    if (dashes === 0) return 0;
    next += dashes;
    const right = text.charCodeAt(next) === COLON && next < to;
    if (right) next++;
    hasSign ||= left || right;
    next = skipBlanks(text, next, to);
    cells++;
    if (next === to) break;
    if (text.charCodeAt(next) !== PIPE) return 0;
    hasSign = true;
    next++;
  }
  return hasSign ? cells : 0;
}

/** Number of cells of a table row, 0 for a lone pipe; `\|` is text. */
export function countCells(text: string, at: number, to: number): number {
  const end = trimEnd(text, at, to);
  const from = text.charCodeAt(at) === PIPE ? at + 1 : at;
  let cells = from === end ? 0 : 1;
  for (let next = from; next < end; next++) {
    const code = text.charCodeAt(next);
    if (code === BACKSLASH) next++;
    else if (code === PIPE && next < end - 1) cells++;
  }
  return cells;
}

/**
 * The character between a task's brackets, −1 for none: `[` any one character `]`, then a blank or the line's end.
 * A character outside the basic plane counts as one and is answered as its code point.
 */
export function taskMark(text: string, at: number, to: number): number {
  if (text.charCodeAt(at) !== 91 || at + 3 > to) return -1;
  const mark = text.codePointAt(at + 1) ?? -1;
  const close = at + (mark > 0xffff ? 3 : 2);
  if (close >= to || text.charCodeAt(close) !== 93 || mark === 93) return -1;
  return close + 1 === to || isBlank(text.charCodeAt(close + 1)) ? mark : -1;
}
