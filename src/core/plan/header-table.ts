/**
 * Header entries that are cells: `| **Status** | Draft |`, a row in a header that is written as a table of keys and
 * values; or the cell below `Status` in a table of one row. Offsets are relative to the text that holds them.
 */
import { BlockKind, type Blocks, Leaf, Row } from '../markdown/blocks';
import { foldWords } from '../markdown/inline';
import { type Cell, splitCells } from '../markdown/table';
import type { TextRange } from './header-entry';
import type { Section } from './outline';

/** A table of keys and values is searched this far. */
const MOST_ROWS = 40;
/** Header cells of a table with the document's own data in its one row. */
const META = /^(?:status|owners?|authors?|date|created|updated|last updated|version|reviewers?|approvers?|lead|due|target|ticket|issue|type|id|priority|team|datum|autor|autorin|verantwortlich)$/;

export interface CellWords {
  /** Lower case. */
  readonly keys: readonly string[];
  /** Whether a value is one: the header of a legend, `| Status | Meaning |`, has none. */
  readonly isValue: (value: string) => boolean;
}

/** The value of the section's first cell under one of `keys`. */
export function findTableEntry({ text, leaves, rows }: Blocks, section: Section, { keys, isValue }: CellWords): TextRange | null {
  const isKey = ({ text: name }: Cell): boolean => keys.includes(foldWords(name));
  for (let leaf = section.leaf + 1; leaf < section.leafTo; leaf++) {
    if (leaves.get(leaf, Leaf.kind) !== BlockKind.table) continue;
    const first = leaves.get(leaf, Leaf.detail);
    const count = Math.min(leaves.get(leaf, Leaf.extra), MOST_ROWS);
    const cellsOf = (row: number): Cell[] => splitCells(text, rows.get(row, Row.from), rows.get(row, Row.to));
    const header = cellsOf(first);
    if (header.length === 2) {
      for (let row = first; row < first + count; row++) {
        const [key, value, ...more] = cellsOf(row);
        if (key && value && more.length === 0 && isKey(key) && (row > first || isValue(value.text))) return { from: value.from, to: value.to };
      }
    }
    const column = header.findIndex(isKey);
    const value = count === 2 && column >= 0 && header.every((cell) => isKey(cell) || META.test(foldWords(cell.text))) ? cellsOf(first + 1)[column] : undefined;
    if (value) return { from: value.from, to: value.to };
  }
  return null;
}
