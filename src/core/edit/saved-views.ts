/**
 * Saved views of the pane, kept in a note of the vault: a heading with the view's name, and below it the `plan-rollup`
 * code block that shows the same rows. So the note syncs, differs line by line, and is a page of rollups to read.
 */
import { BlockKind, type Blocks, Leaf } from '../markdown/blocks';
import { scanBlocks } from '../markdown/scan-blocks';
import { readSectionTree, type SectionNode } from '../markdown/section-tree';
import { type EditResult, edited, refused } from '../text/edit-result';
import { afterLineBreak, endOfLine, lineBreakNear, startOfLine } from '../text/line-index';
import { applyChanges, type TextChange } from '../text/text-change';

export interface SavedView {
  readonly name: string;
  /** What stands in the code block, with LF line breaks. */
  readonly source: string;
  /** Line of the block, from 0. */
  readonly line: number;
}

interface FoundView extends SavedView {
  readonly section: SectionNode;
  /** The leaf of the block. */
  readonly leaf: number;
  /** The lines between the fences. */
  readonly from: number;
  readonly to: number;
}

/** The views of the note in text order: the first code block below each heading. */
export function readViews(text: string): readonly SavedView[] {
  return findViews(scanBlocks(text)).map(({ name, source, line }) => ({ name, source, line }));
}

/** Puts `source` into the view's block, or a new view at the end of the note. `source` has LF line breaks. */
export function saveView(text: string, name: string, source: string): EditResult {
  const view = findViews(scanBlocks(text)).find((each) => each.name === name);
  const lineBreak = lineBreakNear(text, view?.from ?? 0);
  const lines = source.replace(/\n+$/, '').replace(/\n/g, lineBreak) + lineBreak;
  const gap = text === '' || text === '\uFEFF' ? '' : /[\r\n]$/.test(text) ? lineBreak : lineBreak + lineBreak;
  const change: TextChange = view ? { from: view.from, to: view.to, insert: lines } : { from: text.length, to: text.length, insert: `${gap}## ${name}${lineBreak}${lineBreak}\`\`\`plan-rollup${lineBreak}${lines}\`\`\`${lineBreak}` };
  if (name.trim() === '') return NOT_READ;
  if (view && text.slice(view.from, view.to) === lines) return edited();
  const saved = readViews(applyChanges(text, [change])).find((each) => each.name === name);
  return saved && saved.source.trimEnd() === source.trimEnd() ? edited(change) : NOT_READ;
}

/** Takes the block of the view away, and its heading with it where nothing else stands below. It is the one of its name that shows the same. */
export function removeView(text: string, { name, source }: Pick<SavedView, 'name' | 'source'>): EditResult {
  const blocks = scanBlocks(text);
  const view = findViews(blocks).find((each) => each.name === name && each.source === source);
  if (!view) return refused('note-changed', `There is no view “${name}” in the note any more.`);
  const { leaves } = blocks;
  const { section, leaf } = view;
  const own = Array.from({ length: section.leafTo - section.leaf - 1 }, (_none, at) => section.leaf + 1 + at);
  const isAlone = own.every((each) => each === leaf || leaves.get(each, Leaf.kind) === BlockKind.blank);
  const from = isAlone ? section.from : startOfLine(text, leaves.get(leaf, Leaf.from));
  const to = isAlone ? section.to : afterLine(text, leaves.get(leaf, Leaf.to));
  return edited({ from, to, insert: '' });
}

const NOT_READ = refused('place-hidden', 'The view would not be read at the end of the note: a code fence or comment may never be closed there, or the name can’t be a heading. Look at the note, or choose another name.');

function findViews(blocks: Blocks): FoundView[] {
  const { text } = blocks;
  return readSectionTree(blocks).flatMap((section): FoundView[] => {
    const leaf = firstBlock(blocks, section);
    if (leaf === null) return [];
    const start = blocks.leaves.get(leaf, Leaf.from);
    const from = afterLine(text, start);
    const to = startOfLine(text, blocks.leaves.get(leaf, Leaf.to));
    return [{ section, leaf, name: section.source, source: text.slice(from, to).replace(/\r\n?/g, '\n'), line: blocks.leaves.get(leaf, Leaf.line), from, to }];
  });
}

/** The section's own first closed block of a rollup that stands outside lists and quotes. */
function firstBlock({ text, leaves }: Blocks, { leaf, leafTo }: SectionNode): number | null {
  for (let at = leaf + 1; at < leafTo; at++) {
    const kind = leaves.get(at, Leaf.kind);
    if (kind === BlockKind.heading) return null;
    const from = leaves.get(at, Leaf.from);
    const isBlock = kind === BlockKind.fencedCode && leaves.get(at, Leaf.detail) === 1 && leaves.get(at, Leaf.item) < 0 && startOfLine(text, from) === from;
    if (isBlock && /^(?:`{3,}|~{3,})[ \t]*plan-rollup[ \t]*$/.test(text.slice(from, endOfLine(text, from)))) return at;
  }
  return null;
}

function afterLine(text: string, at: number): number {
  const end = endOfLine(text, at);
  return end < text.length ? afterLineBreak(text, end) : end;
}
