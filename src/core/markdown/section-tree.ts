/**
 * A text's root headings as a tree of sections. What stands in fences, comments, lists and quotes heads no section.
 * Offsets are UTF-16 code units into the scanned text; node numbers follow the text order.
 */
import { endOfLine, startOfLine } from '../text/line-index';
import { BlockKind, type Blocks, Leaf } from './blocks';
import { headingTextRange } from './heading-text';
import { foldWords, plainText } from './inline';
import { type Numbering, readNumbering } from './numbering';

export interface SectionNode {
  readonly index: number;
  readonly level: number;
  /** Number of the enclosing section's node, −1 for none. */
  readonly parent: number;
  readonly line: number;
  /** Start of the heading's line. */
  readonly from: number;
  /** End of the heading's last line. */
  readonly headingTo: number;
  /** The heading's text without marks of the heading itself. */
  readonly textFrom: number;
  readonly textTo: number;
  readonly source: string;
  readonly numbering: Numbering | null;
  /** Lower case, without number, marks and a remark in brackets. */
  readonly folded: string;
  /** Leaves of the section with all it holds: its heading, and the one behind its last. */
  readonly leaf: number;
  readonly leafTo: number;
  /** Start of the line behind the section, or the text's length. */
  readonly to: number;
  /** End of the section's last visible line; blank lines and rules at its end left out. */
  readonly contentTo: number;
  /** Whether a rule (`---`) stands right above the heading. */
  readonly hasRuleAbove: boolean;
}

/** Remark in brackets at the end. Matches " (should be empty)"; not "(a) b". */
const REMARK = /\s*[([（][^()[\]（）]{0,200}[)\]）]$/;

export function readSectionTree(blocks: Blocks): SectionNode[] {
  const { leaves } = blocks;
  const heads: number[] = [];
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    if (leaves.get(leaf, Leaf.kind) === BlockKind.heading && leaves.get(leaf, Leaf.extra) === 1) heads.push(leaf);
  }
  const levels = heads.map((leaf) => leaves.get(leaf, Leaf.detail));
  const parents = parentsOf(levels);
  const ends = endsOf(levels);
  return heads.map((leaf, index) => {
    const end = ends[index] ?? heads.length;
    const leafTo = heads[end] ?? leaves.length;
    return { index, level: levels[index] ?? 1, parent: parents[index] ?? -1, leaf, leafTo, ...headingOf(blocks, leaf), ...endOf(blocks, leaf, leafTo) };
  });
}

/** The node's children, or the sections at the top for null. */
export function childrenOf(nodes: readonly SectionNode[], parent: SectionNode | null): SectionNode[] {
  return nodes.filter((node) => node.parent === (parent?.index ?? -1));
}

/** The node with everything below it, in text order. */
export function subtreeOf(nodes: readonly SectionNode[], node: SectionNode): SectionNode[] {
  let end = node.index + 1;
  while ((nodes[end]?.level ?? 0) > node.level) end++;
  return nodes.slice(node.index, end);
}

/** The innermost section that holds the offset, or null above the first heading. */
export function sectionAt(nodes: readonly SectionNode[], offset: number): SectionNode | null {
  let found: SectionNode | null = null;
  for (const node of nodes) {
    if (node.from > offset) break;
    found = node;
  }
  return found;
}

/** End of what is visible in the leaves `leaf` … `leafTo` − 1: blank lines and rules at the end left out. */
export function contentEnd({ text, leaves }: Blocks, leaf: number, leafTo: number): number {
  let last = leafTo - 1;
  while (last > leaf && isGap(leaves.get(last, Leaf.kind), leaves.get(last, Leaf.item))) last--;
  return last < leaf || last < 0 ? 0 : endOfLine(text, leaves.get(last, Leaf.to));
}

/** A title reduced to the words that it is compared by. */
export function foldSectionTitle(source: string): string {
  const numbering = readNumbering(source);
  const rest = numbering && numbering.word === null ? source.slice(numbering.titleFrom) : source;
  const plain = foldWords(rest.slice(0, 300));
  return foldWords(plain.replace(REMARK, '')) || plain;
}

function headingOf({ text, leaves }: Blocks, leaf: number): Pick<SectionNode, 'line' | 'from' | 'headingTo' | 'textFrom' | 'textTo' | 'source' | 'numbering' | 'folded' | 'hasRuleAbove'> {
  const [from, to] = [leaves.get(leaf, Leaf.from), leaves.get(leaf, Leaf.to)];
  const range = headingTextRange(text, from, to);
  const source = text.slice(range.from, range.to);
  let above = leaf - 1;
  while (above >= 0 && leaves.get(above, Leaf.kind) === BlockKind.blank) above--;
  return {
    line: leaves.get(leaf, Leaf.line),
    from: startOfLine(text, from, text.charCodeAt(0) === 0xfeff ? 1 : 0),
    headingTo: endOfLine(text, to),
    textFrom: range.from,
    textTo: range.to,
    source,
    numbering: readNumbering(source),
    folded: foldSectionTitle(plainText(source)),
    hasRuleAbove: above >= 0 && leaves.get(above, Leaf.kind) === BlockKind.thematicBreak,
  };
}

function endOf(blocks: Blocks, leaf: number, leafTo: number): Pick<SectionNode, 'to' | 'contentTo'> {
  const { text, leaves } = blocks;
  const to = leafTo < leaves.length ? startOfLine(text, leaves.get(leafTo, Leaf.from)) : text.length;
  return { to, contentTo: contentEnd(blocks, leaf, leafTo) };
}

/** A rule inside a list item belongs to the item. */
function isGap(kind: number, item: number): boolean {
  return kind === BlockKind.blank || (kind === BlockKind.thematicBreak && item < 0);
}

function parentsOf(levels: readonly number[]): number[] {
  const open: number[] = [];
  return levels.map((level, index) => {
    while (open.length > 0 && (levels[open[open.length - 1] ?? 0] ?? 0) >= level) open.pop();
    const parent = open[open.length - 1] ?? -1;
    open.push(index);
    return parent;
  });
}

/** For each heading the number of the next one of its level or above. */
function endsOf(levels: readonly number[]): number[] {
  const ends: number[] = [];
  const next = [levels.length, levels.length, levels.length, levels.length, levels.length, levels.length, levels.length];
  for (let index = levels.length - 1; index >= 0; index--) {
    const level = levels[index] ?? 1;
    ends[index] = Math.min(...next.slice(0, level + 1));
    next[level] = index;
  }
  return ends;
}
