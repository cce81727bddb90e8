// Owns: finding the place in a note that a link's `#heading` or `#^block` means, and small readings of a cache entry.
import type { BlockSubpathResult, CachedMetadata, HeadingSubpathResult, Reference, ReferenceCache } from 'obsidian';
import { parseFrontMatterTags } from './front-matter';

export function stripHeading(heading: string): string {
  return heading.replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\r\n]/g, ' ').replace(/\s+/g, ' ').trim();
}

export function stripHeadingForLink(heading: string): string {
  return heading.replace(/([:#|^\\\r\n]|%%|\[\[|]])/g, ' ').replace(/\s+/g, ' ').trim();
}

/** `#A#B` means heading B; `#^id` a block. null: not in this note. */
export function resolveSubpath(cache: CachedMetadata, subpath: string): HeadingSubpathResult | BlockSubpathResult | null {
  const name = subpath.split('#').filter(Boolean).at(-1) ?? '';
  if (name.startsWith('^')) {
    const block = cache.blocks?.[name.slice(1).toLowerCase()];
    return block ? { type: 'block', block, start: block.position.start, end: block.position.end } : null;
  }
  const headings = cache.headings ?? [];
  const at = headings.findIndex(({ heading }) => stripHeading(heading).toLowerCase() === stripHeading(name).toLowerCase());
  const current = headings[at];
  if (!current) return null;
  const next = headings.slice(at + 1).find(({ level }) => level <= current.level) ?? null;
  return { type: 'heading', current, next: next as HeadingSubpathResult['next'], start: current.position.start, end: next?.position.start ?? null };
}

export function getAllTags(cache: CachedMetadata): string[] | null {
  return [...(parseFrontMatterTags(cache.frontmatter ?? null) ?? []), ...(cache.tags ?? []).map(({ tag }) => tag)];
}

/** Calls back for each reference until one returns true; whether one did. */
export function iterateRefs(refs: Reference[], callback: (ref: Reference) => boolean | void): boolean {
  return refs.some((ref) => callback(ref) === true);
}

export function iterateCacheRefs(cache: CachedMetadata, callback: (ref: ReferenceCache) => boolean | void): boolean {
  return [...(cache.links ?? []), ...(cache.embeds ?? [])].some((ref) => callback(ref) === true);
}
