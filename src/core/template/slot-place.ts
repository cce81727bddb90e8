/** Where each slot of a text stands, and what is said of it there. Offsets are relative to the text. */
import { BlockKind, type Blocks, Leaf, Row } from '../markdown/blocks';
import { isPart, readNumbering } from '../markdown/numbering';
import { scanBlocks } from '../markdown/scan-blocks';
import { type Cell, splitCells } from '../markdown/table';
import { endOfLine, startOfLine } from '../text/line-index';
import type { Placeholder } from './slot';
import { labelBefore } from './slot-label';
import { ASKING, wordsOf } from './slot-words';

export interface SlotPlace {
  readonly slot: Placeholder;
  readonly form: 'property' | 'title' | 'heading' | 'cell' | 'code' | 'item' | 'line';
  /** Whether it stands in the frontmatter, the title, or between title and first section. */
  readonly isHeader: boolean;
  /** The property's key, the table's column, or the words before the slot's colon. */
  readonly label: string | null;
  /** What tells it from others of its kind: "REQ-1", "Phase 2", the first cell of its row. */
  readonly mark: string | null;
  /** The heading it stands below, shortened: "Phase 2", "Testing Strategy". */
  readonly section: string | null;
  /** Whether a sentence speaks of it: "Ask [Owner] first". */
  readonly isMention: boolean;
}

/** Longest names of sections and rows that a label gets; what is longer is cut. */
const LONGEST = 40;

/** A place for each of `slots`, which are in the text's order. Linear in the length of the text. */
export function placeSlots(text: string, slots: readonly Placeholder[]): SlotPlace[] {
  if (slots.length === 0) return [];
  const blocks = scanBlocks(text);
  const { leaves } = blocks;
  const places: SlotPlace[] = [];
  const headings: Heading[] = [];
  const headerTo = headerEnd(blocks);
  let hasTitle = false;
  let next = 0;
  for (let leaf = 0; leaf < leaves.length && next < slots.length; leaf++) {
    const [kind, from, to] = [leaves.get(leaf, Leaf.kind), leaves.get(leaf, Leaf.from), leaves.get(leaf, Leaf.to)];
    const isHeading = kind === BlockKind.heading && leaves.get(leaf, Leaf.extra) === 1;
    const level = leaves.get(leaf, Leaf.detail);
    if (isHeading) while ((headings.at(-1)?.level ?? 0) >= level) headings.pop();
    const section = (headings.filter(({ isOneOfMany }) => isOneOfMany).at(-1) ?? headings.at(-1))?.name ?? null;
    const inLeaf: Placeholder[] = [];
    for (let slot = slots[next]; slot && slot.from < to; slot = slots[++next]) inLeaf.push(slot);
    const told = { text, section, isHeader: from < headerTo };
    if (inLeaf.length > 0) for (const place of placesIn(blocks, { leaf, slots: inLeaf, told, isTitle: isHeading && !hasTitle })) places.push(place);
    if (!isHeading) continue;
    const heading = readHeading(text.slice(from, to));
    if (heading && hasTitle) headings.push({ level, ...heading });
    hasTitle = true;
  }
  return places;
}

interface Heading {
  readonly level: number;
  readonly name: string;
  /** "Phase 2", "1.1": what stands below its own sections is told by it. */
  readonly isOneOfMany: boolean;
}

interface Told {
  readonly text: string;
  readonly section: string | null;
  readonly isHeader: boolean;
}

interface LeafSlots {
  readonly leaf: number;
  readonly slots: readonly Placeholder[];
  readonly told: Told;
  readonly isTitle: boolean;
}

function placesIn(blocks: Blocks, { leaf, slots, told, isTitle }: LeafSlots): SlotPlace[] {
  const { section, isHeader } = told;
  const base = { label: null, mark: null, section, isHeader, isMention: false };
  switch (blocks.leaves.get(leaf, Leaf.kind)) {
    case BlockKind.frontmatter:
      return properties(told.text, slots, blocks.leaves.get(leaf, Leaf.from));
    case BlockKind.table:
      return cells(blocks, { leaf, slots, told, isTitle });
    case BlockKind.heading:
      return slots.map((slot) => ({ ...base, slot, form: isTitle ? 'title' : 'heading', mark: isTitle ? null : withoutBrackets(labelBefore(told.text, slot)) }));
    case BlockKind.paragraph:
    case BlockKind.html:
      return slots.map((slot) => inProse(told, slot, blocks.leaves.get(leaf, Leaf.item) >= 0));
    default:
      return slots.map((slot) => ({ ...base, slot, form: 'code' }));
  }
}

/** Whether the slot's own words only ask for what its label names: "Field 9: [Describe it]". */
function asks({ name }: Placeholder): boolean {
  return ASKING.has(wordsOf(name)[0] ?? '');
}

/** A label that numbers, or is a slot of its own, tells places apart: "REQ-1 (MUST)", "[Gap 1]". */
function inProse({ text, section, isHeader }: Told, slot: Placeholder, isItem: boolean): SlotPlace {
  const words = labelBefore(text, slot);
  const before = text.slice(startOfLine(text, slot.from, Math.max(0, slot.from - 200)), slot.from);
  const marked = words ?? labelBefore(before.slice(0, before.indexOf(':') + 1), { from: before.indexOf(':') + 1 });
  const isMark = marked !== null && (/[[\]{}]/.test(marked) || (/\d/.test(marked) && !(words !== null && asks(slot))));
  const behind = text.slice(slot.to, slot.to + 20).split(/[\r\n]/, 1)[0] ?? '';
  // Matches "Ask ", "is"; not "> ", "**".
  const [hasBefore, hasBehind] = [/[\p{L}\p{N}]/u.test(before), /[\p{L}\p{N}]/u.test(behind)];
  return {
    slot, section, isHeader, form: isItem ? 'item' : 'line',
    label: isMark ? null : words,
    mark: isMark ? withoutBrackets(marked) : null,
    isMention: !isItem && (hasBehind || (hasBefore && words === null)),
  };
}

/** The key of each property, also of a list over lines. */
function properties(text: string, slots: readonly Placeholder[], start: number): SlotPlace[] {
  let at = start;
  let key: string | null = null;
  return slots.map((slot) => {
    while (at <= slot.from) {
      const end = endOfLine(text, at);
      // Matches "owner:", "\"due\" :"; not "  - a", "# a".
      key = /^["']?([^\s#"'-][^:"']{0,80})["']?\s*:/.exec(text.slice(at, Math.min(end, at + 100)))?.[1]?.trim() ?? key;
      at = end + 1;
    }
    return { slot, form: 'property', isHeader: true, label: key, mark: null, section: null, isMention: false };
  });
}

function cells({ text, leaves, rows }: Blocks, { leaf, slots, told }: LeafSlots): SlotPlace[] {
  const first = leaves.get(leaf, Leaf.detail);
  const end = first + leaves.get(leaf, Leaf.extra);
  const cellsOf = (row: number): readonly Cell[] => (row < end ? splitCells(text, rows.get(row, Row.from), rows.get(row, Row.to)) : []);
  const columns = cellsOf(first).map(({ from, to }) => plain(text.slice(from, to)));
  let row = first;
  let own = cellsOf(first);
  let number = 0;
  return slots.map((slot) => {
    while (row < end && rows.get(row, Row.to) <= slot.from) {
      own = cellsOf(++row);
      number = 0;
    }
    while (number < own.length && (own[number]?.to ?? 0) < slot.to) number++;
    const name = text.slice(own[0]?.from ?? 0, own[0]?.to ?? 0);
    const isNamed = row > first && number > 0 && !/[[{]|YYYY/.test(name);
    return { slot, form: 'cell', isHeader: told.isHeader, section: told.section, isMention: false, label: row === first ? null : (columns[number] ?? null), mark: isNamed ? plain(name) : null };
  });
}

/** From the title to the next heading or rule a plan states its header fields; without a heading, up to the first rule. */
function headerEnd({ leaves, text }: Blocks): number {
  let hasTitle = false;
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    const kind = leaves.get(leaf, Leaf.kind);
    if (kind !== BlockKind.heading && kind !== BlockKind.thematicBreak) continue;
    if (hasTitle || kind !== BlockKind.heading) return leaves.get(leaf, Leaf.from);
    hasTitle = true;
  }
  return text.length;
}

/** "Phase 2" of "## Phase 2: [Phase Name]", "Current Flow" of "### 2.2 Current Flow", "1.1" of "#### 1.1 [Task Name]"; null where nothing is left. */
function readHeading(heading: string): Omit<Heading, 'level'> | null {
  const source = heading.slice(0, 300).split(/[\r\n]/, 1)[0]?.replace(/^#+\s*/, '') ?? '';
  const numbering = readNumbering(source);
  const isOneOfMany = isPart(numbering);
  const words = numbering && isOneOfMany ? source.slice(0, numbering.to + numbering.suffix.length) : source.slice(numbering?.titleFrom ?? 0);
  const name = plain(words.replace(/[[{(][^\]})]{0,200}[\]})]/g, ''));
  if (name !== null) return { name, isOneOfMany };
  return numbering ? { name: numbering.digits, isOneOfMany: true } : null;
}

function withoutBrackets(label: string | null): string | null {
  return label === null ? null : plain(label.replace(/[[\]{}]/g, '').replace(/\s*\([^()]*\)$| - .*/, ''));
}

/** Words without marks around and emphasis in them; null where none is left. */
function plain(words: string): string | null {
  const bare = words.replace(/[*_`~]/g, '').replace(/^[^\p{L}\p{N}]{1,40}|[\s:–—-]{1,40}$/gu, '').trim();
  return bare === '' ? null : bare.length > LONGEST ? `${bare.slice(0, LONGEST - 1)}…` : bare;
}
