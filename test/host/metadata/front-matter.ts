// Owns: where a note's frontmatter is, and reading the well-known properties. Offsets are relative to the note's text.
import type { FrontmatterLinkCache, FrontMatterInfo } from 'obsidian';

/** Matches `---\na: 1\n---\n`; not ` ---`, nor one without a closing line. A BOM in front is allowed. */
const FRONT_MATTER = /^(\uFEFF?---[ \t]*\r?\n)((?:[^\n]*\n)*?)---[ \t]*(?=\r?\n|$)/;

/** `from`…`to` is the YAML between the fences, `contentStart` the first offset after the closing fence's line. */
export function frontMatterInfo(text: string): FrontMatterInfo {
  const match = FRONT_MATTER.exec(text);
  if (!match) return { exists: false, frontmatter: '', from: 0, to: 0, contentStart: 0 };
  const from = match[1]?.length ?? 0;
  const yaml = match[2] ?? '';
  const end = match[0].length;
  const lineBreak = text.startsWith('\r\n', end) ? 2 : text.startsWith('\n', end) ? 1 : 0;
  return { exists: true, frontmatter: yaml, from, to: from + yaml.length, contentStart: end + lineBreak };
}

/** Properties whose text is one wikilink, with their place: `related`, `list.0`. */
export function frontMatterLinks(value: unknown, key = ''): FrontmatterLinkCache[] {
  if (typeof value === 'string') {
    const match = /^\s*!?\[\[([^\]|]+)(?:\|([^\]]*))?\]\]\s*$/.exec(value);
    const link = match?.[1];
    return link === undefined ? [] : [{ key, link, original: value.trim(), displayText: match?.[2] ?? link }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => frontMatterLinks(inner, key === '' ? name : `${key}.${name}`));
}

export function parseFrontMatterEntry(frontmatter: Record<string, unknown> | null, key: string | RegExp): unknown {
  const found = Object.entries(frontmatter ?? {}).find(([name]) => (typeof key === 'string' ? name === key : key.test(name)));
  return found?.[1] ?? null;
}

export function parseFrontMatterStringArray(frontmatter: Record<string, unknown> | null, key: string | RegExp): string[] | null {
  const value = parseFrontMatterEntry(frontmatter, key);
  if (Array.isArray(value)) return value.filter((item) => ['string', 'number'].includes(typeof item)).map(String);
  return typeof value === 'string' ? value.split(',').map((item) => item.trim()) : null;
}

/** Tags with `#`. */
export function parseFrontMatterTags(frontmatter: Record<string, unknown> | null): string[] | null {
  const tags = parseFrontMatterStringArray(frontmatter, /^tags?$/i);
  return tags?.flatMap((tag) => tag.split(/\s+/)).map((tag) => (tag.startsWith('#') ? tag : `#${tag}`)) ?? null;
}

export function parseFrontMatterAliases(frontmatter: Record<string, unknown> | null): string[] | null {
  return parseFrontMatterStringArray(frontmatter, /^alias(es)?$/i);
}
