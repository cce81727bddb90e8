/** A template made into the text of a new plan: what is known or was filled in stands in it, everything else stays a slot. */
import type { CalendarDate } from '../date/calendar-date';
import { BlockKind, type Blocks, Leaf } from '../markdown/blocks';
import { scanBlocks } from '../markdown/scan-blocks';
import { endOfLine } from '../text/line-index';
import { bracketSlots } from './bracket-slots';
import { warningsAsCallouts } from './callouts';
import { type CoreSlot, coreSlots } from './core-slots';
import { type FilledPlace, fillSlots, type SlotValue } from './fill';
import { fillProperty, propertySlots } from './fill-property';
import { headingTitle } from './heading-title';
import { maskLine } from './masked-line';
import { findPlaceholders, type Placeholder } from './placeholder';
import { dateFor } from './slot-date';
import { slotIds, slotThings } from './slot-things';
import type { Template, TemplateProperty } from './template';

export interface Known {
  readonly today: CalendarDate;
  /** Name of the status that a new plan has. */
  readonly status: string;
  /** Empty when the user has not given one. */
  readonly author: string;
  /** Title of the plan; without one its slot stays. */
  readonly title?: string;
  /** What `{{title}}` stands for in a plan without a title that goes into a note that is there already: the note's name. */
  readonly noteName?: string;
  /** The present instant in moment's format tokens, for `{{date:FORMAT}}` and `{{time}}`; left out, these are dates like others. */
  readonly format?: (pattern: string) => string;
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
  const { format, title = '', noteName } = known;
  const source = known.hasCallouts ? warningsAsCallouts(template.body) : template.body;
  const heading = titleSlot(source);
  const own = propertySlots(template);
  const ids = slotIds(slotThings(source, own), own);
  const author = own.find(({ key }) => key === 'author');
  const valueOf = thingValue(known, {
    title: heading && ids.at.get(heading.from),
    author: author ? ids.ofProperty('author', author.slot.name) : null,
    status: ownStatus(template) ?? known.status,
  });
  const inBody: SlotValue = (slot) => valueOf(slot, ids.at.get(slot.from) ?? slot.name);
  const core = (text: string): CoreSlot[] => (format ? coreSlots(text, { format, title: title === '' ? noteName : title }) : []);
  const { text, places } = fillSlots(source, {
    valueOf: (slot) => (title !== '' && slot.from === heading?.from ? headingTitle(source, slot, title) : inBody(slot)),
    core: (body) => core(body).map((slot) => (slot.from === heading?.from ? { ...slot, value: headingTitle(body, slot, slot.value) } : slot)),
    extra: title === '' ? null : heading,
    idOf: ({ from, name }) => ids.at.get(from) ?? name,
  });
  const status = findPlaceholders(source).find((slot) => isStatusChoice(slot, known.status));
  const usual = [
    { key: 'type', value: 'plan' },
    { key: 'status', value: (status && inBody(status)) ?? known.status },
    { key: 'plan-template', value: template.id },
    { key: 'created', value: known.today },
    { key: 'updated', value: known.today },
  ];
  const said = status && (known.fills?.get(ids.at.get(status.from) ?? status.name) ?? '');
  const properties = template.properties.map((property) => (said && isOwnStatus(template, property) ? { key: property.key, value: said } : property));
  const filled = properties.map((property) => fillProperty(property, { valueOf: (slot) => valueOf(slot, ids.ofProperty(property.key, slot.name)), core }));
  const ownKeys = new Set(filled.map(({ key }) => key.toLowerCase()));
  return { body: text, properties: [...usual.filter(({ key }) => !ownKeys.has(key)), ...filled], places };
}

/**
 * The slot in a template's title: "Brief Description" of "Implementation Plan: [Brief Description]". The title is the
 * first heading; below one without a slot, such as "Plan Template", it is the first other one of level 1.
 */
export function titleSlot(body: string): Placeholder | null {
  const { leaves } = scanBlocks(body);
  const slots = findPlaceholders(body).filter(({ style }) => style !== 'date');
  let next = 0;
  let isFirst = true;
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    if (leaves.get(leaf, Leaf.kind) !== BlockKind.heading || (!isFirst && leaves.get(leaf, Leaf.detail) > 1)) continue;
    isFirst = false;
    while ((slots[next]?.from ?? Infinity) < leaves.get(leaf, Leaf.from)) next++;
    const slot = slots[next];
    if (slot && slot.to <= leaves.get(leaf, Leaf.to)) return slot;
  }
  return bracketInTitle(scanBlocks(body));
}

/** What stands in brackets in the first heading, of level 1: in a template it is a slot whatever it says, "# [Deep Title]". */
function bracketInTitle({ text, leaves }: Blocks): Placeholder | null {
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    if (leaves.get(leaf, Leaf.kind) !== BlockKind.heading) continue;
    if (leaves.get(leaf, Leaf.detail) !== 1) return null;
    const at = leaves.get(leaf, Leaf.from);
    const [slot] = bracketSlots(maskLine(text.slice(at, endOfLine(text, at)), at, null)).slots.filter(({ wording }) => wording.style === 'square' || wording.style === 'curly');
    return slot ? { from: at + slot.from, to: at + slot.to, name: slot.inner, style: slot.wording.style } : null;
  }
  return null;
}

/** The status that the template's own properties give its plans, when it is no slot. */
export function ownStatus(template: Template): string | null {
  const value = template.properties.find((property) => isOwnStatus(template, property))?.value;
  return typeof value === 'string' ? value : null;
}

function isOwnStatus(template: Template, { key, value }: TemplateProperty): boolean {
  return key.toLowerCase() === 'status' && typeof value === 'string' && value.trim() !== '' && !propertySlots(template).some((own) => own.key === key) && coreSlots(value, { format: () => '', title: '' }).length === 0;
}

/** Whether the slot offers the statuses, the new plan's first. */
export function isStatusChoice({ style, options }: Placeholder, status: string): boolean {
  return style === 'choice' && options?.[0] === status;
}

/** What each slot becomes, by the thing it is: what was filled in, else what is known. */
function thingValue(known: Known, things: { readonly title: string | null | undefined; readonly author: string | null; readonly status: string }): (slot: Placeholder, id: string) => string | null {
  const { today, status, author, title = '', fills } = known;
  return (slot, id) => {
    const { name, style } = slot;
    const given = fills?.get(id);
    if (given !== undefined) return given === '' ? null : style === 'date' ? (dateFor(name, given) ?? given) : given;
    if (style === 'date') return dateFor(name, today);
    if (isStatusChoice(slot, status)) return things.status;
    if (title !== '' && (id === things.title || name === 'title')) return title;
    return author !== '' && id === things.author ? author : null;
  };
}
