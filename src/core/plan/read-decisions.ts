/** Decisions: rows of a table with a decision column, `**Decision 1**: choice – reason`, "### Decision: choice", and what stands under "Decisions". */
import { BlockKind, type Blocks, Item, Leaf } from '../markdown/blocks';
import { foldWords, plainText } from '../markdown/inline';
import { itemText, sectionItems } from './list-items';
import { foldTitle } from './match-words';
import type { Outline, Section } from './outline';
import type { Table } from './plan';
import { isSlot } from './read-tables';

export interface Decision {
  readonly line: number;
  readonly text: string;
  readonly rationale: string | null;
}

/** `**Decision 1**: choice - reason`. Groups: 1 choice, 2 reason. */
const ITEM = /^\*\*(?:Decision|Entscheidung|Decisión|Décision|Decisão)(?: [\w.]{1,6})?:?\*\*:?\s*(.*?)(?:\s[-–—]\s(.*))?$/is;

/** A heading of its own. Matches "Decision: choice", "Decision 2 – choice"; not "Decisions made". Group 1 is the choice. */
const HEADING = /^Decision(?: [\w.]{1,6})?\s*[:–—-]\s*(.+)$/i;
/** A section of decisions. Matches "key design decisions", "decisions made"; not "open decisions". */
const SECTION = /^(?:(?:key|main|design|technical|architecture|architectural|scope|locked) ){0,2}decisions(?: made| taken)?$/;
/** What a plain item chooses and why. Matches "**SQLite** – one file"; not "two-step sign-in". Groups: 1 choice, 2 reason. */
const PLAIN_ITEM = /^(.*?)(?:\s[-–—]\s(.*))?$/s;
/** A paragraph that gives the reason. Group 1 is the reason. */
const RATIONALE = /^\*\*(?:Rationale|Reason|Reasoning|Why):?\*\*:?\s*(.*)$/is;

export function readDecisions(blocks: Blocks, outline: Outline, tables: readonly Table[]): Decision[] {
  const found = tables.flatMap(tableDecisions);
  for (const section of outline.sections) {
    const { heading, parent, line } = section;
    const [outer, own] = [parent, section].map((each) => SECTION.test(foldTitle(each?.heading?.text ?? '')));
    const choice = HEADING.exec(heading?.text ?? '')?.[1] ?? (outer ? heading?.text.replace(/^\d{1,3}[.)]\s+/, '') : undefined);
    if (choice !== undefined) found.push({ line, text: choice, rationale: rationaleIn(blocks, section) });
    for (const item of sectionItems(blocks, section)) {
      const isListed = own === true && blocks.items.get(item, Item.parent) < 0 && blocks.items.get(item, Item.mark) < 0;
      const source = itemText(blocks, item);
      const match = ITEM.exec(source) ?? (isListed ? PLAIN_ITEM.exec(source) : null);
      if (match) found.push({ line: blocks.items.get(item, Item.line), text: plainText(match[1] ?? ''), rationale: match[2] === undefined ? null : plainText(match[2]) });
    }
  }
  return found.filter(({ text }) => text !== '' && !isSlot(text)).sort((a, b) => a.line - b.line);
}

/** The section's paragraph `**Rationale:** …`. */
function rationaleIn({ text, leaves }: Blocks, { leaf, leafTo }: Section): string | null {
  for (let next = leaf + 1; next < leafTo; next++) {
    if (leaves.get(next, Leaf.kind) !== BlockKind.paragraph) continue;
    const reason = RATIONALE.exec(text.slice(leaves.get(next, Leaf.from), leaves.get(next, Leaf.to)))?.[1];
    if (reason !== undefined) return plainText(reason.split(/[\r\n]+/).map((line) => line.trim()).join(' '));
  }
  return null;
}

function tableDecisions({ header, rows, line }: Table): Decision[] {
  const names = header.map(({ text }) => foldWords(text));
  const decision = names.findIndex((name) => /^(?:key )?(?:design )?decisions?$/.test(name));
  const rationale = names.findIndex((name) => /^(?:rationale|reason|reasoning|why)$/.test(name));
  const chosen = names.findIndex((name) => /^(?:chosen|choice|chosen option|decided|outcome)$/.test(name));
  if (decision < 0) return [];
  const cell = (cells: Table['rows'][number], column: number): string => plainText(cells[column]?.text ?? '');
  return rows.flatMap((cells, row) => {
    const parts = [cell(cells, decision), cell(cells, chosen)].filter((part) => part !== '');
    return parts.some(isSlot) ? [] : [{ line: line + 2 + row, text: parts.join(': '), rationale: rationale < 0 ? null : cell(cells, rationale) }];
  });
}
