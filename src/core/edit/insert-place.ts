/**
 * Where a plan can stand when the cursor is at an offset: between the note's blocks, never in one. Offsets are UTF-16
 * code units into the note's text.
 */
import { BlockKind, type Blocks, Item, Leaf } from '../markdown/blocks';
import { endsHtmlBlock, htmlBlockKind } from '../markdown/html-block';
import { scanBlocks } from '../markdown/scan-blocks';
import { refused } from '../text/edit-result';
import { afterLineBreak, endOfLine, startOfLine } from '../text/line-index';
import type { TextRange } from './block-lines';

export type FoundPlace =
  | { readonly ok: true; readonly at: number; /** What the cursor is in and the place is below: "table"; null where the place is the cursor's own. */ readonly below: string | null }
  | ReturnType<typeof refused>;

/** A block of the note with all it holds: a whole list, a whole quote. */
interface RootBlock {
  readonly name: string;
  /** Blocks with the same mark that follow each other are one: the bullet of a list; '' for what stands alone. */
  readonly mark: string;
  /** Start of its first line, end of its last one. */
  readonly from: number;
  readonly to: number;
  /** What would close the block, where nothing does: it hides the rest of the note. */
  readonly missingEnd: string | null;
}

/** The offset itself between two blocks; inside one the end of it. Refused where an unclosed block runs to the end of the note. */
export function placeBetweenBlocks(text: string, offset: number): FoundPlace {
  const block = blockAround(scanBlocks(text), offset);
  if (!block) return { ok: true, at: offset, below: null };
  const { name, from, to, missingEnd } = block;
  if (text.slice(from, offset).trim() === '') return { ok: true, at: from, below: null };
  if (missingEnd === null) return { ok: true, at: to, below: text.slice(offset, to).trim() === '' ? null : name };
  const start = text.slice(from, Math.min(from + 30, endOfLine(text, from))).trim();
  return refused('place-hidden', `The ${name} that begins with “${start}” is never closed, so it would hide the plan. Close it with ${missingEnd}, or choose a place above it.`);
}

/** The block that the offset is in, or at the end of; null between blocks. */
function blockAround(blocks: Blocks, offset: number): RootBlock | null {
  let found: RootBlock[] = [];
  for (let leaf = 0; leaf < blocks.leaves.length; leaf++) {
    for (const block of rootBlocksOf(blocks, leaf)) {
      const [before] = found;
      if (before && continues(blocks.text, before, block)) found = [{ ...before, name: block.name === 'table' ? block.name : before.name, to: block.to }];
      else if (before && before.to >= offset) return before;
      else if (block.from >= offset) return null;
      else found = [block];
    }
  }
  return found[0] && found[0].to >= offset ? found[0] : null;
}

/** The leaf as a part of a block at the root; of blank lines those with the mark of a quote or an item. */
function rootBlocksOf(blocks: Blocks, leaf: number): RootBlock[] {
  const { text, leaves } = blocks;
  const kind = leaves.get(leaf, Leaf.kind);
  const first = leaves.get(leaf, Leaf.from);
  const from = startOfLine(text, first, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const to = endOfLine(text, leaves.get(leaf, Leaf.to));
  if (kind === BlockKind.blank) return blankLines(text, from, to).flatMap((line) => containerOf(blocks, leaf, line) ?? []);
  const isCode = kind === BlockKind.indentedCode;
  return [containerOf(blocks, leaf, { from, to }) ?? { name: nameOf(kind, text, first), mark: isCode ? 'code' : '', from, to, missingEnd: isCode ? null : missingEnd(blocks, leaf, to) }];
}

/** Lines that are blank but for marks of quotes and items. */
function blankLines(text: string, from: number, to: number): TextRange[] {
  const found: TextRange[] = [];
  for (let at = from; at < to; at = afterLineBreak(text, endOfLine(text, at))) {
    const end = endOfLine(text, at);
    if (text.slice(at, end).trim() !== '') found.push({ from: at, to: end });
  }
  return found;
}

/** The list or quote that the leaf's lines are part of; null at the root. */
function containerOf({ text, leaves, items }: Blocks, leaf: number, range: TextRange): RootBlock | null {
  let item = leaves.get(leaf, Leaf.item);
  while (item >= 0 && items.get(item, Item.parent) >= 0) item = items.get(item, Item.parent);
  const isBlank = leaves.get(leaf, Leaf.kind) === BlockKind.blank;
  const first = item >= 0 ? items.get(item, Item.from) : isBlank ? range.to : leaves.get(leaf, Leaf.from);
  const block = { ...range, missingEnd: null };
  if (!text.slice(startOfLine(text, first), first).includes('>')) return item < 0 ? null : { ...block, name: 'list', mark: listMark(text, first) };
  // Matches "> [!note] a"; not "> [a]".
  return { ...block, name: /^[ \t]*>[ \t]*\[!/.test(text.slice(range.from, Math.min(range.to, range.from + 20))) ? 'callout' : 'quote', mark: '>' };
}

/** Lists go on over blank lines, indented code does too, a quote only where no line is without its mark; a table has its label right above it. */
function continues(text: string, before: RootBlock, block: RootBlock): boolean {
  const isRightBelow = afterLineBreak(text, before.to) >= block.from;
  if (block.name === 'table') return before.name === 'paragraph' && isRightBelow;
  return block.mark !== '' && block.mark === before.mark && (block.mark !== '>' || isRightBelow);
}

/** "-" of "- a", ")" of "12) a". */
function listMark(text: string, from: number): string {
  // Matches "12)", "-".
  return /^\d{0,9}(.)/.exec(text.slice(from, from + 10))?.[1] ?? '';
}

function nameOf(kind: number, text: string, from: number): string {
  switch (kind) {
    case BlockKind.frontmatter:
      return 'properties';
    case BlockKind.heading:
      return 'heading';
    case BlockKind.fencedCode:
    case BlockKind.indentedCode:
      return 'code block';
    case BlockKind.html:
      return text.startsWith('<!--', from) ? 'comment' : 'HTML block';
    case BlockKind.comment:
      return 'comment';
    case BlockKind.math:
      return 'formula';
    case BlockKind.thematicBreak:
      return 'rule';
    case BlockKind.table:
      return 'table';
    default:
      return 'paragraph';
  }
}

/** What would close the leaf where it isn't closed. */
function missingEnd({ text, leaves }: Blocks, leaf: number, to: number): string | null {
  const kind = leaves.get(leaf, Leaf.kind);
  const from = leaves.get(leaf, Leaf.from);
  if (kind === BlockKind.html) {
    const html = htmlBlockKind(text, from, endOfLine(text, from), false);
    if (html > 5 || endsHtmlBlock(text, from, to, html)) return null;
    return html === 2 ? '“-->”' : 'its end tag';
  }
  if ((kind !== BlockKind.fencedCode && kind !== BlockKind.comment) || leaves.get(leaf, Leaf.detail) === 1) return null;
  // Matches "```" of "```js", "%%".
  return `a line “${/^(?:`+|~+|%%)/.exec(text.slice(from, from + 100))?.[0] ?? ''}”`;
}
