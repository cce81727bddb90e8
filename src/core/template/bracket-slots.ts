/**
 * Finds what may be a slot among the brackets of a masked line, and says where in its field it stands. Links,
 * images, footnotes, link definitions and brackets glued to a word (`array[index]`) are none.
 */
import { isDefinition } from './link-definition';
import { HIDDEN, type MaskedLine } from './masked-line';
import { type Bracket, readWording, type Wording } from './slot-wording';

/**
 * - `field`: nothing else is behind the label or in the cell: `- Action: [Action]`, `| [Test] |`
 * - `alone`: nothing else is in the line or behind its dash: `1. [Scenario]`, `- Choice - [Why]`
 * - `edge`: the field starts or ends with it: `- [ ] [Contract Y] still holds`
 * - `tag`: a sentence follows, so it may be a tag: `- [Docs] The form has a new name.`
 * - `quoted`: the end of a quotation, a remark of its own, a step in a menu: `"Not found: {id}"`, `a marker ([YOUR NAME])`
 * - `within`: text on both sides
 */
export type Position = 'field' | 'alone' | 'edge' | 'tag' | 'quoted' | 'within';

export interface BracketSlot {
  /** Offsets in the line; the brackets are included. */
  readonly from: number;
  readonly to: number;
  readonly inner: string;
  readonly bracket: Bracket;
  readonly position: Position;
  readonly wording: Wording;
}

export interface BracketSlots {
  readonly slots: readonly BracketSlot[];
  /** The label, if the line is a link definition: `[label]: https://…`. */
  readonly definition: string | null;
}

interface Pair {
  readonly from: number;
  readonly to: number;
  readonly bracket: Bracket;
}

/** The slots a line may hold, by their first character. Linear in the line's length. */
export function bracketSlots(line: MaskedLine): BracketSlots {
  const { start } = line;
  const slots: BracketSlot[] = [];
  for (const { from, to, bracket } of innermostPairs(line.masked)) {
    const inner = line.source.slice(from + 1, to - 1);
    if (bracket === 'square' && from === start && isDefinition(line.source, to)) return { slots: [], definition: inner };
    if (isGlued(line.masked, from, to) || (bracket === 'curly' && isQuote(line.masked[from - 1]))) continue;
    const wording = readWording(inner, bracket);
    if (wording) slots.push({ from, to, inner, bracket, wording, position: positionIn(line.masked, { from, to }, start) });
  }
  return { slots: slots.sort((a, b) => a.from - b.from), definition: null };
}

/** Bracket pairs that hold no pair of their own kind and are no link or part of one. */
function innermostPairs(masked: string): Pair[] {
  const pairs: Pair[] = [];
  const open = { square: [] as number[], curly: [] as number[] };
  const lastClosed = { square: -1, curly: -1 };
  for (let at = 0; at < masked.length; at++) {
    const char = masked[at];
    if (char === '[') open.square.push(at);
    else if (char === '{') open.curly.push(at);
    else if (char === ']' || char === '}') {
      const bracket = char === ']' ? 'square' : 'curly';
      const from = open[bracket].pop();
      if (from === undefined) continue;
      const next = masked[at + 1];
      if (bracket === 'square' && (next === '(' || next === '[')) {
        while ((pairs.at(-1)?.from ?? -1) > from) pairs.pop();
      } else if (lastClosed[bracket] < from) pairs.push({ from, to: at + 1, bracket });
      lastClosed[bracket] = from;
    }
  }
  return pairs;
}

/** Whether the pair touches a word or another bracket, as in `a[i]`, `f(x){y}`, `${x}`, `[a][b]`, `[s]he`, `/users/{id}`. */
function isGlued(masked: string, from: number, to: number): boolean {
  const before = masked[skipBack(masked, from - 1, isEmphasis)] ?? ' ';
  const after = masked[skip(masked, to, isEmphasis)] ?? ' ';
  // Matches "a", "]", "$", "/"; not " ", "(", "*".
  return /[\p{L}\p{N}\])}[{$!@#%&=/\\~^.\0]/u.test(before) || /[\p{L}\p{N}[\]({}/=\0]/u.test(after);
}

/** A string in code that stands in prose: `"{name}"`. */
function isQuote(char: string | undefined): boolean {
  return char === '"' || char === "'";
}

function positionIn(masked: string, { from, to }: { from: number; to: number }, start: number): Position {
  const left = skipBack(masked, from - 1, isPadding);
  const right = skip(masked, to, isPadding);
  const isStep = isArrow(masked, left) && (isArrow(masked, right) || masked.startsWith('->', right));
  if (isStep || isQuoted(masked, from, to)) return 'quoted';
  const ends = right >= masked.length || masked[right] === '|' || isLastDot(masked, right);
  const opensLine = left < start;
  const named = isLabelEnd(masked, left) || masked[left] === '|';
  const opens = opensLine || named || isSeparator(masked, left);
  const closes = ends || masked[right] === ':' || isSeparator(masked, right);
  // What opens a line before a dash or colon may be a tag ("- [docs] - typo"), what stands between arrows a step in a menu.
  const isTag = opensLine || isArrow(masked, left);
  if (opens && closes && (ends || !isTag)) return named ? 'field' : 'alone';
  // Matches "T", "“T"; not "t".
  if (opensLine && !closes && right > to && !masked.slice(0, start).includes('#') && /^["“]?\p{Lu}/u.test(masked.slice(right, right + 3))) return 'tag';
  return opens || closes ? 'edge' : 'within';
}

/** Whether a quotation that began before the pair ends with it, or the pair is all that stands between parentheses. */
function isQuoted(masked: string, from: number, to: number): boolean {
  const [before, after] = [masked[from - 1], masked[to]];
  return (before === '(' && after === ')') || ((after === '"' || after === '”') && before !== '"' && before !== '“');
}

function isLabelEnd(masked: string, at: number): boolean {
  if (masked[at] === '：') return true;
  if (masked[at] !== ':') return false;
  // Matches "boom", of an emoji's ":boom:"; not "Action", " 1".
  const word = skipBack(masked, at - 1, (char) => /[a-z_]/.test(char));
  return masked[word] !== ':';
}

function isArrow(masked: string, at: number): boolean {
  return masked[at] === '→' || masked[at] === '>';
}

/** A cell border, an arrow, a middle dot, or a dash with space around it. */
function isSeparator(masked: string, at: number): boolean {
  const char = masked[at];
  if (char === '|' || char === '·' || char === '•' || char === '→' || char === '—' || char === '–') return true;
  if (char === '>') return masked[at - 1] === '-';
  return char === '-' && (masked[at - 1] ?? ' ') === ' ' && (masked[at + 1] === '>' || (masked[at + 1] ?? ' ') === ' ');
}

function isLastDot(masked: string, at: number): boolean {
  return masked[at] === '.' && masked.slice(at + 1, at + 20).trim() === '' && masked.length - at < 20;
}

function skip(masked: string, at: number, passes: (char: string) => boolean): number {
  let to = at;
  while (to < masked.length && passes(masked.charAt(to))) to++;
  return to;
}

function skipBack(masked: string, at: number, passes: (char: string) => boolean): number {
  let to = at;
  while (to >= 0 && passes(masked.charAt(to))) to--;
  return to;
}

function isEmphasis(char: string): boolean {
  return char === '*' || char === '_' || char === '~' || char === HIDDEN;
}

function isPadding(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\u00a0' || isEmphasis(char) || char === '"' || char === '“' || char === '”';
}
