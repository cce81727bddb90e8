/** Tasks of a note with what makes them verification items or questions: the nearest label or heading decides. */
import { BlockKind, type Blocks, Item, Leaf } from '../markdown/blocks';
import { isStruck, plainText } from '../markdown/inline';
import { startOfLine } from '../text/line-index';
import { matchesWords, foldTitle } from './match-words';
import type { Outline, Section } from './outline';
import type { Task, TaskKind, VerificationClass } from './plan';
import { PHASE_WORDS, QUESTION_WORDS, VERIFICATION_CLASSES, VERIFICATION_WORDS } from './vocabulary';

/** What a character between the brackets means; every other character is open. */
export interface TaskMarks {
  readonly done: string;
  readonly dropped: string;
}

export const DEFAULT_MARKS: TaskMarks = { done: 'xX', dropped: '-' };

/** A line that is nothing but a bold label. Matches `**Automated**:`; not `**Goal**: ship it`. Group 1 is its text. */
const BOLD_LABEL = /^(?:\*\*|__)([^*_\n]{1,80})(?:\*\*|__)[ \t]*:?$/;
/** Where a phase's number is looked for; a longer title is prose. */
const LONGEST_TITLE = 300;
/** A list item that labels its children. Matches `**Coverage**: what is tested`, `Manual:`. Group 1 or 2 is the label. */
const ITEM_LABEL = /^(?:(?:\*\*|__)([^*_\n]{1,80})(?:\*\*|__)|([^:\n]{1,60})(?=:))/;

export function readTasks(blocks: Blocks, outline: Outline, marks: TaskMarks): Task[] {
  const { items } = blocks;
  const tasks: Task[] = [];
  let at = 0;
  for (const section of outline.sections) {
    const labels = boldLabels(blocks, section);
    let next = 0;
    let label: string | null = null;
    for (; at < items.length && items.get(at, Item.line) < section.lineTo; at++) {
      const line = items.get(at, Item.line);
      for (let candidate = labels[next]; candidate && candidate.line < line; candidate = labels[++next]) label = candidate.text;
      if (items.get(at, Item.mark) >= 0) tasks.push(readTask(blocks, at, { section, label, marks }));
    }
  }
  return tasks;
}

function readTask(blocks: Blocks, item: number, context: { section: Section; label: string | null; marks: TaskMarks }): Task {
  const { text, items } = blocks;
  const { section, marks } = context;
  const mark = String.fromCodePoint(items.get(item, Item.mark));
  const labels = [...parentLabels(blocks, item), ...(context.label === null ? [] : [context.label])];
  const folded = [...labels.map(foldTitle), ...[...section.folded].reverse()];
  const kind = kindOf(folded);
  const source = joinLines(text.slice(items.get(item, Item.textFrom), items.get(item, Item.textTo)));
  const parent = items.get(item, Item.parent);
  return {
    line: items.get(item, Item.line),
    from: items.get(item, Item.from),
    to: items.get(item, Item.to),
    mark,
    markOffset: markOffset(blocks, item, mark),
    text: source,
    parentLine: parent < 0 ? null : items.get(parent, Item.line),
    path: section.path,
    label: labels[0] ?? null,
    kind,
    verification: kind === 'verification' ? classOf(folded) : null,
    phase: phaseOf([...labels, ...[...section.path].reverse()]),
    state: marks.done.includes(mark) || isStruck(source) ? 'done' : marks.dropped.includes(mark) ? 'dropped' : 'open',
  };
}

/** Bold label lines of the section's own paragraphs: the last line of each that is nothing but a label. */
function boldLabels({ text, leaves }: Blocks, section: Section): { line: number; text: string }[] {
  const labels = [];
  for (let leaf = section.leaf + 1; leaf < section.leafTo; leaf++) {
    if (leaves.get(leaf, Leaf.kind) !== BlockKind.paragraph || leaves.get(leaf, Leaf.item) >= 0) continue;
    const to = leaves.get(leaf, Leaf.to);
    const lineFrom = startOfLine(text, to, leaves.get(leaf, Leaf.from));
    const label = to - lineFrom > 120 ? null : BOLD_LABEL.exec(text.slice(lineFrom, to).replace(/^[\s>]+/, ''));
    if (label?.[1] !== undefined) labels.push({ line: leaves.get(leaf, Leaf.endLine), text: withoutColon(label[1]) });
  }
  return labels;
}

/** Labels among the enclosing list items, nearest first. */
function parentLabels({ text, items }: Blocks, item: number): string[] {
  const labels: string[] = [];
  for (let parent = items.get(item, Item.parent), depth = 0; parent >= 0 && depth < 20; parent = items.get(parent, Item.parent), depth++) {
    const from = items.get(parent, Item.textFrom);
    const label = ITEM_LABEL.exec(text.slice(from, Math.min(items.get(parent, Item.textTo), from + 200)));
    const found = label?.[1] ?? label?.[2];
    if (found !== undefined && items.get(parent, Item.mark) < 0) labels.push(withoutColon(plainText(found)));
  }
  return labels;
}

function markOffset({ text, items }: Blocks, item: number, mark: string): number {
  const bracket = text.lastIndexOf(`[${mark}]`, items.get(item, Item.textFrom) - 1);
  return bracket + 1;
}

function kindOf(folded: readonly string[]): TaskKind {
  for (const title of folded) {
    if (matchesWords(title, QUESTION_WORDS)) return 'question';
    if (matchesWords(title, VERIFICATION_WORDS)) return 'verification';
  }
  return 'other';
}

function classOf(folded: readonly string[]): VerificationClass {
  for (const title of folded) {
    const found = VERIFICATION_CLASSES.find(([, words]) => matchesWords(title, words));
    if (found) return found[0];
  }
  return 'other';
}

/** "Phase 1", from "Phase 1: Storage", "### Phase 1 Verification" or "4. Step 1". */
export function phaseOf(titles: readonly string[]): string | null {
  for (const title of titles) {
    const words = title.slice(0, LONGEST_TITLE).split(/[\s:,.)(–—-]+/, 12);
    const index = words.findIndex((word, at) => PHASE_WORDS.some((phase) => phase === word.toLowerCase()) && /^\d{1,3}[a-z]?$/i.test(words[at + 1] ?? ''));
    const word = words[index];
    if (index >= 0 && word !== undefined) return `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()} ${words[index + 1] ?? ''}`;
  }
  return null;
}

function joinLines(source: string): string {
  return source.includes('\n') || source.includes('\r') ? source.split(/[\r\n]+/).map((line) => line.trim().replace(/^(?:>[ \t]?)+/, '')).join(' ') : source;
}

function withoutColon(label: string): string {
  return label.trim().replace(/[:：]$/, '').trim();
}
