/** Confirmation gates: what must be confirmed before the next part of the work begins. */
import { BlockKind, type Blocks, Leaf } from '../markdown/blocks';
import { isStruck, plainText } from '../markdown/inline';
import { LineIndex } from '../text/line-index';
import { findEntry } from './header-entry';
import type { Outline, Section } from './outline';

export interface Gate {
  readonly line: number;
  /** What is to be confirmed; Markdown marks left out. */
  readonly text: string;
  /** The phase it stands in: "Phase 1". */
  readonly phase: string | null;
  /** Whether the plan says that it was passed. */
  readonly isPassed: boolean;
}

const KEYS = ['confirmation gate', 'phase gate', 'gate', 'bestätigung'];
/** Matches "✅ passed on Monday", "[x] all green"; not "All tests passed?" with nothing before. */
const PASSED = /^(?:✅|☑|✔|\[[xX]\]|(?:passed|confirmed|done|erledigt)\b)/iu;

/** Gates in text order: entries `**Confirmation Gate**: what`, in paragraphs, quotes and list items. */
export function readGates(blocks: Blocks, outline: Outline): Gate[] {
  const { text, leaves } = blocks;
  let lines: LineIndex | null = null;
  const gates: Gate[] = [];
  for (const section of outline.sections) {
    for (let leaf = section.leaf + 1; leaf < section.leafTo; leaf++) {
      if (leaves.get(leaf, Leaf.kind) !== BlockKind.paragraph) continue;
      const range = findEntry(text, { from: leaves.get(leaf, Leaf.from), to: leaves.get(leaf, Leaf.to) }, KEYS);
      if (!range) continue;
      lines ??= new LineIndex(text);
      const value = text.slice(range.from, range.to);
      gates.push({ line: lines.lineAt(range.from), text: plainText(value), phase: phaseOfSection(section), isPassed: PASSED.test(plainText(value)) || isStruck(value) });
    }
  }
  return gates;
}

function phaseOfSection({ facts }: Section): string | null {
  return [...facts].reverse().find(({ phase }) => phase !== null)?.phase ?? null;
}
