/** What the fields of a form are called: by label, column, key or words of their slot, told apart by where they stand. */
import { isSampleList } from './field-control';
import { asLabel, keyLabel } from './slot-label';
import type { SlotPlace } from './slot-place';
import type { SlotThing } from './slot-things';

export interface FieldLabel {
  readonly label: string;
  /** What the slot asks for, where its section is its label; else ''. */
  readonly hint: string;
}

/** Wording longer than this is no label but a request. */
const LONGEST = 48;

/** A label for each thing, each one another. */
export function fieldLabels(text: string, things: readonly SlotThing[]): FieldLabel[] {
  const named = things.map((thing) => nameOf(text, thing));
  const first = countOf(named.map(({ base, mark }) => written(base, [mark])));
  const longer = named.map(({ base, mark, section }) => (first.get(fold(written(base, [mark]))) === 1 || section === base ? [mark] : [mark, section]));
  const second = countOf(named.map(({ base }, at) => written(base, longer[at] ?? [])));
  const done = new Map<string, number>();
  return named.map(({ base, hint }, at) => {
    const label = written(base, longer[at] ?? []);
    if (second.get(fold(label)) === 1) return { label, hint };
    const number = (done.get(fold(label)) ?? 0) + 1;
    done.set(fold(label), number);
    return { label: written(base, [...(longer[at] ?? []), String(number)]), hint };
  });
}

/** The label that the thing's places share: of a field the words before it, else the property's key. */
export function labelOf({ places }: SlotThing): SlotPlace | null {
  const labelled = places.filter(({ label }) => label !== null);
  return labelled.filter(({ form }) => form === 'line' || form === 'item').at(-1) ?? labelled[0] ?? null;
}

interface Name {
  readonly base: string;
  readonly mark: string | null;
  readonly section: string | null;
  readonly hint: string;
}

function nameOf(text: string, thing: SlotThing): Name {
  const place = labelOf(thing) ?? thing.places[0];
  if (!place) return { base: thing.id, mark: null, section: null, hint: '' };
  const { form, label, mark, section, slot } = place;
  if (label !== null) return { base: form === 'property' ? keyLabel(label) : asLabel(label), mark, section, hint: '' };
  const words = wordsOf(text, place);
  const isRequest = words.length > LONGEST && section !== null && mark === null;
  return isRequest ? { base: section, mark, section, hint: asSentence(slot.name) } : { base: words, mark, section, hint: '' };
}

/** The slot's own words; what has none gets those of its kind. */
function wordsOf(text: string, { slot }: SlotPlace): string {
  const { name, style, from, to } = slot;
  if (style === 'date') return /^time\b/.test(name) ? 'Time' : 'Date';
  if (name.includes('path/to/')) return 'File';
  if (isSampleList(name)) return 'References';
  const isInPath = style === 'square' && (text.charAt(from - 1) === '/' || text.charAt(to) === '/');
  return isInPath ? `${asLabel(name)} in ${pathAround(text, from, to)}` : asLabel(name);
}

/** The path that the slot is a part of: ".specify/specs/[id]/spec.md". */
function pathAround(text: string, from: number, to: number): string {
  // Matches the path's end in "in `specs/"; not "specs ".
  const before = /[^\s`"'()]*$/.exec(text.slice(Math.max(0, from - 60), from))?.[0] ?? '';
  const behind = /^[^\s`"'()]*/.exec(text.slice(to, to + 60))?.[0] ?? '';
  return before + text.slice(from, to) + behind;
}

function asSentence(name: string): string {
  // Matches "Say why", "What?"; not "Say why.".
  return /[.?!…]$/.test(name) ? name : `${name}.`;
}

function written(base: string, parts: readonly (string | null)[]): string {
  const told = parts.filter((part) => part !== null);
  return told.length === 0 ? base : `${base} (${told.join(', ')})`;
}

function countOf(labels: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(fold(label), (counts.get(fold(label)) ?? 0) + 1);
  return counts;
}

function fold(label: string): string {
  return label.toLowerCase();
}
