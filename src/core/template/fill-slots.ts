/** Fills the slots of a template's text and properties in one pass: what is put in is never looked into again. */
import type { CoreSlot } from './core-slots';
import { findPlaceholders, type Placeholder } from './placeholder';
import type { TemplateProperty } from './template';

export interface Filling {
  /** What goes into a slot; null leaves it as it is. */
  readonly valueOf: (slot: Placeholder) => string | null;
  /** The placeholders of Obsidian's own that have a value; they go before others at the same place. */
  readonly core: (text: string) => readonly CoreSlot[];
}

/** What goes into a list or map in YAML without quotes. Matches "2026-03-14", "Ops"; not "a: b", "[x]". */
const SAFE_IN_YAML = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]|:(?=\d))*$/u;

/** `text` with all that `filling` knows; every other byte as it was. Linear in the length of the text. */
export function fillSlots(text: string, filling: Filling): string {
  let filled = '';
  let done = 0;
  for (const { from, to, value } of values(text, filling)) {
    filled += text.slice(done, from) + value;
    done = to;
  }
  return filled + text.slice(done);
}

/** The property with its slots filled: one of one value is written anew by whoever writes it, a list keeps its form. */
export function fillProperty(property: TemplateProperty, filling: Filling): TemplateProperty {
  const { key, value, yaml } = property;
  if (yaml === undefined) return { key, value: fillSlots(value, filling) };
  const source = `---\n${yaml}\n---\n`;
  if (value === '') {
    const filled = fillSlots(source, {
      valueOf: (slot) => safe(filling.valueOf(slot)),
      core: (text) => filling.core(text).filter((slot) => safe(slot.value) !== null),
    });
    return { key, value, yaml: filled.slice(4, -5) };
  }
  const whole = findPlaceholders(source).find(({ from, to }) => source.slice(from, to) === value);
  const filled = filling.core(value).length > 0 || !whole ? fillSlots(value, { ...filling, valueOf: () => null }) : (filling.valueOf(whole) ?? value);
  return filled === value ? property : { key, value: filled };
}

function safe(value: string | null): string | null {
  return value !== null && SAFE_IN_YAML.test(value) ? value : null;
}

/** Places in order, without overlap. */
function values(text: string, { valueOf, core }: Filling): CoreSlot[] {
  const first = core(text);
  let next = 0;
  const others = findPlaceholders(text).flatMap((slot) => {
    while ((first[next]?.to ?? Infinity) <= slot.from) next++;
    const value = (first[next]?.from ?? Infinity) < slot.to ? null : valueOf(slot);
    return value === null ? [] : [{ from: slot.from, to: slot.to, value }];
  });
  return [...first, ...others].sort((a, b) => a.from - b.from);
}
