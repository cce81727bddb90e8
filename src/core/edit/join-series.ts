/** Headings of one word that stand below several parents: a count for each parent, or one that goes on from one to the next. */
import type { SectionNode } from '../markdown/section-tree';
import { firstPart, groupBy, highest, least, type NumberedNode } from './numbered-node';

export interface JoinRule {
  /** The section up to which counts go on; null for the whole note. */
  readonly top: NumberedNode | null;
  /** The part of a number that counts. */
  readonly partOf: (node: NumberedNode) => number;
}

/** `units`, one for each parent, joined where the count goes on from one to the next. */
export function joinSiblings(nodes: readonly SectionNode[], units: readonly (readonly NumberedNode[])[], { top, partOf }: JoinRule): NumberedNode[][] {
  let open = units.map((unit) => ({ anchor: unit[0]?.parent ?? -1, nodes: [...unit] }));
  for (let level = 6; level > (top?.level ?? 0); level--) {
    for (const unit of open) if (nodes[unit.anchor]?.level === level) unit.anchor = nodes[unit.anchor]?.parent ?? -1;
    open = groupBy(open, ({ anchor }) => anchor).flatMap((beside) => {
      if (beside.length < 2 || !goesOn(beside.map((unit) => unit.nodes.map(partOf)))) return beside;
      return [{ anchor: beside[0]?.anchor ?? -1, nodes: beside.flatMap((unit) => unit.nodes).sort((a, b) => a.index - b.index) }];
    });
  }
  return open.map((unit) => unit.nodes);
}

/** Counts of one word at different levels, joined where one starts behind the other's end, in text and number. */
export function joinLevels(counts: readonly NumberedNode[][]): NumberedNode[][] {
  const open = new Map<string | null, { nodes: NumberedNode[]; highest: number }>();
  const all: NumberedNode[][] = [];
  for (const nodes of [...counts].sort((a, b) => (a[0]?.index ?? 0) - (b[0]?.index ?? 0))) {
    const [first] = nodes;
    if (!first) continue;
    const numbers = nodes.map(firstPart);
    const before = open.get(first.numbering.word);
    const end = before?.nodes[before.nodes.length - 1]?.index ?? -1;
    if (before && end < first.index && before.highest < least(numbers)) {
      for (const node of nodes) before.nodes.push(node);
      before.highest = highest(numbers);
    } else {
      const joined = [...nodes];
      all.push(joined);
      open.set(first.numbering.word, { nodes: joined, highest: highest(numbers) });
    }
  }
  return all;
}

/**
 * Whether several lists of numbers are one count and not a count each. A list speaks for one count if the number it
 * would start with, had it no gaps, is nearer to the next after the lists before than to the first. In any order.
 */
export function goesOn(lists: readonly (readonly number[])[]): boolean {
  const first = least(lists.flat());
  const starts = lists.map((list) => ({ list, start: list.reduce((sum, each) => sum + each, 0) / list.length - (list.length - 1) / 2 - first })).sort((a, b) => a.start - b.start);
  const seen = new Set<number>();
  let votes = 0;
  for (const { list, start } of starts) {
    if (seen.size > 0) votes += start > seen.size / 2 ? 1 : -1;
    for (const each of list) seen.add(each);
  }
  return votes > 0;
}
