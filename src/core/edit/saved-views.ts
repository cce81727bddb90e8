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

/** Keys of the lines that say what a pane shows. Others, comments and what means nothing are the user's own. */
const KEYS = ['lens', 'query', 'group', 'sort'];

/**
 * Makes the view's block show what `source` says, or puts a new view at the end of the note. Of a block that is there
 * only lines of these keys change. `source` has LF line breaks.
 */
export function saveView(text: string, name: string, source: string): EditResult {
  const view = findViews(scanBlocks(text)).find((each) => each.name === name);
  const lineBreak = lineBreakNear(text, view?.from ?? 0);
  const gap = text === '' || text === '\uFEFF' ? '' : /[\r\n]$/.test(text) ? lineBreak : lineBreak + lineBreak;
  const lines = mergeLines(view ? text.slice(view.from, view.to) : '', source, lineBreak);
  const change: TextChange = view ? { from: view.from, to: view.to, insert: lines } : { from: text.length, to: text.length, insert: `${gap}## ${name}${lineBreak}${lineBreak}\`\`\`plan-rollup${lineBreak}${lines}\`\`\`${lineBreak}` };
  if (name.trim() === '') return NOT_READ;
  if (view && text.slice(view.from, view.to) === lines) return edited();
  const saved = readViews(applyChanges(text, [change])).find((each) => each.name === name);
  return saved?.source === asLF(lines) ? edited(change) : NOT_READ;
}

/** The block's lines with those of `KEYS` as `source` has them: in their places, and a new one below the key before it. */
function mergeLines(block: string, source: string, lineBreak: string): string {
  const wanted = new Map(source.split('\n').flatMap((line) => (keyOf(line) === '' ? [] : [[keyOf(line), line] as const])));
  const merged: { readonly key: string; readonly line: string }[] = [];
  for (const line of block.match(/[^\r\n]*(?:\r\n|\r|\n)/g) ?? []) {
    const key = keyOf(line);
    const now = wanted.get(key);
    if (!wanted.has(key) && !KEYS.includes(key)) merged.push({ key: '', line });
    else if (now !== undefined && !merged.some((each) => each.key === key)) merged.push({ key, line: valueOf(line) === valueOf(now) ? line : now + lineBreak });
  }
  let at = 0;
  for (const [key, line] of wanted) {
    const known = merged.findIndex((each) => each.key === key);
    if (known < 0) merged.splice(at, 0, { key, line: line + lineBreak });
    at = (known < 0 ? at : known) + 1;
  }
  return merged.map(({ line }) => line).join('');
}

/** Of "Sort: age" it is "sort"; '' for a line without one. */
function keyOf(line: string): string {
  return /^\s*([A-Za-z]+)\s*:/.exec(line)?.[1]?.toLowerCase() ?? '';
}

function valueOf(line: string): string {
  return line.slice(line.indexOf(':') + 1).trim();
}

function asLF(text: string): string {
  return text.replace(/\r\n?/g, '\n');
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
    return [{ section, leaf, name: section.source, source: asLF(text.slice(from, to)), line: blocks.leaves.get(leaf, Leaf.line), from, to }];
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
