// Owns: a note prepared for the cache's passes: its text, the same text with frontmatter blanked, its tree and its lines.
// Invariant: `text` and `body` have the same length, so every offset means the same place in both.
import type { Tree } from '@lezer/common';
import { frontMatterInfo } from './front-matter';
import { LineIndex } from './line-index';
import { markdownParser } from './markdown-parser';
import type { FrontMatterInfo } from 'obsidian';

export interface NoteSource {
  readonly text: string;
  /** Frontmatter as spaces, CR as a space, a BOM as a space. */
  readonly body: string;
  readonly frontMatter: FrontMatterInfo;
  /** Where the closing fence of the frontmatter ends; 0 when there is none. */
  readonly frontMatterEnd: number;
  readonly tree: Tree;
  readonly lines: LineIndex;
}

export function readSource(text: string): NoteSource {
  const frontMatter = frontMatterInfo(text);
  const blanked = text.slice(0, frontMatter.contentStart).replace(/[^\n]/g, ' ') + text.slice(frontMatter.contentStart);
  const body = blanked.replace(/^\uFEFF/, ' ').replace(/\r(?=\n)/g, ' ');
  return {
    text,
    body,
    frontMatter,
    frontMatterEnd: trimEnd(text, 0, frontMatter.contentStart),
    tree: markdownParser.parse(body),
    lines: new LineIndex(text),
  };
}

/** The end of the last visible character between two offsets. */
export function trimEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

/** `text ^some-id` at the end of a block: `some-id`. */
export function blockIdOf(block: string): string | undefined {
  return /(?:^|\s)\^([A-Za-z0-9-]+)$/.exec(block)?.[1];
}
