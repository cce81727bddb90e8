/**
 * One block more of a kind that the plan has already: a phase, a step, a requirement, a table row. It is a blank copy
 * of the last one of its series, with the next number or id, right behind it. Nothing else changes.
 */
import { BlockKind, type Blocks, Item, Leaf } from '../markdown/blocks';
import { type Numbering, readNumbering } from '../markdown/numbering';
import { scanBlocks } from '../markdown/scan-blocks';
import { readSectionTree, type SectionNode } from '../markdown/section-tree';
import { refused } from '../text/edit-result';
import { endOfLine, lineBreakNear } from '../text/line-index';
import { applyChanges } from '../text/text-change';
import { addBlankRow, type BlockResult, countRows } from './add-row';
import { writeBlankCopy } from './blank-copy';
import { BLOCK_FORMS, blockForm, type BlockForm, type BlockKindId } from './block-kinds';
import type { SlottedText, TextRange } from './block-lines';
import { type BlockSeries, findSeries, findTableLine, leafAtLine, type NoteParts, textOf } from './find-blocks';
import { KnownTexts } from './known-texts';

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

const HIDDEN = refused('place-hidden', 'The copy would not be read as one at its place: a code fence or comment that is never closed may hide it. Close it, then try again.');
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
  const block = series.kind === 'headings' ? (firstBelow(parts, series.nodes, request.caret) ?? lastHeading(parts, series.nodes)) : lastItem(parts.blocks, series.items);
  const lineBreak = lineBreakNear(text, Math.max(0, block.to - 1));
  const copy = writeBlankCopy({ source, leaf: block.leaf, leafTo: block.leafTo, known, own: block.own, parts: block.parts, marker: block.marker ?? null, slotWords: (series.kind === 'items' ? ITEM_WORDS[form.id] : null) ?? SLOT_WORDS[form.id], lineBreak });
  const gap = block.gap ?? lineBreak + lineBreak;
  const change = { from: block.to, to: block.to, insert: gap + copy };
  const added = { from: block.to + gap.length, to: block.to + gap.length + copy.length };
  return isOneMore(parts, applyChanges(text, [change]), { series, form, added }) ? { ok: true, changes: [change], added } : HIDDEN;
}

/** What the slot for a block's own text says where neither the note nor a template tells. */
const SLOT_WORDS: Readonly<Record<BlockForm['id'], string>> = {
  phase: 'Name', step: 'Name', requirement: 'Requirement', finding: 'Name', decision: 'Decision', risk: 'Describe the risk', 'test-case': 'Describe the test', question: 'Question',
};

const ITEM_WORDS: Readonly<Partial<Record<BlockForm['id'], string>>> = { step: 'Describe the step', finding: 'Describe the finding' };

interface Model {
  readonly leaf: number;
  readonly leafTo: number;
  /** End of the block's last visible line. */
  readonly to: number;
  readonly own: Numbering | null;
  readonly parts: readonly number[] | null;
  /** What stands between two blocks of the series; null when there is only one. */
  readonly gap: string | null;
  /** The number of an ordered list's next item. */
  readonly marker?: string | null;
}

function readParts(text: string): NoteParts {
  const blocks = scanBlocks(text);
  return { blocks, nodes: readSectionTree(blocks) };
}

function lastHeading({ blocks }: NoteParts, nodes: readonly SectionNode[]): Model {
  const last = nodes[nodes.length - 1];
  if (!last) throw new RangeError('A series has at least one block.');
  const before = nodes[nodes.length - 2];
  const between = before ? blocks.text.slice(before.contentTo, last.from) : '';
  const isGap = before !== undefined && /^[\s*_-]*$/.test(between) && between.length < 40;
  const numberings = nodes.flatMap(({ numbering }) => numbering ?? []);
  return { leaf: last.leaf, leafTo: visibleTo(blocks, last.leaf, last.leafTo), to: last.contentTo, ...nextNumber(last.numbering, numberings), gap: isGap ? between : null };
}

/** Below a phase without steps, where the caret stands, the first step: 2.1 in phase 2, as 1.1 in phase 1. */
function firstBelow(parts: NoteParts, nodes: readonly SectionNode[], caret: number | null): Model | null {
  const model = lastHeading(parts, nodes);
  const owner = parts.nodes[nodes[0]?.parent ?? -1];
  if (caret === null || owner?.numbering?.word == null || model.own?.word !== null || (caret >= owner.from && caret < owner.to)) return null;
  const here = parts.nodes.find((node) => node.parent === owner.parent && node.level === owner.level && node.numbering?.word === owner.numbering?.word && caret >= node.from && caret < node.to);
  return here?.numbering ? { ...model, to: here.contentTo, parts: [...here.numbering.parts, 1], gap: null } : null;
}

function lastItem(blocks: Blocks, series: readonly number[]): Model {
  const { text, items, leaves } = blocks;
  const last = series[series.length - 1] ?? 0;
  const leaf = leafAtLine(blocks, items.get(last, Item.line));
  const to = itemEnd(blocks, last);
  const before = series[series.length - 2];
  const end = before === undefined ? -1 : endOfLine(text, leaves.get(itemEnd(blocks, before) - 1, Leaf.to));
  const between = end < 0 ? '' : text.slice(end, endOfLineStart(text, items.get(last, Item.from)));
  const contentTo = endOfLine(text, leaves.get(to - 1, Leaf.to));
  const gap = end >= 0 && /^\s+$/.test(between) ? between : lineBreakNear(text, Math.max(0, contentTo - 1));
  const own = readNumbering(textOf(blocks, last));
  const numberings = series.flatMap((item) => readNumbering(textOf(blocks, item)) ?? []);
  return { leaf, leafTo: to, to: contentTo, ...nextNumber(own?.word == null ? null : own, numberings), gap, marker: nextMarker(blocks, before, last) };
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

/** One more than the highest of the series: two blocks never share a number. */
function nextNumber(own: Numbering | null, series: readonly Numbering[]): Pick<Model, 'own' | 'parts'> {
  if (!own) return { own: null, parts: null };
  const start = own.parts.slice(0, -1);
  const peers = series.filter(({ word, parts }) => word === own.word && parts.length === own.parts.length && start.every((part, at) => parts[at] === part));
  return { own, parts: [...start, Math.max(...peers.map(({ parts }) => parts[parts.length - 1] ?? 0)) + 1] };
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
