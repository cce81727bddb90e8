/**
 * Which numbered headings of a note are counted together: "Phase 1", "Phase 2"; the steps of each phase, or of all
 * phases where the numbers go on from one to the next; "Step 2.1", "Step 2.2" behind the number of their phase.
 */
import { foldWords } from '../markdown/inline';
import { isWorkPart } from '../markdown/numbering';
import type { SectionNode } from '../markdown/section-tree';
import { CHANGE_LOG_WORDS } from '../plan/vocabulary';
import { joinLevels, joinSiblings } from './join-series';
import { addTo, depthOf, firstPart, groupBy, highest, isBehind, isCounted, lastPart, least, nameOf, type NumberedNode } from './numbered-node';

export interface NumberSeries {
  /** In text order. */
  readonly nodes: readonly NumberedNode[];
  /** The heading whose number stands in front of theirs; null where theirs have none in front. */
  readonly owner: NumberedNode | null;
  /** The lowest number that these or others of their kind have. */
  readonly lowest: number;
}

export interface NumberedHeadings {
  /** Those that count, owners before what they own. */
  readonly series: readonly NumberSeries[];
  /** Those that name a counted one's number: "Phase 1 Verification". */
  readonly mentions: readonly NumberedNode[];
  /** Those whose number is a name, or in no order that can be told. */
  readonly others: readonly NumberedNode[];
}

export function readNumberSeries(nodes: readonly SectionNode[]): NumberedHeadings {
  const reading = new SeriesReading(nodes);
  reading.run();
  return reading;
}

class SeriesReading implements NumberedHeadings {
  readonly series: NumberSeries[] = [];
  readonly mentions: NumberedNode[] = [];
  readonly others: NumberedNode[] = [];
  /** Units that count by their first number, by level and word. */
  private readonly whole = new Map<string, NumberedNode[][]>();
  /** Headings that count behind another's number, by depth and word. */
  private readonly below = new Map<string, NumberedNode[]>();

  constructor(private readonly nodes: readonly SectionNode[]) {}

  run(): void {
    const inLog = changeLogNodes(this.nodes);
    const counted = this.nodes.filter(isCounted).filter(({ index }) => !inLog.has(index));
    for (const unit of groupBy(this.withoutMentions(this.withoutTitle(counted)), unitOf)) this.sort(unit);
    this.readWhole();
    const owners = new Owners(this.nodes, counted);
    for (const found of [...this.below.values()].sort(([a], [b]) => (a && b ? depthOf(a) - depthOf(b) : 0))) this.readBelow(found, owners);
  }

  /** A title's number is the document's: "Story 2.3: Upload". */
  private withoutTitle(found: readonly NumberedNode[]): readonly NumberedNode[] {
    const [first] = found;
    if (first?.index !== 0 || first.level !== 1 || found.some((other) => other !== first && other.level === 1 && other.numbering.word === first.numbering.word)) return found;
    this.others.push(first);
    return found.slice(1);
  }

  /**
   * "Phase 1 Verification" mentions a phase where another heading is "Phase 1: Motor", or "Phase 1" alone. Where the
   * headings of a parent have a title each, and none is written as the other, they are parts of their own.
   */
  private withoutMentions(found: readonly NumberedNode[]): NumberedNode[] {
    const named = new Set(found.filter((node) => node.numbering.word !== null && isNaming(node)).map(nameOf));
    const others: NumberedNode[] = [];
    for (const unit of groupBy(found, unitOf)) {
      const isOwnCount = unit.length > 1 && !unit.some(isNaming) && new Set(unit.map(titleOf)).size === unit.length;
      for (const node of unit) (!isOwnCount && !isNaming(node) && named.has(nameOf(node)) ? this.mentions : others).push(node);
    }
    return others;
  }

  /** One parent's headings of one word: a count of their own, or a count behind another heading's number. */
  private sort(unit: readonly NumberedNode[]): void {
    const [first] = unit;
    if (!first) return;
    const { word } = first.numbering;
    const depths = new Set(unit.map(depthOf));
    const isWhole = depths.has(1) && (word !== null || depths.size === 1);
    const isName = !isWorkPart(first.numbering) && isSparse(unit.map(isWhole ? firstPart : lastPart));
    if (isName || (!isWhole && depths.size > 1)) for (const node of unit) this.others.push(node);
    else if (isWhole) addTo(this.whole, `${first.level} ${word ?? ''}`, [...unit]);
    else for (const node of unit) addTo(this.below, `${depthOf(node)} ${word ?? ''}`, node);
  }

  /** Counts that start anew below each parent, or go on. */
  private readWhole(): void {
    const lowestOfKind = new Map<NumberedNode | undefined, number>();
    const counts = [...this.whole.values()].flatMap((units) => {
      const lowest = least(units.flat().map(firstPart));
      for (const [first] of units) lowestOfKind.set(first, lowest);
      return joinSiblings(this.nodes, units, { top: null, partOf: firstPart });
    });
    for (const nodes of joinLevels(counts)) this.series.push({ nodes, owner: null, lowest: lowestOfKind.get(nodes[0]) ?? 0 });
  }

  /** Numbers behind that of the heading above, if half of them say so; else nobody knows what they count. */
  private readBelow(found: readonly NumberedNode[], owners: Owners): void {
    const steps = found.map((node) => ({ node, owner: owners.of(node) }));
    const isKnown = steps.filter(({ node, owner }) => owner !== null && isBehind(node, owner)).length * 2 >= steps.length;
    for (const own of groupBy(steps, ({ owner }) => owner?.index ?? -1)) {
      const owner = own[0]?.owner ?? null;
      if (!owner || !isKnown) for (const { node } of own) this.others.push(node);
      else {
        const units = groupBy(own.map(({ node }) => node), ({ parent }) => parent);
        for (const nodes of joinSiblings(this.nodes, units, { top: owner, partOf: lastPart })) this.series.push({ nodes, owner, lowest: least(nodes.map(lastPart)) });
      }
    }
  }
}

/** Finds the heading whose number a deeper number goes on from. */
class Owners {
  private readonly counted: ReadonlyMap<number, NumberedNode>;
  /** For a heading, the last one before it below the same parent that has one part less. */
  private readonly beside = new Map<number, NumberedNode>();

  constructor(
    private readonly nodes: readonly SectionNode[],
    counted: readonly NumberedNode[],
  ) {
    this.counted = new Map(counted.map((node) => [node.index, node]));
    const last = new Map<string, NumberedNode>();
    for (const node of counted) {
      const beside = last.get(`${node.parent} ${depthOf(node) - 1}`);
      if (beside) this.beside.set(node.index, beside);
      last.set(`${node.parent} ${depthOf(node)}`, node);
    }
  }

  /** The nearest one above with one part less; one beside it, of another word, if that alone has its number. */
  of(node: NumberedNode): NumberedNode | null {
    const above = this.above(node);
    const beside = this.beside.get(node.index);
    if ((above && isBehind(node, above)) || !beside || beside.numbering.word === node.numbering.word || !isBehind(node, beside)) return above;
    return beside;
  }

  private above(node: NumberedNode): NumberedNode | null {
    for (let at = node.parent; at >= 0; at = this.nodes[at]?.parent ?? -1) {
      const owner = this.counted.get(at);
      if (owner && depthOf(owner) === depthOf(node) - 1) return owner;
    }
    return null;
  }
}

/** Versions are no section numbers. */
function changeLogNodes(nodes: readonly SectionNode[]): ReadonlySet<number> {
  const titles = new Set(CHANGE_LOG_WORDS.map((word) => foldWords(word.replace('=', ''))));
  const found = new Set<number>();
  for (const { index, parent } of nodes) if (found.has(parent) || titles.has(nodes[parent]?.folded ?? '')) found.add(index);
  return found;
}

/** Whether a mark stands between number and title, or no title follows: "Phase 1: Motor", "Phase 1"; and every bare number. */
function isNaming({ numbering, source }: NumberedNode): boolean {
  return numbering.word === null || numbering.separator.trim() !== '' || numbering.titleFrom >= source.length;
}

function titleOf({ source, numbering }: NumberedNode): string {
  return foldWords(source.slice(numbering.titleFrom));
}

/** What headings that are counted together have in common at least. */
function unitOf({ parent, level, numbering }: NumberedNode): string {
  return `${parent} ${level} ${numbering.word ?? ''}`;
}

/** Numbers that far apart are names, and no count: "404. Not found", "500. Crash". */
function isSparse(numbers: readonly number[]): boolean {
  return highest(numbers) - least(numbers) > 3 * numbers.length + 2;
}
