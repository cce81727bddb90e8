/** Fills the slots of a note by name: one edit, made on whatever the note says then. */
import { frontmatterValues } from '../markdown/frontmatter';
import { frontmatterRange } from '../markdown/frontmatter-range';
import { yamlItem, yamlScalar } from '../markdown/yaml-text';
import { type EditResult, edited, refused } from '../text/edit-result';
import { applyChanges, type TextChange } from '../text/text-change';
import { controlOf, listItems } from './field-control';
import { slotChanges } from './fill';
import { findPlaceholders, type Placeholder } from './placeholder';
import { dateFor } from './slot-date';
import { labelBefore } from './slot-label';

/**
 * Every slot that `values` names is filled, all others stay, and so does every name that the note has no more. In the
 * frontmatter a value is written so that YAML reads it as the same text.
 */
export function fillNote(text: string, values: ReadonlyMap<string, string>): EditResult {
  const bodyFrom = frontmatterRange(text)?.next ?? 0;
  const wanted = findPlaceholders(text).filter(({ name }) => (values.get(name) ?? '') !== '');
  const valueOf = ({ name, style }: Placeholder): string => {
    const value = values.get(name) ?? '';
    return style === 'date' ? (dateFor(name, value) ?? value) : value;
  };
  const inProperties = wanted.filter(({ from }) => from < bodyFrom).map((slot) => propertyChange(text, slot, valueOf(slot)));
  const inBody = slotChanges(text, wanted.filter(({ from }) => from >= bodyFrom), valueOf);
  if (inProperties.length > 0 && !keepsKeys(text, applyChanges(text, inProperties))) {
    return refused('property-not-plain', 'A placeholder in the frontmatter stands where it can’t be filled safely. Fill it in by hand, then try again.');
  }
  return edited(...inProperties, ...inBody);
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
