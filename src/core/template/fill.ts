/**
 * Slots filled by value: where each of them stands afterwards is told too, so that a preview can point at it.
 * A value is put in as it is and never expanded again; in a table its pipes are escaped, and so is what would start a
 * block of its own.
 */
import { BlockKind, Leaf } from '../markdown/blocks';
import { scanBlocks } from '../markdown/scan-blocks';
import { escapeCell } from '../markdown/table';
import { applyChanges, type TextChange } from '../text/text-change';
import { withoutBlockStarts } from './block-starts';
import { continued } from './continued-lines';
import type { CoreSlot } from './core-slots';
import { findPlaceholders, type Placeholder } from './placeholder';

/** A slot, filled or not, in the text after. */
export interface FilledPlace {
  /** Of its thing the id, where things are asked for. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export interface Filled {
  readonly text: string;
  readonly places: readonly FilledPlace[];
}

/** What a slot becomes; null leaves it in place. */
export type SlotValue = (slot: Placeholder) => string | null;

export interface Filling {
  readonly valueOf: SlotValue;
  /** The placeholders of Obsidian's own that have a value; they go before others at the same place. */
  readonly core: (text: string) => readonly CoreSlot[];
  /** One that counts here, though it is none to `findPlaceholders`. */
  readonly extra?: Placeholder | null;
  /** What its place is called; its name when left out. */
  readonly idOf?: (slot: FilledPlace) => string;
}

/** `text` with all that `filling` knows, in one pass; every other byte as it was. Linear in the length of the text. */
export function fillSlots(text: string, { valueOf, core, extra, idOf = ({ name }) => name }: Filling): Filled {
  const first = core(text);
  let next = 0;
  const found = findPlaceholders(text);
  const isMissing = extra && !found.some(({ from }) => from === extra.from);
  const others = (isMissing ? [...found, extra].sort((a, b) => a.from - b.from) : found).filter((slot) => {
    while ((first[next]?.to ?? Infinity) <= slot.from) next++;
    return (first[next]?.from ?? Infinity) >= slot.to;
  });
  const slots = [...first, ...others].sort((a, b) => a.from - b.from);
  const plain = slotChanges(text, slots, (slot) => ('value' in slot ? slot.value : valueOf(slot)));
  const changes = plain.map((change) => continued(text, { ...change, insert: withoutBlockStarts(text, change) }));
  return { text: applyChanges(text, changes), places: placesAfter(slots.map((slot) => ({ ...slot, name: idOf(slot) })), changes) };
}

/** A change for each slot that gets a value, which stays in its cell or heading; `slots` are in the order of the text. */
export function slotChanges<Slot extends FilledPlace>(text: string, slots: readonly Slot[], valueOf: (slot: Slot) => string | null): TextChange[] {
  const changes = slots.flatMap((slot) => {
    const insert = valueOf(slot);
    return insert === null ? [] : [{ from: slot.from, to: slot.to, insert }];
  });
  // Matches "a|b", and the end of "a\\" and "a\nb"; not "a".
  if (!changes.some(({ insert }) => /[|\r\n]|\\$/.test(insert))) return changes;
  const { leaves } = scanBlocks(text);
  let leaf = 0;
  return changes.map((change) => {
    while (leaf + 1 < leaves.length && leaves.get(leaf + 1, Leaf.from) <= change.from) leaf++;
    const kind = leaves.get(leaf, Leaf.kind);
    if (kind === BlockKind.table) return { ...change, insert: escapeCell(change.insert) };
    return kind === BlockKind.heading ? { ...change, insert: change.insert.replace(/\s*[\r\n]\s*/g, ' ') } : change;
  });
}

/** Where the slots stand once `changes` are made, which replace whole slots, with or without what is around them. */
export function placesAfter(slots: readonly FilledPlace[], changes: readonly TextChange[]): FilledPlace[] {
  const sorted = [...changes].sort((a, b) => a.from - b.from);
  let next = 0;
  let shift = 0;
  return slots.map(({ name, from, to }) => {
    for (let change = sorted[next]; change && change.to <= from; change = sorted[++next]) shift += change.insert.length - (change.to - change.from);
    const own = sorted[next];
    if (own && own.from <= from && own.to >= to) return { name, from: own.from + shift, to: own.from + shift + own.insert.length };
    return { name, from: from + shift, to: to + shift };
  });
}
