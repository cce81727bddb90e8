/**
 * Every place where a document states its own status: the frontmatter property, the first status line before the
 * second H2 (in any of the forms people use), the first status heading or section. Status lines further down belong
 * to their phase or section and are left alone. The first chosen place decides; places that disagree are a conflict.
 */
import { BlockKind, type Blocks, Leaf, Row } from '../markdown/blocks';
import type { Frontmatter } from '../markdown/frontmatter';
import { headingTextRange } from '../markdown/heading-text';
import { foldWords } from '../markdown/inline';
import { splitCells } from '../markdown/table';
import { findStatus, foldStatus, type Workflow } from '../status/workflow';
import { endOfLine } from '../text/line-index';
import { findEntry, findSectionEntry, type TextRange } from './header-entry';
import { type Outline, type Section } from './outline';
import type { StatusReading, StatusSource, StatusSourceKind } from './plan';
import type { PlanWords } from './plan-words';
import { readStatusWord } from './status-word';

/** All places, in the order in which they decide; unfilled ones included. */
export function findStatusSources(blocks: Blocks, context: { outline: Outline; frontmatter: Frontmatter | null; workflow: Workflow; words: PlanWords }): readonly StatusSource[] {
  const { outline, frontmatter, workflow, words } = context;
  const keys = words.statusKeys;
  const found: StatusSource[] = [];
  const add = (kind: StatusSourceKind, range: TextRange | null): void => {
    if (range) found.push({ kind, ...readStatusWord(blocks.text, range, workflow) });
  };
  const property = frontmatter?.properties.get('status');
  if (property && !Array.isArray(property.value)) add('property', property);
  const head = headOf(outline);
  const headTo = head.length < outline.sections.length ? blocks.leaves.get(head[head.length - 1]?.leafTo ?? 0, Leaf.from) : blocks.text.length;
  // Most notes never name a status: then their lines need not be looked at.
  if (words.statusMention.test(blocks.text.slice(0, headTo))) add('line', firstIn(head, (section) => findSectionEntry(blocks, section, keys)) ?? firstIn(head, (section) => tableEntry(blocks, section, keys)));
  add('heading', firstIn(head, (section) => statusHeading(blocks, section, keys)));
  add('section', firstIn(outline.sections, (section) => statusSection(blocks, section, keys)));
  return found;
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

/** Sections before the second H2: what they say is said of the whole document. */
export function headOf({ sections }: Outline): readonly Section[] {
  let seconds = 0;
  const end = sections.findIndex(({ heading }) => heading?.level === 2 && ++seconds === 2);
  return end < 0 ? sections : sections.slice(0, end);
}

function firstIn(sections: readonly Section[], find: (section: Section) => TextRange | null): TextRange | null {
  for (const section of sections) {
    const range = find(section);
    if (range) return range;
  }
  return null;
}

/** A table of two columns is searched this far. */
const MOST_ROWS = 40;

/** `| **Status** | Draft |`, a row in a header that is written as a table of keys and values. */
function tableEntry({ text, leaves, rows }: Blocks, section: Section, keys: readonly string[]): TextRange | null {
  for (let leaf = section.leaf + 1; leaf < section.leafTo; leaf++) {
    if (leaves.get(leaf, Leaf.kind) !== BlockKind.table) continue;
    const first = leaves.get(leaf, Leaf.detail);
    const count = Math.min(leaves.get(leaf, Leaf.extra), MOST_ROWS);
    for (let row = first + 1; row < first + count; row++) {
      const [key, value, ...more] = splitCells(text, rows.get(row, Row.from), rows.get(row, Row.to));
      if (key && value && more.length === 0 && keys.includes(foldWords(key.text))) return { from: value.from, to: value.to };
    }
  }
  return null;
}

/** `## Status: Done`; also a status line that `---` below it has turned into a heading. */
function statusHeading({ text, leaves }: Blocks, { leaf }: Section, keys: readonly string[]): TextRange | null {
  if (leaf < 0) return null;
  return findEntry(text, headingTextRange(text, leaves.get(leaf, Leaf.from), leaves.get(leaf, Leaf.to)), keys);
}

/** `## Status` with its value in the first paragraph's first line, unless that is an entry of its own or a list. */
function statusSection({ text, leaves }: Blocks, section: Section, keys: readonly string[]): TextRange | null {
  if (section.heading?.level !== 2 || !section.facts[section.facts.length - 1]?.isStatus) return null;
  for (let leaf = section.leaf + 1; leaf < section.leafTo; leaf++) {
    const kind = leaves.get(leaf, Leaf.kind);
    if (kind === BlockKind.blank) continue;
    if (kind !== BlockKind.paragraph || leaves.get(leaf, Leaf.item) >= 0) return null;
    const from = leaves.get(leaf, Leaf.from);
    const line = { from, to: Math.min(endOfLine(text, from), leaves.get(leaf, Leaf.to)) };
    return findEntry(text, line, keys) ? null : line;
  }
  return null;
}
