/** The check of a plan against the team's rules: violations it admits to, and how it justifies them. */
import { type Blocks, Item } from '../markdown/blocks';
import { foldWords, plainText } from '../markdown/inline';
import { itemText, sectionItems } from './list-items';
import { foldTitle, matchesWords } from './match-words';
import type { Outline } from './outline';
import type { Table } from './plan';

export interface Violation {
  readonly line: number;
  readonly text: string;
  /** Null while the plan gives none. */
  readonly justification: string | null;
}

const CONSTITUTION_WORDS = ['constitution check', 'constitution', 'constitutional check', 'complexity tracking'];
/** `- Violation: text`. Groups: 1 key, 2 text. */
const ENTRY = /^(?:\*\*)?(Violation|Justification)s?:?(?:\*\*)?:\s*(.*)$/is;
const NOTHING = /^(?:none|n\/a|na|-|)$/i;

/** Violations in text order; an empty "Violation:" or "None" is none. A justification belongs to the violation before it. */
export function readViolations(blocks: Blocks, outline: Outline, tables: readonly Table[]): Violation[] {
  const found: { line: number; text: string; justification: string | null }[] = tables.flatMap(tableViolations);
  for (const section of outline.sections) {
    if (!section.path.some((title) => matchesWords(foldTitle(title), CONSTITUTION_WORDS))) continue;
    for (const item of sectionItems(blocks, section)) {
      const [, key = '', value = ''] = ENTRY.exec(itemText(blocks, item)) ?? [];
      const text = plainText(value);
      if (NOTHING.test(text)) continue;
      if (key.toLowerCase() === 'violation') found.push({ line: blocks.items.get(item, Item.line), text, justification: null });
      const last = found[found.length - 1];
      if (key.toLowerCase() === 'justification' && last) last.justification = text;
    }
  }
  return found.sort((a, b) => a.line - b.line);
}

/** Rows of `| Violation | Why Needed | … |`; a row that is still a slot, `[e.g., 4th project]`, is none. */
function tableViolations({ header, rows, line }: Table): Violation[] {
  if (!/^violations?$/.test(foldWords(header[0]?.text ?? ''))) return [];
  return rows.flatMap((cells, row) => {
    const text = plainText(cells[0]?.text ?? '');
    return NOTHING.test(text) || text.startsWith('[') ? [] : [{ line: line + 2 + row, text, justification: plainText(cells[1]?.text ?? '') || null }];
  });
}
