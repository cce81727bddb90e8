/**
 * Puts sections of a template into a note that lacks them: each at its place in the template's order, in the note's
 * own style. Numbers behind it go on only where the new section takes the next one's. One edit, whatever the number
 * of sections; sections that the note has are left out, so twice is once.
 */
import { scanBlocks } from '../markdown/scan-blocks';
import { isPart, writeNumber } from '../markdown/numbering';
import { readSectionTree, type SectionNode, subtreeOf } from '../markdown/section-tree';
import { whatHides } from '../markdown/unclosed-block';
import { ChangedText } from '../text/compose-changes';
import { type EditResult, edited, refused } from '../text/edit-result';
import { lineBreakNear } from '../text/line-index';
import { applyChanges, type TextChange } from '../text/text-change';
import { type ComparedSection, type Comparison, compareWithTemplate } from './compare-template';
import { type NumberStyle, writeSection } from './section-style';
import { readTemplateSections, type SectionedTemplate } from './sections';

/** The sections of `body`, a template's, that `keys` name; the ones that the note has are passed over. */
export function insertSections(text: string, body: string, keys: readonly string[]): EditResult {
  const template = readTemplateSections(body);
  const changed = new ChangedText(text);
  for (const { key } of template.sections) {
    if (!keys.includes(key)) continue;
    const result = insertOne(changed.text, template, key);
    if (!result.ok) return result;
    changed.apply(result.changes);
  }
  return edited(...changed.changes());
}

function insertOne(text: string, template: SectionedTemplate, key: string): EditResult {
  const before = compareWithTemplate(text, template);
  const wanted = before.sections.find(({ section }) => section.key === key);
  if (wanted?.state !== 'missing') return edited();
  const place = placeOf(text, before, wanted);
  if (!place) return refused('section-parent-missing', `“${wanted.section.title}” belongs into a section that the note lacks. Insert that one instead: it brings its parts along.`);
  const changes = [writeAt(text, template, { wanted, place }), ...place.shifts];
  const after = applyChanges(text, changes);
  return isAsMeant(before, compareWithTemplate(after, template), wanted) ? edited(...changes) : hidden(text);
}

function hidden(text: string): EditResult {
  return refused('place-hidden', `The section would not be read as one at its place: ${whatHides(scanBlocks(text))}, then try again.`);
}

/** Read back: the section is there, every section that was there still is, and each has the level it had. */
function isAsMeant(before: Comparison, after: Comparison, wanted: ComparedSection): boolean {
  const now = after.sections.find(({ section }) => section.key === wanted.section.key);
  if (!now?.node || now.state === 'renamed') return false;
  const inserted = subtreeOf(after.nodes, now.node).length;
  const others = [...after.nodes.slice(0, now.node.index), ...after.nodes.slice(now.node.index + inserted)];
  return others.length === before.nodes.length && others.every(({ level, folded }, at) => before.nodes[at]?.level === level && before.nodes[at].folded === folded);
}

/** Sections that belong to a note's head; folded. */
const FRONT = /^(?:status|(?:table of )?contents|toc|inhalt|inhaltsverzeichnis|metadata)$/;

interface Place {
  /** The note's section below which the new one goes; else the one above which it goes; neither: at the end. */
  readonly above: SectionNode | null;
  readonly below: SectionNode | null;
  /** The section it becomes a part of. */
  readonly parent: SectionNode | null;
  readonly level: number;
  readonly siblings: readonly SectionNode[];
  readonly number: NumberStyle | null;
  readonly shifts: readonly TextChange[];
}

/** Null when the section that it belongs into is missing. */
function placeOf(text: string, comparison: Comparison, wanted: ComparedSection): Place | null {
  const { sections, nodes } = comparison;
  const { section } = wanted;
  const owner = section.parent === null ? null : (sections.find((other) => other.section.key === section.parent)?.node ?? null);
  if (section.parent !== null && !owner) return null;
  const parent = owner ?? nodes[comparison.parent] ?? null;
  const parentIndex = owner ? owner.index : comparison.parent;
  const group = sections.filter((other) => other.section.parent === section.parent);
  const isUsable = ({ node }: ComparedSection): boolean => node !== null && node.parent === parentIndex && (owner !== null || node.level === comparison.level);
  const at = group.indexOf(wanted);
  const nearest = (list: readonly ComparedSection[]): ComparedSection | null => list.find((other) => isUsable(other) && other.state !== 'moved') ?? list.find(isUsable) ?? null;
  const next = nearest(group.slice(at + 1));
  const siblings = nodes.filter((node) => node.parent === parentIndex);
  const nearestAbove = nearest(group.slice(0, at).reverse())?.last ?? null;
  // The template's last section stays the last one, behind sections of the note's own too.
  const above = nearestAbove && at === group.length - 1 ? (siblings.filter((node) => node.level === nearestAbove.level).pop() ?? null) : nearestAbove;
  // With none of the template's above it, it goes to what is nearer in the template: its start, or the one below.
  const isAtStart = !above && at * 2 < (next ? group.indexOf(next) : group.length - 1);
  const behind = isAtStart ? (siblings.find((node) => node.level === (next?.node?.level ?? comparison.level) && !FRONT.test(node.folded)) ?? next?.node ?? null) : (next?.node ?? null);
  const level = above?.level ?? behind?.level ?? siblings[0]?.level ?? (owner ? owner.level + (section.node.level - (parentLevel(comparison, section.parent) ?? 0)) : comparison.level);
  const below = above ? null : behind;
  const following = above ? (siblings.find(({ index }) => index > above.index) ?? null) : behind;
  const peers = siblings.filter((node) => node.level === level);
  const last = above ?? (below ? (peers.filter(({ index }) => index < below.index).pop() ?? null) : (peers[peers.length - 1] ?? null));
  const numbered = numberFor({ comparison, wanted, owner, peers, last, next: following });
  return { above: last ?? above, below: last ? null : below, parent, level, siblings: peers, number: numbered, shifts: numbered ? shiftsFor(text, nodes, { peers, next: following, parts: numbered.parts }) : [] };
}

function parentLevel({ sections }: Comparison, key: string | null): number | undefined {
  return sections.find(({ section }) => section.key === key)?.section.node.level;
}

interface Neighbours {
  readonly comparison: Comparison;
  readonly wanted: ComparedSection;
  readonly owner: SectionNode | null;
  readonly peers: readonly SectionNode[];
  readonly last: SectionNode | null;
  readonly next: SectionNode | null;
}

/** The number after the one above, in the way most neighbours write theirs; without neighbours, as the template does. */
function numberFor({ comparison, wanted, owner, peers, last, next }: Neighbours): NumberStyle | null {
  const numbered = peers.filter(({ numbering }) => numbering?.word === null);
  const own = wanted.section.node.numbering;
  const isNumbered = peers.length > 0 ? numbered.length * 2 >= peers.length && numbered.length > 0 : own?.word === null && (owner === null || owner.numbering?.word === null);
  if (!isNumbered) return null;
  const model = (last && numbered.includes(last) ? last : numbered[0])?.numbering ?? null;
  const start = model ? model.parts.slice(0, -1) : owner?.numbering ? owner.numbering.parts : [];
  const before = numbered.filter(({ index }) => last !== null && index <= last.index).pop();
  const nextPart = next?.numbering?.word === null ? lastPart(next) : null;
  const part = before ? lastPart(before) + 1 : nextPart === null ? 1 : nextPart > 1 ? nextPart - 1 : nextPart;
  const owners = new Set(peers.map(({ index }) => index));
  const grandchildren = comparison.nodes.filter((node) => owners.has(node.parent) && !isPart(node.numbering));
  const isDeep = grandchildren.filter(({ numbering }) => numbering !== null && numbering.parts.length > start.length + 1).length * 2 >= grandchildren.length;
  return { parts: [...start, part], separator: model?.separator || own?.separator || (start.length > 0 ? ' ' : '. '), hasNumberedChildren: isDeep && grandchildren.length > 0 };
}

function lastPart({ numbering }: SectionNode): number {
  return numbering?.parts[numbering.parts.length - 1] ?? 0;
}

/** Digits of the sections behind that have to make room, and of what they number below themselves. */
function shiftsFor(text: string, nodes: readonly SectionNode[], { peers, next, parts }: { peers: readonly SectionNode[]; next: SectionNode | null; parts: readonly number[] }): TextChange[] {
  const changes: TextChange[] = [];
  let taken = parts[parts.length - 1] ?? 0;
  for (const peer of next ? peers.filter(({ index }) => index >= next.index) : []) {
    const { numbering } = peer;
    if (numbering?.word !== null) continue;
    if (lastPart(peer) > taken) break;
    taken++;
    const renumbered = [...numbering.parts.slice(0, -1), taken];
    const own = new Set<number>();
    for (const node of subtreeOf(nodes, peer)) {
      // What "Phase 2" numbers below itself goes on from the phase, not from the section.
      if (node !== peer && (!own.has(node.parent) || isPart(node.numbering))) continue;
      own.add(node.index);
      changes.push(...digitsOf(node, numbering.parts, renumbered));
    }
  }
  return changes.filter(({ from, to, insert }) => text.slice(from, to) !== insert);
}

/** The change of a heading's number where it is `old` or goes on from it. */
function digitsOf({ numbering, textFrom }: SectionNode, old: readonly number[], renumbered: readonly number[]): TextChange[] {
  if (numbering?.word !== null || !old.every((part, at) => numbering.parts[at] === part)) return [];
  const parts = [...renumbered, ...numbering.parts.slice(old.length)];
  return [{ from: textFrom + numbering.from, to: textFrom + numbering.to, insert: writeNumber(numbering, parts) }];
}

function writeAt(text: string, template: SectionedTemplate, { wanted, place }: { wanted: ComparedSection; place: Place }): TextChange {
  const { above, below, parent, siblings, level, number } = place;
  const end = above ? above.contentTo : below ? below.from : (parent?.contentTo ?? endOfText(text));
  const lineBreak = lineBreakNear(text, Math.max(0, end - 1));
  const written = writeSection(template, wanted.section.node, { level, number, lineBreak });
  const gap = gapFor(template, { wanted, siblings, lineBreak });
  // A rule that a section behind it has left at the note's end is the one between the two.
  const left = text.slice(end).trim();
  const at = above && left === '---' ? end + text.slice(end).trimEnd().length : end;
  if (at > end) return { from: at, to: at, insert: lineBreak + lineBreak + written };
  if (!above && below) return { from: at, to: at, insert: written + gap };
  const isEmpty = text.slice(0, at).replace(/^\uFEFF/, '') === '';
  return { from: at, to: at, insert: (isEmpty ? '' : above ? gap : lineBreak + lineBreak) + written + (isEmpty && text.slice(at) === '' ? lineBreak : '') };
}

/** A rule between sections where most of the note's have one; where the note has no two of them, as in the template. */
function gapFor({ nodes }: SectionedTemplate, { wanted, siblings, lineBreak }: { wanted: ComparedSection; siblings: readonly SectionNode[]; lineBreak: string }): string {
  const peers = siblings.length > 1 ? siblings : nodes.filter(({ parent }) => parent === wanted.section.node.parent);
  const inner = peers.slice(1);
  const hasRules = inner.length > 0 && inner.filter(({ hasRuleAbove }) => hasRuleAbove).length * 2 > inner.length;
  return lineBreak + lineBreak + (hasRules ? `---${lineBreak}${lineBreak}` : '');
}

/** End of the last visible character, behind a byte order mark and the frontmatter. */
function endOfText(text: string): number {
  const nodes = readSectionTree(scanBlocks(text));
  const last = nodes[nodes.length - 1];
  if (last) return last.contentTo;
  return text.trimEnd().length === 0 && text.charCodeAt(0) === 0xfeff ? 1 : text.trimEnd().length;
}
