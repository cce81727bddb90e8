/**
 * Header entries, `**Key:** value`, in the forms people write them: colon inside or outside the bold, the whole line
 * bold, bare, quoted, in a list, several on one line. Offsets are relative to the text that holds them.
 */
import { BlockKind, type Blocks, Leaf } from '../markdown/blocks';
import { skipBlanks, trimEnd } from '../markdown/line-starts';
import { endOfLine } from '../text/line-index';
import { readLogLine } from './log-line';
import type { Section } from './outline';

export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Between two entries of one line: ` · `, ` • `, ` | `, the end of a sentence before a key, or nothing but blanks before a bold one. Matches " · ", the blank in "x **Owner:**"; not "·". */
const SEPARATOR = /\s+[·•|—–]\s+|[.;]\s+(?=\p{L}[\p{L} ]{0,30}:)|\s+(?=\*\*\p{L}[\p{L} ]{0,30}(?::\*\*|\*\*:))/gu;
/** The key of another entry. Matches "**Owner:** me"; not "In Review". */
const OTHER_KEY = /^(?:\*\*|__)?[\p{L}][\p{L} ]{0,30}(?:\*\*|__)?:/u;

/** What may stand before the first key: a heading's number, a callout's type, emoji. Matches "✅ ", "[!info] "; not "**". */
const OPENING = /^(?:\d{1,3}[.)] |\[!\w+\][-+]? |\p{Extended_Pictographic}|\uFE0F|\u200D| )*/u;
const COLON = 58;
const WIDE_COLON = 0xff1a;
/** Several keys are looked for in lines up to this length. */
const LONGEST_LINE = 2000;

/** The value of the section's first entry under one of `keys` (lower case), in paragraphs, quotes, list items and underlined headings. */
export function findSectionEntry({ text, leaves }: Blocks, section: Section, keys: readonly string[]): TextRange | null {
  for (let leaf = section.leaf + 1; leaf < section.leafTo; leaf++) {
    const kind = leaves.get(leaf, Leaf.kind);
    const isUnderlined = kind === BlockKind.heading && text[leaves.get(leaf, Leaf.from)] !== '#';
    if (kind !== BlockKind.paragraph && !isUnderlined) continue;
    const from = leaves.get(leaf, Leaf.from);
    const range = findEntry(text, { from, to: leaves.get(leaf, Leaf.to) }, keys);
    // An item that tells of a move, or of a day, is one of a log.
    const isLogged = range !== null && leaves.get(leaf, Leaf.item) >= 0 && (text.slice(range.from, range.to).includes('→') || readLogLine(text.slice(from, range.from)) !== null);
    if (range && !isLogged && !isHidden(text.slice(from, range.from))) return range;
  }
  return null;
}

/** Whether a comment, a formula or code that begins in `before` goes on behind it. */
function isHidden(before: string): boolean {
  if (before.lastIndexOf('<!--') > before.lastIndexOf('-->')) return true;
  return ['%%', '$$', '`'].some((mark) => before.includes(mark) && before.split(mark).length % 2 === 0);
}

/**
 * Whether an entry under one of `keys` may stand in `range`: a key with nothing but blanks and marks between it and a
 * colon. Colons are few, so this is far cheaper than to read the lines.
 */
export function mentionsEntry(text: string, { from, to }: TextRange, keys: readonly string[]): boolean {
  for (const sign of [':', '：']) {
    for (let colon = text.indexOf(sign, from); colon >= 0 && colon < to; colon = text.indexOf(sign, colon + 1)) {
      let end = colon;
      while (end > from && ' *_'.includes(text.charAt(end - 1))) end--;
      const last = text.charAt(end - 1).toLowerCase();
      if (keys.some((key) => key.endsWith(last) && text.slice(end - key.length, end).toLowerCase() === key)) return true;
    }
  }
  return false;
}

/** The value of the first entry under one of `keys` in the lines of `range`. */
export function findEntry(text: string, { from, to }: TextRange, keys: readonly string[]): TextRange | null {
  for (let lineFrom = from; lineFrom < to; ) {
    const lineTo = Math.min(endOfLine(text, lineFrom), to);
    const range = holdsColon(text, lineFrom, lineTo) ? entryInLine(text, { from: skipQuoteMarks(text, lineFrom, lineTo), to: lineTo }, keys) : null;
    if (range) return range;
    lineFrom = lineTo + 1;
  }
  return null;
}

/** No entry is without one, and few lines have one. */
function holdsColon(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON || code === WIDE_COLON) return true;
  }
  return false;
}

function entryInLine(text: string, { from, to }: TextRange, keys: readonly string[]): TextRange | null {
  const start = from + (OPENING.exec(text.slice(from, Math.min(to, from + 40)))?.[0].length ?? 0);
  const value = entryValue(text, { from: start, to }, keys);
  if (value) return { from: value.from, to: endOfEntry(text, value.from, value.to) };
  const line = text.slice(from, to);
  if (line.length > LONGEST_LINE) return null;
  for (const separator of line.matchAll(SEPARATOR)) {
    const next = entryValue(text, { from: from + separator.index + separator[0].length, to }, keys);
    if (next) return { from: next.from, to: endOfEntry(text, next.from, next.to) };
  }
  return null;
}

/** `**Key:** v`, `**Key**: v`, `**Key: v**`, `Key: v`, the same in italics, `Key:: v`: where v stands; the bold mark that closes v is left out. */
function entryValue(text: string, { from, to }: TextRange, keys: readonly string[]): TextRange | null {
  const mark = ['**', '__', '*', '_'].find((candidate) => text.startsWith(candidate, from)) ?? '';
  let at = from + mark.length;
  const word = keys.find((candidate) => text.slice(at, at + candidate.length).toLowerCase() === candidate && /^[\s*_:：]/.test(text.slice(at + candidate.length, at + candidate.length + 1)));
  if (word === undefined) return null;
  at += word.length;
  let isClosed = mark === '';
  let hasColon = false;
  for (; at < to; ) {
    if (!hasColon && (text[at] === ':' || text[at] === '：')) {
      hasColon = true;
      at += text.startsWith('::', at) ? 2 : 1;
    } else if (!isClosed && text.startsWith(mark, at)) {
      isClosed = true;
      at += mark.length;
    } else if (text[at] === ' ' && !hasColon) at++;
    else break;
  }
  if (!hasColon) return null;
  const valueFrom = skipBlanks(text, at, to);
  const valueTo = trimEnd(text, valueFrom, to);
  const bare = !isClosed && text.startsWith(mark, valueTo - mark.length) ? valueTo - mark.length : valueTo;
  return { from: valueFrom, to: Math.max(valueFrom, bare) };
}

/** A value ends where another `**Key:**` of the same line begins; an option list is one value. */
function endOfEntry(text: string, from: number, to: number): number {
  const value = text.slice(from, to);
  if (value.length > LONGEST_LINE) return to;
  for (const separator of value.matchAll(SEPARATOR)) {
    const behind = value.slice(separator.index + separator[0].length);
    if (!/[|—–]/.test(separator[0]) || OTHER_KEY.test(behind)) return from + separator.index;
  }
  return to;
}

/** Offset of the line's own text. */
export function skipQuoteMarks(text: string, from: number, to: number): number {
  let at = skipBlanks(text, from, to);
  while (at < to && text[at] === '>') at = skipBlanks(text, at + 1, to);
  return at;
}
