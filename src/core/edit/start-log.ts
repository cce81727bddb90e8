/** A plan's first log entry: the table below a log's heading, or the section with it, where a reader looks for it. */
import { BlockKind, type Blocks, Leaf } from '../markdown/blocks';
import type { MovablePlan } from '../plan/parse-plan';
import { foldTitle } from '../plan/match-words';
import { APPENDIX_WORDS } from '../plan/vocabulary';
import { type EditResult, edited } from '../text/edit-result';
import { afterLineBreak, endOfLine, lineBreakNear, startOfLine } from '../text/line-index';
import type { LogEntry } from './log-entry';

/** The table below the heading of a log that has no entries. */
export function startTable({ blocks, outline }: MovablePlan, headingLine: number, entry: LogEntry): EditResult {
  const { text, leaves } = blocks;
  const section = outline.sections.find(({ heading }) => heading?.line === headingLine);
  const at = endOfLine(text, leaves.get(section?.leaf ?? 0, Leaf.to));
  const lineBreak = lineBreakNear(text, at);
  const next = Math.min(text.length, afterLineBreak(text, at));
  const isFollowed = text.slice(next, endOfLine(text, next)).trim() !== '';
  return edited({ from: at, to: at, insert: lineBreak + lineBreak + newTable(entry, lineBreak) + (isFollowed ? lineBreak : '') });
}

/**
 * A section of its own, numbered when the note's other sections are: at the end of the note, but before a closing line
 * below a rule, and before references and appendices unless they are numbered.
 */
export function createLog(plan: MovablePlan, entry: LogEntry): EditResult {
  const { text } = plan.blocks;
  const number = nextNumber(plan);
  const appendix = number === '' ? startOfAppendix(plan) : null;
  const heading = `## ${number}Change Log`;
  if (appendix !== null) {
    const lineBreak = lineBreakNear(text, appendix);
    return edited({ from: appendix, to: appendix, insert: heading + lineBreak + lineBreak + newTable(entry, lineBreak) + lineBreak + lineBreak });
  }
  const closing = closingRule(plan.blocks, plan.blocks.leaves.length);
  const isBefore = closing?.hasLine === true && text.slice(0, closing.from).replace(/^\uFEFF/, '').trim() !== '';
  const at = endOfText(text, isBefore ? closing.from : text.length);
  const lineBreak = lineBreakNear(text, at);
  const before = text.slice(0, at).trim() === '' ? '' : lineBreak + lineBreak;
  return edited({ from: at, to: at, insert: before + heading + lineBreak + lineBreak + newTable(entry, lineBreak) + (at === text.length ? lineBreak : '') });
}

function nextNumber({ headings }: MovablePlan): string {
  const numbers = headings.filter(({ level }) => level === 2).map(({ text }) => /^(\d{1,3})\.\s/.exec(text)?.[1]);
  const last = numbers[numbers.length - 1];
  return last !== undefined && numbers.every((number) => number !== undefined) ? `${Number(last) + 1}. ` : '';
}

/** Offset of the first of the sections at the note's end that are no more than its references and appendices. */
function startOfAppendix({ blocks, outline }: MovablePlan): number | null {
  const chapters = outline.sections.filter(({ heading }) => heading !== null && heading.level <= 2);
  let first = chapters.length;
  while (first > 0 && isAppendix(chapters[first - 1]?.heading?.text ?? '')) first--;
  const chapter = chapters[first];
  return first > 0 && chapter?.heading?.level === 2 ? startOfLine(blocks.text, blocks.leaves.get(chapter.leaf, Leaf.from)) : null;
}

function isAppendix(title: string): boolean {
  const words = foldTitle(title);
  return APPENDIX_WORDS.some((word) => words === word || words.startsWith(`${word} `) || words.startsWith(`${word}:`));
}

/** A closing line. Matches "*Written by Ann*", "<sub>v2</sub>"; not "- a", "Text". */
const CLOSING = /^(?:[*_](?![*_]*\s)|<)/;
/** Lines of a closing paragraph. */
const MOST_LINES = 2;

/** Where a rule closes what stands before the leaf `leafTo`, at its end or above a closing line such as `*Written by Ann*`; null without one. */
export function closingRule({ text, leaves }: Blocks, leafTo: number): { readonly from: number; readonly hasLine: boolean } | null {
  const last = lastBefore(leaves, leafTo);
  const isLine = leaves.get(last, Leaf.kind) === BlockKind.paragraph && leaves.get(last, Leaf.item) < 0 && leaves.get(last, Leaf.endLine) - leaves.get(last, Leaf.line) < MOST_LINES && CLOSING.test(text.slice(leaves.get(last, Leaf.from), leaves.get(last, Leaf.to)));
  const rule = isLine ? lastBefore(leaves, last) : last;
  if (rule < 0 || leaves.get(rule, Leaf.kind) !== BlockKind.thematicBreak || leaves.get(rule, Leaf.item) >= 0) return null;
  return { from: startOfLine(text, leaves.get(rule, Leaf.from)), hasLine: isLine };
}

/** The last leaf before `leafTo` that is no blank line, −1 for none. */
function lastBefore(leaves: Blocks['leaves'], leafTo: number): number {
  let leaf = leafTo - 1;
  while (leaf >= 0 && leaves.get(leaf, Leaf.kind) === BlockKind.blank) leaf--;
  return leaf;
}

/** End of the last visible character before `to`; a byte order mark stays in front. */
export function endOfText(text: string, to: number): number {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let at = to;
  while (at > start && /[ \t\r\n]/.test(text.charAt(at - 1))) at--;
  return at;
}

function newTable({ date, author, change }: LogEntry, lineBreak: string): string {
  const cell = (value: string): string => value.replace(/\|/g, '\\|');
  return ['| Date | Author | Change |', '|------|--------|--------|', `| ${date} | ${cell(author)} | ${cell(change)} |`].join(lineBreak);
}
