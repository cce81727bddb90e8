// Owns: the cache's list items, at any depth and inside quotes. Not in code, comments or HTML: those have no list nodes.
// `parent` is the line of the item above; for a root item −(line where its list starts), and −1 when that is line 0.
import type { SyntaxNode } from '@lezer/common';
import type { BlockCache, ListItemCache } from 'obsidian';
import { blockIdOf, trimEnd, type NoteSource } from './note-source';

export interface ListItems {
  readonly items: ListItemCache[];
  readonly blocks: Record<string, BlockCache>;
}

const LISTS = new Set(['BulletList', 'OrderedList']);

export function findListItems(source: NoteSource): ListItems {
  const found: ListItems = { items: [], blocks: {} };
  source.tree.iterate({
    enter(node) {
      if (!LISTS.has(node.name)) return true;
      visitList(source, node.node, null, found);
      return false;
    },
  });
  found.items.sort((a, b) => a.position.start.offset - b.position.start.offset);
  return found;
}

interface ParentItem {
  readonly line: number;
  /** The column at which the parent's content starts. */
  readonly column: number;
}

function visitList(source: NoteSource, list: SyntaxNode, parent: ParentItem | null, found: ListItems): void {
  const firstLine = source.lines.lineOf(list.firstChild?.from ?? list.from);
  const rootParent = firstLine === 0 ? -1 : -firstLine;
  for (const node of list.getChildren('ListItem')) {
    found.items.push(itemOf(source, node, parent, rootParent, found.blocks));
    const line = source.lines.lineOf(node.from);
    const mark = node.getChild('ListMark');
    const column = (mark ? mark.to : node.from + 1) + 1 - source.lines.startOf(line);
    for (const inner of childrenOf(node)) {
      if (LISTS.has(inner.name)) visitList(source, inner, { line, column }, found);
      else visitNestedLists(source, inner, found);
    }
  }
}

/** Lists in a quote inside an item start anew. */
function visitNestedLists(source: NoteSource, node: SyntaxNode, found: ListItems): void {
  for (const inner of childrenOf(node)) {
    if (LISTS.has(inner.name)) visitList(source, inner, null, found);
    else visitNestedLists(source, inner, found);
  }
}

function itemOf(source: NoteSource, node: SyntaxNode, parent: ParentItem | null, rootParent: number, blocks: ListItems['blocks']): ListItemCache {
  const { body, lines } = source;
  const line = lines.lineOf(node.from);
  const from = parent ? Math.min(node.from, lines.startOf(line) + parent.column) : node.from;
  const to = itemEnd(source, node);
  const item: ListItemCache = { position: lines.range(from, to), parent: parent?.line ?? rootParent };
  const task = taskMark(source, node, to);
  if (task !== undefined) item.task = task;
  const lineEnd = body.indexOf('\n', node.from);
  const id = blockIdOf(body.slice(node.from, lineEnd < 0 ? to : Math.min(to, trimEnd(body, node.from, lineEnd))));
  if (id !== undefined) {
    item.id = id;
    blocks[id.toLowerCase()] = { id, position: item.position };
  }
  return item;
}

/** Before the line of the first nested list; continuation lines count. */
function itemEnd({ body }: NoteSource, node: SyntaxNode): number {
  const nested = childrenOf(node).find((child) => LISTS.has(child.name));
  if (!nested) return trimEnd(body, node.from, node.to);
  const lineBreak = body.lastIndexOf('\n', nested.from - 1);
  return trimEnd(body, node.from, lineBreak > node.from ? lineBreak : nested.from);
}

/** `- [x] text`: `x`, any single character; not `- [x]` alone, nor `- [xy] text`. */
function taskMark({ body }: NoteSource, node: SyntaxNode, to: number): string | undefined {
  const content = childrenOf(node).find((child) => child.name !== 'ListMark');
  if (!content || !['Paragraph', 'Task', 'SetextHeading1', 'SetextHeading2'].includes(content.name)) return undefined;
  return /^\[(.)\]\s+\S/u.exec(body.slice(content.from, to))?.[1];
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}
