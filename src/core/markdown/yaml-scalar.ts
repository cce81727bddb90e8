/**
 * What YAML's scalars say: lines unfolded, escapes resolved, blocks stripped of their indentation (YAML 1.2.2,
 * chapters 7.3 and 8.1), and what a plain scalar means in the core schema (10.3.2). Offsets are relative to the source.
 */
import { isBlank, skipBlanks, trimEnd } from './line-starts';

/** Called for what is wrong, with the offset of it. */
export type ReportAt = (offset: number, message: string) => void;

const BACKSLASH = 92;
const LF = 10;
const CR = 13;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'], ['a', '\x07'], ['b', '\b'], ['e', '\x1b'], ['f', '\f'], ['n', '\n'], ['r', '\r'], ['t', '\t'], ['v', '\v'],
  ['N', '\x85'], ['_', '\xa0'], ['L', '\u2028'], ['P', '\u2029'], [' ', ' '], ['"', '"'], ['/', '/'], ['\\', '\\'], ['\t', '\t'],
]);
const HEX_LENGTH: ReadonlyMap<string, number> = new Map([['x', 2], ['u', 4], ['U', 8]]);

/** Matches `~`, `null`, nothing; not `nULL`. */
const NULL = /^(?:~|[Nn]ull|NULL)?$/;
/** Matches `true`, `FALSE`; not `yes`. */
const BOOLEAN = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
/** Matches `-1.50`, `0x1F`, `1e3`; not `-0x1F`, `1_000`, `2026-01-01`. */
const NUMBER = /^(?:0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;
/** Matches `-.inf`, `.NaN`; not `inf`. */
const NO_NUMBER = /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/;

/** What a plain scalar means. */
export function plainMeaning(text: string): string | number | boolean | null {
  if (NULL.test(text)) return null;
  if (BOOLEAN.test(text)) return text.charAt(0).toLowerCase() === 't';
  if (NUMBER.test(text)) return Number(text);
  if (!NO_NUMBER.test(text)) return text;
  return /n$/i.test(text) ? NaN : text.startsWith('-') ? -Infinity : Infinity;
}

/** What no plain scalar starts with. */
const BAD_STARTS: ReadonlyMap<string, string> = new Map([
  ['\t', 'a tab character'], [',', 'flow indicator character ,'], ['%', 'directive indicator character %'],
  ['|', 'block scalar indicator |'], ['>', 'block scalar indicator >'], ['@', 'reserved character @'], ['`', 'reserved character `'],
]);

/** Text of a plain scalar: one line break is a blank, further ones are kept. */
export function plainText(source: string, report: ReportAt): string {
  const bad = BAD_STARTS.get(source.charAt(0));
  if (bad !== undefined) report(0, `Plain value cannot start with ${bad}`);
  return unfold(source);
}

/** Text of `'…'`, its quotes included in `source`. */
export function singleQuotedText(source: string, report: ReportAt): string {
  if (source.length === 1 || !source.endsWith("'")) report(source.length, "Missing closing 'quote");
  return unfold(source.slice(1, -1)).replaceAll("''", "'");
}

function unfold(source: string): string {
  if (!source.includes('\n')) return source;
  const lines = source.split('\n');
  const last = lines.pop() ?? '';
  const parts: string[] = [];
  let separator = '';
  for (const [n, line] of lines.entries()) {
    const end = line.endsWith('\r') ? line.length - 1 : line.length;
    const from = n === 0 ? 0 : skipBlanks(line, 0, end);
    const content = line.slice(from, trimEnd(line, from, end));
    if (content !== '' || n === 0) {
      parts.push(separator, content);
      separator = ' ';
    } else if (separator === '\n') parts.push('\n');
    else separator = '\n';
  }
  parts.push(separator, last.slice(skipBlanks(last, 0, last.length)));
  return parts.join('');
}

/** Text of `"…"`, its quotes included in `source`. */
export function doubleQuotedText(source: string, report: ReportAt): string {
  const parts: string[] = [];
  const end = source.length - 1;
  let at = 1;
  while (at < end) {
    const code = source.charCodeAt(at);
    if (code === BACKSLASH) at = readEscape(source, at, { parts, report });
    else if (isBlank(code) || isBreak(source, at)) at = readWhite(source, at, parts);
    else {
      const from = at++;
      while (at < end && !isWhiteOrEscape(source.charCodeAt(at))) at++;
      parts.push(source.slice(from, at));
    }
  }
  if (source.length === 1 || !source.endsWith('"')) report(source.length, 'Missing closing "quote');
  return parts.join('');
}

function isWhiteOrEscape(code: number): boolean {
  return code === BACKSLASH || code === LF || code === CR || isBlank(code);
}

function isBreak(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  return code === LF || (code === CR && source.charCodeAt(at + 1) === LF);
}

/** Blanks stay as they are, unless a line break follows: then all white space is one blank, or its further breaks. */
function readWhite(source: string, from: number, parts: string[]): number {
  let at = skipBlanks(source, from, source.length);
  if (!isBreak(source, at)) {
    parts.push(source.slice(from, at));
    return at;
  }
  let breaks = 0;
  for (; isBlank(source.charCodeAt(at)) || isBreak(source, at); at++) if (source.charCodeAt(at) === LF) breaks++;
  parts.push(breaks > 1 ? '\n'.repeat(breaks - 1) : ' ');
  return at;
}

/** Reads the escape at `at`, a backslash; answers the offset behind it. */
function readEscape(source: string, at: number, { parts, report }: { parts: string[]; report: ReportAt }): number {
  const letter = source.charAt(at + 1);
  const plain = ESCAPES.get(letter);
  if (plain !== undefined) parts.push(plain);
  else if (isBreak(source, at + 1)) return skipBlanks(source, at + (letter === '\r' ? 3 : 2), source.length);
  else {
    const length = HEX_LENGTH.get(letter) ?? 0;
    const digits = source.slice(at + 2, at + 2 + length);
    const code = length > 0 && digits.length === length && /^[0-9a-fA-F]+$/.test(digits) ? parseInt(digits, 16) : Infinity;
    if (code > 0x10ffff) report(at, `Invalid escape sequence ${source.slice(at, at + 2 + length)}`);
    else parts.push(String.fromCodePoint(code));
    return at + 2 + length;
  }
  return at + 2;
}

/** `|`, `>2-`: how the lines below are joined, how deep they stand, and what becomes of the last line breaks. */
export interface BlockHeader {
  readonly isFolded: boolean;
  /** Columns that the header asks for, 0 when it doesn't say. */
  readonly indent: number;
  readonly chomp: '' | '+' | '-';
  readonly length: number;
}

export function blockHeader(source: string, report: ReportAt): BlockHeader {
  let indent = 0;
  let chomp: BlockHeader['chomp'] = '';
  let wrong = -1;
  for (let at = 1; at < source.length; at++) {
    const sign = source.charAt(at);
    if (chomp === '' && (sign === '+' || sign === '-')) chomp = sign;
    else if (indent === 0 && /[1-9]/.test(sign)) indent = Number(sign);
    else if (wrong < 0) wrong = at;
  }
  if (wrong >= 0) report(wrong, `Block scalar header includes extra characters: ${source}`);
  return { isFolded: source.startsWith('>'), indent, chomp, length: source.length };
}

interface BlockLine {
  readonly indent: number;
  /** The line without its blanks and line break. */
  readonly content: string;
  readonly from: number;
}

function blockLines(source: string): BlockLine[] {
  let from = 0;
  return source.split('\n').map((line) => {
    let indent = 0;
    while (line.charCodeAt(indent) === 32) indent++;
    const start = from;
    from += line.length + 1;
    return { indent, content: line.endsWith('\r') ? line.slice(indent, -1) : line.slice(indent), from: start };
  });
}

/**
 * Text of the lines of a block scalar. `parentIndent` is the column of the collection it stands in, −1 for none, which
 * then asks for no indentation.
 */
export function blockText(source: string, context: { header: BlockHeader; parentIndent: number; isRoot: boolean }, report: ReportAt): string {
  const { header, isRoot } = context;
  const lines = source === '' ? [] : blockLines(source);
  let count = lines.length;
  while (count > 0 && lines[count - 1]?.content === '') count--;
  if (count === 0) return header.chomp === '+' && lines.length > 0 ? '\n'.repeat(Math.max(1, lines.length - 1)) : '';
  let depth = context.parentIndent + header.indent;
  const first = lines.findIndex(({ content }) => content !== '');
  if (header.indent === 0) for (const { indent } of lines.slice(0, first)) depth = Math.max(depth, indent);
  const { indent: firstIndent = 0, from: firstFrom = 0 } = lines[first] ?? {};
  if (firstIndent < depth) report(firstFrom + firstIndent, 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator');
  if (header.indent === 0) depth = firstIndent;
  if (depth === 0 && !isRoot) report(firstFrom, 'Block scalar values in collections must be indented');
  // Blanks beyond the indentation make an empty line part of the text.
  for (let n = lines.length - 1; n >= count; n--) if ((lines[n]?.indent ?? 0) > depth) count = n + 1;
  for (const line of lines.slice(first, count)) {
    if (line.content !== '' && line.indent < depth) report(line.from + line.indent, `Block scalar lines must not be less indented than their ${header.indent > 0 ? 'explicit indentation indicator' : 'first line'}`);
  }
  const blank = ({ indent }: BlockLine): string => ' '.repeat(Math.max(0, indent - depth));
  const text = lines.slice(0, first).map((line) => `${blank(line)}\n`).join('') + joinLines(lines.slice(first, count), depth, header.isFolded);
  if (header.chomp === '-') return text;
  const all = header.chomp === '+' ? text + lines.slice(count).map((line) => `\n${blank(line)}`).join('') : text;
  return header.chomp === '+' && all.endsWith('\n') ? all : `${all}\n`;
}

function joinLines(lines: readonly BlockLine[], depth: number, isFolded: boolean): string {
  const parts: string[] = [];
  let separator = '';
  let wasDeeper = false;
  for (const { indent, content } of lines) {
    const blanks = ' '.repeat(Math.max(0, indent - depth));
    const isDeeper = indent > depth || content.startsWith('\t');
    if (!isFolded || isDeeper) {
      if (isFolded && separator === ' ') separator = '\n';
      else if (isFolded && !wasDeeper && separator === '\n') separator = '\n\n';
      parts.push(separator, blanks, content);
      separator = '\n';
      wasDeeper = isFolded;
    } else if (content === '') {
      if (separator === '\n') parts.push('\n');
      else separator = '\n';
    } else {
      parts.push(separator, content);
      separator = ' ';
      wasDeeper = false;
    }
  }
  return parts.join('');
}
