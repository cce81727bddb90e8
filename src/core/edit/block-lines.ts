/**
 * A block of a plan taken apart for copying: its lines in order, each with what it is, what stands before its text,
 * its label and its value. Offsets are relative to the whole text.
 */
import { BlockKind, type Blocks, Item, Leaf } from '../markdown/blocks';
import { foldWords } from '../markdown/inline';
import { skipBlanks } from '../markdown/line-starts';
import { afterLineBreak, endOfLine, startOfLine } from '../text/line-index';

export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** A text with its slots, in order. */
export interface SlottedText {
  readonly text: string;
  readonly slots: readonly TextRange[];
}

export interface BlockLine {
  /** `text`: a paragraph's or item's line. `verbatim`: fences, HTML and rules. `other`: what a copy leaves out. */
  readonly kind: 'heading' | 'text' | 'table' | 'fence' | 'verbatim' | 'blank' | 'other';
  /** Row of its leaf. */
  readonly leaf: number;
  /** The list item it belongs to, −1 for none; and whether it is the item's first line. */
  readonly item: number;
  readonly startsItem: boolean;
  /** Quote marks, indentation, bullet and box. */
  readonly prefix: string;
  /** A label with its colon, empty for none; and what stands behind. */
  readonly label: string;
  readonly value: string;
  /** The line without its line break. */
  readonly from: number;
  readonly to: number;
  /** Where the value starts. */
  readonly valueFrom: number;
}

/** The label of `**Goal**: x`, `**Goal:** x`, `Goal: x`, `**Automated**`. Matches "**Why**: because"; not "see https://x". */
const LABEL = /^((?:\*\*|__)[^*\n]{1,80}(?:[:：](?:\*\*|__)|(?:\*\*|__)(?:[ \t]{0,3}[:：]|$))|\p{L}[^:：*`[\]{}()\n.!?]{0,40}[:：](?=[ \t]|$))/u;

/** The lines of the leaves `leaf` … `leafTo` − 1. */
export function readBlockLines(blocks: Blocks, leaf: number, leafTo: number): BlockLine[] {
  const lines: BlockLine[] = [];
  for (let row = leaf; row < leafTo; row++) for (const line of linesOf(blocks, row)) lines.push(line);
  return lines;
}

/** Words that a label is compared by: "**Goal:**" → "goal". */
export function foldLabel(label: string): string {
  return foldWords(label.replace(/[:：]/g, ' '));
}

/** Whether a slot stands in the range; `slots` are in order. */
export function hasSlot({ slots }: SlottedText, { from, to }: TextRange): boolean {
  let low = 0;
  let high = slots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const slot = slots[low];
  return slot !== undefined && slot.to <= to;
}

function linesOf(blocks: Blocks, leaf: number): BlockLine[] {
  const { text, leaves } = blocks;
  const kind = kindOf(leaves.get(leaf, Leaf.kind), leaves.get(leaf, Leaf.detail));
  const lines: BlockLine[] = [];
  const floor = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let from = startOfLine(text, leaves.get(leaf, Leaf.from), floor);
  const count = leaves.get(leaf, Leaf.endLine) - leaves.get(leaf, Leaf.line) + 1;
  for (let at = 0; at < count; at++) {
    const to = endOfLine(text, from);
    lines.push(lineOf(blocks, { leaf, kind, from, to, at }));
    if (to >= text.length) break;
    from = afterLineBreak(text, to);
  }
  return lines;
}

function lineOf({ text, leaves, items }: Blocks, { leaf, kind, from, to, at }: { leaf: number; kind: BlockLine['kind']; from: number; to: number; at: number }): BlockLine {
  const item = leaves.get(leaf, Leaf.item);
  const startsItem = at === 0 && item >= 0 && items.get(item, Item.line) === leaves.get(leaf, Leaf.line);
  const base = { kind, leaf, item, startsItem, from, to };
  if (kind !== 'text') return { ...base, prefix: '', label: '', value: text.slice(from, to), valueFrom: from };
  const textFrom = startsItem ? items.get(item, Item.textFrom) : at === 0 ? leaves.get(leaf, Leaf.from) : from + (/^[ \t>]*/.exec(text.slice(from, Math.min(to, from + 200)))?.[0].length ?? 0);
  const source = text.slice(textFrom, to);
  const label = LABEL.exec(source)?.[0] ?? '';
  const valueFrom = label === '' ? textFrom : skipBlanks(text, textFrom + label.length, to);
  return { ...base, prefix: text.slice(from, textFrom), label, value: text.slice(valueFrom, to), valueFrom };
}

function kindOf(kind: number, detail: number): BlockLine['kind'] {
  switch (kind) {
    case BlockKind.heading:
      return 'heading';
    case BlockKind.paragraph:
      return 'text';
    case BlockKind.table:
      return 'table';
    case BlockKind.blank:
      return 'blank';
    case BlockKind.fencedCode:
      return detail === 1 ? 'fence' : 'other';
    case BlockKind.html:
    case BlockKind.thematicBreak:
      return 'verbatim';
    default:
      return 'other';
  }
}
