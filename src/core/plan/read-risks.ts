/** Risks: rows of risk tables, list items `**Risk**: …` with a `**Mitigation**: …` behind or below, and items under a heading for risks. */
import { type Blocks, Item } from '../markdown/blocks';
import { foldWords, plainText } from '../markdown/inline';
import { itemText, sectionItems } from './list-items';
import type { Outline } from './outline';
import type { Table } from './plan';
import { readListedRisk } from './read-listed-risk';
import { isSlot } from './read-tables';
import { isRiskTitle, weightOf } from './risk-words';

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

/** `**Risk**: what`, `**Risk 2:** what`, `**Risk – slow start:** what`. Matches "**Risk:** x"; not "**Risk of breakage:** Low". Groups: 1 name, 2 the rest. */
const RISK = /^\*\*Risk(?: ?\d{1,3})?(?: ?[-–—:] ?([^*\s][^*\n]{0,80}?))?[.:]?\*\*:?(.*)$/is;
const MITIGATION = /\*\*Mitigations?:?\*\*:?/i;
/** A nested item. Matches "Mitigation: how", "**Mitigation:** how". Group 1 is how. */
const NESTED_MITIGATION = /^(?:\*\*)?Mitigations?(?:\*\*)?:(?:\*\*)?(.*)$/is;
/** A level instead of a risk, with what it is about behind it. Matches "Medium — every sign-in", "Low"; not "Low memory". Groups: 1 level, 2 the rest. */
const LEVEL = /^((?:very )?(?:low|medium|high)|critical)(?:$|\s*[-–—,:;.(](.*)$)/is;
const ARROWS = ['→', '->', '=>', '–', '—', '-'];

export function readRisks(blocks: Blocks, outline: Outline, tables: readonly Table[]): Risk[] {
  const found = tables.flatMap((table) => (table.kind === 'risk' ? tableRisks(table) : []));
  for (const section of outline.sections) {
    const items = sectionItems(blocks, section);
    const title = section.heading?.text ?? '';
    const named = items.map((item) => readItem(itemText(blocks, item), title));
    // A list that names its risks has no others.
    const isList = items.length > 0 && isRiskTitle(title) && named.every((risk) => risk === null);
    items.forEach((item, at) => {
      const isOne = named[at] !== null || (isList && isListed(blocks, item));
      const below = isOne ? childTexts(blocks, items, at) : [];
      const risk = named[at] ?? (isOne ? readListedRisk(itemText(blocks, item), below) : null);
      const mitigation = NESTED_MITIGATION.exec(below[0] ?? '')?.[1];
      if (risk) found.push({ line: blocks.items.get(item, Item.line), ...risk, mitigation: risk.mitigation ?? (plainText(mitigation ?? '') || null) });
    });
  }
  return found.sort((a, b) => a.line - b.line);
}

/** An item of the list itself; what has a box is work, unless it is numbered as a risk. */
function isListed(blocks: Blocks, item: number): boolean {
  const { items } = blocks;
  return items.get(item, Item.parent) < 0 && (items.get(item, Item.mark) < 0 || /^(?:\*\*)?R-?\d/.test(itemText(blocks, item)));
}

/** More items than a risk has below it. */
const MOST_BELOW = 20;

/** Texts of an item's own items. */
function childTexts(blocks: Blocks, items: readonly number[], at: number): string[] {
  const isChild = (item: number): boolean => blocks.items.get(item, Item.parent) === items[at];
  return items.slice(at + 1, at + 1 + MOST_BELOW).filter(isChild).map((item) => itemText(blocks, item));
}

function readItem(source: string, heading: string): Omit<Risk, 'line'> | null {
  const [, name, rest = ''] = RISK.exec(source) ?? [];
  if (name === undefined && rest.trim() === '') return null;
  const split = MITIGATION.exec(rest);
  const what = plainText(withoutArrow(split ? rest.slice(0, split.index) : rest));
  const mitigation = split ? plainText(rest.slice(split.index + split[0].length)) : null;
  if (isSlot(what)) return null;
  const [, level = null, about = ''] = LEVEL.exec(what) ?? [];
  const text = level === null ? [plainText(name ?? '').replace(/[.:]$/, ''), what].filter((part) => part !== '').join(': ') : about.trim() || heading;
  return { text, likelihood: null, impact: level, mitigation, score: null };
}

/** "No network →" without what leads over to the mitigation. */
function withoutArrow(source: string): string {
  const text = source.trim();
  const arrow = ARROWS.find((sign) => text.endsWith(sign)) ?? '';
  return text.slice(0, text.length - arrow.length);
}

function tableRisks(table: Table): Risk[] {
  const { roles } = table;
  const named = table.header.findIndex(({ text }) => /^(?:risks?|risiko|riesgo|risque|风险|リスク)/.test(foldWords(text)));
  const titleColumn = named >= 0 ? named : Math.max(0, roles.indexOf(null));
  return table.rows.flatMap((cells, row) => {
    if (isSlot(cells[titleColumn]?.text ?? '')) return [];
    const cell = (column: number): string | null => (column < 0 ? null : plainText(cells[column]?.text ?? '') || null);
    const likelihood = cell(roles.indexOf('likelihood'));
    const impact = cell(roles.includes('impact') ? roles.indexOf('impact') : roles.indexOf('priority'));
    const [a, b] = [weightOf(likelihood), weightOf(impact)];
    return [{ line: table.line + 2 + row, text: cell(titleColumn) ?? '', likelihood, impact, mitigation: cell(roles.indexOf('mitigation')), score: a === null || b === null ? null : a * b }];
  });
}
