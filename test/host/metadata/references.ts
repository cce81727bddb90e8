// Owns: the cache's links, embeds and tags, as found outside code, comments and HTML.
import type { EmbedCache, LinkCache, TagCache } from 'obsidian';
import type { NoteSource } from './note-source';

export interface References {
  readonly links: LinkCache[];
  readonly embeds: EmbedCache[];
  readonly tags: TagCache[];
}

const OPAQUE = /^(?:FencedCode|CodeBlock|InlineCode|HTMLBlock|CommentBlock|Comment|CommentFence|MathFence)$/;
/** `[[a#b|c]]`, `![[a]]`; not `[[]]`. */
const WIKILINK = /(!?)\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]/g;
/** What follows the text of a link: `](b.md)`, `](<b c.png> "t")`; not `] (b)`. */
const DESTINATION = /\]\((<[^>\n]+>|[^()\s]*(?:\([^()\n]{0,999}\)[^()\s]*)*)(?:\s+"[^"\n]{0,999}")?\)/g;
/** ` #a/b`; not `a#b`, nor `#1`. */
const TAG = /(^|\s)(#[^\s!"#$%&'()*+,.:;<=>?@[\\\]^`{|}~]+)/gm;

export function findReferences(source: NoteSource): References {
  const visible = maskOpaque(source);
  const found: References = { links: [], embeds: [], tags: [] };
  const add = (isEmbed: boolean, link: string, displayText: string, match: { readonly 0: string; readonly index: number }): void => {
    const original = match[0];
    (isEmbed ? found.embeds : found.links).push({ link, original, displayText, position: source.lines.range(match.index, match.index + original.length) });
  };
  for (const match of visible.matchAll(WIKILINK)) {
    const link = match[2] ?? '';
    add(match[1] === '!', link, match[3] ?? (match[1] === '!' ? link : link.replace(/^#/, '').split('#').join(' > ')), match);
  }
  for (const { isEmbed, text, destination, match } of markdownLinks(visible)) {
    const link = decode(destination.replace(/^<|>$/g, ''));
    if (link !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(link)) add(isEmbed, link, text, match);
  }
  for (const match of visible.matchAll(TAG)) {
    const tag = match[2] ?? '';
    const from = match.index + (match[1]?.length ?? 0);
    if (!/^#\d+$/.test(tag)) found.tags.push({ tag, position: source.lines.range(from, from + tag.length) });
  }
  const byPlace = (a: LinkCache, b: LinkCache): number => a.position.start.offset - b.position.start.offset;
  found.links.sort(byPlace);
  found.embeds.sort(byPlace);
  return found;
}

interface MarkdownLink {
  readonly isEmbed: boolean;
  readonly text: string;
  readonly destination: string;
  readonly match: { readonly 0: string; readonly index: number };
}

/** `[a](b.md)`, `![a](<b c.png> "t")`: found from their ends, for a line may open more brackets than it closes. Linear. */
function* markdownLinks(text: string): Generator<MarkdownLink> {
  let after = 0;
  for (const { 0: end, 1: destination = '', index } of text.matchAll(DESTINATION)) {
    const before = text.slice(Math.max(after, text.lastIndexOf(']', index - 1) + 1), index);
    const line = before.slice(before.lastIndexOf('\n') + 1);
    const open = line.indexOf('[');
    if (open < 0) continue;
    const isEmbed = line[open - 1] === '!';
    const from = index - line.length + open - (isEmbed ? 1 : 0);
    after = index + end.length;
    yield { isEmbed, text: line.slice(open + 1), destination, match: { 0: text.slice(from, after), index: from } };
  }
}

/** The body with everything that holds no references blanked; inline `%% comments %%` too. */
function maskOpaque({ body, tree }: NoteSource): string {
  const parts: string[] = [];
  let at = 0;
  tree.iterate({
    enter(node) {
      if (!OPAQUE.test(node.name) || node.from < at) return true;
      parts.push(body.slice(at, node.from), blank(body.slice(node.from, node.to)));
      at = node.to;
      return false;
    },
  });
  return (parts.join('') + body.slice(at)).replace(/%%[\s\S]*?%%/g, blank);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

function decode(link: string): string {
  try {
    return decodeURI(link);
  } catch {
    return link;
  }
}
