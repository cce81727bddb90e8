/** What one line of a note offers as slots, each with how many clear slots the note must hold for it to count. */
import { bareSlots, optionList } from './bare-slots';
import { type BracketSlot, bracketSlots } from './bracket-slots';
import { foldLabel } from './link-definition';
import { maskLine, type MaskedLine, type Span } from './masked-line';
import type { Slot } from './slot';
import type { SlotLine } from './slot-lines';
import { holds, FIELD_NOUNS, wordsOf } from './slot-words';

/** What earlier lines tell about later ones. */
export interface SlotContext {
  /** Labels of link definitions, folded. */
  readonly definitions: Set<string>;
  /** The header cells of the table the last line belongs to; null outside tables or when there is no header. */
  columns: readonly string[] | null;
  /** The cells of the last line, in case a delimiter row makes them a header. */
  cells: readonly string[];
}

/** A slot that is clear in company: at least one other must be. */
const ONE = 1;
/** So many clear slots make a note a template in part, or wholly: then a doubtful one counts too. */
const SOME = 2;
const MANY = 5;

export function slotContext(): SlotContext {
  return { definitions: new Set(), columns: null, cells: [] };
}

/** The slots of a line, in any order; they may overlap. */
export function lineSlots(text: string, line: SlotLine, context: SlotContext): Slot[] {
  switch (line.kind) {
    case 'prose':
      return proseSlots(line, context);
    case 'property':
      return propertySlots(text.slice(line.from, line.to), line.from);
    case 'message':
      return messageSlots(text.slice(line.from, line.to), line.from);
    case 'fenced':
      return fencedSlots(text.slice(line.from, line.to), line.from);
  }
}

function proseSlots(line: MaskedLine, context: SlotContext): Slot[] {
  readTable(line, context);
  const { slots, definition } = bracketSlots(line);
  const explains = line.source.includes('YYYY') && EXPLAINS.test(line.source);
  if (definition !== null) context.definitions.add(foldLabel(definition));
  return [
    ...slots.map((slot) => ({ ...fromBracket(slot, line.from, needOf(slot)), isOpenInPlan: isOpen(slot, line.start) })),
    ...bareSlots(line, context.columns).map(({ from, to, style, options, certain }) => ({
      placeholder: { from: line.from + from, to: line.from + to, name: line.source.slice(from, to), style, ...(options && { options }) },
      needs: certain ? 0 : style === 'date' ? MANY : SOME,
      isOpenInPlan: style === 'date' && !explains,
    })),
    ...line.moustaches.flatMap((span) => moustacheSlots(line, span)),
    ...line.code.flatMap((span) => codeSlots(line, span)),
  ];
}

/** Keeps the header of the table that `line` belongs to. */
function readTable(line: MaskedLine, context: SlotContext): void {
  // Matches "| --- | :-: |", "> |---|"; not "| a |".
  const isDelimiter = /^[ \t>:|-]+$/.test(line.masked) && line.masked.includes('|') && line.masked.includes('-');
  if (isDelimiter) context.columns = context.cells;
  else if (!line.masked.includes('|')) context.columns = null;
  context.cells = line.masked.trimStart().startsWith('|') && context.columns === null ? line.masked.trim().slice(1).split('|') : [];
}

function fromBracket(slot: BracketSlot, at: number, needs: number): Slot {
  const { from, to, inner, wording } = slot;
  const { style, options } = wording;
  return { placeholder: { from: at + from, to: at + to, name: inner, style, ...(options && { options }) }, needs };
}

/** How many clear slots a bracket needs beside it, by its wording and its place. */
function needOf({ wording, position, bracket, inner }: BracketSlot): number {
  switch (wording.weight) {
    case 'certain':
      return position === 'quoted' || position === 'tag' ? SOME : 0;
    case 'usual':
      if (position === 'field') return 0;
      if (position === 'alone') return bracket === 'curly' && !inner.includes(' ') ? ONE : 0;
      // Matches "Specific test file"; not "docs", "known issue".
      if (position === 'edge') return bracket === 'curly' || /^\p{Lu}.* /u.test(inner) ? 0 : SOME;
      return MANY;
    case 'likely':
      if (position === 'field') return 0;
      if (position === 'alone') return ONE;
      return position === 'edge' ? SOME : MANY;
    case 'possible':
      if (position === 'field') return bracket === 'curly' ? ONE : SOME;
      return position === 'alone' ? SOME : MANY;
    case 'open':
      return position === 'field' || position === 'alone' ? MANY : Infinity;
    case 'faint':
      // Matches "Chorus"; not "sic".
      return (position === 'field' || position === 'alone') && (bracket === 'curly' || /^\p{Lu}/u.test(inner)) ? MANY : Infinity;
  }
}

/** A line that tells of a form of dates. Matches "Date format", "named so"; not "Due". */
const EXPLAINS = /format|pattern|named?(?!\p{L})|prefix|suffix|syntax/iu;

/** "[TODO] Write it" begins with a tag, as "[TODO]: write it" does. */
function isOpen({ wording, position, from }: BracketSlot, start: number): boolean {
  if (wording.weight !== 'open' || position === 'tag' || position === 'quoted') return false;
  return position === 'field' || position === 'alone' || from > start;
}

/** `{{date}}`, `{{time:HH:mm}}`, `{{title}}` as in Obsidian's own templates; another name needs company. */
function moustacheSlots({ source, from: at }: MaskedLine, { from, to }: Span): Slot[] {
  if (source[from - 1] === "'") return [];
  const name = source.slice(from + 2, to - 2).trim();
  // Matches "date", "date:YYYY-MM-DD", "time"; not "dates", "date|x", and not "date:FORMAT", which tells of it.
  const isDate = /^(?:date|time)(?::(?!FORMAT$).{1,60})?$/.test(name);
  // Matches "story_title", "Epic number"; not "page.title", "#each", "> part".
  if (!isDate && !/^[\p{L}_][\p{L}\p{N}_ -]{0,60}$/u.test(name)) return [];
  return [{ placeholder: { from: at + from, to: at + to, name, style: isDate ? 'date' : 'curly' }, needs: isDate || name === 'title' ? 0 : name.length > 1 ? SOME : Infinity, isOpenInPlan: true }];
}

/** `[command]` alone in a code span, and the changing part of a path to a spec: `.specify/specs/[id]/spec.md`. */
function codeSlots(line: MaskedLine, { from, to }: Span): Slot[] {
  const source = line.source.slice(from, to);
  const isPath = source.startsWith('.specify/specs/') && !source.includes(' ');
  const masked = isPath ? source.replaceAll('/', ' ') : source;
  return bracketSlots({ ...maskedAs(masked), source }).slots.flatMap((slot) => {
    const whole = slot.from === 0 && slot.to === source.length;
    if (isPath) return [fromBracket(slot, line.from + from, 0)];
    if (!whole) return [];
    // Matches "curl command"; not "command, \"log\"".
    const isCommand = /^[\p{L} -]+$/u.test(slot.inner) && wordsOf(slot.inner).includes('command') && isAtEdge(line, { from, to });
    return [fromBracket(slot, line.from + from, isCommand ? 0 : MANY)];
  });
}

/** Whether a code span's insides stand behind a label, or first or last in the line. */
function isAtEdge({ masked, start }: MaskedLine, { from, to }: Span): boolean {
  // Matches "`" and "** " behind a label's colon; not "run ".
  const before = masked.slice(Math.max(0, from - 20), from).replace(/[\0*_ \t]+$/, '');
  return before.endsWith(':') || from - 1 === start || masked.slice(to + 1, to + 20).trim() === '';
}

/** Properties whose brackets are a list, or show how a command is called. */
const NO_SLOTS: ReadonlySet<string> = new Set(['tags', 'aliases', 'cssclasses', 'argument-hint']);

/** A property whose whole value is one slot: `owner: "[Owner]"`. Unquoted it may be a list of one, so its wording must be clear. */
function propertySlots(source: string, at: number): Slot[] {
  const colon = source.indexOf(':');
  // Matches "  - "; not "key".
  const item = /^ {0,20}- /.exec(source)?.[0].length;
  const key = item === undefined ? source.slice(0, colon).trim() : '';
  if (item === undefined && (colon < 0 || NO_SLOTS.has(key))) return [];
  const value = unquoted(source, item ?? colon + 1);
  const inside = source.slice(value.from, value.to);
  const line = maskLine(inside, at + value.from, null);
  const whole = proseSlots({ ...line, code: [] }, slotContext()).filter(({ placeholder: { from, to } }) => from === line.from && to === line.to).map(labelled);
  const choice = value.quoted ? null : optionList({ masked: source, start: source.length - source.trimStart().length });
  if (choice) return [{ placeholder: { from: at + choice.from, to: at + choice.to, name: source.slice(choice.from, choice.to), style: 'choice', options: choice.options ?? [] }, needs: 0 }];
  const isList = !value.quoted && (inside.startsWith('[') || inside.startsWith('{')) && !inside.startsWith('{{');
  return isList ? whole.filter(() => bracketSlots(line).slots[0]?.wording.weight === 'certain') : whole;
}

/** A property's key is the label that a slot alone in its line lacks. */
function labelled(slot: Slot): Slot {
  return slot.needs === ONE ? { ...slot, needs: 0 } : slot;
}

function unquoted(source: string, start: number): { from: number; to: number; quoted: boolean } {
  const from = start + source.slice(start).length - source.slice(start).trimStart().length;
  const to = source.trimEnd().length;
  const quote = source.charAt(from);
  const quoted = (quote === '"' || quote === "'") && to > from + 1 && source.endsWith(quote, to);
  return quoted ? { from: from + 1, to: to - 1, quoted } : { from, to: Math.max(from, to), quoted };
}

/** The text of a message in a Mermaid diagram; brackets elsewhere in it are nodes. */
function messageSlots(source: string, at: number): Slot[] {
  const colon = source.indexOf(': ');
  if (colon < 0 || !source.slice(0, colon).includes('-')) return [];
  return wholeSlot(source, colon + 2, at);
}

function fencedSlots(source: string, at: number): Slot[] {
  return wholeSlot(source, 0, at).filter(({ placeholder }) => {
    const words = wordsOf(placeholder.name);
    // Matches "Schema definition"; not "mode: default", which may be what a program prints.
    return words.length > 1 && /^\p{Lu}/u.test(placeholder.name) && words.some((word) => holds(FIELD_NOUNS, word));
  });
}

/** The slot that is all there is in `source` from `start` on. */
function wholeSlot(source: string, start: number, at: number): Slot[] {
  const from = start + source.slice(start).length - source.slice(start).trimStart().length;
  const to = source.trimEnd().length;
  return bracketSlots(maskedAs(source.slice(from, to)))
    .slots.filter((slot) => slot.from === 0 && slot.to === to - from)
    .map((slot) => fromBracket(slot, at + from, needOf({ ...slot, position: 'field' })));
}

/** A line that has nothing to mask. */
function maskedAs(source: string): MaskedLine {
  return { from: 0, to: source.length, source, masked: source, start: 0, code: [], moustaches: [], carry: null };
}
