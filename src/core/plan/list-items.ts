/** List items of a section, by row in `Blocks.items`. */
import { type Blocks, Item } from '../markdown/blocks';
import type { Section } from './outline';

/** Items whose line lies in the section, in text order, nested ones included. */
export function sectionItems(blocks: Blocks, section: Pick<Section, 'line' | 'lineTo'>): number[] {
  const { items } = blocks;
  const found: number[] = [];
  for (let item = firstItemFrom(blocks, section.line); item < items.length && items.get(item, Item.line) < section.lineTo; item++) found.push(item);
  return found;
}

/** The text of an item's first paragraph, behind bullet and brackets; wrapped lines joined by a blank. */
export function itemText({ text, items }: Blocks, item: number): string {
  const source = text.slice(items.get(item, Item.textFrom), items.get(item, Item.textTo));
  return /[\r\n]/.test(source) ? source.split(/[\r\n]+/).map((line) => line.trim().replace(/^(?:>[ \t]?)+/, '')).join(' ') : source;
}

/** Row of the first item on or below `line`; items are in line order. */
export function firstItemFrom({ items }: Blocks, line: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (items.get(middle, Item.line) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
