/** Confirmation gates: what must be confirmed before the next part of the work begins. */
import { BlockKind, type Blocks, Item, Leaf } from '../markdown/blocks';
import { isStruck, plainText } from '../markdown/inline';
import { endOfLine, LineIndex, startOfLine } from '../text/line-index';
import { findEntry } from './header-entry';
import type { Outline, Section } from './outline';

export interface Gate {
  readonly line: number;
  /** What is to be confirmed; Markdown marks left out. */
  readonly text: string;
  /** The phase it stands in: "Phase 1". */
  readonly phase: string;
  /** Whether the plan says that it was passed. */
  readonly isPassed: boolean;
  /** Whether it surely waits to be confirmed: it is called a confirmation or phase gate, or has a box. "Gate:" alone may say no more than when a phase is over. */
  readonly isClear: boolean;
}

const NAMED = ['confirmation gate', 'phase gate', 'bestätigung'];
const KEYS = [...NAMED, 'gate'];
/** Starts with its outcome. Matches "✅ passed on Monday", "[x] all green", "Confirmed by QA", "PASS → report"; not "Pass the load test", "Done when QA says so". */
const PASSED = /^(?:[✅☑✔]|\[[xX]\]|pass(?:$| ?[→–—(-])|(?:passed|confirmed|approved|cleared|signed off|done|bestätigt|bestanden|erledigt|freigegeben)\b(?! (?:when|if|once|wenn|sobald)\b))/iu;
/** Ends with its outcome. Matches "a day on two tablets (passed 2026-10-12)", "… – confirmed by QA"; not "QA has confirmed it". */
const PASSED_AT_END = /(?:\(|[–—-] )(?:passed|confirmed|approved|cleared|signed off|done|bestätigt|bestanden|erledigt|freigegeben)\b[^()]{0,80}\)?[.!]?$/iu;

/** The phases' gates in text order: entries `**Confirmation Gate**: what`, in paragraphs, quotes and list items. Outside a phase such an entry describes something else. */
export function readGates(blocks: Blocks, outline: Outline): Gate[] {
  const { text, leaves } = blocks;
  let lines: LineIndex | null = null;
  const gates: Gate[] = [];
  for (const section of outline.sections) {
    const phase = phaseOfSection(section);
    if (phase === null) continue;
    for (let leaf = section.leaf + 1; leaf < section.leafTo; leaf++) {
      if (leaves.get(leaf, Leaf.kind) !== BlockKind.paragraph) continue;
      const place = { from: leaves.get(leaf, Leaf.from), to: leaves.get(leaf, Leaf.to) };
      const range = findEntry(text, place, KEYS);
      if (!range) continue;
      const isNamed = findEntry(text, place, NAMED) !== null;
      lines ??= new LineIndex(text);
      const value = text.slice(range.from, range.to);
      const mark = boxOf(blocks, leaf);
      gates.push({ line: lines.lineAt(range.from), text: plainText(value), phase, isPassed: mark === 'x' || isStruck(value) || saysPassed(text, range.from), isClear: isNamed || mark !== null });
    }
  }
  return gates;
}

/** The mark of the box that the paragraph is, in lower case; null without one. */
function boxOf({ leaves, items }: Blocks, leaf: number): string | null {
  const item = leaves.get(leaf, Leaf.item);
  const mark = item < 0 ? -1 : items.get(item, Item.mark);
  return mark < 0 ? null : String.fromCodePoint(mark).toLowerCase();
}

/** By a mark on the line that `from` stands on, or a word at either end of what follows. */
function saysPassed(text: string, from: number): boolean {
  const to = endOfLine(text, from);
  const value = plainText(text.slice(from, to));
  return PASSED.test(value) || PASSED_AT_END.test(value) || /[✅☑✔]/u.test(text.slice(startOfLine(text, from), to));
}

function phaseOfSection({ facts }: Section): string | null {
  return [...facts].reverse().find(({ phase }) => phase !== null)?.phase ?? null;
}
