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
const WIKILINK = /(!?)\[\[([^\]|\n]+)(?:\|([^\]\n]*))?\]\]/g;
/** `[a](b.md)`, `![a](<b c.png> "t")`; not `[a] (b)`. */
const MARKDOWN_LINK = /(!?)\[([^\]\n]*)\]\((<[^>\n]+>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+"[^"]*")?\)/g;
/** ` #a/b`; not `a#b`, nor `#1`. */
const TAG = /(^|\s)(#[^\s!"#$%&'()*+,.:;<=>?@[\\\]^`{|}~]+)/gm;

export function findReferences(source: NoteSource): References {
  const visible = maskOpaque(source);
  const found: References = { links: [], embeds: [], tags: [] };
  const add = (isEmbed: boolean, link: string, displayText: string, match: RegExpExecArray): void => {
    const [original] = match;
    (isEmbed ? found.embeds : found.links).push({ link, original, displayText, position: source.lines.range(match.index, match.index + original.length) });
  };
  for (const match of visible.matchAll(WIKILINK)) {
    const link = match[2] ?? '';
    add(match[1] === '!', link, match[3] ?? (match[1] === '!' ? link : link.replace(/^#/, '').split('#').join(' > ')), match);
  }
  for (const match of visible.matchAll(MARKDOWN_LINK)) {
    const link = decode((match[3] ?? '').replace(/^<|>$/g, ''));
    if (link !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(link)) add(match[1] === '!', link, match[2] ?? '', match);
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
