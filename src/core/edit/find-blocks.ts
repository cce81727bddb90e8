/**
 * The blocks of one kind in a note: headings ("### Phase 2: …"), list items ("- **REQ-5 (MUST)**: …"), or the rows of
 * a table. Where a note has several series, the one around the caret is meant, else the first.
 */
import { BlockKind, type Blocks, Item, Leaf, Row } from '../markdown/blocks';
import { foldWords } from '../markdown/inline';
import { readNumbering } from '../markdown/numbering';
import { sectionAt, type SectionNode, subtreeOf } from '../markdown/section-tree';
import { splitCells } from '../markdown/table';
import { sectionItems } from '../plan/list-items';
import type { BlockForm } from './block-kinds';

/** The blocks of one series, in text order. */
export type BlockSeries =
  | { readonly kind: 'headings'; readonly nodes: readonly SectionNode[] }
  | { readonly kind: 'items'; readonly items: readonly number[] }
  /** Line of the table's header. */
  | { readonly kind: 'table'; readonly line: number };

export interface NoteParts {
  readonly blocks: Blocks;
  readonly nodes: readonly SectionNode[];
}

/** The series that a new block of this kind goes into; null where the note has none. `caret` is an offset, null for none. */
export function findSeries(parts: NoteParts, form: BlockForm, caret: number | null): BlockSeries | null {
  const { nodes, blocks } = parts;
  const numbered = namingSeries(nodes.filter(({ numbering }) => numbering?.word != null && isOfKind(form, numbering.word)));
  const found: BlockSeries[] = [
    ...numbered.map((series): BlockSeries => ({ kind: 'headings', nodes: series })),
    ...subSteps(parts, form),
    ...itemLists(parts, form).map((items): BlockSeries => ({ kind: 'items', items })),
    ...tablesOf(blocks).flatMap((leaf): BlockSeries[] => (hasColumn(blocks, leaf, form) ? [{ kind: 'table', line: blocks.leaves.get(leaf, Leaf.line) }] : [])),
  ];
  // Sections that are named for the kind count where nothing else does, or where the caret is.
  const more = [...childSeries(parts, form), ...plainItems(parts, form), ...sectionTables(parts, form)];
  const here = caret === null ? undefined : [...found, ...more].find((series) => isAround(parts, series, caret));
  return here ?? nearCaret(parts, [...found, ...more], caret) ?? found.find((series) => isInOwnSection(parts, series, form)) ?? found[0] ?? more[0] ?? null;
}

/** The header line of the table the offset is in, else of the one table that its section holds first; −1 for none. */
export function findTableLine({ blocks, nodes }: NoteParts, caret: number | null): number {
  const { leaves } = blocks;
  const tables = tablesOf(blocks);
  const first = tables[0];
  if (first === undefined) return -1;
  if (caret === null) return leaves.get(first, Leaf.line);
  const inside = tables.find((leaf) => leaves.get(leaf, Leaf.from) <= caret + 1 && caret <= leaves.get(leaf, Leaf.to) + 1);
  if (inside !== undefined) return leaves.get(inside, Leaf.line);
  for (let section = sectionAt(nodes, caret); section; section = nodes[section.parent] ?? null) {
    const { leaf: from, leafTo } = section;
    const within = tables.find((leaf) => leaf > from && leaf < leafTo);
    if (within !== undefined) return leaves.get(within, Leaf.line);
  }
  return leaves.get(first, Leaf.line);
}

function isOfKind(form: BlockForm, word: string): boolean {
  return form.words.includes(word) || (form.ids?.test(word.toUpperCase()) ?? false);
}

/** Headings under one parent make one series. A heading about a phase ("Phase 1 Verification") starts none where another series names the phases. */
function namingSeries(found: readonly SectionNode[]): SectionNode[][] {
  const all = seriesBy(found);
  const naming = all.filter((group) => group.some(({ numbering, source }) => numbering !== null && (/[:.–—-]/.test(numbering.separator) || numbering.titleFrom === source.length)));
  return naming.length > 0 ? naming : all.slice(0, 1);
}

function seriesBy(found: readonly SectionNode[]): SectionNode[][] {
  const groups = new Map<string, SectionNode[]>();
  for (const node of found) {
    const key = `${node.parent} ${node.level} ${node.numbering?.word ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(node);
    else groups.set(key, [node]);
  }
  return [...groups.values()];
}

/** "#### 1.1", "#### 1.2" below a phase are its steps, where no heading says "Step". */
function subSteps({ nodes }: NoteParts, form: BlockForm): BlockSeries[] {
  if (form.id !== 'step' || nodes.some(({ numbering }) => numbering?.word != null && isOfKind(form, numbering.word))) return [];
  const below = nodes.filter(({ parent, numbering }) => {
    const owner = nodes[parent]?.numbering;
    return numbering?.word === null && owner?.word != null && numbering.parts.length === owner.parts.length + 1;
  });
  return seriesBy(below).map((series): BlockSeries => ({ kind: 'headings', nodes: series }));
}

/** List items with an id, a counting word or a label of the kind, by list. */
export function itemLists({ blocks }: NoteParts, form: BlockForm): number[][] {
  const { items } = blocks;
  const series = new Map<string, number[]>();
  let list = 0;
  for (let item = 0; item < items.length; item++) {
    if (items.get(item, Item.parent) < 0 && (item === 0 || !isNextItem(blocks, item))) list++;
    if (!isItemOf(textOf(blocks, item), form)) continue;
    const key = `${list} ${items.get(item, Item.parent)}`;
    const known = series.get(key);
    if (known) known.push(item);
    else series.set(key, [item]);
  }
  return [...series.values()];
}

function isItemOf(source: string, form: BlockForm): boolean {
  const bold = source.startsWith('~~') ? source.slice(2) : source;
  const numbering = readNumbering(bold);
  if (numbering?.word != null && isOfKind(form, numbering.word)) return true;
  const label = /^\*\*([^*\n]{1,60})\*\*/.exec(bold)?.[1];
  return label !== undefined && (form.label?.test(foldWords(label)) ?? false);
}

/** Children of a section that is named for the kind: "## Implementation phases" with "### Storage". */
function childSeries({ nodes }: NoteParts, form: BlockForm): BlockSeries[] {
  if (form.id !== 'phase' && form.id !== 'step') return [];
  return nodes.flatMap((owner): BlockSeries[] => {
    if (!form.section?.test(owner.folded) || owner.level === 1) return [];
    const children = subtreeOf(nodes, owner).filter(({ parent }) => parent === owner.index);
    return children.length > 0 && (form.id === 'phase' || children.every(({ numbering }) => numbering !== null)) ? [{ kind: 'headings', nodes: children }] : [];
  });
}

/** The first list of a section that is named for the kind. */
function plainItems({ blocks, nodes }: NoteParts, form: BlockForm): BlockSeries[] {
  if (!form.takesItems) return [];
  return nodes.flatMap((owner, at): BlockSeries[] => {
    if (!form.section?.test(owner.folded)) return [];
    const lineTo = nodes[at + 1]?.line ?? blocks.lines;
    const all = sectionItems(blocks, { line: owner.line, lineTo });
    const first = all.find((item) => blocks.items.get(item, Item.mark) >= 0) ?? all[0];
    if (first === undefined) return [];
    const parent = blocks.items.get(first, Item.parent);
    const roots = all.filter((item) => item >= first && blocks.items.get(item, Item.parent) === parent);
    const end = parent >= 0 ? -1 : roots.findIndex((item, index) => index > 0 && !isNextItem(blocks, item));
    const list = end < 0 ? roots : roots.slice(0, end);
    return form.id === 'step' && !/^\d/.test(blocks.text.slice(blocks.items.get(first, Item.from))) ? [] : [{ kind: 'items', items: list }];
  });
}

/** The first table of a section that is named for the kind: "## Test cases" with "| TC-01 | …". */
function sectionTables({ blocks, nodes }: NoteParts, form: BlockForm): BlockSeries[] {
  if (form.id === 'phase') return [];
  return nodes.flatMap(({ folded, leaf }, at): BlockSeries[] => {
    if (!form.section?.test(folded)) return [];
    const end = nodes[at + 1]?.leaf ?? blocks.leaves.length;
    for (let row = leaf; row < end; row++) if (blocks.leaves.get(row, Leaf.kind) === BlockKind.table) return [{ kind: 'table', line: blocks.leaves.get(row, Leaf.line) }];
    return [];
  });
}

/** Whether nothing but blank lines and what belongs to the items before stands above the item. */
function isNextItem({ items, leaves }: Blocks, item: number): boolean {
  let leaf = leafAtLine({ leaves }, items.get(item, Item.line)) - 1;
  while (leaf >= 0 && leaves.get(leaf, Leaf.kind) === BlockKind.blank) leaf--;
  return leaf >= 0 && leaves.get(leaf, Leaf.item) >= 0;
}

/** Row of the leaf that holds the line. */
export function leafAtLine({ leaves }: Pick<Blocks, 'leaves'>, line: number): number {
  let low = 0;
  let high = leaves.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (leaves.get(middle, Leaf.line) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

function tablesOf({ leaves }: Blocks): number[] {
  const found: number[] = [];
  for (let leaf = 0; leaf < leaves.length; leaf++) if (leaves.get(leaf, Leaf.kind) === BlockKind.table) found.push(leaf);
  return found;
}

function hasColumn({ text, leaves, rows }: Blocks, leaf: number, { id, column }: BlockForm): boolean {
  if (!column || id === 'phase') return false;
  const row = leaves.get(leaf, Leaf.detail);
  const cells = splitCells(text, rows.get(row, Row.from), rows.get(row, Row.to)).map((cell) => foldWords(cell.text));
  return cells.slice(0, 2).some((cell) => column.test(cell));
}

export function textOf({ text, items }: Blocks, item: number): string {
  return text.slice(items.get(item, Item.textFrom), Math.min(items.get(item, Item.textTo), items.get(item, Item.textFrom) + 300));
}

/** Whether the caret stands in one of the blocks. */
function isAround(parts: NoteParts, series: BlockSeries, caret: number): boolean {
  const { items, leaves } = parts.blocks;
  switch (series.kind) {
    case 'headings':
      return series.nodes.some(({ from, to }) => caret >= from && caret < to);
    case 'items': {
      const first = items.get(series.items[0] ?? 0, Item.from);
      const last = series.items[series.items.length - 1] ?? 0;
      return caret >= first - 2 && caret <= items.get(last, Item.to) + 1;
    }
    case 'table': {
      const leaf = leafAtLine({ leaves }, series.line);
      return caret >= leaves.get(leaf, Leaf.from) && caret <= leaves.get(leaf, Leaf.to) + 1;
    }
  }
}

/** Whether a section around the series is named for the kind. */
function isInOwnSection({ blocks, nodes }: NoteParts, series: BlockSeries, { section }: BlockForm): boolean {
  const line = lineOf(blocks, series);
  let low = -1;
  for (let high = nodes.length - 1; low < high; ) {
    const middle = (low + high + 1) >> 1;
    if ((nodes[middle]?.line ?? 0) < line) low = middle;
    else high = middle - 1;
  }
  for (let around = nodes[low]; around; around = nodes[around.parent]) if (section?.test(around.folded)) return true;
  return false;
}

/** The first series in the innermost section around the caret that has one. */
function nearCaret({ blocks, nodes }: NoteParts, found: readonly BlockSeries[], caret: number | null): BlockSeries | null {
  for (let section = caret === null ? null : sectionAt(nodes, caret); section; section = nodes[section.parent] ?? null) {
    const { line, leafTo } = section;
    const lineTo = leafTo < blocks.leaves.length ? blocks.leaves.get(leafTo, Leaf.line) : blocks.lines;
    const here = found.find((series) => lineOf(blocks, series) >= line && lineOf(blocks, series) < lineTo);
    if (here) return here;
  }
  return null;
}

function lineOf({ items }: Blocks, series: BlockSeries): number {
  if (series.kind === 'table') return series.line;
  return series.kind === 'headings' ? (series.nodes[0]?.line ?? 0) : items.get(series.items[0] ?? 0, Item.line);
}
