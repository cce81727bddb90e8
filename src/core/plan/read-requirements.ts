/** Requirements with their weight in the words of RFC 2119. */
import { type Blocks, Item, Leaf } from '../markdown/blocks';
import { foldWords, isStruck, plainText } from '../markdown/inline';
import { itemText, sectionItems } from './list-items';
import type { Outline, Section } from './outline';
import type { Table } from './plan';
import { isSlot } from './read-tables';
import { isRiskTitle } from './risk-words';

export type RequirementLevel = 'must' | 'must not' | 'should' | 'should not' | 'may';

export interface Requirement {
  /** "REQ-1", "FR-003", "2.1"; null where the list numbers none. */
  readonly id: string | null;
  readonly level: RequirementLevel | null;
  readonly text: string;
  readonly line: number;
}

/** `**REQ-1 (MUST)**: text`, `FR-001: text`, "`AC-4` text". Groups: 1 id, 2 level in brackets, 3 text. */
const WITH_ID = /^(?:\*\*|`)?((?:REQ|R|FR|NFR|AC|US|UC|SC|BR|TR|SR)(?:-[A-Z]{1,8})?-?\d{1,4}[a-z]?)(?![\w-])(?:\s*\(([A-Za-z ]{3,10})\))?(?:\*\*|`)?\s*[:.–—-]?\s*(?:\*\*)?\s*(.*)$/s;
/** An id that is a risk's below a heading for risks. Matches "**R1 (High)**: x"; not "REQ-1". */
const RISK_ID = /^(?:\*\*|`)?R-?\d/;
/** Nothing but ids: a table that traces requirements names them, and states none. Matches "REQ-1", "FR-2, FR-3"; not "REQ-1: sync". */
const IDS = /^(?:[A-Z]{1,5}(?:-[A-Z]{1,8})?-?\d{1,4}[a-z]?(?:[,;/\s]+|$)){1,40}$/;
/** `### Requirement: Two-factor login`. Group 1 is the name. */
const HEADING = /^Requirement(?:\s+[\d.]{1,8})?:\s*(.+)$/i;
const LEVEL = /\b(MUST NOT|SHALL NOT|SHOULD NOT|MUST|SHALL|REQUIRED|SHOULD|RECOMMENDED|MAY|OPTIONAL)\b/;

/** Requirements in text order: list items and headings with an id, headings that say "Requirement:", rows under "Requirement". What is still a slot is none. */
export function readRequirements(blocks: Blocks, outline: Outline, tables: readonly Table[]): Requirement[] {
  const found: Requirement[] = tables.flatMap(tableRequirements);
  const add = (requirement: Requirement | null): void => {
    if (requirement && requirement.text !== '' && !isSlot(requirement.text)) found.push(requirement);
  };
  for (const section of outline.sections) {
    if (!(RISK_ID.test(section.heading?.text ?? '') && section.path.some(isRiskTitle))) add(readHeading(blocks, section));
    for (const item of sectionItems(blocks, section)) {
      const source = itemText(blocks, item);
      if (!(RISK_ID.test(source) && section.path.some(isRiskTitle))) add(readSource(source, blocks.items.get(item, Item.line)));
    }
  }
  return found.sort((a, b) => a.line - b.line);
}

/** A heading takes its weight from the text below it. */
function readHeading(blocks: Blocks, section: Section): Requirement | null {
  const title = section.heading?.text ?? '';
  const name = HEADING.exec(title)?.[1];
  const requirement = name === undefined ? readSource(title, section.line) : { id: null, level: null, text: name, line: section.line };
  return requirement && { ...requirement, level: requirement.level ?? levelIn(bodyOf(blocks, section)) };
}

function readSource(source: string, line: number): Requirement | null {
  const [, id, level, text = ''] = (isStruck(source) ? null : WITH_ID.exec(source)) ?? [];
  return id === undefined ? null : { id, level: asLevel(level) ?? levelIn(text), text: plainText(text), line };
}

/** `| ID | Requirement | Priority |`: the text's own word weighs more than the priority "Must". */
function tableRequirements({ header, roles, rows, line }: Table): Requirement[] {
  const column = header.findIndex(({ text }) => /^requirements?$/.test(foldWords(text)));
  if (column < 0) return [];
  const [id, weight] = [roles.indexOf('index'), roles.indexOf('priority')];
  return rows.flatMap((cells, row) => {
    const cell = (at: number): string => plainText(cells[at]?.text ?? '');
    const text = cell(column);
    if (text === '' || isSlot(text) || IDS.test(text)) return [];
    return [{ id: cell(id) || null, level: levelIn(text) ?? asLevel(cell(weight)), text, line: line + 2 + row }];
  });
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
