/**
 * Writes what the scanner recognises into a `Blocks` table and remembers the open leaf: its kind, its last lines,
 * and the list item whose first text it may be. Offsets are relative to the scanned text.
 */
import { BlockKind, type Blocks, Item, Leaf, Row } from './blocks';
import type { ContainerStack } from './container-stack';
import { isOnlyDefinitions } from './link-definition';
import { skipBlanks, taskMark, trimEnd } from './line-starts';

export const NONE = -1;

export class BlockWriter {
  /** Number of the line that is being scanned. */
  line = 0;
  /** Kind of the open leaf, NONE when no leaf is open, and its row. */
  kind: number = NONE;
  private leaf = NONE;
  /** Of the open paragraph: where its last line starts, where the line before ended. */
  private lastLineFrom = 0;
  /** Such a line goes on with the paragraph, but heads no table. */
  isLastLineIndented = false;
  private lineBeforeTo = 0;
  /** List item that has no content yet. */
  private newItem = NONE;
  /** List item whose first paragraph is open, and a task mark in it that counts only if text follows on the next line. */
  private textItem = NONE;
  private waitingMark = NONE;

  constructor(
    private readonly text: string,
    readonly blocks: Blocks,
    private readonly containers: ContainerStack,
  ) {}

  open(kind: BlockKind, from: number, to: number): void {
    const { leaves } = this.blocks;
    this.leaf = leaves.length;
    this.kind = kind;
    const at = leaves.push();
    const { data } = leaves;
    data[at + Leaf.kind] = kind;
    data[at + Leaf.line] = this.line;
    data[at + Leaf.endLine] = this.line;
    data[at + Leaf.from] = from;
    data[at + Leaf.to] = to;
    data[at + Leaf.item] = this.containers.depth === 0 ? NONE : this.containers.innermostItem();
    data[at + Leaf.detail] = 0;
    data[at + Leaf.extra] = 0;
    if (kind === BlockKind.blank) return;
    this.newItem = NONE;
    this.containers.isTopItemEmpty = false;
    this.extendItem(to);
  }

  /** The open leaf takes in this line, up to `to`. */
  extend(to: number): void {
    this.blocks.leaves.set(this.leaf, Leaf.endLine, this.line);
    this.blocks.leaves.set(this.leaf, Leaf.to, to);
    this.extendItem(to);
  }

  close(): void {
    this.leaf = NONE;
    this.kind = NONE;
    this.textItem = NONE;
    this.waitingMark = NONE;
  }

  /** Closes fenced code, a comment or math at its own end mark. */
  closeAsEnded(): void {
    this.blocks.leaves.set(this.leaf, Leaf.detail, 1);
    this.close();
  }

  addFrontmatter(from: number, to: number, lines: number): void {
    this.open(BlockKind.frontmatter, from, to);
    this.blocks.leaves.set(this.leaf, Leaf.endLine, lines - 1);
    this.line = lines;
    this.close();
  }

  addHeading(from: number, to: number, level: number): void {
    this.open(BlockKind.heading, from, to);
    this.finishHeading(level);
  }

  /** Whether the open paragraph is nothing but link reference definitions, which are no text to underline. */
  isParagraphOfDefinitions(): boolean {
    const from = this.blocks.leaves.get(this.leaf, Leaf.from);
    return this.text.charCodeAt(from) === 91 && isOnlyDefinitions(this.text.slice(from, this.blocks.leaves.get(this.leaf, Leaf.to)));
  }

  /** The open paragraph was the text of a heading; this line underlines it. */
  turnIntoHeading(to: number, level: number): void {
    this.blocks.leaves.set(this.leaf, Leaf.kind, BlockKind.heading);
    this.extend(to);
    this.finishHeading(level);
  }

  /** A line of text: the open paragraph's next, indented by `indent` columns, or a new paragraph's first. */
  addText(from: number, to: number, indent = 0): void {
    const end = trimEnd(this.text, from, to);
    if (this.kind === BlockKind.paragraph) {
      this.lineBeforeTo = this.blocks.leaves.get(this.leaf, Leaf.to);
      this.extend(end);
      if (this.waitingMark !== NONE) this.setTask(this.textItem, this.waitingMark, from);
    } else {
      // An item that began empty may have ended since: then this paragraph is not its first.
      const item = this.containers.isTopAnItem() && this.newItem === this.containers.innermostItem() ? this.newItem : NONE;
      this.open(BlockKind.paragraph, from, end);
      this.textItem = item;
      if (item !== NONE) this.readTask(item, from, end);
    }
    this.lastLineFrom = from;
    this.isLastLineIndented = indent >= 4;
    if (this.textItem !== NONE) this.blocks.items.set(this.textItem, Item.textTo, end);
  }

  addBlank(from: number, to: number): void {
    this.close();
    const { leaves } = this.blocks;
    const last = leaves.length - 1;
    const isAfterBlank = last >= 0 && leaves.get(last, Leaf.kind) === BlockKind.blank && leaves.get(last, Leaf.item) === this.containers.innermostItem();
    if (isAfterBlank) {
      leaves.set(last, Leaf.endLine, this.line);
      leaves.set(last, Leaf.to, to);
    } else {
      this.open(BlockKind.blank, from, to);
      this.close();
    }
  }

  addIndentedCode(from: number, to: number): void {
    if (this.kind === BlockKind.indentedCode) {
      this.extend(to);
      return;
    }
    this.close();
    this.open(BlockKind.indentedCode, from, to);
  }

  /** A new list item; its text starts at `textFrom` unless nothing follows the marker. */
  addItem(item: { from: number; markerTo: number; textFrom: number }): number {
    const { items } = this.blocks;
    const row = items.length;
    const at = items.push();
    const { data } = items;
    data[at + Item.line] = this.line;
    data[at + Item.from] = item.from;
    data[at + Item.to] = item.markerTo;
    data[at + Item.parent] = this.containers.innermostItem();
    data[at + Item.mark] = NONE;
    data[at + Item.textFrom] = item.textFrom;
    data[at + Item.textTo] = item.textFrom;
    return row;
  }

  /** The list item or quote just opened: the next paragraph may be its first. */
  expectTextOf(item: number): void {
    this.newItem = item;
  }

  /** Last line of the open paragraph, which may turn out to be a table's header. */
  lastTextLine(): { from: number; to: number } {
    return { from: this.lastLineFrom, to: this.blocks.leaves.get(this.leaf, Leaf.to) };
  }

  /** The open paragraph's last line heads a table whose delimiter row is this line, up to `delimiterTo`. */
  turnIntoTable(delimiterTo: number): void {
    const { leaves, items, rows } = this.blocks;
    const { from, to } = this.lastTextLine();
    const headerLine = this.line - 1;
    if (leaves.get(this.leaf, Leaf.line) < headerLine) {
      leaves.set(this.leaf, Leaf.endLine, headerLine - 1);
      leaves.set(this.leaf, Leaf.to, this.lineBeforeTo);
      this.close();
      this.open(BlockKind.table, from, to);
      leaves.set(this.leaf, Leaf.line, headerLine);
    } else if (this.textItem !== NONE) items.set(this.textItem, Item.mark, NONE);
    this.kind = BlockKind.table;
    leaves.set(this.leaf, Leaf.kind, BlockKind.table);
    leaves.set(this.leaf, Leaf.detail, rows.length);
    this.addRow(from, to, headerLine);
    this.extend(delimiterTo);
  }

  addRow(from: number, to: number, line = this.line): void {
    const { rows, leaves } = this.blocks;
    const end = trimEnd(this.text, from, to);
    const at = rows.push();
    rows.data[at + Row.line] = line;
    rows.data[at + Row.from] = from;
    rows.data[at + Row.to] = end;
    leaves.set(this.leaf, Leaf.extra, leaves.get(this.leaf, Leaf.extra) + 1);
    this.extend(end);
  }

  private finishHeading(level: number): void {
    this.blocks.leaves.set(this.leaf, Leaf.detail, level);
    this.blocks.leaves.set(this.leaf, Leaf.extra, this.containers.depth === 0 ? 1 : 0);
    this.close();
  }

  /** `[x] text` at the start of an item's first paragraph is a task; without text it is not (GFM 0.29, section 5.3). */
  private readTask(item: number, from: number, to: number): void {
    this.blocks.items.set(item, Item.textFrom, from);
    const mark = taskMark(this.text, from, to);
    if (mark < 0) return;
    const textFrom = skipBlanks(this.text, from + taskMarkLength(mark), to);
    if (textFrom < to) this.setTask(item, mark, textFrom);
    else this.waitingMark = mark;
  }

  private setTask(item: number, mark: number, textFrom: number): void {
    this.blocks.items.set(item, Item.mark, mark);
    this.blocks.items.set(item, Item.textFrom, textFrom);
    this.waitingMark = NONE;
  }

  /** The innermost list item reaches to here, unless a nested item came before: its own text ended there. */
  private extendItem(to: number): void {
    if (this.containers.depth === 0) return;
    const { leaves, items } = this.blocks;
    const item = leaves.get(this.leaf, Leaf.item);
    if (item >= 0 && item === items.length - 1) items.set(item, Item.to, trimEnd(this.text, items.get(item, Item.from), to));
  }
}

/** Length of `[x]`, given the code point between the brackets. */
export function taskMarkLength(mark: number): number {
  return mark > 0xffff ? 4 : 3;
}
