/**
 * Every place where a document states its own status: the frontmatter property, the first status line before the
 * second H2 (in any of the forms people use), the first status heading or section. Status lines further down belong
 * to their phase or section and are left alone. The first chosen place decides; places that disagree are a conflict.
 */
import { BlockKind, type Blocks, Item, Leaf } from '../markdown/blocks';
import type { Frontmatter, Property } from '../markdown/frontmatter';
import { headingTextRange } from '../markdown/heading-text';
import { findStatus, foldStatus, type Workflow } from '../status/workflow';
import { afterLineBreak, endOfLine } from '../text/line-index';
import { findEntry, findSectionEntry, mentionsEntry, skipQuoteMarks, type TextRange } from './header-entry';
import { findTableEntry } from './header-table';
import type { Outline, Section } from './outline';
import type { StatusReading, StatusSource, StatusSourceKind } from './plan';
import type { PlanWords } from './plan-words';
import { readStatusWord, type StatusWord } from './status-word';
import { WEAK_STATUS_WORDS } from './vocabulary';

/** All places, in the order in which they decide; unfilled ones included. */
export function findStatusSources(blocks: Blocks, context: { outline: Outline; frontmatter: Frontmatter | null; workflow: Workflow; words: PlanWords }): readonly StatusSource[] {
  const { outline, frontmatter, workflow, words } = context;
  const keys = words.statusKeys;
  const found: StatusSource[] = [];
  const add = (kind: StatusSourceKind, range: TextRange | null): void => {
    if (range) found.push({ kind, ...readStatusWord(blocks.text, range, workflow) });
  };
  const property = frontmatter?.properties.get('status');
  if (property && !Array.isArray(property.value)) found.push({ kind: 'property', ...propertyWord(blocks.text, property, workflow) });
  const head = headOf(outline);
  const behind = outline.sections[endOfHead(outline)];
  const headTo = behind ? blocks.leaves.get(behind.leaf, Leaf.from) : blocks.text.length;
  // Most notes never name a status: then their lines need not be looked at.
  const isMentioned = mentionsEntry(blocks.text, { from: 0, to: headTo }, keys);
  add('line', (isMentioned ? firstIn(head, (section) => lineEntry(blocks, section, { keys, workflow })) : null) ?? firstIn(head, (section) => findTableEntry(blocks, section, { keys, isValue: (value) => statusOf(value, workflow) !== null })));
  if (!found.some(({ kind }) => kind === 'line') && mentionsEntry(blocks.text, { from: 0, to: headTo }, WEAK_STATUS_WORDS)) add('line', weakEntry(blocks, head, workflow));
  add('heading', firstIn(head, (section) => statusHeading(blocks, section, keys)));
  const sections = outline.sections.filter(({ topic }) => topic?.isStatus);
  add('section', firstIn(sections, (section) => statusSection(blocks, section, { keys, workflow })) ?? lowerSection(blocks, head, { sections, keys, workflow }));
  return found;
}

/** Where YAML means something else than what is written, as for an alias, an escape or null, its meaning counts. Words that are all of the value can be exchanged, however many. */
function propertyWord(text: string, { from, to, value }: Property, workflow: Workflow): StatusWord {
  const meant = typeof value === 'string' ? value : '';
  const isLiteral = text.slice(from, to) === meant;
  const word = isLiteral ? readStatusWord(text, { from, to }, workflow) : { ...readStatusWord(meant, { from: 0, to: meant.length }, workflow), from, to };
  return { ...word, isReplaceable: word.isReplaceable || (word.raw !== '' && word.raw === meant) };
}

/** The document's status; null when no place states one. */
export function readStatus(sources: readonly StatusSource[]): StatusReading | null {
  const chosen = sources.filter(({ isChosen }) => isChosen);
  const [first] = chosen;
  if (!first) return null;
  const meaning = ({ status, raw }: StatusSource): string => status ?? foldStatus(raw);
  const conflict = chosen.some((source) => meaning(source) !== meaning(first));
  return { raw: first.raw, status: first.status, remark: first.remark, sources: chosen, conflict };
}

/** The status that a single cell or value names; null for unknown words. */
export function statusOf(value: string, workflow: Workflow): string | null {
  return readStatusWord(value, { from: 0, to: value.length }, workflow).status ?? findStatus(workflow, value)?.id ?? null;
}

/** Sections before the second H2: what they say is said of the whole document. A change log tells of the past. */
export function headOf(outline: Outline): readonly Section[] {
  return outline.sections.slice(0, endOfHead(outline)).filter(({ facts }) => !facts.some(({ isChangeLog }) => isChangeLog));
}

/** Number of sections before the second H2. */
function endOfHead({ sections }: Outline): number {
  let seconds = 0;
  const end = sections.findIndex(({ heading }) => heading?.level === 2 && ++seconds === 2);
  return end < 0 ? sections.length : end;
}

function firstIn(sections: readonly Section[], find: (section: Section) => TextRange | null): TextRange | null {
  for (const section of sections) {
    const range = find(section);
    if (range) return range;
  }
  return null;
}

interface StatusWords {
  readonly keys: readonly string[];
  readonly workflow: Workflow;
}

/** A status line; its value may stand alone below it, `**Status:**` and then `In Progress`, if it is one that the workflow knows. */
function lineEntry(blocks: Blocks, section: Section, { keys, workflow }: StatusWords): TextRange | null {
  const entry = findSectionEntry(blocks, section, keys);
  return entry && entry.from === entry.to ? (valueBelow(blocks, section, { entry, workflow }) ?? entry) : entry;
}

function valueBelow({ text, leaves }: Blocks, section: Section, { entry, workflow }: { entry: TextRange; workflow: Workflow }): TextRange | null {
  const end = endOfLine(text, entry.to);
  for (let leaf = section.leaf + 1; leaf < section.leafTo; leaf++) {
    const [kind, from, to] = [leaves.get(leaf, Leaf.kind), leaves.get(leaf, Leaf.from), leaves.get(leaf, Leaf.to)];
    if (to <= end || kind === BlockKind.blank) continue;
    const start = from > end ? from : skipQuoteMarks(text, afterLineBreak(text, end), to);
    const line = { from: start, to: Math.min(endOfLine(text, start), to) };
    return kind === BlockKind.paragraph && leaves.get(leaf, Leaf.item) < 0 && isStatusAlone(text, line, workflow) ? line : null;
  }
  return null;
}

/** Whether a line is a status that the workflow knows, with a remark at most; not "Complete the migration". */
function isStatusAlone(text: string, line: TextRange, workflow: Workflow): boolean {
  const { raw, status, remark } = readStatusWord(text, line, workflow);
  return status !== null && findStatus(workflow, raw) !== null && /^(?:[-–—(.]|$)/.test(remark);
}

/** One word, marked or not, with or without a remark in brackets. Matches "`maintenance` (all merged)"; not "the machine is on". */
const ONE_WORD = /^[`*_]{0,3}[\p{L}-]{3,24}[`*_]{0,3}\.?(?:\s*\(.*\)?)?$/su;

/** `State: maintenance`: a status only where what stands behind it can be one. */
function weakEntry(blocks: Blocks, head: readonly Section[], workflow: Workflow): TextRange | null {
  const range = firstIn(head, (section) => findSectionEntry(blocks, section, WEAK_STATUS_WORDS));
  if (!range) return null;
  const value = blocks.text.slice(range.from, range.to);
  return ONE_WORD.test(value) || statusOf(value, workflow) !== null ? range : null;
}

/** `## Status: Done`; also a status line that `---` below it has turned into a heading. */
function statusHeading({ text, leaves }: Blocks, { leaf, topic }: Section, keys: readonly string[]): TextRange | null {
  if (leaf < 0) return null;
  const range = headingTextRange(text, leaves.get(leaf, Leaf.from), leaves.get(leaf, Leaf.to));
  const entry = findEntry(text, range, keys);
  if (entry || !topic?.isStatus) return entry;
  // `## Status (Draft)`
  const bracket = text.indexOf('(', range.from);
  return bracket >= 0 && bracket < range.to && text[range.to - 1] === ')' ? { from: bracket + 1, to: range.to - 1 } : null;
}

/** `## Status` with its value in the first paragraph's first line, unless that is an entry of its own or a list. */
function statusSection(blocks: Blocks, section: Section, words: StatusWords): TextRange | null {
  return section.heading?.level === 2 && !statusHeading(blocks, section, words.keys) ? valueOfSection(blocks, section, words) : null;
}

/** `### Status` before the second H2, if the note has no other section of that name and it states one that the workflow knows: a part's status stands below it. */
function lowerSection(blocks: Blocks, head: readonly Section[], { sections: [section, ...others], keys, workflow }: StatusWords & { sections: readonly Section[] }): TextRange | null {
  if (!section || others.length > 0 || (section.heading?.level ?? 0) < 3 || !head.includes(section) || section.facts.some(({ phase }) => phase !== null)) return null;
  const value = statusHeading(blocks, section, keys) ? null : valueOfSection(blocks, section, { keys, workflow });
  return value && isStatusAlone(blocks.text, value, workflow) ? value : null;
}

function valueOfSection({ text, leaves, items }: Blocks, section: Section, { keys, workflow }: StatusWords): TextRange | null {
  let leaf = section.leaf + 1;
  while (leaf < section.leafTo && leaves.get(leaf, Leaf.kind) === BlockKind.blank) leaf++;
  if (leaf >= section.leafTo || leaves.get(leaf, Leaf.kind) !== BlockKind.paragraph) return null;
  const from = leaves.get(leaf, Leaf.from);
  const item = leaves.get(leaf, Leaf.item);
  const line = { from: item < 0 ? from : items.get(item, Item.textFrom), to: Math.min(endOfLine(text, from), leaves.get(leaf, Leaf.to)) };
  if (item >= 0) {
    // One item that is no task is a value; of several each may say something else.
    const isOnly = items.get(item, Item.mark) < 0 && items.get(item, Item.parent) < 0 && (item + 1 >= items.length || items.get(item + 1, Item.line) >= section.lineTo);
    return isOnly && isStatusAlone(text, line, workflow) ? line : null;
  }
  const isLabel = /^\*\*[^*]{1,60}(?::\*\*|\*\*:)$/.test(text.slice(line.from, line.to).trim());
  return isLabel || findEntry(text, line, keys) ? null : line;
}
