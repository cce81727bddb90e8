/** Risks: rows of risk tables and list items of the form `**Risk**: … → **Mitigation**: …`. */
import { type Blocks, Item } from '../markdown/blocks';
import { foldWords, plainText } from '../markdown/inline';
import { itemText, sectionItems } from './list-items';
import type { Outline } from './outline';
import type { Table } from './plan';
import { priorityRank, UNKNOWN_RANK } from './priority-rank';

export interface Risk {
  readonly line: number;
  readonly text: string;
  /** As written; null where the plan gives none. */
  readonly likelihood: string | null;
  readonly impact: string | null;
  readonly mitigation: string | null;
  /** Likelihood × impact, each 1 (low) to 3 (high); null when either is unknown. */
  readonly score: number | null;
}

/** `**Risk**: what → **Mitigation**: how`. Groups: 1 risk, 2 mitigation. */
const PAIR = /^\*\*Risk(?: \d+)?:?\*\*:?\s*([^→\n]*?)\s*(?:→|->|=>|[–—-])\s*\*\*Mitigation:?\*\*:?\s*(.*)$/is;

export function readRisks(blocks: Blocks, outline: Outline, tables: readonly Table[]): Risk[] {
  const found = tables.flatMap((table) => (table.kind === 'risk' ? tableRisks(table) : []));
  for (const section of outline.sections) {
    for (const item of sectionItems(blocks, section)) {
      const [, risk, mitigation] = PAIR.exec(itemText(blocks, item)) ?? [];
      if (risk !== undefined && mitigation !== undefined) found.push({ line: blocks.items.get(item, Item.line), text: plainText(risk), likelihood: null, impact: null, mitigation: plainText(mitigation), score: null });
    }
  }
  return found.sort((a, b) => a.line - b.line);
}

function tableRisks(table: Table): Risk[] {
  const { roles } = table;
  const named = table.header.findIndex(({ text }) => /^(?:risks?|risiko|riesgo|risque|风险|リスク)/.test(foldWords(text)));
  const titleColumn = named >= 0 ? named : Math.max(0, roles.indexOf(null));
  return table.rows.map((cells, row) => {
    const cell = (column: number): string | null => (column < 0 ? null : plainText(cells[column]?.text ?? '') || null);
    const likelihood = cell(roles.indexOf('likelihood'));
    const impact = cell(roles.includes('impact') ? roles.indexOf('impact') : roles.indexOf('priority'));
    const [a, b] = [weight(likelihood), weight(impact)];
    return { line: table.line + 2 + row, text: cell(titleColumn) ?? '', likelihood, impact, mitigation: cell(roles.indexOf('mitigation')), score: a === null || b === null ? null : a * b };
  });
}

/** "H", "High", "🔴" → 3; "M" → 2; "L" → 1. */
function weight(word: string | null): number | null {
  if (word === null) return null;
  const letter = /^[hml]$/.exec(foldWords(word))?.[0];
  if (letter !== undefined) return letter === 'h' ? 3 : letter === 'm' ? 2 : 1;
  const rank = priorityRank(word);
  return rank === UNKNOWN_RANK ? null : Math.max(1, 3 - Math.max(0, rank - 1));
}
