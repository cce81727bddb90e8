// Owns: a note's text → what Obsidian's cache says about it. A kind of thing that the note has none of is absent.
import type { CachedMetadata } from 'obsidian';
import { frontMatterLinks } from './front-matter';
import { findListItems } from './list-items';
import { readSource } from './note-source';
import { findReferences } from './references';
import { findSections } from './sections';
import { parseYaml } from './yaml';

/** Never throws: YAML that can't be read leaves `frontmatter` out, as in Obsidian. Offsets are relative to `text`. */
export function parseMetadata(text: string): CachedMetadata {
  const source = readSource(text);
  const { sections, headings, blocks } = findSections(source);
  const { items, blocks: itemBlocks } = findListItems(source);
  const { links, embeds, tags } = findReferences(source);
  const allBlocks = { ...blocks, ...itemBlocks };
  const frontmatter = source.frontMatter.exists ? readProperties(source.frontMatter.frontmatter) : null;
  return {
    ...(frontmatter && {
      frontmatter,
      frontmatterPosition: source.lines.range(0, source.frontMatterEnd),
      frontmatterLinks: frontMatterLinks(frontmatter),
    }),
    ...(headings.length && { headings }),
    ...(sections.length && { sections }),
    ...(items.length && { listItems: items }),
    ...(links.length && { links }),
    ...(embeds.length && { embeds }),
    ...(tags.length && { tags }),
    ...(Object.keys(allBlocks).length && { blocks: allBlocks }),
  };
}

function readProperties(yaml: string): Record<string, unknown> | null {
  try {
    const value = parseYaml(yaml);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
