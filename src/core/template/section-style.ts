/** One section of a template written as a note writes its own: heading levels, numbers and line breaks. */
import { isPart, startsWithParts, writeNumber } from '../markdown/numbering';
import { type SectionNode, subtreeOf } from '../markdown/section-tree';
import { applyChanges, type TextChange } from '../text/text-change';
import type { SectionedTemplate } from './sections';

/** How a note numbers the sections among which a new one goes. */
export interface NumberStyle {
  readonly parts: readonly number[];
  /** What stands between number and title. */
  readonly separator: string;
  /** Whether the sections below are numbered too. */
  readonly hasNumberedChildren: boolean;
}

export interface SectionStyle {
  readonly level: number;
  /** Null for a section without a number. */
  readonly number: NumberStyle | null;
  readonly lineBreak: string;
}

/** The section with everything below it, from its heading to its last visible line. */
export function writeSection({ body, nodes }: SectionedTemplate, section: SectionNode, style: SectionStyle): string {
  const from = section.from;
  const all = subtreeOf(nodes, section);
  const changes: TextChange[] = [];
  for (const node of all) changes.push(...levelChange(body, node, style.level - section.level));
  changes.push(...numberChanges(all, section, style.number));
  const source = body.slice(from, section.contentTo);
  const written = applyChanges(source, changes.map((change) => ({ from: change.from - from, to: change.to - from, insert: change.insert })));
  return written.replace(/\n/g, style.lineBreak);
}

/** A heading has six levels; deeper ones stay at the sixth. */
function levelChange(body: string, node: SectionNode, shift: number): TextChange[] {
  const marks = body.slice(node.from, node.textFrom).trim();
  if (shift === 0 || !marks.startsWith('#')) return [];
  const at = body.indexOf('#', node.from);
  return [{ from: at, to: at + node.level, insert: '#'.repeat(Math.min(6, Math.max(1, node.level + shift))) }];
}

/** The section's own number, and those below it that go on from it. What "Phase 1" numbers below itself stays. */
function numberChanges(all: readonly SectionNode[], section: SectionNode, style: NumberStyle | null): TextChange[] {
  const changes: TextChange[] = [];
  const numbers = new Map<number, { parts: readonly number[]; children: number }>();
  for (const node of all) {
    const above = numbers.get(node.parent);
    if (node !== section && (!above || isPart(node.numbering))) continue;
    if (node !== section && node.numbering === null && (section.numbering !== null || node.parent !== section.index || style?.hasNumberedChildren !== true)) continue;
    if (node !== section && node.numbering !== null && !startsWithParts(node.numbering.parts, section.numbering?.parts ?? [])) continue;
    if (above) above.children++;
    const parts = node === section ? (style?.parts ?? []) : above && above.parts.length > 0 ? [...above.parts, above.children] : [];
    numbers.set(node.index, { parts, children: 0 });
    changes.push(...ownNumber(node, parts, node === section ? style : null));
  }
  return changes;
}

function ownNumber(node: SectionNode, parts: readonly number[], style: NumberStyle | null): TextChange[] {
  const numbering = node.numbering?.word === null ? node.numbering : null;
  const at = node.textFrom + (numbering?.from ?? 0);
  const to = numbering ? node.textFrom + numbering.titleFrom : at;
  if (parts.length === 0) return to > at ? [{ from: at, to, insert: '' }] : [];
  const separator = style?.separator ?? numbering?.separator ?? ' ';
  const number = numbering ? writeNumber(numbering, parts) : parts.join('.');
  return [{ from: at, to, insert: number + separator }];
}
