/** The numbers of a copied block: its own, which is the next one of its count, and those of the headings in it. */
import type { Numbering } from '../markdown/numbering';
import { type SectionNode, subtreeOf } from '../markdown/section-tree';
import { goesOn } from './join-series';
import type { NumberedHeadings, NumberSeries } from './number-series';
import { firstPart, highest, lastPart, nameOf, type NumberedNode } from './numbered-node';

/** The number behind the highest that is counted together with the heading's; null when the heading has none. */
export function nextOfHeading({ series }: NumberedHeadings, heading: SectionNode): readonly number[] | null {
  if (!heading.numbering) return null;
  const count = series.find(({ nodes }) => nodes.some(({ index }) => index === heading.index));
  if (!count) return [...heading.numbering.parts.slice(0, -1), (heading.numbering.parts[heading.numbering.parts.length - 1] ?? 0) + 1];
  return count.owner ? [...count.owner.numbering.parts, highest(count.nodes.map(lastPart)) + 1] : [highest(count.nodes.map(firstPart)) + 1];
}

/** The number of the first step in `section`, which has none, as the steps around `model` are counted elsewhere. */
export function firstIn({ series }: NumberedHeadings, section: NumberedNode, model: SectionNode): readonly number[] | null {
  const count = series.find(({ nodes }) => nodes.some(({ index }) => index === model.index));
  if (!count) return null;
  if (count.owner) return [...section.numbering.parts, 1];
  return [doesGoOn(count, series) ? highest(count.nodes.map(firstPart)) + 1 : Math.min(1, count.lowest)];
}

/** Whether a count goes on from one phase to the next. Where only one phase has steps, tasks are taken to, as agents write them. */
function doesGoOn({ nodes }: NumberSeries, all: readonly NumberSeries[]): boolean {
  const [first] = nodes;
  if (nodes.some(({ parent }) => parent !== first?.parent)) return true;
  const word = first?.numbering.word ?? '';
  return /^(?:task|aufgabe|tarea|tâche)$/.test(word) && !all.some((other) => !other.owner && other.nodes[0] !== first && other.nodes[0]?.numbering.word === word);
}

/** By leaf, the numbers of the headings below `block` in a copy of it that has the number `parts`; those that stay are left out. */
export function numbersBelow({ series, mentions }: NumberedHeadings, nodes: readonly SectionNode[], { block, parts }: { block: SectionNode; parts: readonly number[] | null }): ReadonlyMap<number, readonly number[]> {
  const below = subtreeOf(nodes, block).slice(1);
  const isBelow = ({ index }: SectionNode): boolean => index > block.index && index <= block.index + below.length;
  const numbers = new Map<number, readonly number[]>(parts ? [[block.leaf, parts]] : []);
  for (const count of series) {
    const own = count.nodes.filter(isBelow);
    const lead = count.owner && numbers.get(count.owner.leaf);
    if (lead) for (const node of own) numbers.set(node.leaf, [...lead, lastPart(node)]);
    if (count.owner || !doesGoOn(count, series)) continue;
    let last = highest([...count.nodes.map(firstPart), ...(parts ?? []).slice(0, count.nodes.some(({ index }) => index === block.index) ? 1 : 0)]);
    for (const node of own) numbers.set(node.leaf, [++last]);
  }
  const { numbering } = block;
  if (parts && numbering) for (const node of mentions) if (isBelow(node) && nameOf(node) === nameOf({ ...block, numbering })) numbers.set(node.leaf, parts);
  return numbers;
}

/** The number behind the highest of its list; of all `lists` where the count goes on from one to the next, as ids do. */
export function nextOfItem(own: Numbering, list: readonly Numbering[], lists: readonly (readonly Numbering[])[]): readonly number[] {
  const start = own.parts.slice(0, -1);
  const isPeer = ({ word, parts }: Numbering): boolean => word === own.word && parts.length === own.parts.length && start.every((part, at) => parts[at] === part);
  const countOf = (numberings: readonly Numbering[]): number[] => numberings.filter(isPeer).map(({ parts }) => parts[parts.length - 1] ?? 0);
  const counts = lists.map(countOf).filter((count) => count.length > 0);
  const taken = counts.length > 1 && goesOn(counts) ? counts.flat() : countOf(list);
  return [...start, highest(taken) + 1];
}
