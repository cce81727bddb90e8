/** Tasks of a note with what makes them verification items or questions: the nearest label or heading decides. */
import { BlockKind, type Blocks, Item, Leaf } from '../markdown/blocks';
import { isStruck, plainText } from '../markdown/inline';
import { startOfLine } from '../text/line-index';
import type { Outline, Section } from './outline';
import type { Task } from './plan';
import type { TitleFacts, TitleReader } from './title-reader';

/** What a character between the brackets means; every other character is open. */
export interface TaskMarks {
  readonly done: string;
  readonly dropped: string;
}

export const DEFAULT_MARKS: TaskMarks = { done: 'xX', dropped: '-' };

/** A line that is nothing but a bold label. Matches `**Automated**:`; not `**Goal**: ship it`. Group 1 is its text. */
const BOLD_LABEL = /^(?:\*\*|__)([^*_\n]{1,80})(?:\*\*|__)[ \t]*:?$/;
/** A list item that labels its children. Matches `**Coverage**: what is tested`, `Manual:`. Group 1 or 2 is the label. */
const ITEM_LABEL = /^(?:(?:\*\*|__)([^*_\n]{1,80})(?:\*\*|__)|([^:\n]{1,60})(?=:))/;

interface BoldLabel {
  readonly line: number;
  readonly text: string;
}

/** What reading a task needs to know beyond the note. */
export interface TaskReading {
  readonly marks: TaskMarks;
  readonly titles: TitleReader;
}

export function readTasks(blocks: Blocks, outline: Outline, reading: TaskReading): Task[] {
  const { items } = blocks;
  const places = new TaskPlaces(blocks, reading.titles);
  const tasks: Task[] = [];
  let at = 0;
  for (const section of outline.sections) {
    let labels: readonly BoldLabel[] | null = null;
    let next = 0;
    let label: string | null = null;
    for (; at < items.length && items.get(at, Item.line) < section.lineTo; at++) {
      if (items.get(at, Item.mark) < 0) continue;
      labels ??= boldLabels(blocks, section);
      const line = items.get(at, Item.line);
      for (let candidate = labels[next]; candidate && candidate.line < line; candidate = labels[++next]) label = candidate.text;
      tasks.push(readTask(blocks, at, places.of(section, label, items.get(at, Item.parent)), reading.marks));
    }
  }
  return tasks;
}

function readTask({ text, items }: Blocks, item: number, place: TaskPlace, marks: TaskMarks): Task {
  const code = items.get(item, Item.mark);
  const mark = code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
  const textFrom = items.get(item, Item.textFrom);
  const source = joinLines(text.slice(textFrom, items.get(item, Item.textTo)));
  const parent = items.get(item, Item.parent);
  return {
    line: items.get(item, Item.line),
    from: items.get(item, Item.from),
    to: items.get(item, Item.to),
    mark,
    // Nothing but blanks, line breaks and quote marks stands between the bracket and the text.
    markOffset: text.lastIndexOf(']', textFrom - 1) - mark.length,
    text: source,
    parentLine: parent < 0 ? null : items.get(parent, Item.line),
    path: place.section.path,
    label: place.label,
    kind: place.kind,
    verification: place.verification,
    phase: place.phase,
    state: marks.done.includes(mark) || isStruck(source) ? 'done' : marks.dropped.includes(mark) ? 'dropped' : 'open',
  };
}

/** What a task has from where it stands. */
interface TaskPlace extends Pick<Task, 'label' | 'kind' | 'verification' | 'phase'> {
  readonly section: Section;
}

/** Most tasks stand where the one before them stands, so a place is read once. */
class TaskPlaces {
  private last: TaskPlace | null = null;
  private lastBold: string | null = null;
  private lastParent = -1;

  constructor(
    private readonly blocks: Blocks,
    private readonly titles: TitleReader,
  ) {}

  /** Of a task in `section`, below the label line `bold`, in the list item `parent` (−1 for none). */
  of(section: Section, bold: string | null, parent: number): TaskPlace {
    const { last } = this;
    if (last !== null && section === last.section && bold === this.lastBold && parent === this.lastParent) return last;
    this.lastBold = bold;
    this.lastParent = parent;
    return (this.last = this.read(section, bold, parent));
  }

  private read(section: Section, bold: string | null, parent: number): TaskPlace {
    const labels = parentLabels(this.blocks, parent);
    if (bold !== null) labels.push(bold);
    // Nearest first: the labels, then the headings from the innermost out.
    const facts = [...labels.map((label) => this.titles.read(label)), ...[...section.facts].reverse()];
    const kind = firstFact(facts, (fact) => fact.kind) ?? 'other';
    return {
      section,
      label: labels[0] ?? null,
      kind,
      verification: kind === 'verification' ? (firstFact(facts, (fact) => fact.verification) ?? 'other') : null,
      phase: firstFact(facts, (fact) => fact.phase),
    };
  }
}

/** Bold label lines of the section's own paragraphs: the last line of each that is nothing but a label. */
function boldLabels({ text, leaves }: Blocks, section: Section): BoldLabel[] {
  const labels: BoldLabel[] = [];
  for (let leaf = section.leaf + 1; leaf < section.leafTo; leaf++) {
    if (leaves.get(leaf, Leaf.kind) !== BlockKind.paragraph || leaves.get(leaf, Leaf.item) >= 0) continue;
    const to = leaves.get(leaf, Leaf.to);
    const lineFrom = startOfLine(text, to, leaves.get(leaf, Leaf.from));
    const label = to - lineFrom > 120 ? null : BOLD_LABEL.exec(text.slice(lineFrom, to).replace(/^[\s>]+/, ''));
    if (label?.[1] !== undefined) labels.push({ line: leaves.get(leaf, Leaf.endLine), text: withoutColon(label[1]) });
  }
  return labels;
}

/** Labels of the list item `nearest` and of those around it, nearest first. */
function parentLabels({ text, items }: Blocks, nearest: number): string[] {
  const labels: string[] = [];
  for (let parent = nearest, depth = 0; parent >= 0 && depth < 20; parent = items.get(parent, Item.parent), depth++) {
    const from = items.get(parent, Item.textFrom);
    const label = ITEM_LABEL.exec(text.slice(from, Math.min(items.get(parent, Item.textTo), from + 200)));
    const found = label?.[1] ?? label?.[2];
    if (found !== undefined && items.get(parent, Item.mark) < 0) labels.push(withoutColon(plainText(found)));
  }
  return labels;
}

function firstFact<T>(facts: readonly TitleFacts[], of: (fact: TitleFacts) => T | null): T | null {
  for (const fact of facts) {
    const found = of(fact);
    if (found !== null) return found;
  }
  return null;
}

function joinLines(source: string): string {
  return source.includes('\n') || source.includes('\r') ? source.split(/[\r\n]+/).map((line) => line.trim().replace(/^(?:>[ \t]?)+/, '')).join(' ') : source;
}

function withoutColon(label: string): string {
  return label.trim().replace(/[:：]$/, '').trim();
}
