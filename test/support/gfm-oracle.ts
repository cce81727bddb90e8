/**
 * An independent reading of a note: micromark with GFM tables and frontmatter. Tasks are read here from its list
 * items, because Obsidian takes any single character for a mark. Far too slow for the product, and just right to
 * hold it to.
 */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { ListItem, Nodes } from 'mdast';

export interface Outline {
  readonly headings: readonly string[];
  readonly tasks: readonly string[];
  readonly tables: readonly string[];
}

/** Headings as 'line level', tasks as 'line mark', tables as 'line columns×rows'; lines count from 0. */
export function gfmOutline(text: string): Outline {
  const tree = fromMarkdown(text, { extensions: [gfmTable(), frontmatter()], mdastExtensions: [gfmTableFromMarkdown(), frontmatterFromMarkdown()] });
  const headings: string[] = [];
  const tasks: string[] = [];
  const tables: string[] = [];
  const visit = (node: Nodes): void => {
    const line = (node.position?.start.line ?? 1) - 1;
    if (node.type === 'heading') headings.push(`${line} ${node.depth}`);
    if (node.type === 'table') tables.push(`${line} ${node.children[0]?.children.length ?? 0}×${node.children.length}`);
    if (node.type === 'listItem') {
      const mark = taskMarkOf(text, node);
      if (mark !== null) tasks.push(`${line} ${mark}`);
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(tree);
  return { headings, tasks, tables };
}

function taskMarkOf(text: string, item: ListItem): string | null {
  const first = item.children[0];
  if (first?.type !== 'paragraph' && first?.type !== 'heading') return null;
  const from = first.position?.start.offset ?? 0;
  const source = text.slice(from, first.position?.end.offset ?? from);
  return /^\[([^\]\r\n])\][ \t\r\n]+[^ \t\r\n]/u.exec(source)?.[1] ?? null;
}
