/**
 * Numbers put in order after a heading has been moved, deleted or copied by hand: "Phase 1, 3, 2" becomes 1, 2, 3, and
 * what is numbered below goes along. Only digits of headings, and of numbered items below them, change; what the text
 * says about a number elsewhere stays as it is. Numbers that are in order stay, whatever their style.
 */
import { type Blocks, Item } from '../markdown/blocks';
import { isPart, isWorkPart, readNumbering, startsWithParts, writeNumber } from '../markdown/numbering';
import { scanBlocks } from '../markdown/scan-blocks';
import { readSectionTree, type SectionNode } from '../markdown/section-tree';
import { sectionItems } from '../plan/list-items';
import { ChangedText } from '../text/compose-changes';
import { type EditResult, edited, refused } from '../text/edit-result';
import type { TextChange } from '../text/text-change';
import { textOf } from './find-blocks';
import { type NumberSeries, readNumberSeries } from './number-series';
import { firstPart, lastPart, least, nameOf, type NumberedNode } from './numbered-node';

/** Where numbers of phases meet those of other headings, the new ones may tell more than the old ones did. */
const MOST_ROUNDS = 4;

export function renumber(text: string): EditResult {
  const changed = new ChangedText(text);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const changes = renumberOnce(changed.text);
    if (changes === null && round === 0) return refused('nothing-to-number', 'No phases, steps or sections of this note are numbered.');
    if (!changes || changes.length === 0) break;
    changed.apply(changes);
  }
  return edited(...changed.changes());
}

/** Null where nothing counts. */
function renumberOnce(text: string): TextChange[] | null {
  const blocks = scanBlocks(text);
  const nodes = readSectionTree(blocks);
  const numbers = new NewNumbers(nodes);
  if (!numbers.hasCount) return null;
  const changes: TextChange[] = [];
  for (const node of nodes) {
    const now = numbers.of(node);
    if (node.numbering && now) changes.push({ from: node.textFrom + node.numbering.from, to: node.textFrom + node.numbering.to, insert: writeNumber(node.numbering, now) });
  }
  for (const change of itemChanges(blocks, nodes, numbers)) changes.push(change);
  return changes.filter(({ from, to, insert }) => text.slice(from, to) !== insert).sort((a, b) => a.from - b.from);
}

/** The numbers that headings get. */
class NewNumbers {
  /** Whether any heading counts. */
  hasCount = false;
  private readonly parts = new Map<number, readonly number[]>();
  /** By name, "phase 2", what it becomes; null where several headings have it and become different ones. */
  private readonly named = new Map<string, readonly number[] | null>();

  /** Headings of counts that begin at the first number. */
  private readonly begun = new Set<number>();

  constructor(private readonly nodes: readonly SectionNode[]) {
    const { series, mentions } = readNumberSeries(nodes);
    for (const each of series.filter(({ owner }) => owner === null)) this.count(each);
    this.follow(mentions);
    for (const each of series.filter(({ owner }) => owner !== null)) this.count(each);
    this.follow(mentions);
  }

  /** Null for a heading that keeps what it has. */
  of({ index }: SectionNode): readonly number[] | null {
    return this.parts.get(index) ?? null;
  }

  private count(series: NumberSeries): void {
    const start = startOf({ ...series, isInBegun: this.isInBegun(series) });
    if (start === null) return;
    this.hasCount = true;
    if (start <= 1) for (const { index } of series.nodes) this.begun.add(index);
    const { owner } = series;
    if (owner) this.countBelow(series.nodes, { owner, start, lead: this.of(owner) ?? owner.numbering.parts });
    else this.countWhole(series.nodes, start);
  }

  /** Whether the steps are those of phases that begin at the first one. */
  private isInBegun({ nodes }: NumberSeries): boolean {
    for (let above = this.nodes[nodes[0]?.parent ?? -1]; above; above = this.nodes[above.parent]) if (this.begun.has(above.index)) return true;
    return false;
  }

  /** "Phase 2b" and "Phase 2.1" stay with the phase before them. */
  private countWhole(nodes: readonly NumberedNode[], start: number): void {
    let current = start - 1;
    let inserted = 0;
    let before: NumberedNode | null = null;
    for (const node of nodes) {
      const { parts } = node.numbering;
      if (parts.length > 1 && current >= start) inserted++;
      else {
        if (!isVariant(node, before)) current++;
        inserted = 0;
        before = node;
      }
      this.set(node, parts.length > 1 ? [current, Math.max(1, inserted), ...parts.slice(2)] : [current]);
    }
  }

  private countBelow(nodes: readonly NumberedNode[], { owner, start, lead }: { owner: NumberedNode; start: number; lead: readonly number[] }): void {
    let current = start - 1;
    let before: NumberedNode | null = null;
    for (const node of nodes) {
      if (!isVariant(node, before)) current++;
      before = node;
      // Below "Phase 2a", "Step 2.3" goes on from the steps of phase 2.
      const isOwn = owner.numbering.suffix === '' || /[a-z]/i.test(node.numbering.digits);
      this.set(node, [...lead, isOwn ? current : lastPart(node)]);
    }
  }

  private follow(mentions: readonly NumberedNode[]): void {
    for (const node of mentions) {
      const now = this.named.get(nameOf(node));
      if (now) this.parts.set(node.index, now);
    }
  }

  private set(node: NumberedNode, parts: readonly number[]): void {
    this.parts.set(node.index, parts);
    const name = nameOf(node);
    const known = this.named.get(name);
    this.named.set(name, known === undefined || known?.join('.') === parts.join('.') ? parts : null);
  }
}

/** The first number of a count; null where the numbers are left as they are. */
function startOf({ nodes, owner, lowest, isInBegun }: NumberSeries & { readonly isInBegun: boolean }): number | null {
  const [first] = nodes;
  if (!first) return null;
  const own = least(nodes.map(owner ? lastPart : firstPart));
  if (own === 0) return 0;
  // "Phase 2.5", put in behind phase 2, is a name.
  if (owner) return first.numbering.word !== null && first.numbering.word === owner.numbering.word ? own : 1;
  const isWork = isWorkPart(first.numbering);
  if (!isWork && nodes.length < 2) return null;
  if (lowest <= 1 || own <= nodes.length + 1 || (isWork && (isInBegun || nodes.some(({ parent }) => parent !== first.parent)))) return 1;
  // "Sprint 14", "Sprint 16": a count that began elsewhere.
  return isWork || first.numbering.word === null ? own : null;
}

/** Whether a letter tells it from the one before: "Phase 2a" behind "Phase 2", "Phase 2b" behind that. */
function isVariant({ numbering }: NumberedNode, before: NumberedNode | null): boolean {
  if (numbering.suffix === '' || before?.numbering.digits !== numbering.digits) return false;
  return before.numbering.suffix.toLowerCase() < numbering.suffix.toLowerCase();
}

/** What makes an amount of a number with two parts. Matches "hours of work"; not "Mount". */
const UNIT = /^(?:hours?|hrs?|h|days?|d|weeks?|months?|years?|minutes?|mins?|seconds?|secs?|s|ms|m|km|cm|mm|[kmgt]i?b|kg|g|l|times|percent|points?|eur|usd|stunden?|tagen?|wochen?|monaten?|jahren?|minuten?|sekunden?|euro)(?![\p{L}\p{N}])/iu;

/** Items take the number of the heading above that theirs goes on from: "- [ ] 3.1 Mount" below "## 3. Motor". */
function itemChanges(blocks: Blocks, nodes: readonly SectionNode[], numbers: NewNumbers): TextChange[] {
  return nodes.flatMap((node, at) => {
    const owners = ownersOf(nodes, node).filter((owner) => numbers.of(owner) !== null);
    if (owners.length === 0) return [];
    return sectionItems(blocks, { line: node.line, lineTo: nodes[at + 1]?.line ?? blocks.lines }).flatMap((item): TextChange[] => {
      const source = textOf(blocks, item);
      const numbering = readNumbering(source);
      if (!numbering || (numbering.word === null ? numbering.parts.length === 2 && UNIT.test(source.slice(numbering.titleFrom)) : !isPart(numbering))) return [];
      const owner = owners.find((above) => startsWithParts(numbering.parts, above.numbering.parts));
      const now = owner && numbers.of(owner);
      if (!now) return [];
      const from = blocks.items.get(item, Item.textFrom);
      return [{ from: from + numbering.from, to: from + numbering.to, insert: writeNumber(numbering, [...now, ...numbering.parts.slice(now.length)]) }];
    });
  });
}

/** The section and those around it that have a number, innermost first. */
function ownersOf(nodes: readonly SectionNode[], node: SectionNode): NumberedNode[] {
  const found: NumberedNode[] = [];
  for (let above: SectionNode | undefined = node; above; above = nodes[above.parent]) {
    const { numbering } = above;
    if (numbering) found.push({ ...above, numbering });
  }
  return found;
}
