/** Decisions: rows of a table with a decision column ("what: the choice" where it has a column for that too), and list items `**Decision 1**: choice – reason`. */
import { type Blocks, Item } from '../markdown/blocks';
import { foldWords, plainText } from '../markdown/inline';
import { itemText, sectionItems } from './list-items';
import type { Outline } from './outline';
import type { Table } from './plan';

export interface Decision {
  readonly line: number;
  readonly text: string;
  readonly rationale: string | null;
}

/** `**Decision 1**: choice - reason`. Groups: 1 choice, 2 reason. */
const ITEM = /^\*\*(?:Decision|Entscheidung|Decisión|Décision|Decisão)(?: [\w.]{1,6})?:?\*\*:?\s*(.*?)(?:\s+[-–—]\s+(.*))?$/is;

export function readDecisions(blocks: Blocks, outline: Outline, tables: readonly Table[]): Decision[] {
  const found = tables.flatMap(tableDecisions);
  for (const section of outline.sections) {
    for (const item of sectionItems(blocks, section)) {
      const match = ITEM.exec(itemText(blocks, item));
      if (match) found.push({ line: blocks.items.get(item, Item.line), text: plainText(match[1] ?? ''), rationale: match[2] === undefined ? null : plainText(match[2]) });
    }
  }
  return found.sort((a, b) => a.line - b.line);
}

function tableDecisions({ header, rows, line }: Table): Decision[] {
  const names = header.map(({ text }) => foldWords(text));
  const decision = names.findIndex((name) => /^(?:key )?(?:design )?decisions?$/.test(name));
  const rationale = names.findIndex((name) => /^(?:rationale|reason|reasoning|why)$/.test(name));
  const chosen = names.findIndex((name) => /^(?:chosen|choice|chosen option|decided|outcome)$/.test(name));
  if (decision < 0) return [];
  const cell = (cells: Table['rows'][number], column: number): string => plainText(cells[column]?.text ?? '');
  return rows.map((cells, row) => ({ line: line + 2 + row, text: [cell(cells, decision), cell(cells, chosen)].filter((part) => part !== '').join(': '), rationale: rationale < 0 ? null : cell(cells, rationale) }));
}
