/**
 * One block more of a kind that the plan has already: a phase, a step, a requirement, a table row. It is a blank copy
 * of the last one of its series, with the next number or id, right behind it. Nothing else changes.
 */
import { BlockKind, type Blocks, Item, Leaf } from '../markdown/blocks';
import { isWorkPart, type Numbering, readNumbering } from '../markdown/numbering';
import { scanBlocks } from '../markdown/scan-blocks';
import { readSectionTree, type SectionNode } from '../markdown/section-tree';
import { whatHides } from '../markdown/unclosed-block';
import { refused } from '../text/edit-result';
import { endOfLine, lineBreakNear } from '../text/line-index';
import { applyChanges } from '../text/text-change';
import { addBlankRow, type BlockResult, countRows } from './add-row';
import { writeBlankCopy } from './blank-copy';
import { BLOCK_FORMS, blockForm, type BlockForm, type BlockKindId } from './block-kinds';
import type { SlottedText, TextRange } from './block-lines';
import { firstIn, nextOfHeading, nextOfItem, numbersBelow } from './copy-numbers';
import { type BlockSeries, findSeries, findTableLine, itemLists, leafAtLine, type NoteParts, textOf } from './find-blocks';
import { KnownTexts } from './known-texts';
import type { NumberedNode } from './numbered-node';
import { readNumberSeries } from './number-series';

export type { BlockResult } from './add-row';

export interface BlockRequest {
  readonly kind: BlockKindId;
  /** Offset of the caret; null where there is none. */
  readonly caret: number | null;
  /** The note's slots, in order. */
  readonly slots: readonly TextRange[];
  /** The template that the note was made from; null when none is known. */
  readonly template: SlottedText | null;
}

function hidden(blocks: Blocks): ReturnType<typeof refused> {
  return refused('place-hidden', `The copy would not be read as one at its place: ${whatHides(blocks)}, then try again.`);
}
const NONE_FOUND = refused('no-such-block', 'The note has no block of this kind that could be copied. Insert the section that holds them first.');

/** The kinds of which the text has a block, in the order of the commands. */
export function blockKindsIn(text: string): BlockKindId[] {
  const parts = readParts(text);
  const kinds: BlockKindId[] = BLOCK_FORMS.filter((form) => findSeries(parts, form, null) !== null).map(({ id }) => id);
  return findTableLine(parts, null) < 0 ? kinds : [...kinds, 'row'];
}

export function addBlock(text: string, asked: BlockRequest): BlockResult {
  // An open point of a sentence is no form to be copied.
  const request = { ...asked, slots: asked.slots.filter(({ from }) => !text.startsWith('[NEEDS CLARIFICATION', from)) };
  const parts = readParts(text);
  const form = blockForm(request.kind);
  if (!form) {
    const line = findTableLine(parts, request.caret);
    return line < 0 ? NONE_FOUND : addBlankRow(text, parts.blocks, line);
  }
  const series = findSeries(parts, form, request.caret);
  if (!series) return NONE_FOUND;
  if (series.kind === 'table') return addBlankRow(text, parts.blocks, series.line);
  const known = learn(parts, { series, form, request });
  const source = { text, slots: request.slots, blocks: parts.blocks };
  const block = series.kind === 'headings' ? headingModel(parts, series.nodes, request.caret) : lastItem(parts, series.items, form);
  const lineBreak = lineBreakNear(text, Math.max(0, block.to - 1));
  const copy = writeBlankCopy({ source, leaf: block.leaf, leafTo: block.leafTo, known, own: block.own, parts: block.parts, below: block.below, marker: block.marker, slotWords: (series.kind === 'items' ? ITEM_WORDS[form.id] : null) ?? SLOT_WORDS[form.id], lineBreak });
  const gap = block.gap ?? lineBreak + lineBreak;
  const change = { from: block.to, to: block.to, insert: gap + copy };
  const added = { from: block.to + gap.length, to: block.to + gap.length + copy.length };
  return isOneMore(parts, applyChanges(text, [change]), { series, form, added }) ? { ok: true, changes: [change], added } : hidden(parts.blocks);
}

/** What the slot for a block's own text says where neither the note nor a template tells. */
const SLOT_WORDS: Readonly<Record<BlockForm['id'], string>> = {
  phase: 'Name', step: 'Name', requirement: 'Requirement', finding: 'Name', decision: 'Decision', risk: 'Describe the risk', 'test-case': 'Describe the test', question: 'Question',
};

const ITEM_WORDS: Readonly<Partial<Record<BlockForm['id'], string>>> = { step: 'Describe the step', finding: 'Describe the finding' };

interface Model {
  readonly leaf: number;
  readonly leafTo: number;
  /** Where the copy goes: the end of a visible line. */
  readonly to: number;
  readonly own: Numbering | null;
  readonly parts: readonly number[] | null;
  /** By leaf, numbers of the headings in the copy. */
  readonly below: ReadonlyMap<number, readonly number[]>;
  /** What stands between two blocks of the series; null when there is only one. */
  readonly gap: string | null;
  /** The number of an ordered list's next item. */
  readonly marker: string | null;
}

function readParts(text: string): NoteParts {
  const blocks = scanBlocks(text);
  return { blocks, nodes: readSectionTree(blocks) };
}

function headingModel({ blocks, nodes }: NoteParts, series: readonly SectionNode[], caret: number | null): Model {
  const last = series[series.length - 1];
  if (!last) throw new RangeError('A series has at least one block.');
  const headings = readNumberSeries(nodes);
  const empty = emptyPhaseAt(nodes, last, caret);
  const first = empty && firstIn(headings, empty, last);
  const parts = first ?? nextOfHeading(headings, last);
  const before = series[series.length - 2];
  const between = before ? blocks.text.slice(before.contentTo, last.from) : '';
  const isGap = before !== undefined && !first && /^[\s*_-]*$/.test(between) && between.length < 40;
  const to = empty && first ? empty.contentTo : last.contentTo;
  return { leaf: last.leaf, leafTo: visibleTo(blocks, last.leaf, last.leafTo), to, own: last.numbering, parts, below: numbersBelow(headings, nodes, { block: last, parts }), gap: isGap ? between : null, marker: null };
}

/** The phase around the caret, where that is another one than the step's and has no step yet. */
function emptyPhaseAt(nodes: readonly SectionNode[], { parent, numbering: step }: SectionNode, caret: number | null): NumberedNode | null {
  const owner = nodes[parent];
  if (caret === null || owner?.numbering?.word == null || (step?.word !== null && !isWorkPart(step)) || (caret >= owner.from && caret < owner.to)) return null;
  const here = nodes.find((node) => node.parent === owner.parent && node.level === owner.level && node.numbering?.word === owner.numbering?.word && caret >= node.from && caret < node.to);
  return here?.numbering ? { ...here, numbering: here.numbering } : null;
}

function lastItem(parts: NoteParts, series: readonly number[], form: BlockForm): Model {
  const { blocks } = parts;
  const { text, items, leaves } = blocks;
  const last = series[series.length - 1] ?? 0;
  const leaf = leafAtLine(blocks, items.get(last, Item.line));
  const to = itemEnd(blocks, last);
  const before = series[series.length - 2];
  const end = before === undefined ? -1 : endOfLine(text, leaves.get(itemEnd(blocks, before) - 1, Leaf.to));
  const between = end < 0 ? '' : text.slice(end, endOfLineStart(text, items.get(last, Item.from)));
  const contentTo = endOfLine(text, leaves.get(to - 1, Leaf.to));
  const gap = end >= 0 && /^\s+$/.test(between) ? between : lineBreakNear(text, Math.max(0, contentTo - 1));
  const numbersOf = (list: readonly number[]): Numbering[] => list.flatMap((item) => readNumbering(textOf(blocks, item)) ?? []);
  const numbering = readNumbering(textOf(blocks, last));
  const own = numbering?.word == null ? null : numbering;
  const next = own && nextOfItem(own, numbersOf(series), itemLists(parts, form).map(numbersOf));
  return { leaf, leafTo: to, to: contentTo, own, parts: next, below: new Map(), gap, marker: nextMarker(blocks, before, last) };
}

/** `2` behind `1.`; null for bullets, for lists that count no further than one, and where a longer number would move what is indented below. */
function nextMarker({ text, items }: Blocks, before: number | undefined, last: number): string | null {
  const markerOf = (item: number): string => /^\d{0,8}/.exec(text.slice(items.get(item, Item.from), items.get(item, Item.from) + 8))?.[0] ?? '';
  const marker = markerOf(last);
  const next = String(Number(marker) + 1);
  return marker === '' || next.length !== marker.length || (before !== undefined && markerOf(before) === marker) ? null : next;
}

/** Row behind the last leaf of the item and of all below it; blank lines at the end left out. */
function itemEnd(blocks: Blocks, item: number): number {
  const { items, leaves } = blocks;
  let last = item;
  while (last + 1 < items.length && items.get(last + 1, Item.parent) >= item) last++;
  let end = leafAtLine(blocks, items.get(item, Item.line)) + 1;
  for (let leaf = end; leaf < leaves.length; leaf++) {
    const owner = leaves.get(leaf, Leaf.item);
    if (leaves.get(leaf, Leaf.kind) === BlockKind.blank) continue;
    if (owner < item || owner > last) break;
    end = leaf + 1;
  }
  return end;
}

/** The row behind the last leaf that shows; rules and blank lines at the end separate blocks. */
function visibleTo({ leaves }: Blocks, leaf: number, leafTo: number): number {
  let end = leafTo;
  while (end - 1 > leaf && (leaves.get(end - 1, Leaf.kind) === BlockKind.blank || (leaves.get(end - 1, Leaf.kind) === BlockKind.thematicBreak && leaves.get(end - 1, Leaf.item) < 0))) end--;
  return end;
}

function learn({ blocks, nodes }: NoteParts, { series, form, request }: { series: BlockSeries; form: BlockForm; request: BlockRequest }): KnownTexts {
  const known = new KnownTexts();
  const note = { text: blocks.text, slots: request.slots, blocks };
  for (const range of rangesOf({ blocks, nodes }, series).reverse().slice(1)) known.learn(note, { ...range, isTemplate: false });
  if (!request.template) return known;
  const parts = readParts(request.template.text);
  const model = findSeries(parts, form, null);
  const ranges = model && model.kind === series.kind ? rangesOf(parts, model).reverse() : [];
  for (const range of ranges) known.learn({ ...request.template, blocks: parts.blocks }, { ...range, isTemplate: true });
  return known;
}

function rangesOf({ blocks }: NoteParts, series: BlockSeries): { leaf: number; leafTo: number }[] {
  if (series.kind === 'headings') return series.nodes.map(({ leaf, leafTo }) => ({ leaf, leafTo: visibleTo(blocks, leaf, leafTo) }));
  return series.kind === 'items' ? series.items.map((item) => ({ leaf: leafAtLine(blocks, blocks.items.get(item, Item.line)), leafTo: itemEnd(blocks, item) })) : [];
}

/** Read back: the copy stands in its series, no table or heading elsewhere went, and what was added is all that was. */
function isOneMore({ nodes, blocks }: NoteParts, after: string, { series, form, added }: { series: BlockSeries; form: BlockForm; added: TextRange }): boolean {
  const now = readParts(after);
  if (countRows(now.blocks) < countRows(blocks)) return false;
  if (series.kind === 'headings') {
    const found = findSeries(now, form, added.from);
    const inside = now.nodes.filter(({ from }) => from >= added.from && from < added.to);
    return now.nodes.length === nodes.length + inside.length && found?.kind === 'headings' && found.nodes.some(({ from }) => from === added.from);
  }
  const { items } = now.blocks;
  const isInside = (item: number): boolean => items.get(item, Item.from) >= added.from && items.get(item, Item.from) < added.to;
  const inside = Array.from({ length: items.length }, (_none, item) => item).filter(isInside);
  const [first] = inside;
  const last = series.kind === 'items' ? series.items[series.items.length - 1] : undefined;
  return first !== undefined && last !== undefined && items.length === blocks.items.length + inside.length && now.nodes.length === nodes.length && items.get(first, Item.parent) === blocks.items.get(last, Item.parent);
}

function endOfLineStart(text: string, at: number): number {
  let from = at;
  while (from > 0 && text[from - 1] !== '\n' && text[from - 1] !== '\r') from--;
  return from;
}
