/** The slots of a document, searched once for each version of it. Offsets are those of the document, whose lines end in LF. */
import type { EditorState, Text } from '@codemirror/state';
import { findPlaceholders, type Placeholder } from '../core/template/placeholder';

/** Characters from which on a document is not searched at all: a third of a second would be felt. */
const TOO_LARGE = 2_000_000;

const found = new WeakMap<Text, readonly Placeholder[]>();

/** All slots in order; none in a document that is too large. */
export function slotsOf(doc: Text): readonly Placeholder[] {
  const known = found.get(doc);
  if (known) return known;
  const slots = doc.length < TOO_LARGE ? findPlaceholders(doc.toString()) : [];
  found.set(doc, slots);
  return slots;
}

/** The slot that is selected, exactly and alone. Other selections are mostly told without a search. */
export function selectedSlot({ doc, selection }: EditorState): Placeholder | null {
  const { main, ranges } = selection;
  // No slot has more than 310 characters.
  if (main.empty || ranges.length > 1 || main.to - main.from > 400) return null;
  // Matches "[Name]", "{{date}}", "YYYY-MM-DD", "Draft | Done", "path/to/file"; not "Name".
  if (!/[[{|/]|YYYY/.test(doc.sliceString(main.from, main.to))) return null;
  return slotsOf(doc).find(({ from, to }) => from === main.from && to === main.to) ?? null;
}
