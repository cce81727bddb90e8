/** Requirements with their weight in the words of RFC 2119. */
import { type Blocks, Item, Leaf } from '../markdown/blocks';
import { isStruck, plainText } from '../markdown/inline';
import { itemText, sectionItems } from './list-items';
import type { Outline } from './outline';

export type RequirementLevel = 'must' | 'must not' | 'should' | 'should not' | 'may';

export interface Requirement {
  /** "REQ-1", "FR-003", "2.1"; null where the list numbers none. */
  readonly id: string | null;
  readonly level: RequirementLevel | null;
  readonly text: string;
  readonly line: number;
}

/** `**REQ-1 (MUST)**: text`, `FR-001: text`. Groups: 1 id, 2 level in brackets, 3 text. */
const WITH_ID = /^(?:\*\*)?([A-Z]{1,6}-?\d{1,4}[a-z]?)(?:\s*\(([A-Za-z ]{3,10})\))?(?:\*\*)?\s*[:.–—-]?\s*(?:\*\*)?\s*(.*)$/s;
/** `### Requirement: Two-factor login`. Group 1 is the name. */
const HEADING = /^Requirement(?:\s+[\d.]{1,8})?:\s*(.+)$/i;
const LEVEL = /\b(MUST NOT|SHALL NOT|SHOULD NOT|MUST|SHALL|REQUIRED|SHOULD|RECOMMENDED|MAY|OPTIONAL)\b/;

/** Requirements in text order: list items with an id, and headings that say "Requirement:". */
export function readRequirements(blocks: Blocks, outline: Outline): Requirement[] {
  const found: Requirement[] = [];
  for (const section of outline.sections) {
    const name = HEADING.exec(section.heading?.text ?? '')?.[1];
    if (name !== undefined) found.push({ id: null, level: levelIn(bodyOf(blocks, section)), text: name, line: section.line });
    for (const item of sectionItems(blocks, section)) {
      const requirement = readItem(itemText(blocks, item), blocks.items.get(item, Item.line));
      if (requirement) found.push(requirement);
    }
  }
  return found;
}

function readItem(source: string, line: number): Requirement | null {
  const match = isStruck(source) ? null : WITH_ID.exec(source);
  const [, id, level, text = ''] = match ?? [];
  if (id === undefined || !/^(?:REQ|R|FR|NFR|AC|US|UC|SC|BR|TR|SR)-?\d/.test(id)) return null;
  return { id, level: asLevel(level) ?? levelIn(text), text: plainText(text), line };
}

function bodyOf({ text, leaves }: Blocks, section: { leaf: number; leafTo: number }): string {
  const from = leaves.get(section.leaf, Leaf.from);
  return text.slice(from, Math.min(leaves.get(section.leafTo - 1, Leaf.to), from + 2000));
}

function levelIn(text: string): RequirementLevel | null {
  return asLevel(LEVEL.exec(text)?.[1]);
}

function asLevel(word: string | undefined): RequirementLevel | null {
  switch ((word ?? '').toUpperCase().trim()) {
    case 'MUST':
    case 'SHALL':
    case 'REQUIRED':
      return 'must';
    case 'MUST NOT':
    case 'SHALL NOT':
      return 'must not';
    case 'SHOULD':
    case 'RECOMMENDED':
      return 'should';
    case 'SHOULD NOT':
      return 'should not';
    case 'MAY':
    case 'OPTIONAL':
      return 'may';
    default:
      return null;
  }
}
