/** Fills the slots of a note by name: one edit, made on whatever the note says then. */
import { frontmatterValues } from '../markdown/frontmatter';
import { frontmatterRange } from '../markdown/frontmatter-range';
import { yamlItem, yamlScalar } from '../markdown/yaml-text';
import { type EditResult, refused } from '../text/edit-result';
import { applyChanges, type TextChange } from '../text/text-change';
import { startsBlock } from './block-starts';
import { continued } from './continued-lines';
import { controlOf, listItems } from './field-control';
import { fieldLabels } from './field-label';
import { type FilledPlace, slotChanges } from './fill';
import { findPlaceholders, type Placeholder } from './placeholder';
import { dateFor } from './slot-date';
import { labelBefore } from './slot-label';
import { slotIds, type SlotThing, slotThings } from './slot-things';

/**
 * Every thing that `values` names by its id is filled, all others stay, and so does every one that the note has no
 * more. In the frontmatter a value is written so that YAML reads it as the same text; one that would turn what is
 * around it into something else is refused.
 */
export function fillNote(text: string, values: ReadonlyMap<string, string>): EditResult {
  const bodyFrom = frontmatterRange(text)?.next ?? 0;
  const things = slotThings(text);
  const ids = slotIds(things).at;
  const given = (slot: Placeholder): string => values.get(ids.get(slot.from) ?? slot.name) ?? '';
  const wanted = findPlaceholders(text).filter((slot) => given(slot) !== '');
  const valueOf = (slot: Placeholder): string => (slot.style === 'date' ? (dateFor(slot.name, given(slot)) ?? given(slot)) : given(slot));
  const inProperties = wanted.filter(({ from }) => from < bodyFrom).map((slot) => propertyChange(text, slot, valueOf(slot)));
  const inBody = slotChanges(text, wanted.filter(({ from }) => from >= bodyFrom), valueOf);
  if (inProperties.length > 0 && !keepsKeys(text, applyChanges(text, inProperties))) {
    return refused('property-not-plain', 'A placeholder in the frontmatter stands where it can’t be filled safely. Fill it in by hand, then try again.');
  }
  const breaking = inBody.find((change) => startsBlock(text, change));
  if (breaking) {
    const { label, slot } = labelAt(text, things, breaking.from);
    return refused('value-invalid', `“${label}” can’t be “${breaking.insert.slice(0, 40)}” at the start of a line: there it is read as Markdown, not as text. Begin it with a word, or leave ${slot} in place.`);
  }
  return { ok: true, changes: [...inProperties, ...inBody.map((change) => continued(text, change))] };
}

function labelAt(text: string, things: readonly SlotThing[], from: number): { readonly label: string; readonly slot: string } {
  const at = things.findIndex(({ places }) => places.some(({ slot }) => slot.from === from));
  const slot = things[at]?.places[0]?.slot ?? { from, to: from };
  return { label: fieldLabels(text, things)[at]?.label ?? '', slot: text.slice(slot.from, slot.to) };
}

/** The note's slots in order, named by the thing they are. */
export function noteSlots(text: string): FilledPlace[] {
  const places = slotThings(text).flatMap(({ id, places: joined }) => joined.map(({ slot }) => ({ name: id, from: slot.from, to: slot.to })));
  return places.sort((a, b) => a.from - b.from);
}

/** A value between the quotes that are there, or with its own; a list takes the place of the quotes too. */
function propertyChange(text: string, slot: Placeholder, value: string): TextChange {
  const { from, to } = slot;
  const quote = text.charAt(from - 1);
  const isQuoted = (quote === '"' || quote === "'") && text.charAt(to) === quote;
  const label = labelBefore(text, slot);
  if (isQuoted && label !== null && controlOf(slot, label) === 'list') return { from: from - 1, to: to + 1, insert: `[${listItems(value).map(yamlItem).join(', ')}]` };
  if (!isQuoted) return { from, to, insert: yamlScalar(value) };
  return { from, to, insert: quote === '"' ? JSON.stringify(value).slice(1, -1) : value.replace(/'/g, "''") };
}

function keepsKeys(before: string, after: string): boolean {
  const keys = (text: string): string | null => frontmatterValues(text)?.map(([key]) => key).join('\n') ?? null;
  const own = keys(before);
  return own !== null && own === keys(after);
}
