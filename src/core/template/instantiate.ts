/** A template made into the text of a new plan: what is known already is filled in, everything else stays a slot. */
import type { CalendarDate } from '../date/calendar-date';
import { scanBlocks } from '../markdown/scan-blocks';
import { BlockKind, Leaf } from '../markdown/blocks';
import { fillPlaceholders, findPlaceholders, type Placeholder } from './placeholder';
import type { Template } from './template';

export interface Known {
  readonly today: CalendarDate;
  /** Name of the status that a new plan has. */
  readonly status: string;
  /** Empty when the user has not given one. */
  readonly author: string;
  /** Title of the note, for a plan that gets a note of its own. */
  readonly title?: string;
}

export interface NewPlan {
  readonly body: string;
  /** Frontmatter of the new plan, in order. */
  readonly properties: readonly { readonly key: string; readonly value: string }[];
}

/** Dates become today, an offered status the first one, author and title what is known. Values are not expanded again. */
export function instantiate(template: Template, known: Known): NewPlan {
  const values = knownValues(template, known);
  const dated = fillWhere(template.body, (slot) => (slot.style === 'date' ? known.today : isStatusChoice(slot, known.status) ? known.status : null));
  const properties = template.properties.map(({ key, value }) => ({ key, value: fillPlaceholders(value, values) }));
  return {
    body: fillPlaceholders(dated, values),
    properties: [
      { key: 'type', value: 'plan' },
      { key: 'status', value: known.status },
      { key: 'plan-template', value: template.id },
      { key: 'created', value: known.today },
      { key: 'updated', value: known.today },
      ...properties,
    ],
  };
}

/** The title a template gives a plan while it has none: "Implementation plan" of "Implementation Plan: [Brief Description]". */
export function titleSlot(body: string): Placeholder | null {
  const { leaves } = scanBlocks(body);
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    if (leaves.get(leaf, Leaf.kind) !== BlockKind.heading) continue;
    const [from, to] = [leaves.get(leaf, Leaf.from), leaves.get(leaf, Leaf.to)];
    return findPlaceholders(body).find((slot) => slot.from >= from && slot.to <= to) ?? null;
  }
  return null;
}

function knownValues(template: Template, { author, title }: Known): Record<string, string> {
  const values: Record<string, string> = {};
  const authorSlot = slotIn(template.properties.find(({ key }) => key === 'author')?.value);
  if (author !== '' && authorSlot) values[authorSlot.name] = author;
  const slot = titleSlot(template.body);
  if (title !== undefined && slot) values[slot.name] = title;
  return values;
}

function slotIn(value: string | undefined): Placeholder | null {
  return value === undefined ? null : (findPlaceholders(`- ${value}`)[0] ?? null);
}

function isStatusChoice({ style, options }: Placeholder, status: string): boolean {
  return style === 'choice' && options?.[0] === status;
}

function fillWhere(text: string, valueOf: (slot: Placeholder) => string | null): string {
  let filled = '';
  let done = 0;
  for (const slot of findPlaceholders(text)) {
    const value = valueOf(slot);
    if (value === null) continue;
    filled += text.slice(done, slot.from) + value;
    done = slot.to;
  }
  return filled + text.slice(done);
}
