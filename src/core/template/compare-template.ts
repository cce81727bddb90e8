/**
 * Which of a template's sections a note has: under the same title, under a similar one at the same place or with the
 * same number, in another order, or not at all. Linear in the note for a template of a given size.
 */
import { scanBlocks } from '../markdown/scan-blocks';
import { isWorkPart } from '../markdown/numbering';
import { readSectionTree, type SectionNode } from '../markdown/section-tree';
import { readTemplateSections, type SectionedTemplate, type TemplateSection, titleNode } from './sections';
import { similarity } from './similar-titles';

export type SectionState = 'present' | 'renamed' | 'moved' | 'missing';

export interface ComparedSection {
  readonly section: TemplateSection;
  readonly state: SectionState;
  /** The note's section; null when it is missing. Of phases that no section holds, the first one. */
  readonly node: SectionNode | null;
  /** The node, or the last of such phases. */
  readonly last: SectionNode | null;
}

export interface Comparison {
  readonly template: SectionedTemplate;
  readonly nodes: readonly SectionNode[];
  /** One for each of the template's sections, in the template's order. */
  readonly sections: readonly ComparedSection[];
  /** Level of the note's sections, and the one that encloses them, −1 for none. */
  readonly level: number;
  readonly parent: number;
}

/** So alike must a title be at the same place, to be another wording and not another section. */
const ALIKE = 0.5;

export function compareWithTemplate(text: string, template: SectionedTemplate | string): Comparison {
  const sectioned = typeof template === 'string' ? readTemplateSections(template) : template;
  const nodes = readSectionTree(scanBlocks(text));
  return new Comparer(sectioned, nodes).run();
}

class Comparer {
  private readonly found = new Map<string, SectionNode>();
  /** By key, the last of several headings that are one section of the template. */
  private readonly last = new Map<string, SectionNode>();
  private readonly renamed = new Set<string>();
  private readonly claimed = new Set<number>();

  constructor(
    private readonly template: SectionedTemplate,
    private readonly nodes: readonly SectionNode[],
  ) {}

  run(): Comparison {
    const { template, nodes } = this;
    const byTitle = groupBy(nodes, ({ folded }) => folded);
    const top = template.sections.filter(({ depth }) => depth === 1);
    const { level, parent } = this.baseOf(top, byTitle);
    const children = groupBy(nodes, (node) => node.parent);
    const near = nodes.filter((node) => node.level === level && node.parent === parent);
    this.matchTitles(top, { byTitle, near });
    this.matchWork(top, near, children);
    this.matchSimilar(top, near);
    for (const section of top) {
      const node = this.found.get(section.key);
      if (!node) continue;
      const parts = { byTitle, near: children.get(node.index) ?? [] };
      this.matchTitles(this.below(section), parts);
      this.matchSimilar(this.below(section), parts.near);
    }
    const moved = new Set([top, ...top.map((section) => this.below(section))].flatMap((group) => this.movedIn(group)));
    const sections = template.sections.map((section): ComparedSection => {
      const node = this.found.get(section.key) ?? null;
      const state = !node ? 'missing' : this.renamed.has(section.key) ? 'renamed' : moved.has(section.key) ? 'moved' : 'present';
      return { section, state, node, last: this.last.get(section.key) ?? node };
    });
    return { template, nodes, sections, level, parent };
  }

  private below({ key }: TemplateSection): TemplateSection[] {
    return this.template.sections.filter(({ parent }) => parent === key);
  }

  /** The level and the enclosing section at which most of the template's titles stand. */
  private baseOf(top: readonly TemplateSection[], byTitle: ReadonlyMap<string, readonly SectionNode[]>): { level: number; parent: number } {
    const votes = new Map<string, { level: number; parent: number; count: number }>();
    for (const { node } of top) {
      for (const { level, parent } of byTitle.get(node.folded) ?? []) {
        const name = `${level} ${parent}`;
        votes.set(name, { level, parent, count: (votes.get(name)?.count ?? 0) + 1 });
      }
    }
    const [best] = [...votes.values()].sort((a, b) => b.count - a.count || a.level - b.level);
    if (best) return best;
    const title = titleNode(this.nodes);
    const first = this.nodes.find((node) => node !== title && node.parent === (title?.index ?? -1));
    return { level: first?.level ?? 2, parent: title?.index ?? -1 };
  }

  /** Same title near, then anywhere. */
  private matchTitles(group: readonly TemplateSection[], { byTitle, near }: { byTitle: ReadonlyMap<string, readonly SectionNode[]>; near: readonly SectionNode[] }): void {
    const isNear = new Set(near.map(({ index }) => index));
    const sameTitle = ({ node }: TemplateSection): readonly SectionNode[] => byTitle.get(node.folded) ?? [];
    for (const section of group) this.claim(section, sameTitle(section).find(({ index }) => isNear.has(index) && !this.claimed.has(index)));
    for (const section of group) if (!this.found.has(section.key)) this.claim(section, sameTitle(section).find(({ index }) => !this.claimed.has(index)));
  }

  /** A similar title at the same place, or with the same number. */
  private matchSimilar(group: readonly TemplateSection[], near: readonly SectionNode[]): void {
    group.forEach((section, at) => {
      if (this.found.has(section.key)) return;
      const isHere = this.placeOf(group, at);
      const node = near.find((candidate) => {
        if (this.claimed.has(candidate.index)) return false;
        const alike = similarity(candidate.folded, section.node.folded);
        return alike === 1 || (alike >= ALIKE && (hasSameNumber(candidate, section.node) || isHere(candidate)));
      });
      if (!node) return;
      this.claim(section, node);
      this.renamed.add(section.key);
    });
  }

  /** "Implementation phases" is another section that holds "Phase 1", or the phases themselves where none holds them. */
  private matchWork(group: readonly TemplateSection[], near: readonly SectionNode[], children: ReadonlyMap<number, readonly SectionNode[]>): void {
    const section = group.find(({ node }) => this.template.nodes.some((child) => child.parent === node.index && isPhase(child)));
    if (!section || this.found.has(section.key)) return;
    const isFree = ({ index }: SectionNode): boolean => !this.claimed.has(index);
    const phases = near.filter((node) => isFree(node) && isPhase(node));
    const [node = near.find((other) => isFree(other) && children.get(other.index)?.some(isPhase))] = phases;
    if (!node) return;
    this.claim(section, node);
    this.renamed.add(section.key);
    for (const phase of phases) this.claimed.add(phase.index);
    this.last.set(section.key, phases[phases.length - 1] ?? node);
  }

  private claim({ key }: TemplateSection, node: SectionNode | undefined): void {
    if (!node) return;
    this.claimed.add(node.index);
    this.found.set(key, node);
  }

  /** Whether a node stands between the sections that the template has before and behind this one. */
  private placeOf(group: readonly TemplateSection[], at: number): (node: SectionNode) => boolean {
    const indexOf = ({ key }: TemplateSection): number | undefined => this.found.get(key)?.index;
    const before = group.slice(0, at).reverse().map(indexOf).find((index) => index !== undefined) ?? -1;
    const behind = group.slice(at + 1).map(indexOf).find((index) => index !== undefined) ?? Infinity;
    return ({ index }) => index > before && index < behind;
  }

  /** Keys of the sections that stand in another order: all but the longest run in the template's order. */
  private movedIn(group: readonly TemplateSection[]): string[] {
    const placed = group.flatMap(({ key }) => (this.found.has(key) ? [{ key, index: this.found.get(key)?.index ?? 0 }] : []));
    const best: { length: number; from: number }[] = [];
    placed.forEach(({ index }, at) => {
      let chosen = { length: 1, from: -1 };
      for (let other = 0; other < at; other++) {
        const length = (best[other]?.length ?? 0) + 1;
        if ((placed[other]?.index ?? 0) < index && length > chosen.length) chosen = { length, from: other };
      }
      best.push(chosen);
    });
    const kept = new Set<number>();
    let at = best.reduce((longest, { length }, index) => (length > (best[longest]?.length ?? 0) ? index : longest), 0);
    for (; at >= 0 && at < placed.length; at = best[at]?.from ?? -1) kept.add(at);
    return placed.filter((_each, index) => !kept.has(index)).map(({ key }) => key);
  }
}

/** "Phase 1: Motor", "Step 2"; not "Phase 1 Verification". */
function isPhase({ numbering, source }: SectionNode): boolean {
  return numbering !== null && isWorkPart(numbering) && (numbering.separator.trim() !== '' || numbering.titleFrom >= source.length);
}

function hasSameNumber(one: SectionNode, other: SectionNode): boolean {
  const [a, b] = [one.numbering, other.numbering];
  return a !== null && b !== null && a.word === null && b.word === null && a.digits === b.digits;
}

function groupBy<K>(nodes: readonly SectionNode[], keyOf: (node: SectionNode) => K): Map<K, SectionNode[]> {
  const groups = new Map<K, SectionNode[]>();
  for (const node of nodes) {
    const group = groups.get(keyOf(node));
    if (group) group.push(node);
    else groups.set(keyOf(node), [node]);
  }
  return groups;
}
