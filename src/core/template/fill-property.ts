/** Fills the slots of a template's properties. One that a value goes into is written anew; a list or map keeps its form where it can. */
import { frontmatterValues } from '../markdown/frontmatter';
import { controlOf, listItems } from './field-control';
import { type Filling, fillSlots } from './fill';
import { findPlaceholders } from './placeholder';
import type { PropertySlot } from './slot-things';
import type { Template, TemplateProperty } from './template';

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
  const items = value.map((item) => filledText(key, item, filling));
  if (items.every((item, at) => item === value[at])) return property;
  const lines = yaml === undefined ? undefined : filledYaml(yaml, filling);
  return lines !== undefined && saysItems(lines, items) ? { key, value: items, yaml: lines } : { key, value: items };
}

/** The slots that properties of a template are, or begin with. */
export function propertySlots({ properties }: Template): PropertySlot[] {
  return properties.flatMap(({ key, value }) => {
    if (typeof value !== 'string') return [];
    const text = leadFor(key, value) + value;
    const slot = findPlaceholders(text)[0];
    return slot ? [{ key, slot, source: text.slice(slot.from, slot.to) }] : [];
  });
}

/** What makes the value read as text: a list item's mark, and the key where the slot is none without a label: "[for example S-1]". */
function leadFor(key: string, value: string): string {
  const labelled = `- ${key}: `;
  return findPlaceholders(`- ${value}`).length === 0 && findPlaceholders(labelled + value).some(({ from }) => from >= labelled.length) ? labelled : '- ';
}

function filledValue(key: string, value: string, filling: Filling): TemplateProperty['value'] {
  const lead = leadFor(key, value).length;
  const slot = filling.core(value).length > 0 ? undefined : findPlaceholders(leadFor(key, value) + value)[0];
  const filled = slot ? filling.valueOf(slot) : null;
  const isWhole = slot?.from === lead && slot.to === value.length + lead;
  return isWhole && filled !== null && controlOf(slot, key) === 'list' ? listItems(filled) : filledText(key, value, filling);
}

function filledText(key: string, value: string, filling: Filling): string {
  const lead = leadFor(key, value);
  return fillSlots(lead + value, filling).text.slice(lead.length);
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
