/** Slots without brackets: a sample date, a list of options behind a label, a sample path. Offsets are relative to the line. */
import type { MaskedLine, Span } from './masked-line';
import { CHOICE_LABELS, DATE_WORDS, FILE_LABELS, wordsOf } from './slot-words';
import { readOptions } from './slot-wording';

export interface BareSlot {
  readonly from: number;
  readonly to: number;
  readonly style: 'date' | 'choice' | 'square';
  readonly options?: readonly string[];
  /** Whether it is a slot even in a note without any other. */
  readonly certain: boolean;
}

/** The sample dates, option list and sample paths of a line of prose. */
export function bareSlots(line: MaskedLine, columns: readonly string[] | null): BareSlot[] {
  const choice = optionList(line);
  return [...(choice ? [choice] : []), ...sampleDates(line, columns), ...samplePaths(line)];
}

/** `Draft | In Review | Approved` behind `**Status:**` or another label that takes a choice. */
export function optionList({ masked, start }: Pick<MaskedLine, 'masked' | 'start'>): BareSlot | null {
  const bar = masked.includes('|');
  if (!bar && !masked.includes('/')) return null;
  const colon = masked.indexOf(':', start);
  if (colon < 0 || colon - start > 40 || masked[start] === '|') return null;
  if (!CHOICE_LABELS.has(wordsOf(masked.slice(start, colon)).join(' '))) return null;
  // Matches the "** " between "**Status:" and "Draft"; not "Draft".
  const lead = /^[*_ \t]*/.exec(masked.slice(colon + 1))?.[0].length ?? 0;
  const from = colon + 1 + lead;
  const value = masked.slice(from).trimEnd();
  // Matches what makes the value something else: "[Draft | Done]", "Draft | Owner: QA"; not "In Review".
  if (value.length > 300 || /[[\]{}:*`\0]/.test(value)) return null;
  const options = readOptions(value);
  if (!options || (!bar && options.length < 3)) return null;
  return { from, to: from + value.length, style: 'choice', options, certain: true };
}

/** `YYYY-MM-DD` where a date is expected: alone in its line, behind a date's label, in a date's column. */
function sampleDates(line: MaskedLine, columns: readonly string[] | null): BareSlot[] {
  const { masked } = line;
  if (!masked.includes('YYYY')) return [];
  const found: BareSlot[] = [];
  // Matches "YYYY-MM-DD", "DD.MM.YYYY"; not "YYYY-WW".
  for (const match of masked.matchAll(/YYYY[-/.]MM[-/.]DD|DD[-/.]MM[-/.]YYYY|MM\/DD\/YYYY/g)) {
    const from = match.index;
    const to = from + match[0].length;
    if (touchesWord(masked, from, to)) continue;
    found.push({ from, to, style: 'date', certain: isDateExpected(line, { from, to }, columns) });
  }
  return found;
}

function isDateExpected({ masked, start }: MaskedLine, { from, to }: Span, columns: readonly string[] | null): boolean {
  const before = masked.slice(Math.max(0, from - 60), from).replace(/[*_ \t"]+$/, '');
  const after = masked.slice(to, to + 4).replace(/^[*_ \t"]+/, '');
  if (after !== '' && !'|·,:-–—('.includes(after.charAt(0))) return false;
  if (before.endsWith('|')) return columns === null || saysDate(columns[cellNumber(masked, from)] ?? '');
  if (before.endsWith(':')) return saysDate(before.slice(before.lastIndexOf('|') + 1));
  return from - start < 60 && before.length <= Math.max(0, start - Math.max(0, from - 60));
}

/** Number of the table cell at `at`, from 0, in a row that starts with a border. */
function cellNumber(masked: string, at: number): number {
  let cells = -1;
  for (let border = masked.indexOf('|'); border >= 0 && border < at && cells < 99; border = masked.indexOf('|', border + 1)) cells++;
  return cells;
}

/** Whether a label or column takes a date; one that explains a format does not. */
function saysDate(label: string): boolean {
  const words = wordsOf(label);
  return words.some((word) => DATE_WORDS.has(word)) && !words.some((word) => word === 'format' || word === 'pattern' || word === 'formats');
}

function samplePaths({ source, masked, code, start }: MaskedLine): BareSlot[] {
  if (!source.includes('path/to/')) return [];
  const found: BareSlot[] = [];
  for (const { from, to } of code) {
    const path = source.slice(from, to);
    if (isSamplePath(path)) found.push({ from, to, style: 'square', certain: hasLines(path) || isLabelled(masked, from) || (path.startsWith('path/') && isItem(masked, start) && from - 1 === start) });
  }
  for (let at = masked.indexOf('path/to/'); at >= 0; at = masked.indexOf('path/to/', at + 1)) {
    const from = masked[at - 1] === '/' ? at - 1 : at;
    const to = endOfWord(masked, at);
    const path = masked.slice(from, to);
    if (isSamplePath(path) && !touchesWord(masked, from, to)) found.push({ from, to, style: 'square', certain: hasLines(path) });
    at = to;
  }
  return found;
}

/** Whether the text is nothing but a sample path: "/path/to/file.ext:123-145", "path/to/tests/". */
function isSamplePath(path: string): boolean {
  return (path.startsWith('path/to/') || path.startsWith('/path/to/')) && path.length < 200 && !path.includes(' ');
}

function hasLines(path: string): boolean {
  // Matches "file.ext:123", "file.ext:123-145"; not "file.ext".
  return /:\d{1,6}(?:-\d{1,6})?$/.test(path);
}

/** Whether a path's code span stands behind a label that asks for a file: "- File: `", "**Location**: `"; not "for example: `". */
function isLabelled(masked: string, from: number): boolean {
  const before = masked.slice(Math.max(0, from - 60), from).replace(/[\0*_ \t]+$/, '');
  return before.endsWith(':') && FILE_LABELS.has(wordsOf(before.slice(0, -1)).at(-1) ?? '');
}

/** Whether the line is a list's item: its content starts behind a bullet or a number. */
function isItem(masked: string, start: number): boolean {
  // Matches "- ", "> 1. "; not "> ", "  ".
  return /[-*+\d][.)]?[ \t]/.test(masked.slice(0, start));
}

function endOfWord(masked: string, at: number): number {
  let to = at;
  // Matches "a", "/", ":"; not " ", "|", ")".
  while (to < masked.length && /[\w/.:-]/.test(masked.charAt(to))) to++;
  while (masked[to - 1] === '.' || (masked[to - 1] === ':' && to > at)) to--;
  return to;
}

function touchesWord(masked: string, from: number, to: number): boolean {
  // Matches "a", "-", "/"; not " ", "|", "*".
  return /[\p{L}\p{N}\-/.\\]/u.test(masked[from - 1] ?? ' ') || /[\p{L}\p{N}\-/\\]/u.test(masked[to] ?? ' ');
}
