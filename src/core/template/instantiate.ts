/** A template made into the text of a new plan: what is known already is filled in, everything else stays a slot. */
import type { CalendarDate } from '../date/calendar-date';
import { scanBlocks } from '../markdown/scan-blocks';
import { BlockKind, Leaf } from '../markdown/blocks';
import { coreSlots } from './core-slots';
import { fillProperty, fillSlots } from './fill-slots';
import { findPlaceholders, type Placeholder } from './placeholder';
import type { Template, TemplateProperty } from './template';

export interface Known {
  readonly today: CalendarDate;
  /** Name of the status that a new plan has. */
  readonly status: string;
  /** Empty when the user has not given one. */
  readonly author: string;
  /** Title of the note, for a plan that gets a note of its own. */
  readonly title?: string;
  /** What `{{title}}` stands for in a plan that goes into a note that is there already: the note's name. */
  readonly noteName?: string;
  /** The present instant in moment's format tokens, for `{{date:FORMAT}}` and `{{time}}`; left out, these are dates like others. */
  readonly format?: (pattern: string) => string;
}

export interface NewPlan {
  readonly body: string;
  /** Frontmatter of the new plan, in order. */
  readonly properties: readonly TemplateProperty[];
}

/** Dates become today, an offered status the first one, author and title what is known. Values are not expanded again. */
export function instantiate(template: Template, known: Known): NewPlan {
  const values = knownValues(template, known);
  const valueOf = (slot: Placeholder): string | null => {
    if (slot.style === 'date') return known.today;
    if (isStatusChoice(slot, known.status)) return known.status;
    return values.get(slot.name) ?? null;
  };
  const { format, title = known.noteName } = known;
  const filling = { valueOf, core: (text: string) => (format ? coreSlots(text, { format, title }) : []) };
  const own = template.properties.map((property) => fillProperty(property, filling));
  const isOwn = (key: string): boolean => own.some((property) => property.key.toLowerCase() === key);
  const usual = [
    { key: 'type', value: 'plan' },
    { key: 'status', value: known.status },
    { key: 'plan-template', value: template.id },
    { key: 'created', value: known.today },
    { key: 'updated', value: known.today },
  ];
  return { body: fillSlots(template.body, filling), properties: [...usual.filter(({ key }) => !isOwn(key)), ...own] };
}

/** The title a template gives a plan while it has none: "Implementation plan" of "Implementation Plan: [Brief Description]". */
export function titleSlot(body: string): Placeholder | null {
  const { leaves } = scanBlocks(body);
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    if (leaves.get(leaf, Leaf.kind) !== BlockKind.heading) continue;
    const [from, to] = [leaves.get(leaf, Leaf.from), leaves.get(leaf, Leaf.to)];
    return findPlaceholders(body).find((slot) => slot.from >= from && slot.to <= to && slot.style !== 'date') ?? null;
  }
  return null;
}

function knownValues(template: Template, { author, title }: Known): Map<string, string> {
  const values = new Map<string, string>();
  const authorSlot = slotIn(template.properties.find(({ key }) => key === 'author')?.value);
  if (author !== '' && authorSlot) values.set(authorSlot.name, author);
  const slot = titleSlot(template.body);
  if (title !== undefined && slot) values.set(slot.name, title);
  return values;
}

function slotIn(value: string | undefined): Placeholder | null {
  return value === undefined ? null : (findPlaceholders(`- ${value}`)[0] ?? null);
}

function isStatusChoice({ style, options }: Placeholder, status: string): boolean {
  return style === 'choice' && options?.[0] === status;
}
