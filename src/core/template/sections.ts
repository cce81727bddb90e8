/**
 * The sections that a template is made of: its headings of the first two levels below the title. Headings that stand
 * for one of many ("Phase 1: [Name]", "Component: {Name}") are no sections: they are repeated inside one.
 */
import { scanBlocks } from '../markdown/scan-blocks';
import { isPart } from '../markdown/numbering';
import { readSectionTree, type SectionNode } from '../markdown/section-tree';
import { findPlaceholders } from './placeholder';

export interface TemplateSection {
  /** What tells it from the template's other sections: its folded titles from the top. */
  readonly key: string;
  /** As the template writes it, without the number. */
  readonly title: string;
  readonly depth: 1 | 2;
  /** Key of the section it belongs to; null at the top. */
  readonly parent: string | null;
  readonly node: SectionNode;
}

export interface SectionedTemplate {
  readonly body: string;
  readonly nodes: readonly SectionNode[];
  /** In the template's order. */
  readonly sections: readonly TemplateSection[];
}

/** `body` is a template's, filled as far as is known. */
export function readTemplateSections(body: string): SectionedTemplate {
  const nodes = readSectionTree(scanBlocks(body));
  const starts = new Set(findPlaceholders(body).map(({ from }) => from));
  const title = titleNode(nodes);
  const sections: TemplateSection[] = [];
  const byNode = new Map<number, TemplateSection>();
  for (const node of nodes) {
    const parent = byNode.get(node.parent);
    const isTop = node.parent === (title?.index ?? -1) && node !== title;
    if ((!isTop && parent?.depth !== 1) || isOneOfMany(node, starts)) continue;
    const key = parent ? `${parent.key}/${node.folded}` : node.folded;
    if (sections.some((other) => other.key === key)) continue;
    const section: TemplateSection = { key, title: titleOf(node), depth: parent ? 2 : 1, parent: parent?.key ?? null, node };
    sections.push(section);
    byNode.set(node.index, section);
  }
  return { body, nodes, sections };
}

/** The note's title: its first heading, of level 1, when nothing else of that level has sections below it. */
export function titleNode(nodes: readonly SectionNode[]): SectionNode | null {
  const [first] = nodes;
  return first?.level === 1 ? first : null;
}

export function titleOf({ source, numbering }: SectionNode): string {
  return numbering && numbering.word === null ? source.slice(numbering.titleFrom) : source;
}

function isOneOfMany(node: SectionNode, slotStarts: ReadonlySet<number>): boolean {
  if (isPart(node.numbering)) return true;
  for (let at = node.textFrom; at < node.textTo; at++) if (slotStarts.has(at)) return true;
  return false;
}
