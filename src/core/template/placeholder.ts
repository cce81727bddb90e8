/**
 * Placeholders: the slots of a template that are still to be filled, found anew in the text each time. A slot is
 * told from ordinary brackets by its wording and its place; where these alone don't settle it, by how many clear
 * slots the note has besides, and by whether it names its template. So a template shows all its slots, and a song with `[Chorus]` shows none.
 *
 * Offsets are UTF-16 code units into the text.
 */
import { foldLabel } from './link-definition';
import type { Placeholder, Slot } from './slot';
import { lineSlots, slotContext } from './line-slots';
import { type SlotLine, slotLines } from './slot-lines';

export type { Placeholder, PlaceholderStyle } from './slot';

/** A note that says which template it is made from keeps its doubtful slots when the clear ones are filled. */
const FROM_TEMPLATE = 2;

/** Characters from which on the last answer is kept: a form, its preview and what they are made of ask about one text many times. */
const LONG = 2000;
let last: { readonly text: string; readonly slots: readonly Placeholder[] } = { text: '', slots: [] };

/** The slots of `text` in order; they don't overlap. Linear in the length of the text; never throws. */
export function findPlaceholders(text: string): readonly Placeholder[] {
  if (text.length < LONG) return search(text);
  if (last.text !== text) last = { text, slots: search(text) };
  return last.slots;
}

function search(text: string): readonly Placeholder[] {
  const context = slotContext();
  const lines = slotLines(text);
  const slots = lines.flatMap((line) => lineSlots(text, line, context));
  const words = slots.filter(({ placeholder }) => !context.definitions.has(foldLabel(placeholder.name)));
  const clear = new Set(words.filter(({ needs }) => needs === 0).map(({ placeholder }) => placeholder.name));
  const company = Math.max(clear.size, lines.some((line) => line.kind === 'property' && text.startsWith('plan-template:', line.from)) ? FROM_TEMPLATE : 0);
  const isOpen = words.some(({ isOpenInPlan }) => isOpenInPlan) && isPlan(text, lines);
  return withoutOverlap(words.filter(({ needs, isOpenInPlan }) => needs <= company || (isOpen && isOpenInPlan)));
}

/** Whether the note says that it is a plan, by its type, its template or its first heading: "Implementation Plan: Sync". */
function isPlan(text: string, lines: readonly SlotLine[]): boolean {
  // Matches "type: plan", "plan-template: own"; not "type: planet".
  if (lines.some(({ kind, from, to }) => kind === 'property' && /^(?:plan-template:|type:[ \t]*["']?plan["']?[ \t]*$)/i.test(text.slice(from, to)))) return true;
  // Matches "# Auth plan", "# Umsetzungsplan: Sync"; not "# Planning". Group 1 is the heading's text.
  const title = /^ {0,3}#{1,2}[ \t]+(.{1,200})/m.exec(text)?.[1] ?? '';
  return /plan(?!\p{L})/iu.test(title);
}

/**
 * `text` with every slot that `values` names filled; all others stay. Values are inserted as they are: slots in
 * them are not filled in turn.
 */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  let filled = '';
  let done = 0;
  for (const { from, to, name } of findPlaceholders(text)) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) continue;
    filled += text.slice(done, from) + value;
    done = to;
  }
  return filled + text.slice(done);
}

function withoutOverlap(slots: readonly Slot[]): Placeholder[] {
  const kept: Placeholder[] = [];
  for (const { placeholder } of [...slots].sort((a, b) => a.placeholder.from - b.placeholder.from || b.placeholder.to - a.placeholder.to)) {
    if (placeholder.from >= (kept.at(-1)?.to ?? 0)) kept.push(placeholder);
  }
  return kept;
}
