/** What a form asks for: the title and the header of a template, or whatever is left open in a note. */
import type { CalendarDate } from '../date/calendar-date';
import { type Control, controlOf } from './field-control';
import { coreName } from './core-slots';
import { type FieldLabel, fieldLabels, labelOf } from './field-label';
import { propertySlots } from './fill-property';
import { isStatusChoice, ownStatus, titleSlot } from './instantiate';
import type { Placeholder } from './slot';
import type { SlotPlace } from './slot-place';
import { type SlotThing, slotThings } from './slot-things';
import type { Template } from './template';

export interface FormField {
  /** Names the field in the form: the thing that its slots are. */
  readonly id: string;
  readonly label: string;
  /** More about it in a sentence; '' where nothing needs saying. */
  readonly hint: string;
  readonly control: Control;
  /** Of a choice, in order. */
  readonly options: readonly string[];
  /** Property whose values in other notes are suggested; null for none. */
  readonly key: string | null;
  /** What stays in the note while the field is empty. */
  readonly stays: string;
  readonly value: string;
  readonly isRequired: boolean;
  /** The note says so itself: it is shown, and nobody is asked. */
  readonly isKept?: boolean;
}

/** What fills fields in before anybody types. */
export interface Prefill {
  readonly today: CalendarDate;
  readonly status: string;
  readonly author: string;
  /** The next free id among the values of a property. */
  readonly nextId: (key: string) => string | null;
}

/** Names of slots beyond this are sentences. */
const LONG = 48;

/** Id of the title's field; no slot has such a name. */
export const TITLE = '\u0000title';

/** Header slots in the order of the text, then those that only properties have. The title is asked for apart; what Obsidian fills is not asked for. */
export function templateFields(template: Template, prefill: Prefill): FormField[] {
  const { body } = template;
  const properties = propertySlots(template).filter(({ source }) => !isFilledAnyway(source));
  const things = slotThings(body, properties);
  const title = titleSlot(body);
  const own = new Map(properties.map(({ slot, source }) => [slot, source]));
  const isInBody = ({ slot }: SlotPlace): boolean => !own.has(slot);
  const asked = things.filter(({ places }) => places.some(({ isHeader }) => isHeader) && !places.some((place) => isInBody(place) && isTitle(place, title, body)));
  const firstOf = ({ places }: SlotThing): number => places.find(isInBody)?.slot.from ?? Infinity;
  const sorted = [...asked].sort((a, b) => (firstOf(a) === firstOf(b) ? 0 : firstOf(a) - firstOf(b)));
  const labels = fieldLabels(body, sorted);
  return sorted.map((thing, at) => {
    const inBody = thing.places.filter(isInBody);
    const key = thing.places.find((place) => own.has(place.slot))?.label ?? null;
    const [first] = inBody.length > 0 ? inBody : thing.places;
    const field = fieldOf(thing, { label: labels[at], key, count: inBody.length, stays: first ? (own.get(first.slot) ?? body.slice(first.slot.from, first.slot.to)) : '' });
    return first ? withStatus({ ...field, value: prefilled(field, first.slot, prefill) }, { slot: first.slot, status: prefill.status, own: ownStatus(template) }) : field;
  });
}

/** A choice of statuses begins with the one of the template's properties, and offers it. */
function withStatus(field: FormField, { slot, status, own }: { readonly slot: Placeholder; readonly status: string; readonly own: string | null }): FormField {
  if (own === null || !isStatusChoice(slot, status)) return field;
  const value = field.options.find((option) => option.toLowerCase() === own.toLowerCase()) ?? own;
  return { ...field, value, options: field.options.includes(value) ? field.options : [...field.options, value] };
}

/** What the title fills, and `{{date}}`, which nobody is asked for. */
function isTitle({ slot, form }: SlotPlace, title: Placeholder | null, body: string): boolean {
  return slot.name === 'title' || slot.from === title?.from || (form === 'title' && slot.name === title?.name) || isFilledAnyway(body.slice(slot.from, slot.to));
}

/** `{{date}}` and `{{time}}`, in whatever format. */
function isFilledAnyway(source: string): boolean {
  // Matches "{{date:YYYY}}"; not "{DATE}". Group 1 is what stands inside.
  const inner = /^\{\{(.*)\}\}$/.exec(source)?.[1];
  return inner !== undefined && (coreName(inner) ?? 'title') !== 'title';
}

/** Everything that is left open in the note, each thing once, in the order of the text. */
export function noteFields(text: string): FormField[] {
  const things = slotThings(text);
  const labels = fieldLabels(text, things);
  return things.map((thing, at) => {
    const [first] = thing.places;
    return fieldOf(thing, { label: labels[at], key: null, count: thing.places.length, stays: first ? text.slice(first.slot.from, first.slot.to) : '' });
  });
}

interface Told {
  readonly label: FieldLabel | undefined;
  /** Of the property that it fills. */
  readonly key: string | null;
  /** Places in the text. */
  readonly count: number;
  readonly stays: string;
}

function fieldOf(thing: SlotThing, { label, key, count, stays }: Told): FormField {
  const slot = thing.places[0]?.slot ?? { from: 0, to: 0, name: thing.id, style: 'square' };
  const called = labelOf(thing)?.label ?? null;
  const control = controlOf(slot, key ?? called ?? slot.name);
  return {
    id: thing.id,
    label: label?.label ?? thing.id,
    hint: [label?.hint ?? '', count > 1 ? `Fills ${count} places.` : ''].join(' ').trim(),
    control: control === 'text' && isForLines(thing) ? 'lines' : control,
    options: slot.options ?? [],
    key: key ?? called?.toLowerCase().replace(/\(s\)$/, '').replace(/ /g, '-') ?? null,
    stays,
    value: '',
    isRequired: false,
  };
}

/** A request as long as a sentence, in running text, is answered with more than a word. */
function isForLines({ places }: SlotThing): boolean {
  return places.every(({ slot, form }) => slot.name.length > LONG && (form === 'line' || form === 'item'));
}

function prefilled({ control, key }: FormField, slot: Placeholder, { today, status, author, nextId }: Prefill): string {
  if (control === 'date') return today;
  if (control === 'choice') return isStatusChoice(slot, status) ? status : '';
  if (control === 'id') return (key === null ? null : nextId(key)) ?? '';
  return key === 'author' ? author : '';
}
