import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BlockKind, type Blocks, Item, Leaf, Row } from '../../src/core/markdown/blocks';
import { scanBlocks } from '../../src/core/markdown/scan-blocks';
import { LineIndex } from '../../src/core/text/line-index';
import { planNotes, strings } from './arbitrary-note';
import { runs } from './runs';

const notes = fc.oneof({ weight: 3, arbitrary: planNotes }, strings);

test('leaf blocks tile the lines, in order', () => {
  fc.assert(
    fc.property(notes, (text) => {
      const { leaves, lines } = scanBlocks(text);
      expect(lines).toBe(new LineIndex(text).count);
      let next = 0;
      for (let leaf = 0; leaf < leaves.length; leaf++) {
        expect(leaves.get(leaf, Leaf.line)).toBe(next);
        expect(leaves.get(leaf, Leaf.endLine)).toBeGreaterThanOrEqual(next);
        next = leaves.get(leaf, Leaf.endLine) + 1;
      }
      expect(next).toBe(lines);
    }),
    { ...runs(3000), examples: [[''], ['\r'], ['\n'], ['\uFEFF'], ['---\n---'], ['- a\n\n\n- b'], ['> a\n\n> b']] },
  );
});

test('leaves, items and rows stand on the lines they name', () => {
  fc.assert(
    fc.property(notes, (text) => {
      const blocks = scanBlocks(text);
      const index = new LineIndex(text);
      expectLeavesInLines(blocks, index);
      const { items, rows } = blocks;
      for (let item = 0; item < items.length; item++) {
        expect(index.lineAt(items.get(item, Item.from))).toBe(items.get(item, Item.line));
        expect(items.get(item, Item.to)).toBeGreaterThan(items.get(item, Item.from));
        expect(items.get(item, Item.textTo)).toBeGreaterThanOrEqual(items.get(item, Item.textFrom));
        expect(items.get(item, Item.parent)).toBeLessThan(item);
      }
      for (let row = 0; row < rows.length; row++) {
        expect(index.lineAt(rows.get(row, Row.from))).toBe(rows.get(row, Row.line));
        expect(index.lineAt(rows.get(row, Row.to))).toBe(rows.get(row, Row.line));
      }
    }),
    runs(2000),
  );
});

test('a table that is used again gives the same blocks', () => {
  const used = scanBlocks('- [ ] a\n\n| a | b |\n|---|---|\n| 1 | 2 |\n```');
  fc.assert(
    fc.property(notes, (text) => {
      expect(rowsOf(scanBlocks(text, used))).toEqual(rowsOf(scanBlocks(text)));
    }),
    runs(300),
  );
});

function expectLeavesInLines({ leaves }: Blocks, index: LineIndex): void {
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    const [from, to] = [leaves.get(leaf, Leaf.from), leaves.get(leaf, Leaf.to)];
    expect(to).toBeGreaterThanOrEqual(from);
    if (leaves.get(leaf, Leaf.kind) === BlockKind.blank) continue;
    expect(index.lineAt(from)).toBe(leaves.get(leaf, Leaf.line));
    expect(index.lineAt(to)).toBe(leaves.get(leaf, Leaf.endLine));
  }
}

function rowsOf({ leaves, items, rows }: Blocks): number[][] {
  return [leaves, items, rows].map((table) => [...table.data.slice(0, table.length * table.stride)]);
}
