/** Numbered headings, and what is asked of lists of them. */
import { isPart, type Numbering } from '../markdown/numbering';
import type { SectionNode } from '../markdown/section-tree';

/** A heading that has a number. */
export type NumberedNode = SectionNode & { readonly numbering: Numbering };

/** Whether the heading may be one of several of its kind: "Phase 2", "2.1 Flow"; not "REQ-7". */
export function isCounted(node: SectionNode): node is NumberedNode {
  return node.numbering !== null && (node.numbering.word === null || isPart(node.numbering));
}

export function firstPart({ numbering }: NumberedNode): number {
  return numbering.parts[0] ?? 0;
}

export function lastPart({ numbering }: NumberedNode): number {
  return numbering.parts[numbering.parts.length - 1] ?? 0;
}

/** 2 for "2.1". */
export function depthOf({ numbering }: NumberedNode): number {
  return numbering.parts.length;
}

/** "phase 2b", for comparing. */
export function nameOf({ numbering }: NumberedNode): string {
  return `${numbering.word ?? ''} ${numbering.digits}${numbering.suffix}`.toLowerCase();
}

/** Whether the number is the owner's with more parts: 2.1 behind 2. */
export function isBehind({ numbering }: NumberedNode, owner: NumberedNode): boolean {
  return owner.numbering.parts.every((part, at) => numbering.parts[at] === part);
}

/** Lowest of the numbers, 0 for none. */
export function least(numbers: readonly number[]): number {
  return numbers.reduce((lowest, each) => Math.min(lowest, each), numbers[0] ?? 0);
}

/** Highest of the numbers, 0 for none. */
export function highest(numbers: readonly number[]): number {
  return numbers.reduce((most, each) => Math.max(most, each), numbers[0] ?? 0);
}

/** In the order of each group's first. */
export function groupBy<T>(all: readonly T[], keyOf: (each: T) => string | number): T[][] {
  const groups = new Map<string | number, T[]>();
  for (const each of all) addTo(groups, keyOf(each), each);
  return [...groups.values()];
}

export function addTo<K, T>(groups: Map<K, T[]>, key: K, each: T): void {
  const group = groups.get(key);
  if (group) group.push(each);
  else groups.set(key, [each]);
}
