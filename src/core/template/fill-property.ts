/** Fills the slots of a template's properties. One that a value goes into is written anew; a list or map keeps its form where it can. */
import { frontmatterValues } from '../markdown/frontmatter';
import { controlOf, listItems } from './field-control';
import { type Filling, fillSlots } from './fill';
import { findPlaceholders, type Placeholder } from './placeholder';
import type { TemplateProperty } from './template';

/** What goes into a list or map in YAML without quotes. Matches "2026-03-14", "Ops"; not "a: b", "[x]". */
const SAFE_IN_YAML = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]|:(?=\d))*$/u;

/** The property with its slots filled; its own lines stay as long as they say the same. */
export function fillProperty(property: TemplateProperty, filling: Filling): TemplateProperty {
  const { key, value, yaml } = property;
  if (yaml !== undefined && value === '') return { ...property, yaml: filledYaml(yaml, filling) };
  if (typeof value === 'string') {
    const filled = filledValue(key, value, filling);
    return filled === value ? property : { key, value: filled };
  }
  const items = value.map((item) => filledText(item, filling));
  if (items.every((item, at) => item === value[at])) return property;
  const lines = yaml === undefined ? undefined : filledYaml(yaml, filling);
  return lines !== undefined && saysItems(lines, items) ? { key, value: items, yaml: lines } : { key, value: items };
}

/** The slot that a property of a template is, or begins with. */
export function slotOfValue(value: string): Placeholder | null {
  return findPlaceholders(`- ${value}`)[0] ?? null;
}

function filledValue(key: string, value: string, filling: Filling): TemplateProperty['value'] {
  const slot = filling.core(value).length > 0 ? null : slotOfValue(value);
  const filled = slot && filling.valueOf(slot);
  const isWhole = slot !== null && slot.from === 2 && slot.to === value.length + 2;
  return isWhole && filled !== null && controlOf(slot, key) === 'list' ? listItems(filled) : filledText(value, filling);
}

/** The text of a property, as a list item so that what stands in brackets is read as text. */
function filledText(value: string, filling: Filling): string {
  return fillSlots(`- ${value}`, filling).text.slice(2);
}

/** The property's lines with the values in them that need no quotes. */
function filledYaml(yaml: string, { valueOf, core }: Filling): string {
  const filled = fillSlots(`---\n${yaml}\n---\n`, {
    valueOf: (slot) => safe(valueOf(slot)),
    core: (text) => core(text).filter(({ value }) => safe(value) !== null),
  });
  return filled.text.slice(4, -5);
}

function saysItems(yaml: string, items: readonly string[]): boolean {
  const [, json = 'null'] = frontmatterValues(`---\n${yaml}\n---\n`)?.[0] ?? [];
  const value: unknown = JSON.parse(json);
  return Array.isArray(value) && JSON.stringify(value.map(String)) === JSON.stringify(items);
}

function safe(value: string | null): string | null {
  return value !== null && SAFE_IN_YAML.test(value) ? value : null;
}
