/**
 * Numbers put in order after a heading has been moved, deleted or copied by hand: "Phase 1, 3, 2" becomes 1, 2, 3, and
 * what is numbered below goes along. Only digits of headings, and of numbered items below them, change; what the text
 * says about a number elsewhere stays as it is.
 */
import { Item } from '../markdown/blocks';
import { foldWords } from '../markdown/inline';
import { isPart, type Numbering, readNumbering, startsWithParts, writeNumber } from '../markdown/numbering';
import { scanBlocks } from '../markdown/scan-blocks';
import { readSectionTree, type SectionNode } from '../markdown/section-tree';
import { sectionItems } from '../plan/list-items';
import { CHANGE_LOG_WORDS } from '../plan/vocabulary';
import { type EditResult, edited, refused } from '../text/edit-result';
import type { TextChange } from '../text/text-change';
import { textOf } from './find-blocks';

export function renumber(text: string): EditResult {
  const blocks = scanBlocks(text);
  const nodes = readSectionTree(blocks);
  const run = new Renumbering(nodes);
  const parts = run.run();
  if (parts.size === 0) return refused('nothing-to-number', 'No phases, steps or sections of this note are numbered.');
  const changes: TextChange[] = [];
  nodes.forEach((node, at) => {
    const now = parts.get(node.index);
    if (!node.numbering || !now) return;
    changes.push({ from: node.textFrom + node.numbering.from, to: node.textFrom + node.numbering.to, insert: writeNumber(node.numbering, now) });
    for (const item of sectionItems(blocks, { line: node.line, lineTo: nodes[at + 1]?.line ?? blocks.lines })) {
      const numbering = readNumbering(textOf(blocks, item));
      if (numbering?.word !== null || !startsWithParts(numbering.parts, node.numbering.parts)) continue;
      const from = blocks.items.get(item, Item.textFrom);
      changes.push({ from: from + numbering.from, to: from + numbering.to, insert: writeNumber(numbering, [...now, ...numbering.parts.slice(now.length)]) });
    }
  });
  return edited(...changes.filter(({ from, to, insert }) => text.slice(from, to) !== insert));
}

/** Headings of one parent, level and word: "Phase …" below "Implementation phases". */
interface Group {
  readonly word: string | null;
  readonly nodes: SectionNode[];
}

class Renumbering {
  private readonly parts = new Map<number, readonly number[]>();
  /** By word, what the first series' numbers become; null where a number stood twice. */
  private readonly named = new Map<string, Map<string, readonly number[] | null>>();
  /** By word, the last series: its highest number before and now. */
  private readonly last = new Map<string, { before: number; now: number }>();

  constructor(private readonly nodes: readonly SectionNode[]) {}

  /** The numbers that headings get, by node; those of headings that have one and keep it are among them. */
  run(): ReadonlyMap<number, readonly number[]> {
    for (const group of this.groups()) {
      if (group.word === null) this.numberPlain(group.nodes);
      else if (this.isAbout(group)) this.follow(group);
      else this.numberParts(group, group.word);
    }
    return this.parts;
  }

  private groups(): Group[] {
    const groups = new Map<string, Group>();
    for (const node of this.nodes) {
      const { numbering } = node;
      if (!numbering || (numbering.word !== null && !isPart(numbering))) continue;
      const key = `${node.parent} ${node.level} ${numbering.word ?? ''}`;
      const group = groups.get(key);
      if (group) group.nodes.push(node);
      else groups.set(key, { word: numbering.word, nodes: [node] });
    }
    return [...groups.values()];
  }

  /** "Phase 1 Verification" is about a phase that other headings name. */
  private isAbout({ word, nodes }: Group): boolean {
    return word !== null && this.named.has(word) && nodes.every(({ numbering, source }) => numbering !== null && numbering.separator.trim() === '' && numbering.titleFrom < source.length);
  }

  private follow({ word, nodes }: Group): void {
    for (const node of nodes) {
      const now = this.named.get(word ?? '')?.get(node.numbering?.digits ?? '');
      if (now) this.parts.set(node.index, now);
    }
  }

  private numberParts({ nodes }: Group, word: string): void {
    const numbers = nodes.map(({ numbering }) => numbering?.parts[0] ?? 0);
    const last = this.last.get(word);
    const lowest = Math.min(...numbers);
    const start = lowest === 0 ? 0 : last && lowest > last.before ? last.now + 1 : 1;
    const renamed = new Map<string, readonly number[] | null>();
    let current = start - 1;
    let inserted = 0;
    for (const { index, numbering } of nodes) {
      if (!numbering) continue;
      const goesOn = current >= start && (numbering.parts.length > 1 || (numbering.suffix !== '' && numbering.suffix.toLowerCase() !== 'a'));
      if (!goesOn) current++;
      inserted = goesOn ? inserted + 1 : 0;
      const now = numbering.parts.length > 1 ? [current, Math.max(1, inserted), ...numbering.parts.slice(2)] : [current];
      this.parts.set(index, now);
      renamed.set(numbering.digits, renamed.has(numbering.digits) ? null : now);
    }
    this.last.set(word, { before: Math.max(...numbers), now: current });
    if (!this.named.has(word)) this.named.set(word, renamed);
  }

  /** Bare numbers: the sections at the top, or what goes on from the number of the heading above. */
  private numberPlain(nodes: readonly SectionNode[]): void {
    const [first] = nodes;
    const owner = this.nodes[first?.parent ?? -1];
    const isSub = first?.numbering?.parts.length !== 1;
    if (!first?.numbering || this.isInChangeLog(first)) return;
    if (!isSub && nodes.length < 2) return;
    const before = owner?.numbering && (owner.numbering.word === null || isPart(owner.numbering)) ? owner.numbering.parts : null;
    const start = isSub ? (owner && this.parts.get(owner.index)) : [];
    if (!start) return;
    const fits = ({ parts }: Numbering): boolean => (isSub ? before !== null && parts.length === before.length + 1 && (startsWithParts(parts, before) || startsWithParts(parts, start)) : parts.length === 1);
    const numbered = nodes.filter(({ numbering }) => numbering !== null && fits(numbering));
    if (numbered.length !== nodes.length) return;
    const lowest = Math.min(...numbered.map(({ numbering }) => numbering?.parts[numbering.parts.length - 1] ?? 0));
    numbered.forEach(({ index }, at) => this.parts.set(index, [...start, at + (lowest === 0 ? 0 : 1)]));
  }

  /** Versions are no section numbers. */
  private isInChangeLog(node: SectionNode): boolean {
    for (let above = this.nodes[node.parent]; above; above = this.nodes[above.parent]) {
      const { folded } = above;
      if (CHANGE_LOG_WORDS.some((word) => foldWords(word.replace('=', '')) === folded)) return true;
    }
    return false;
  }
}
