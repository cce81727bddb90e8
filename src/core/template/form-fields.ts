/** What a form asks for: the title and the header of a template, or whatever is left open in a note. */
import type { CalendarDate } from '../date/calendar-date';
import { BlockKind, Leaf } from '../markdown/blocks';
import { scanBlocks } from '../markdown/scan-blocks';
import { type Control, controlOf } from './field-control';
import { coreName } from './core-slots';
import { slotOfValue } from './fill-property';
import { isStatusChoice, titleSlot } from './instantiate';
import { findPlaceholders, type Placeholder } from './placeholder';
import { asLabel, labelBefore } from './slot-label';
import type { Template } from './template';

export interface FormField {
  /** Names the field in the form; of a slot its name. */
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
}

/** What fills fields in before anybody types. */
export interface Prefill {
  readonly today: CalendarDate;
  readonly status: string;
  readonly author: string;
  /** The next free id among the values of a property. */
  readonly nextId: (key: string) => string | null;
}

/** Id of the title's field; no slot has such a name. */
export const TITLE = '\u0000title';

/** Header slots in the order of the text, then those that only properties have. The title is asked for apart; what Obsidian fills is not asked for. */
export function templateFields(template: Template, prefill: Prefill): FormField[] {
  const { body } = template;
  const title = titleSlot(body);
  const all = findPlaceholders(body).filter((slot) => !isFilledAnyway(body.slice(slot.from, slot.to)));
  const { from, to } = headerRange(body);
  const header = new Set(all.filter((slot) => slot.from >= from && slot.to <= to));
  const names = new Set([...header].map(({ name }) => name));
  const inBody = new Set(all.map(({ name }) => name));
  const keys = new Map<string, string>();
  const slots = [...all];
  for (const { key, value } of template.properties) {
    const slot = typeof value === 'string' ? slotOfValue(value) : null;
    if (!slot || isFilledAnyway(`- ${String(value)}`.slice(slot.from, slot.to))) continue;
    keys.set(slot.name, key);
    if (!names.has(slot.name) && !inBody.has(slot.name)) slots.push(slot);
    names.add(slot.name);
  }
  if (title) names.delete(title.name);
  names.delete('title');
  const byName = slotsByName(slots);
  return [...names].map((name) => {
    const same = byName.get(name) ?? [];
    const field = fieldOf(body, { same, labelled: same.filter((slot) => header.has(slot)), key: keys.get(name) ?? null });
    const slot = same[0];
    return slot ? { ...field, value: prefilled(field, slot, prefill) } : field;
  });
}

/** `{{date}}` and `{{time}}`, in whatever format. */
function isFilledAnyway(source: string): boolean {
  // Matches "{{date:YYYY}}"; not "{DATE}". Group 1 is what stands inside.
  const inner = /^\{\{(.*)\}\}$/.exec(source)?.[1];
  return inner !== undefined && (coreName(inner) ?? 'title') !== 'title';
}

/** Every slot of the note, same-named once, in the order of the text. */
export function noteFields(text: string): FormField[] {
  return [...slotsByName(findPlaceholders(text)).values()].map((same) => fieldOf(text, { same, labelled: same, key: null }));
}

function slotsByName(slots: readonly Placeholder[]): Map<string, Placeholder[]> {
  const byName = new Map<string, Placeholder[]>();
  for (const slot of slots) {
    const same = byName.get(slot.name);
    if (same) same.push(slot);
    else byName.set(slot.name, [slot]);
  }
  return byName;
}

function fieldOf(text: string, of: { readonly same: readonly Placeholder[]; readonly labelled: readonly Placeholder[]; readonly key: string | null }): FormField {
  const { same, labelled, key } = of;
  const slot = same[0] ?? { from: 0, to: 0, name: '', style: 'square' };
  const label = sharedLabel(text, labelled);
  const called = key ?? label ?? slot.name;
  const source = labelled.includes(slot) || key === null ? text.slice(slot.from, slot.to) : slot.name;
  return {
    id: slot.name,
    label: label ?? asLabel(key === null ? slot.name : key.replace(/-/g, ' ')),
    hint: same.length > 1 ? `Fills ${same.length} places.` : '',
    control: controlOf(slot, called),
    options: slot.options ?? [],
    key: key ?? label?.toLowerCase().replace(/\(s\)$/, '').replace(/ /g, '-') ?? null,
    stays: source,
    value: '',
    isRequired: false,
  };
}

/** The label before all of the slots that have one, in the case of the last. */
function sharedLabel(text: string, slots: readonly Placeholder[]): string | null {
  const labels = slots.flatMap((slot) => labelBefore(text, slot) ?? []);
  const last = labels.at(-1);
  return last !== undefined && labels.every((label) => label.toLowerCase() === last.toLowerCase()) ? asLabel(last) : null;
}

function prefilled({ control, key }: FormField, slot: Placeholder, { today, status, author, nextId }: Prefill): string {
  if (control === 'date') return today;
  if (control === 'choice') return isStatusChoice(slot, status) ? status : '';
  if (control === 'id') return (key === null ? null : nextId(key)) ?? '';
  return key === 'author' ? author : '';
}

/** From the end of the first heading to the next heading or rule: where a plan states its header fields. */
function headerRange(body: string): { from: number; to: number } {
  const { leaves } = scanBlocks(body);
  let from = 0;
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    const kind = leaves.get(leaf, Leaf.kind);
    if (kind !== BlockKind.heading && kind !== BlockKind.thematicBreak) continue;
    const isTitle = from === 0 && kind === BlockKind.heading;
    if (!isTitle) return { from, to: leaves.get(leaf, Leaf.from) };
    from = leaves.get(leaf, Leaf.to);
  }
  return { from, to: body.length };
}
