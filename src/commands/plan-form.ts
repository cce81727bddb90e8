/** What the forms that insert and create a plan have in common: their fields, and the plan that the values make. */
import { insertPlan, type InsertRequest } from '../core/edit/insert-plan';
import { readFrontmatter } from '../core/markdown/frontmatter';
import { firstStatus } from '../core/status/workflow';
import { coreSlots } from '../core/template/core-slots';
import type { FilledPlace } from '../core/template/fill';
import { type FormField, templateFields, TITLE } from '../core/template/form-fields';
import { instantiate, type Known, type NewPlan, titleSlot } from '../core/template/instantiate';
import { findPlaceholders } from '../core/template/placeholder';
import type { Template } from '../core/template/template';
import { applyChanges } from '../core/text/text-change';
import type { FormPreview, FormValues } from '../ui/modals/fill-form';
import type { VaultValues } from '../ui/modals/vault-values';
import type { CommandParts } from './plan-commands';

export const PROPERTIES_MERGE = 'Properties of the note: your values win; lists are joined; nothing is duplicated.';

/** Notes beyond this many characters are not shown around the plan. */
const LONGEST_PREVIEW = 200_000;

/** "Phased plan" of "Phased plan (success criteria and change log)". */
export function shortName({ name }: Template): string {
  return name.replace(/ \(.*\)$/, '');
}

/** What stands for it in a sentence: phased plan, “Our sprint”. */
export function namedInText(template: Template): string {
  return template.path === undefined ? shortName(template).toLowerCase() : `“${shortName(template)}”`;
}

/**
 * Title and header fields of the template; without a place for a title an inserted plan has none. `noteName` is the
 * name of the note that the plan goes into; of a note that the title is to name it is null.
 */
export function planFields(parts: CommandParts, template: Template, vault: VaultValues, noteName: string | null): FormField[] {
  const slot = titleSlot(template.body);
  const prefill = { ...knownOf(parts, template), nextId: (key: string) => vault.nextId(key) };
  const stays = slot && slot.name !== 'title' ? template.body.slice(slot.from, slot.to) : (noteName ?? '');
  const isRequired = noteName === null;
  const title: FormField = { id: TITLE, label: 'Title', hint: '', control: 'text', options: [], key: null, stays: isRequired ? '' : stays, value: '', isRequired };
  return [...(slot || isRequired || hasTitle(template) ? [title] : []), ...templateFields(template, prefill)];
}

/** The fields, of which those that the note's own properties fill can't say otherwise. Two lists are joined. */
export function withOwnValues(fields: readonly FormField[], text: string): FormField[] {
  const own = readFrontmatter(text)?.properties;
  return fields.map((field) => {
    const value = field.key === null ? null : (own?.get(field.key.toLowerCase())?.value ?? null);
    if (value === null || (typeof value !== 'string' && field.control === 'list')) return field;
    const said = typeof value === 'string' ? value : value.join(', ');
    return said === '' || isSlot(said) ? field : { ...field, value: said, isKept: true };
  });
}

/** Whether the text is a placeholder as a whole, which says nothing yet. */
function isSlot(text: string): boolean {
  const [slot] = findPlaceholders(text);
  return slot?.from === 0 && slot.to === text.length;
}

/** The plan that the values make, for a note of its own or for the one of `noteName`; `values` of null are as if nobody had been asked. */
export function planOf(parts: CommandParts, template: Template, values: FormValues | null, noteName?: string): NewPlan {
  const known = { ...knownOf(parts, template), ...(noteName !== undefined && { noteName }) };
  if (!values) return instantiate(template, known);
  return instantiate(template, { ...known, title: values.get(TITLE) ?? '', fills: values });
}

/** What properties the values stand for, by key; what is not filled in is ''. */
export function propertyValues({ properties }: NewPlan, template: Template): ReadonlyMap<string, string> {
  const open = new Map(template.properties.map(({ key, value }) => [key, String(value)]));
  return new Map(properties.map(({ key, value }) => [key, open.get(key) === String(value) && /[[{]/.test(String(value)) ? '' : typeof value === 'string' ? value : value.join(', ')]));
}

/** The note as it would be with the plan in it, and where the fields of the form stand there. */
export function planPreview(template: Template, plan: NewPlan, note: { readonly text: string; readonly at: InsertRequest['at'] }): Omit<FormPreview, 'remark'> {
  const text = note.text.length > LONGEST_PREVIEW ? '' : note.text;
  const at = typeof note.at === 'number' ? Math.min(note.at, text.length) : note.at;
  const result = insertPlan(text, { at, ...plan });
  if (!result.ok) return { text: plan.body, places: named(template, plan.places) };
  const after = applyChanges(text, result.changes);
  const inBody = text.includes('\r') ? [] : plan.places.map(({ name, from, to }) => ({ name, from: from + result.bodyFrom, to: to + result.bodyFrom }));
  return { text: after, places: named(template, [...propertyPlaces(after, template), ...inBody]) };
}

/** Where the properties stand that slots of the template fill. */
function propertyPlaces(text: string, template: Template): FilledPlace[] {
  const properties = readFrontmatter(text)?.properties;
  return template.properties.flatMap(({ key, value }) => {
    const place = properties?.get(key);
    // Matches the slot's name in "[Name]", "{SPEC_PATH}"; not in "plan".
    const name = typeof value === 'string' ? /^[[{]+(.*?)[\]}]+$/.exec(value)?.[1] : undefined;
    return place && name !== undefined ? [{ name, from: place.from, to: place.to }] : [];
  }).sort((a, b) => a.from - b.from);
}

/** The places by field: what the title fills belongs to the title's. */
function named(template: Template, places: readonly FilledPlace[]): FilledPlace[] {
  const title = titleSlot(template.body)?.name;
  return places.map((place) => (place.name === title || place.name === 'title' ? { ...place, name: TITLE } : place));
}

/** Whether `{{title}}` stands anywhere in the template. */
function hasTitle({ body, properties }: Template): boolean {
  const texts = [body, ...properties.map(({ value, yaml }) => yaml ?? String(value))];
  return texts.some((text) => coreSlots(text, { format: () => '', title: '' }).some(({ name }) => name === 'title'));
}

function knownOf({ settings, today, formatNow }: CommandParts, template: Template): Known {
  return { today: today(), status: firstStatus(settings.reading.workflows, template.id), author: settings.current.author, format: formatNow, hasCallouts: settings.current.hasCallouts };
}
