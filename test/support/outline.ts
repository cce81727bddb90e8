/** The scanner's reading of a note, in the form of the oracle's. */
import { BlockKind, Item, Leaf, Row } from '../../src/core/markdown/blocks';
import { countCells } from '../../src/core/markdown/line-starts';
import { scanBlocks } from '../../src/core/markdown/scan-blocks';
import type { Outline } from './gfm-oracle';

export function scannedOutline(text: string): Outline {
  const { leaves, items, rows } = scanBlocks(text);
  const headings: string[] = [];
  const tasks: string[] = [];
  const tables: string[] = [];
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    const kind = leaves.get(leaf, Leaf.kind);
    const line = leaves.get(leaf, Leaf.line);
    if (kind === BlockKind.heading) headings.push(`${line} ${leaves.get(leaf, Leaf.detail)}`);
    if (kind === BlockKind.table) {
      const header = leaves.get(leaf, Leaf.detail);
      tables.push(`${line} ${countCells(text, rows.get(header, Row.from), rows.get(header, Row.to))}×${leaves.get(leaf, Leaf.extra)}`);
    }
  }
  for (let item = 0; item < items.length; item++) {
    const mark = items.get(item, Item.mark);
    if (mark >= 0) tasks.push(`${items.get(item, Item.line)} ${String.fromCodePoint(mark)}`);
  }
  return { headings, tasks, tables };
}
