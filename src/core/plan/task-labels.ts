/**
 * Labels over a section's list items that are no headings: a line that is nothing but bold, the title of a callout,
 * and a plain line with a colon right above a list, when its words say what the list is for.
 */
import { BlockKind, type Blocks, Item, Leaf } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import { isQuoted } from '../markdown/quote';
import { endOfLine, startOfLine } from '../text/line-index';
import { firstItemFrom } from './list-items';
import type { Section } from './outline';
import type { TitleFacts, TitleReader } from './title-reader';

export interface TaskLabel {
  readonly line: number;
  readonly text: string;
  /** First line that it no longer stands for: the end of its callout; else the section's. */
  readonly lineTo: number;
  /** Whether it is a callout's title. */
  readonly isCallout: boolean;
}

/** A line that is nothing but a bold label. Matches `**Automated**:`, `**Manual** (by QA):`; not `**Goal**: ship it`. Group 1 is its text. */
const BOLD_LABEL = /^(?:\*\*|__)([^*_\n]{1,80})(?:\*\*|__)[ \t]*(?:\([^()\n]{1,60}\))?[ \t]*:?$/;
/** The first line of a callout. Matches `[!success]+ Success criteria`. Group 1 is its title. */
const CALLOUT = /^\[![\w-]{1,30}[^\]\n]{0,40}\][+-]?[ \t]+(\S.{0,100})$/;
/** A list item that labels its children. Matches `**Coverage**: what is tested`, `Manual:`. Group 1 or 2 is the label. */
const ITEM_LABEL = /^(?:(?:\*\*|__)([^*_\n]{1,80})(?:\*\*|__)|([^:\n]{1,60})(?=:))/;
/** A plain list item is a name up to this length. */
const LONGEST_NAME = 40;
/** A label is no longer than this. */
const LONGEST_LABEL = 120;

/** Goes through a section's labels as its items are gone through, line by line. */
export class LabelCursor {
  private readonly open: TaskLabel[] = [];
  private next = 0;

  constructor(private readonly labels: readonly TaskLabel[]) {}

  /** The nearest label above `line` that still stands; lines must not go down. */
  above(line: number): string | null {
    for (let label = this.labels[this.next]; label && label.line < line; label = this.labels[++this.next]) this.open.push(label);
    let last = this.open[this.open.length - 1];
    while (last && last.lineTo <= line) {
      this.open.pop();
      last = this.open[this.open.length - 1];
    }
    return last?.text ?? null;
  }
}

/** Labels among the section's own paragraphs, in text order. */
export function sectionLabels(blocks: Blocks, section: Section, titles: TitleReader): TaskLabel[] {
  const { leaves } = blocks;
  const labels: TaskLabel[] = [];
  let quoteTo = 0;
  for (let leaf = section.leaf + 1; leaf < section.leafTo; leaf++) {
    if (leaves.get(leaf, Leaf.kind) !== BlockKind.paragraph || leaves.get(leaf, Leaf.item) >= 0) continue;
    const add = (line: number, text: string | null, isCallout: boolean): void => {
      if (text === null) return;
      const isInQuote = isQuoted(blocks.text, leaves.get(leaf, Leaf.from));
      // Labels of one quote share its end, or a long quote of labels would be gone through once for each.
      if (isInQuote && line >= quoteTo) quoteTo = endOfQuote(blocks, leaf, section.leafTo);
      labels.push({ line, text, lineTo: isInQuote ? quoteTo : section.lineTo, isCallout });
    };
    add(leaves.get(leaf, Leaf.line), calloutTitle(blocks, leaf), true);
    const last = lastLineLabel(blocks, leaf, titles);
    if (last === null || !isOverPlainItems(blocks, leaves.get(leaf, Leaf.endLine), titles.read(last))) add(leaves.get(leaf, Leaf.endLine), last, false);
  }
  return labels;
}

/** Labels of the list item `nearest` and of those around it, nearest first. */
export function parentLabels({ text, items }: Blocks, nearest: number, titles: TitleReader): string[] {
  const labels: string[] = [];
  for (let parent = nearest, depth = 0; parent >= 0 && depth < 20; parent = items.get(parent, Item.parent), depth++) {
    const from = items.get(parent, Item.textFrom);
    const source = text.slice(from, Math.min(items.get(parent, Item.textTo), from + 200));
    const label = ITEM_LABEL.exec(source);
    const found = label?.[1] ?? label?.[2] ?? (isTelling(source, titles) ? source : undefined);
    // A task is no label of what stands below it, unless it is nothing but a name for checks.
    if (found !== undefined && (items.get(parent, Item.mark) < 0 || isTelling(withoutColon(plainText(source)), titles))) labels.push(withoutColon(plainText(found)));
  }
  return labels;
}

/** Nothing but a name for checks or questions: "Success criteria", "_Verification_". */
function isTelling(source: string, titles: TitleReader): boolean {
  if (source.length > LONGEST_NAME || /[\r\n]/.test(source)) return false;
  const { kind, isWeak } = titles.read(plainText(source));
  return kind !== null && kind !== 'other' && !isWeak;
}

function lastLineLabel({ text, leaves }: Blocks, leaf: number, titles: TitleReader): string | null {
  const to = leaves.get(leaf, Leaf.to);
  const lineFrom = startOfLine(text, to, leaves.get(leaf, Leaf.from));
  if (to - lineFrom > LONGEST_LABEL) return null;
  const line = text.slice(lineFrom, to).replace(/^[\s>]+/, '').trimEnd();
  const bold = BOLD_LABEL.exec(line)?.[1];
  if (bold !== undefined) return withoutColon(bold);
  const next = leaves.get(leaf + 1, Leaf.kind) === BlockKind.blank ? leaf + 2 : leaf + 1;
  if (!/[:：]$/.test(line) || next >= leaves.length || leaves.get(next, Leaf.item) < 0) return null;
  const words = withoutColon(plainText(line));
  const { kind, verification } = titles.read(words);
  return kind === null && verification === null ? null : words;
}

/** `**Files:**` over plain items: the boxes that follow them are something else. */
function isOverPlainItems(blocks: Blocks, line: number, { kind, verification, phase }: TitleFacts): boolean {
  const { items } = blocks;
  if (kind !== null || verification !== null || phase !== null) return false;
  const item = firstItemFrom(blocks, line);
  const hasChildren = item + 1 < items.length && items.get(item + 1, Item.parent) === item;
  return item < items.length && items.get(item, Item.mark) < 0 && !hasChildren;
}

function calloutTitle({ text, leaves }: Blocks, leaf: number): string | null {
  const from = leaves.get(leaf, Leaf.from);
  if (text[from] !== '[' || text[from + 1] !== '!') return null;
  const title = CALLOUT.exec(text.slice(from, Math.min(endOfLine(text, from), from + 200)).trimEnd())?.[1];
  return title === undefined ? null : withoutColon(plainText(title));
}

/** Line behind the last leaf in a row whose lines are quoted. */
function endOfQuote({ text, leaves }: Blocks, first: number, leafTo: number): number {
  let leaf = first;
  while (leaf + 1 < leafTo && isQuoted(text, leaves.get(leaf + 1, Leaf.from))) leaf++;
  return leaves.get(leaf, Leaf.endLine) + 1;
}

function withoutColon(label: string): string {
  return label.trim().replace(/[:：]$/, '').trim();
}
