// Owns: the cache's sections and headings: root-level blocks only, so a table inside a callout or list has no section.
import type { SyntaxNode } from '@lezer/common';
import type { BlockCache, HeadingCache, SectionCache } from 'obsidian';
import { blockIdOf, trimEnd, type NoteSource } from './note-source';

export interface Sections {
  readonly sections: SectionCache[];
  readonly headings: HeadingCache[];
  readonly blocks: Record<string, BlockCache>;
}

const TYPES: Readonly<Record<string, string>> = {
  Paragraph: 'paragraph',
  Blockquote: 'blockquote',
  BulletList: 'list',
  OrderedList: 'list',
  FencedCode: 'code',
  CodeBlock: 'code',
  HorizontalRule: 'thematicBreak',
  HTMLBlock: 'html',
  CommentBlock: 'html',
  ProcessingInstructionBlock: 'html',
  Table: 'table',
  CommentFence: 'comment',
  MathFence: 'math',
  LinkReference: 'definition',
};

/** These sections start where their line starts, indent included. */
const FROM_LINE_START = new Set(['blockquote', 'callout', 'code']);

export function findSections(source: NoteSource): Sections {
  const found: Sections = { sections: [], headings: [], blocks: {} };
  if (source.frontMatter.exists) found.sections.push({ type: 'yaml', position: source.lines.range(0, source.frontMatterEnd) });
  for (let node = source.tree.topNode.firstChild; node; node = node.nextSibling) addSection(source, node, found);
  return found;
}

function addSection(source: NoteSource, node: SyntaxNode, found: Sections): void {
  const { body, lines } = source;
  const to = trimEnd(body, node.from, node.to);
  if (to <= node.from) return;
  const text = body.slice(node.from, to);
  const level = /^(?:ATX|Setext)Heading(\d)$/.exec(node.name)?.[1];
  const type = level === undefined ? sectionType(node.name, text) : 'heading';
  const lineStart = lines.startOf(lines.lineOf(node.from));
  const section: SectionCache = { type, position: lines.range(FROM_LINE_START.has(type) ? lineStart : node.from, to) };
  if (type === 'paragraph') nameBlock(text, section, found);
  found.sections.push(section);
  if (level !== undefined) found.headings.push({ heading: headingText(node.name, text), level: Number(level), position: lines.range(node.from, to) });
}

function sectionType(node: string, text: string): string {
  const type = TYPES[node] ?? 'paragraph';
  if (type === 'blockquote' && /^\s*>[\s>]*\[!\S+?\]/.test(text)) return 'callout';
  if (['paragraph', 'definition'].includes(type) && /^\[\^[^\]]+\]:/.test(text)) return 'footnoteDefinition';
  return type;
}

/** `^id` at the end names the paragraph; alone in a paragraph it names the block above. */
function nameBlock(text: string, section: SectionCache, found: Sections): void {
  const id = blockIdOf(text);
  if (id === undefined) return;
  const above = found.sections.at(-1);
  const named = text.trim() === `^${id}` && above && above.type !== 'yaml' ? above : section;
  named.id = id;
  found.blocks[id.toLowerCase()] = { id, position: named.position };
}

/** `## Title ##` → `Title`; the first lines of an underlined heading. */
function headingText(node: string, text: string): string {
  const plain = node.startsWith('ATX') ? text.replace(/^#+[ \t]*/, '').replace(/(^|[ \t]+)#+[ \t]*$/, '') : text.replace(/\n[^\n]*$/, '');
  return plain.trim();
}
