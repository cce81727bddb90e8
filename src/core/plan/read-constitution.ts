/** The check of a plan against the team's rules: violations it admits to, and how it justifies them. */
import { type Blocks, Item } from '../markdown/blocks';
import { foldWords, plainText } from '../markdown/inline';
import { itemText, sectionItems } from './list-items';
import { foldTitle, matchesWords } from './match-words';
import type { Outline } from './outline';
import type { Table } from './plan';
import { isSlot } from './read-tables';

export interface Violation {
  readonly line: number;
  readonly text: string;
  /** Null while the plan gives none. */
  readonly justification: string | null;
}

const CONSTITUTION_WORDS = ['constitution check', 'constitution', 'constitutional check', 'complexity tracking'];
/** `- Violation: text`. Groups: 1 key, 2 text. */
const ENTRY = /^(?:\*\*)?(Violation|Justification|Verstoß|Begründung)s?:?(?:\*\*)?:\s*(.*)$/is;
/** Says that there is none. Matches "", "None", "none identified", "–"; not "None of the tests were seen failing". */
const NOTHING = /^(?:[-–—]|(?:none|n\/a|na|nothing|no violations?|keine[rs]?)(?: (?:found|identified|known|so far|yet|needed|required))?[.!]?|)$/i;
/** A reason on the violation's own line. Matches "two databases (justified: the old one is read-only)"; group 1 is the reason. */
const OWN_REASON = /[(–—,;-]\s?(?:justification|justified|because|begründung|weil)\b:?\s+([^]*?)\)?$/i;
/** Header cells over a violation, and over its reason. */
const VIOLATION_COLUMN = /^(?:violations?|verstoß|verstöße)$/;
const REASON_COLUMN = /^(?:why(?: .*)?|justification|reason|rationale|begründung)$/;

/** Violations in text order; an empty "Violation:", "None" or a slot is none, nor is it a justification. A justification belongs to the violation before it. */
export function readViolations(blocks: Blocks, outline: Outline, tables: readonly Table[]): Violation[] {
  const found: { line: number; text: string; justification: string | null }[] = tables.flatMap(tableViolations);
  for (const section of outline.sections) {
    if (!section.path.some((title) => matchesWords(foldTitle(title), CONSTITUTION_WORDS))) continue;
    for (const item of sectionItems(blocks, section)) {
      const [, key = '', value = ''] = ENTRY.exec(itemText(blocks, item)) ?? [];
      const text = plainText(value);
      const isViolation = /^v/i.test(key);
      if (saysNothing(text)) continue;
      const last = found[found.length - 1];
      if (isViolation) found.push({ line: blocks.items.get(item, Item.line), text, justification: OWN_REASON.exec(text)?.[1] ?? null });
      else if (key !== '' && last) last.justification = text;
    }
  }
  return found.sort((a, b) => a.line - b.line);
}

/** Rows of `| Violation | Why Needed | … |`; a row that is still a slot, `[e.g., 4th project]`, is none. */
function tableViolations({ header, rows, line }: Table): Violation[] {
  const names = header.map(({ text }) => foldWords(text));
  const column = names.findIndex((name) => VIOLATION_COLUMN.test(name));
  const reason = names.findIndex((name) => REASON_COLUMN.test(name));
  // A table of violations without a column for reasons counts something else.
  if (column < 0 || reason < 0) return [];
  return rows.flatMap((cells, row) => {
    const [text, why] = [column, reason].map((at) => plainText(cells[at]?.text ?? ''));
    return text === undefined || saysNothing(text) ? [] : [{ line: line + 2 + row, text, justification: why === undefined || saysNothing(why) ? null : why }];
  });
}

function saysNothing(text: string): boolean {
  return NOTHING.test(text) || isSlot(text);
}
