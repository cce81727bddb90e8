/** A template made into the text of a new plan: what is known or was filled in stands in it, everything else stays a slot. */
import type { CalendarDate } from '../date/calendar-date';
import { BlockKind, Leaf } from '../markdown/blocks';
import { scanBlocks } from '../markdown/scan-blocks';
import { warningsAsCallouts } from './callouts';
import { controlOf, listItems } from './field-control';
import { type FilledPlace, fillSlots, type SlotValue } from './fill';
import { headingTitle } from './heading-title';
import { findPlaceholders, type Placeholder } from './placeholder';
import { dateFor } from './slot-date';
import type { Template, TemplateProperty } from './template';

export interface Known {
  readonly today: CalendarDate;
  /** Name of the status that a new plan has. */
  readonly status: string;
  /** Empty when the user has not given one. */
  readonly author: string;
  /** Title of the plan; without one its slot stays. */
  readonly title?: string;
  /** What was filled in, by the name of the slot; an empty text leaves the slot in place. */
  readonly fills?: ReadonlyMap<string, string>;
  /** Whether warnings in tags become callouts. */
  readonly hasCallouts?: boolean;
}

export interface NewPlan {
  readonly body: string;
  /** Frontmatter of the new plan, in order. */
  readonly properties: readonly TemplateProperty[];
  /** Where the template's slots stand in the body, filled or not. */
  readonly places: readonly FilledPlace[];
}

/** Dates become today, an offered status the first one, author, title and the rest what is known. Values are not expanded again. */
export function instantiate(template: Template, known: Known): NewPlan {
  const source = known.hasCallouts ? warningsAsCallouts(template.body) : template.body;
  const slots = findPlaceholders(source);
  const heading = titleSlot(source);
  const valueOf = slotValue(template, known, heading);
  const title = known.title ?? '';
  const { text, places } = fillSlots(source, slots, (slot) => (title !== '' && slot.from === heading?.from ? headingTitle(source, slot, title) : valueOf(slot)));
  const status = slots.find((slot) => isStatusChoice(slot, known.status));
  const standard = [
    ['type', 'plan'],
    ['status', (status && valueOf(status)) ?? known.status],
    ['plan-template', template.id],
    ['created', known.today],
    ['updated', known.today],
  ] as const;
  const properties = new Map<string, TemplateProperty['value']>(standard);
  for (const { key, value } of template.properties) properties.set(key, typeof value === 'string' ? filledProperty(key, value, valueOf) : value.map((item) => filledText(item, valueOf)));
  return { body: text, properties: [...properties].map(([key, value]) => ({ key, value })), places };
}

/** The slot in a template's first heading: "Brief Description" of "Implementation Plan: [Brief Description]". */
export function titleSlot(body: string): Placeholder | null {
  const { leaves } = scanBlocks(body);
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    if (leaves.get(leaf, Leaf.kind) !== BlockKind.heading) continue;
    const [from, to] = [leaves.get(leaf, Leaf.from), leaves.get(leaf, Leaf.to)];
    return findPlaceholders(body).find((slot) => slot.from >= from && slot.to <= to) ?? null;
  }
  return null;
}

/** The slot that a property of a template is, or begins with. */
export function slotOfValue(value: string): Placeholder | null {
  return findPlaceholders(`- ${value}`)[0] ?? null;
}

/** Whether the slot offers the statuses, the new plan's first. */
export function isStatusChoice({ style, options }: Placeholder, status: string): boolean {
  return style === 'choice' && options?.[0] === status;
}

/** What each slot becomes: what was filled in, else what is known. */
function slotValue(template: Template, known: Known, heading: Placeholder | null): SlotValue {
  const { today, status, author, title = '', fills } = known;
  const authorValue = template.properties.find(({ key }) => key === 'author')?.value;
  const authorSlot = typeof authorValue === 'string' ? slotOfValue(authorValue) : null;
  return (slot) => {
    const { name, style } = slot;
    const given = fills?.get(name);
    if (given !== undefined) return given === '' ? null : style === 'date' ? (dateFor(name, given) ?? given) : given;
    if (style === 'date') return dateFor(name, today);
    if (isStatusChoice(slot, status)) return status;
    if (title !== '' && (name === heading?.name || name === 'title')) return title;
    return author !== '' && name === authorSlot?.name ? author : null;
  };
}

function filledProperty(key: string, value: string, valueOf: SlotValue): TemplateProperty['value'] {
  const slot = slotOfValue(value);
  const filled = slot && valueOf(slot);
  const isWhole = slot !== null && slot.from === 2 && slot.to === value.length + 2;
  return isWhole && filled !== null && controlOf(slot, key) === 'list' ? listItems(filled) : filledText(value, valueOf);
}

/** The text of a property, as a list item so that what stands in brackets is read as text. */
function filledText(value: string, valueOf: SlotValue): string {
  const line = `- ${value}`;
  return fillSlots(line, findPlaceholders(line), valueOf).text.slice(2);
}
