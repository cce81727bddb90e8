/**
 * Which slots are one thing, to be asked for once. Same-named slots of the header are (properties, title, header
 * fields), and what speaks of them; a slot in a row, an item or a heading further down is a thing of its own.
 */
import { findPlaceholders, type Placeholder } from './placeholder';
import { placeSlots, type SlotPlace } from './slot-place';
import { isOpenMark } from './slot-wording';
import { wordsOf } from './slot-words';

export interface SlotThing {
  /** The slot's name, with more behind it where others have the same name. No slot's name has a NUL in it. */
  readonly id: string;
  readonly places: readonly SlotPlace[];
}

/** A slot that a property of a template holds. */
export interface PropertySlot {
  readonly key: string;
  readonly slot: Placeholder;
  /** With its brackets. */
  readonly source: string;
}

/** Each slot of `text` in one thing, by the things' first places, after those of `properties`. Linear in the length of the text. */
export function slotThings(text: string, properties: readonly PropertySlot[] = []): SlotThing[] {
  const own = properties.map(({ key, slot }): SlotPlace => ({ slot, form: 'property', isHeader: true, label: key, mark: null, section: null, isMention: false }));
  const places = [...own, ...placeSlots(text, findPlaceholders(text))];
  const anchors = anchorsOf(places);
  const rows = countBy(places.filter(({ form }) => form === 'cell'), columnOf);
  const rest = places.filter((place) => !anchors.byPlace.has(place));
  const apart: SlotPlace[] = [];
  const things = new Map<string, SlotPlace[]>(anchors.things.map(({ id, places: joined }) => [id, joined]));
  for (const place of rest) {
    const id = joins(place, anchors.byName.get(place.slot.name) ?? [], rows);
    if (id === null) apart.push(place);
    else add(things, id, place);
  }
  const names = countBy(rest, ({ slot }) => slot.name);
  const counts = countBy(apart, keyOf);
  const done = new Map<string, number>();
  for (const place of apart) {
    const key = keyOf(place);
    const number = (done.get(key) ?? 0) + 1;
    done.set(key, number);
    const { name } = place.slot;
    const isOnly = names.get(name) === 1 && !things.has(name);
    things.set(isOnly ? name : `${key}\0${number}/${counts.get(key) ?? 1}`, [place]);
  }
  const order = new Map(places.map((place, at) => [place, at]));
  const first = ([, [place]]: readonly [string, readonly SlotPlace[]]): number => (place ? (order.get(place) ?? 0) : 0);
  return [...things].sort((a, b) => first(a) - first(b)).map(([id, joined]) => ({ id, places: joined }));
}

/** The id of the thing that each slot belongs to, by where the slot starts; those of properties by key and name. */
export interface SlotIds {
  readonly at: ReadonlyMap<number, string>;
  readonly ofProperty: (key: string, name: string) => string;
}

export function slotIds(things: readonly SlotThing[], properties: readonly PropertySlot[] = []): SlotIds {
  const own = new Set(properties.map(({ slot }) => slot));
  const at = new Map<number, string>();
  const byKey = new Map<string, string>();
  for (const { id, places } of things) {
    for (const { slot, label } of places) {
      if (own.has(slot)) byKey.set(`${label ?? ''}\0${slot.name}`, id);
      else at.set(slot.from, id);
    }
  }
  return { at, ofProperty: (key, name) => byKey.get(`${key}\0${name}`) ?? name };
}

interface Anchor {
  readonly id: string;
  readonly label: string;
  readonly places: SlotPlace[];
}

interface Anchors {
  readonly things: readonly Anchor[];
  readonly byName: ReadonlyMap<string, readonly Anchor[]>;
  readonly byPlace: ReadonlySet<SlotPlace>;
}

/** The things of the header: one for each name, or for each label where the name alone says too little. */
function anchorsOf(places: readonly SlotPlace[]): Anchors {
  const things: Anchor[] = [];
  const byName = new Map<string, Anchor[]>();
  const byPlace = new Set<SlotPlace>();
  for (const place of places) {
    if (!isAnchor(place)) continue;
    const { name } = place.slot;
    const same = byName.get(name) ?? [];
    const label = foldedLabel(place);
    const anchor = same.find((other) => other.label === label || saysEnough(place.slot)) ?? { id: same.length === 0 ? name : `${name}\0${label}`, label, places: [] };
    if (anchor.places.length === 0) {
      things.push(anchor);
      byName.set(name, [...same, anchor]);
    }
    anchor.places.push(place);
    byPlace.add(place);
  }
  return { things, byName, byPlace };
}

/** In a header's list only what has a label is a field; cells are rows like any. */
function isAnchor({ isHeader, form, label }: SlotPlace): boolean {
  return isHeader && (form === 'property' || form === 'title' || form === 'line' || (form === 'item' && label !== null));
}

/** The thing that a slot elsewhere belongs to: the header's, or what sentences speak of by one name; null for one of its own. */
function joins(place: SlotPlace, anchors: readonly Anchor[], rows: ReadonlyMap<string, number>): string | null {
  if (isOpenMark(place.slot.name)) return null;
  const { slot, form, isMention } = place;
  const label = foldedLabel(place);
  const called = label === '' ? undefined : anchors.find((anchor) => anchor.label === label);
  if (called && (form !== 'cell' || rows.get(columnOf(place)) === 1)) return called.id;
  const [only] = anchors;
  if (only && (saysEnough(slot) || (isMention && anchors.length === 1))) return only.id;
  return (isMention && anchors.length === 0) || isVariable(slot) ? slot.name : null;
}

/** Whether the name alone tells what it is: "Feature Name", "PLAN-ID"; not "Name", a date or a choice. */
function saysEnough(slot: Placeholder): boolean {
  const { name, style } = slot;
  if (style === 'date' || style === 'choice') return false;
  return isVariable(slot) || wordsOf(name).length > 1 || name.includes('_') || (name.length > 4 && name === name.toUpperCase());
}

/** `{{title}}` is a variable to whoever writes it so. */
function isVariable({ name, style, from, to }: Placeholder): boolean {
  return style === 'curly' && to - from >= name.length + 4;
}

function keyOf({ slot, label, mark, section }: SlotPlace): string {
  return [slot.name, label ?? '', mark ?? '', section ?? ''].join('\0');
}

function columnOf(place: SlotPlace): string {
  return `${place.slot.name}\0${foldedLabel(place)}`;
}

/** "Related Spec(s)" and `related-specs` are the same label, and a plan's date is the day it was created. */
function foldedLabel({ form, label }: SlotPlace): string {
  if (form === 'title') return 'title';
  const words = (label ?? '').toLowerCase().replace('(s)', '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().replace(/s$/, '');
  return words === 'created' ? 'date' : words;
}

function add(things: Map<string, SlotPlace[]>, id: string, place: SlotPlace): void {
  const joined = things.get(id);
  if (joined) joined.push(place);
  else things.set(id, [place]);
}

function countBy(places: readonly SlotPlace[], key: (place: SlotPlace) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const place of places) counts.set(key(place), (counts.get(key(place)) ?? 0) + 1);
  return counts;
}
