/**
 * One line of prose with everything that is not prose masked out, so that what looks at brackets need not know
 * about code spans, links and math. The masked text has the line's length, so offsets stay valid.
 */

import { contentStart } from './content-start';

/** What an earlier line opened and nothing has closed yet: the closing mark that is waited for. */
export type Carry = '-->' | '%%' | '$$' | '</script>' | '</style>' | '</pre>' | null;

/** Stands for a masked character that counts as text: a code span, an escape, a wikilink, a formula. */
export const OPAQUE = '\u0000';
/** Stands for a masked character that counts as nothing: a comment or an HTML tag. */
export const HIDDEN = '\u0001';

export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface MaskedLine {
  /** Offset of the line in the text; all other offsets are relative to it. */
  readonly from: number;
  readonly to: number;
  readonly source: string;
  readonly masked: string;
  /** Where the content starts behind quote marks, list marker, checkbox and heading marks. */
  readonly start: number;
  /** The insides of code spans. */
  readonly code: readonly Span[];
  /** `{{title}}` with its brackets. */
  readonly moustaches: readonly Span[];
  readonly carry: Carry;
}

interface Scan {
  readonly source: string;
  readonly code: Span[];
  readonly moustaches: Span[];
  /** Marks that do not occur after the scan's place, so that nobody looks for them twice. */
  readonly missing: Set<string>;
  /** Where the last run of n backticks stands, by n. */
  readonly lastRun: ReadonlyMap<number, number>;
  carry: Carry;
}

/** `source` masked, given what earlier lines left open. Linear in its length. */
export function maskLine(source: string, from: number, carry: Carry): MaskedLine {
  const scan: Scan = { source, code: [], moustaches: [], missing: new Set(), lastRun: lastBacktickRuns(source), carry: null };
  const parts: string[] = [];
  let at = 0;
  let done = 0;
  const hide = (to: number, by: string): void => {
    parts.push(source.slice(done, at), by.repeat(to - at));
    at = done = to;
  };
  if (carry) hide(closeCarry(scan, carry, 0), HIDDEN);
  while (at < source.length) {
    const span = opaqueAt(scan, at);
    if (span) hide(span.to, span.by);
    else at++;
  }
  const masked = parts.join('') + source.slice(done);
  return { from, to: from + source.length, source, masked, start: contentStart(masked), code: scan.code, moustaches: scan.moustaches, carry: scan.carry };
}

interface Opaque {
  readonly to: number;
  readonly by: string;
}

function opaqueAt(scan: Scan, at: number): Opaque | null {
  switch (scan.source.charAt(at)) {
    case '\\':
      return { to: Math.min(at + 2, scan.source.length), by: OPAQUE };
    case '`':
      return codeSpan(scan, at);
    case '<':
      return markup(scan, at);
    case '$':
      return math(scan, at);
    case '%':
      return scan.source[at + 1] === '%' ? block(scan, at, '%%') : null;
    case '[':
      return scan.source[at + 1] === '[' ? enclosed(scan, at, ']]') : null;
    case '{':
      return template(scan, at);
    default:
      return null;
  }
}

/** Where `mark` ends, or the line's end with `mark` carried over to the next line. */
function closeCarry(scan: Scan, mark: NonNullable<Carry>, at: number): number {
  const close = scan.source.indexOf(mark, at);
  if (close >= 0) return close + mark.length;
  scan.carry = mark;
  return scan.source.length;
}

/** A comment or formula that may run over lines; only one that opens its line does. */
function block(scan: Scan, at: number, mark: '%%' | '$$'): Opaque {
  const inLine = enclosed(scan, at, mark);
  if (inLine) return inLine;
  // Matches "", "> "; not "costs ".
  const opensLine = /^[ \t>]*$/.test(scan.source.slice(0, Math.min(at, 99)));
  return { to: opensLine && at < 99 ? closeCarry(scan, mark, at + 2) : at + 2, by: OPAQUE };
}

/** From `at` to behind the next `close`, or null when the line has none left. */
function enclosed(scan: Scan, at: number, close: string): Opaque | null {
  const end = find(scan, close, at + 2);
  return end < 0 ? null : { to: end + close.length, by: OPAQUE };
}

function find(scan: Scan, mark: string, at: number): number {
  if (scan.missing.has(mark)) return -1;
  const found = scan.source.indexOf(mark, at);
  if (found < 0) scan.missing.add(mark);
  return found;
}

function codeSpan(scan: Scan, at: number): Opaque | null {
  const { source } = scan;
  const length = backticksAt(source, at);
  const inside = at + length;
  if ((scan.lastRun.get(length) ?? -1) <= at) return { to: inside, by: OPAQUE };
  let close = inside;
  for (;;) {
    close = source.indexOf('`', close);
    const run = backticksAt(source, close);
    if (run === length) break;
    close += run;
  }
  scan.code.push({ from: inside, to: close });
  return { to: close + length, by: OPAQUE };
}

function backticksAt(source: string, at: number): number {
  let to = at;
  while (source[to] === '`') to++;
  return to - at;
}

function lastBacktickRuns(source: string): ReadonlyMap<number, number> {
  const runs = new Map<number, number>();
  for (let at = source.indexOf('`'); at >= 0; ) {
    const length = backticksAt(source, at);
    runs.set(length, at);
    at = source.indexOf('`', at + length);
  }
  return runs;
}

/** A comment, an HTML tag or an autolink; what holds code or preformatted text is hidden to its closing tag. */
function markup(scan: Scan, at: number): Opaque | null {
  const { source } = scan;
  if (source.startsWith('<!--', at)) return { to: closeCarry(scan, '-->', at + 4), by: HIDDEN };
  // Matches "a", "/"; not " ", "[".
  if (!/[a-z/]/i.test(source[at + 1] ?? '')) return null;
  // Matches "pre>" and "Style "; not "prefix>".
  const raw = /^(script|style|pre)[ >]/i.exec(source.slice(at + 1, at + 8))?.[1]?.toLowerCase() as 'script' | 'style' | 'pre' | undefined;
  if (raw) return { to: closeCarry(scan, `</${raw}>`, at + 1), by: HIDDEN };
  const end = find(scan, '>', at + 1);
  return end < 0 ? null : { to: end + 1, by: HIDDEN };
}

/** A formula, by Obsidian's rule: no space inside the dollars, no digit after them ("$5 and $6" are prices). */
function math(scan: Scan, at: number): Opaque | null {
  const { source } = scan;
  if (source[at + 1] === '$') return block(scan, at, '$$');
  if (isSpace(source[at + 1])) return null;
  const end = find(scan, '$', at + 1);
  // Matches "1"; not "x".
  if (end < 0 || isSpace(source[end - 1]) || /\d/.test(source[end + 1] ?? '')) return null;
  return { to: end + 1, by: OPAQUE };
}

/** `{{title}}`, and what template engines write: `{% if %}`, `{{#each}}`, `{{{raw}}}`, `{{< figure >}}`. */
function template(scan: Scan, at: number): Opaque | null {
  const { source } = scan;
  if (source[at + 1] === '%') return enclosed(scan, at, '%}');
  if (source[at + 1] !== '{') return null;
  const span = enclosed(scan, at, '}}');
  if (span && source[at + 2] !== '{') scan.moustaches.push({ from: at, to: span.to });
  return span;
}

function isSpace(char: string | undefined): boolean {
  return char === undefined || char === ' ' || char === '\t';
}
