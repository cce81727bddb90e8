/** Changes that break callers: "yes" in a table's breaking column, or `**Breaking:** Yes` or `**BREAKING** what` in a list. */
import { type Blocks, Item } from '../markdown/blocks';
import { foldWords, plainText } from '../markdown/inline';
import { itemText, sectionItems } from './list-items';
import type { Outline } from './outline';
import type { Table } from './plan';

export interface BreakingChange {
  readonly line: number;
  /** The endpoint or whatever the row or section is about. */
  readonly text: string;
}

const BREAKING_HEADER = /^(?:breaking(?: change)?s?\??|is breaking)$/;
/** Matches `**Breaking:** Yes, v1 clients`; not `**Breaking:** {Yes/No}`. */
const BREAKING_ITEM = /^(?:\*\*)?Breaking(?: change)?:?(?:\*\*)?:?\s*(?:\*\*)?(?:yes|true|ja|sí|oui|✅)/i;
/** An item that its mark alone calls breaking. Matches "**BREAKING** The field …", "**BREAKING:** …"; not "**Breaking:** No". Group 1 is the change. */
const MARKED_ITEM = /^\*\*BREAKING(?: CHANGE)?:?\*\*:?\s+(?!no\b|none\b|[[{])(\S.*)$/s;
const YES = /^(?:yes|true|y|breaking|ja|sí|oui|sim|是|はい)\b|^✅/;

export function readBreakingChanges(blocks: Blocks, outline: Outline, tables: readonly Table[]): BreakingChange[] {
  const found = tables.flatMap(tableChanges);
  for (const section of outline.sections) {
    for (const item of sectionItems(blocks, section)) {
      const source = itemText(blocks, item);
      const text = BREAKING_ITEM.test(source) ? (section.path[section.path.length - 1] ?? '') : MARKED_ITEM.exec(source)?.[1];
      if (text !== undefined) found.push({ line: blocks.items.get(item, Item.line), text: plainText(text) });
    }
  }
  return found.sort((a, b) => a.line - b.line);
}

function tableChanges({ header, rows, line }: Table): BreakingChange[] {
  const column = header.findIndex(({ text }) => BREAKING_HEADER.test(foldWords(text)));
  if (column < 0) return [];
  return rows.flatMap((cells, row) => (YES.test(foldWords(cells[column]?.text ?? '')) ? [{ line: line + 2 + row, text: plainText(cells[0]?.text ?? '') }] : []));
}
