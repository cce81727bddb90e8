/**
 * Values that go on over lines further in, where a line break is a blank: plain text and quotes. Declined, by undefined,
 * is what only a YAML parser can tell. Offsets are relative to the note.
 */
import { afterLineBreak, endOfLine } from '../text/line-index';
import { trimEnd } from './line-starts';
import { endOfPlainText, type PlacedValue } from './plain-value';
import { doubleQuotedText, plainText, singleQuotedText } from './yaml-scalar';

export interface FoldedPlace {
  /** Where the value starts, and where its first line ends. */
  readonly from: number;
  readonly lineEnd: number;
  /** End of all YAML. */
  readonly yamlTo: number;
  /** Column of the key or hyphen: lines of the value stand further in. */
  readonly indent: number;
}

const HASH = 35;
const SINGLE = 39;
const DOUBLE = 34;
const BACKSLASH = 92;

/** Plain text that starts with `first`; that itself, when it doesn't go on. */
export function readFoldedPlain(text: string, { from, lineEnd, yamlTo, indent }: FoldedPlace, first: PlacedValue): PlacedValue | undefined {
  let { to } = first;
  let at = afterLineBreak(text, lineEnd);
  while (at < yamlTo) {
    const start = skipSpaces(text, at);
    const isVisible = !'\t\r\n'.includes(text.charAt(start));
    if (isVisible && (start - at <= indent || text.charCodeAt(start) === HASH)) break;
    const end = endOfLine(text, start);
    if (!isOrdinary(text, start, end)) return undefined;
    if (isVisible) {
      to = trimEnd(text, start, end);
      if (endOfPlainText(text, { from: start, to, isFlow: false }) !== to) return undefined;
    }
    at = afterLineBreak(text, end);
  }
  return to === first.to ? first : { value: plainText(text.slice(from, to), () => undefined), from, to };
}

/** Quoted text from `from`, an opening quote. What stands behind the closing one is for the caller to look at. */
export function readFoldedQuoted(text: string, { from, lineEnd, yamlTo, indent }: FoldedPlace): PlacedValue | undefined {
  const quote = text.charCodeAt(from);
  let to = closingQuote(text, from + 1, lineEnd);
  let end = lineEnd;
  while (to < 0) {
    const at = afterLineBreak(text, end);
    const start = skipSpaces(text, at);
    end = endOfLine(text, start);
    if (at >= yamlTo || !isOrdinary(text, start, end) || (start < end && start - at <= indent)) return undefined;
    to = closingQuote(text, start, end, quote);
  }
  const problems: string[] = [];
  const report = (_offset: number, message: string): void => { problems.push(message); };
  const source = text.slice(from, to);
  const value = quote === SINGLE ? singleQuotedText(source, report) : doubleQuotedText(source, report);
  return problems.length === 0 ? { value, from, to } : undefined;
}

/** Offset behind the closing quote on this line; −1 for none. */
function closingQuote(text: string, from: number, to: number, quote = text.charCodeAt(from - 1)): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (quote === DOUBLE && code === BACKSLASH) at++;
    else if (code === quote) {
      if (quote === DOUBLE || text.charCodeAt(at + 1) !== SINGLE) return at + 1;
      at++;
    }
  }
  return -1;
}

/** Whether the line starts with no tab and ends as YAML's lines do. */
function isOrdinary(text: string, start: number, end: number): boolean {
  return text[start] !== '\t' && !(text[end] === '\r' && text[end + 1] !== '\n');
}

function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}
