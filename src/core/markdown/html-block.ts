/** HTML blocks, CommonMark 0.31 section 4.6: seven ways to start, each with its own end. */
import { skipBlanks, trimEnd } from './line-starts';

/** Kinds 1–5 end at a text in a line, 6 and 7 at a blank line. */
export type HtmlKind = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** By kind: what a line must hold to end the block. */
const END_MARKS: readonly (string | undefined)[] = [undefined, undefined, '-->', '?>', '>', ']]>'];

const RAW_TEXT = ['pre', 'script', 'style', 'textarea'];
const BLOCK_TAGS = new Set(
  ('address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset ' +
    'figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem ' +
    'nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul').split(' '),
);

/** Kind of HTML block that starts at the `<` at `at`; kind 7 cannot break into a paragraph. */
export function htmlBlockKind(text: string, at: number, to: number, isInParagraph: boolean): HtmlKind {
  if (text.startsWith('<!--', at)) return 2;
  if (text.startsWith('<?', at)) return 3;
  if (text.startsWith('<![CDATA[', at)) return 5;
  if (text.startsWith('<!', at)) return isLetter(text.charCodeAt(at + 2)) ? 4 : 0;
  const isClosing = text[at + 1] === '/';
  const nameFrom = isClosing ? at + 2 : at + 1;
  const nameTo = endOfTagName(text, nameFrom, to);
  if (nameTo === nameFrom) return 0;
  const name = nameTo - nameFrom > 10 ? '' : text.slice(nameFrom, nameTo).toLowerCase();
  const after = nameTo < to ? text[nameTo] : '';
  const isEnded = after === '' || after === ' ' || after === '\t' || after === '>';
  if (!isClosing && isEnded && RAW_TEXT.includes(name)) return 1;
  if ((isEnded || text.startsWith('/>', nameTo)) && BLOCK_TAGS.has(name)) return 6;
  if (isInParagraph) return 0;
  const tagTo = isClosing ? skipBlanks(text, nameTo, to) : endOfAttributes(text, nameTo, to);
  return text[tagTo] === '>' && tagTo < to && trimEnd(text, tagTo + 1, to) === tagTo + 1 ? 7 : 0;
}

/** Whether a block of kinds 1–5 ends on the line `from`–`to`. */
export function endsHtmlBlock(text: string, from: number, to: number, kind: HtmlKind): boolean {
  const line = text.slice(from, to);
  if (kind === 1) {
    const lower = line.toLowerCase();
    return RAW_TEXT.some((name) => lower.includes(`</${name}>`));
  }
  const end = END_MARKS[kind];
  return end !== undefined && line.includes(end);
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function endOfTagName(text: string, from: number, to: number): number {
  if (from >= to || !isLetter(text.charCodeAt(from))) return from;
  let at = from + 1;
  while (at < to && (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at)) || text[at] === '-')) at++;
  return at;
}

/** Offset behind the attributes and `/` of an opening tag: where its `>` must stand; −1 when they are malformed. */
function endOfAttributes(text: string, from: number, to: number): number {
  for (let at = from; ; ) {
    const next = skipBlanks(text, at, to);
    if (next >= to || text[next] === '>') return next;
    if (text[next] === '/') return next + 1;
    const nameTo = endOfAttributeName(text, next, to);
    if (next === at || nameTo === next) return -1;
    const equals = skipBlanks(text, nameTo, to);
    at = equals < to && text[equals] === '=' ? endOfAttributeValue(text, skipBlanks(text, equals + 1, to), to) : nameTo;
    if (at < 0) return -1;
  }
}

function endOfAttributeName(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from);
  if (!isLetter(first) && first !== 95 && first !== 58) return from;
  let at = from + 1;
  while (at < to && (isLetter(text.charCodeAt(at)) || isDigit(text.charCodeAt(at)) || '_.:-'.includes(text.charAt(at)))) at++;
  return at;
}

function endOfAttributeValue(text: string, from: number, to: number): number {
  const quote = text[from];
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, from + 1);
    return close >= 0 && close < to ? close + 1 : -1;
  }
  let at = from;
  while (at < to && !' \t"\'=<>`'.includes(text.charAt(at))) at++;
  return at > from ? at : -1;
}
