/**
 * Checklists without boxes: plain list items where verification items stand. They can be shown, but there is nothing
 * to tick. Where a list has boxes too, the plain items beside them are remarks.
 */
import { type Blocks, Item } from '../markdown/blocks';
import { isStruck, plainText } from '../markdown/inline';
import { itemText } from './list-items';
import type { Outline } from './outline';
import type { VerificationClass } from './plan';
import { kindOf, type TaskPlace, TaskPlaces } from './task-places';
import type { TitleReader } from './title-reader';

export interface PlainCheck {
  readonly line: number;
  /** The list item from its bullet to the end of its own text. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly path: readonly string[];
  readonly label: string | null;
  readonly verification: VerificationClass;
  readonly phase: string | null;
  /** Done when it starts with ✅ or is struck through. */
  readonly state: 'open' | 'done';
}

/** Plain verification items in text order. */
export function readPlainChecks(blocks: Blocks, outline: Outline, titles: TitleReader): PlainCheck[] {
  const { items } = blocks;
  const places = new TaskPlaces(blocks, outline, titles);
  const found: { check: PlainCheck; key: string }[] = [];
  // Places that have boxes.
  const ticked = new Set<string>();
  // 1 for a task, and for what stands below one.
  const below = new Uint8Array(items.length);
  for (let item = 0; item < items.length; item++) {
    const place = places.of(item);
    const key = `${place.section.line} ${place.label ?? ''}`;
    const parent = items.get(item, Item.parent);
    if (items.get(item, Item.mark) >= 0 || (parent >= 0 && below[parent] === 1)) below[item] = 1;
    if (below[item] === 1) ticked.add(key);
    else if (!hasChildren(blocks, item)) {
      const source = itemText(blocks, item);
      if (kindOf(place, source) === 'verification' && source.trim() !== '') found.push({ check: checkOf(blocks, item, place, source), key });
    }
  }
  return found.filter(({ key }) => !ticked.has(key)).map(({ check }) => check);
}

function checkOf({ items }: Blocks, item: number, place: TaskPlace, source: string): PlainCheck {
  return {
    line: items.get(item, Item.line),
    from: items.get(item, Item.from),
    to: items.get(item, Item.to),
    text: plainText(source),
    path: place.section.path,
    label: place.label,
    verification: place.verification,
    phase: place.phase,
    state: /^[✅☑✔]/u.test(source.trimStart()) || isStruck(source) ? 'done' : 'open',
  };
}

function hasChildren({ items }: Blocks, item: number): boolean {
  return item + 1 < items.length && items.get(item + 1, Item.parent) === item;
}
