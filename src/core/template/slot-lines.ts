/**
 * Walks a note line by line and hands on the lines in which a slot may stand, with what is not text masked out.
 * Left out: fenced and indented code, comments, display math and raw HTML that run over lines. Offsets are
 * relative to the whole text.
 */
import { afterLineBreak, endOfLine } from '../text/line-index';
import { type Carry, maskLine, type MaskedLine } from './masked-line';

export type SlotLine =
  | ({ readonly kind: 'prose' } & MaskedLine)
  /** A frontmatter line. */
  | { readonly kind: 'property'; readonly from: number; readonly to: number }
  /** A line in a Mermaid block: `U->>UI: [Action]`. */
  | { readonly kind: 'message'; readonly from: number; readonly to: number }
  /** The only line of a fenced block without a language. */
  | { readonly kind: 'fenced'; readonly from: number; readonly to: number };

interface Line {
  readonly from: number;
  readonly to: number;
}

interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly info: string;
  readonly quoted: boolean;
}

/**
 * What a line has that holds a slot, or opens what runs over lines. Most lines have none of it, and are passed over
 * unmasked, in a fraction of the time. Matches "[Name", "[N]", "{id", "YYYY", "path/to/", ": Draft |", "<!--", "%%";
 * not "- [ ] a", "[x] b", "{ a }", "| a |".
 */
const CLUE = /\[(?![ \][]|[^N]\])|\{(?!\s)|YYYY|path\/to\/|:[^:|/[\]{}`]+[|/]|<[!sSpP]|%%|\$\$/;

/** The lines of `text` that may hold a slot, in order. Linear in the length of the text. */
export function slotLines(text: string): SlotLine[] {
  const lines = splitLines(text);
  const found: SlotLine[] = [];
  // A sample date asks for the table's header, so that no line can be passed over.
  const hasDates = text.includes('YYYY');
  let at = frontmatterEnd(text, lines);
  for (let i = 1; i < at - 1; i++) found.push({ kind: 'property', ...lineAt(lines, i) });
  let carry: Carry = null;
  let codeAllowed = true;
  let last = '';
  while (at < lines.length) {
    const line = lineAt(lines, at);
    const fence = carry ? null : openFence(text, line);
    if (fence) {
      const before = found.length;
      at = readFence(text, lines, { at, fence, found });
      if (found.length > before) last = '';
      codeAllowed = true;
      continue;
    }
    at++;
    const source = text.slice(line.from, line.to);
    if (!carry && isBlank(source)) codeAllowed = codeAllowed || !isInList(last);
    else if (!carry && codeAllowed && isIndented(source)) continue;
    else {
      last = source;
      codeAllowed = false;
      if (!carry && !hasDates && !CLUE.test(source)) continue;
      const masked = maskLine(source, line.from, carry);
      carry = masked.carry;
      found.push({ kind: 'prose', ...masked });
    }
  }
  return found;
}

/** Lines end at LF, CRLF or CR; a byte order mark is no part of the first one. */
function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  const hasCr = text.includes('\r');
  for (let from = text.charCodeAt(0) === 0xfeff ? 1 : 0; ; ) {
    const lineFeed = hasCr ? endOfLine(text, from) : text.indexOf('\n', from);
    const to = lineFeed < 0 ? text.length : lineFeed;
    lines.push({ from, to });
    if (to >= text.length) return lines;
    from = afterLineBreak(text, to);
  }
}

function lineAt(lines: readonly Line[], at: number): Line {
  const line = lines[at];
  if (!line) throw new RangeError(`No line ${at} of ${lines.length}.`);
  return line;
}

/** Number of the line after the frontmatter; 0 when there is none. */
function frontmatterEnd(text: string, lines: readonly Line[]): number {
  const isRule = ({ from, to }: Line, mark: string): boolean => text.startsWith(mark, from) && text.slice(from, to).trimEnd() === mark;
  if (!isRule(lineAt(lines, 0), '---')) return 0;
  const close = lines.findIndex((line, i) => i > 0 && (isRule(line, '---') || isRule(line, '...')));
  return close < 0 ? 0 : close + 1;
}

function openFence(text: string, line: Line): Fence | null {
  const { at, quoted } = afterContainers(text, line);
  const mark = text[at] ?? '';
  if ((mark !== '`' && mark !== '~') || at >= line.to) return null;
  const length = runLength(text, at, line.to);
  const info = text.slice(at + length, line.to).trim();
  return length >= 3 && !(mark === '`' && info.includes('`')) ? { mark, length, info, quoted } : null;
}

/** Adds what a fenced block holds to `found`; the number of the line after the block. */
function readFence(text: string, lines: readonly Line[], block: { at: number; fence: Fence; found: SlotLine[] }): number {
  const { fence, found } = block;
  const first = block.at + 1;
  let last = first;
  while (last < lines.length && !endsFence(text, lineAt(lines, last), fence)) last++;
  const language = fence.info.split(' ', 1)[0]?.toLowerCase();
  if (language === 'mermaid') for (let i = first; i < last; i++) found.push({ kind: 'message', ...lineAt(lines, i) });
  if (fence.info === '' && last === first + 1 && last < lines.length) found.push({ kind: 'fenced', ...lineAt(lines, first) });
  const leftQuote = last < lines.length && fence.quoted && !afterContainers(text, lineAt(lines, last)).quoted;
  return leftQuote ? last : last + 1;
}

function endsFence(text: string, line: Line, fence: Fence): boolean {
  const { at, quoted } = afterContainers(text, line);
  if (fence.quoted && !quoted) return true;
  if (text[at] !== fence.mark || at >= line.to) return false;
  const length = runLength(text, at, line.to);
  return length >= fence.length && isBlank(text.slice(at + length, line.to));
}

function runLength(text: string, at: number, end: number): number {
  let to = at;
  while (to < end && text[to] === text[at]) to++;
  return to - at;
}

/** Where a line's content starts behind quote marks and one list marker: "> - ```" starts at the backticks. */
function afterContainers(text: string, { from, to }: Line): { at: number; quoted: boolean } {
  let at = from;
  let quoted = false;
  while (at < to && (isSpace(text[at]) || text[at] === '>')) quoted = text[at++] === '>' || quoted;
  if ((text[at] === '-' || text[at] === '*' || text[at] === '+') && isSpace(text[at + 1])) {
    at += 2;
    while (at < to && isSpace(text[at])) at++;
  }
  return { at, quoted };
}

/** Whether the last line of prose belongs to a list, so that an indented line after it is the list's and no code. */
function isInList(source: string): boolean {
  // Matches "- a", "  2. b", "> * c"; not "a - b".
  return isIndented(source) || /^[ \t>]{0,12}(?:[-*+]|\d{1,9}[.)])[ \t]/.test(source) || source.startsWith('  ');
}

function isIndented(source: string): boolean {
  return source.startsWith('    ') || source.startsWith('\t');
}

function isBlank(source: string): boolean {
  return source.trim() === '';
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\t';
}
