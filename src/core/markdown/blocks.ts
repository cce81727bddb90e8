/**
 * What the block scanner found in one note: leaf blocks in text order, list items, table rows, as integer rows.
 * All offsets are UTF-16 code units into the scanned text, all line numbers count from 0. Leaf blocks tile the
 * lines: each line belongs to exactly one of them.
 */
import { IntTable } from '../text/int-table';

/** Kinds of leaf block. Obsidian adds `comment` (`%% %%`) and `math` (`$$`) to CommonMark's. */
export const BlockKind = {
  blank: 0,
  frontmatter: 1,
  heading: 2,
  paragraph: 3,
  fencedCode: 4,
  indentedCode: 5,
  html: 6,
  comment: 7,
  math: 8,
  thematicBreak: 9,
  table: 10,
} as const;
export type BlockKind = (typeof BlockKind)[keyof typeof BlockKind];

/** Columns of a leaf block. */
export const Leaf = {
  kind: 0,
  /** First line of the block. */
  line: 1,
  /** Last line of the block. */
  endLine: 2,
  /** First character after the container marks of the first line. */
  from: 3,
  /** End of the last line, line break left out. */
  to: 4,
  /** Innermost list item, −1 outside lists. */
  item: 5,
  /** Heading: level 1–6. Fenced code, comment, math: 1 when closed. Table: index of its header row. */
  detail: 6,
  /** Table: number of rows, header included. Heading: 1 when it is a root block, outside lists and quotes. */
  extra: 7,
} as const;

/** Columns of a list item. */
export const Item = {
  line: 0,
  /** First character of the bullet or number. */
  from: 1,
  /** End of the item's own text: continuation lines included, nested list left out. */
  to: 2,
  /** Enclosing list item, −1 at the root of a list. */
  parent: 3,
  /** The character between the brackets of a task, −1 when the item is no task. */
  mark: 4,
  /** First character of the item's text, behind bullet and brackets. */
  textFrom: 5,
  /** End of the text's first paragraph. */
  textTo: 6,
} as const;

/** Columns of a table row. The delimiter row has none: it stands on the line after the header. */
export const Row = { line: 0, from: 1, to: 2 } as const;

export class Blocks {
  text = '';
  readonly leaves = new IntTable(8);
  readonly items = new IntTable(7);
  readonly rows = new IntTable(3);
  /** Number of lines. */
  lines = 0;

  clear(text: string): this {
    this.text = text;
    this.leaves.clear();
    this.items.clear();
    this.rows.clear();
    this.lines = 0;
    return this;
  }
}
