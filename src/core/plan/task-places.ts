/** Where a list item stands, and what that makes of it: the labels and headings above it, nearest first. */
import { type Blocks, Item } from '../markdown/blocks';
import type { Outline, Section } from './outline';
import type { TaskKind } from './plan';
import { LabelCursor, parentLabels, sectionLabels } from './task-labels';
import { isStep, type TitleFacts, type TitleReader } from './title-reader';

export interface TaskPlace {
  readonly section: Section;
  /** Nearest first. */
  readonly labels: readonly string[];
  /** What the labels and then the headings are about, nearest first; the note's title left out, where there are others. */
  readonly facts: readonly TitleFacts[];
  /** "Phase 1", also from the note's title. */
  readonly phase: string | null;
}

/** Items must be asked for in text order. */
export class TaskPlaces {
  private sectionAt = -1;
  private labels = new LabelCursor([]);

  constructor(
    private readonly blocks: Blocks,
    private readonly outline: Outline,
    private readonly titles: TitleReader,
  ) {}

  of(item: number): TaskPlace {
    const { blocks, titles } = this;
    const line = blocks.items.get(item, Item.line);
    const section = this.sectionOf(line);
    const label = this.labels.above(line);
    const labels = [...parentLabels(blocks, item), ...(label === null ? [] : [label])];
    // The title says what all of the note is about, not what these items are.
    const headings = section.facts.length > 1 && section.isBelowTitle ? section.facts.slice(1) : section.facts;
    const facts = [...labels.map((name) => titles.read(name)), ...[...headings].reverse()];
    const all = [...facts, ...section.facts];
    // A step is the part of the work only where nothing larger is numbered.
    const phase = firstFact(all, (fact) => (fact.phase === null || isStep(fact.phase) ? null : fact.phase)) ?? firstFact(all, (fact) => fact.phase);
    return { section, labels, facts, phase };
  }

  private sectionOf(line: number): Section {
    const { sections } = this.outline;
    let section = sections[this.sectionAt];
    while (!section || line >= section.lineTo) {
      section = sections[++this.sectionAt];
      if (!section) throw new RangeError(`Line ${line} lies in no section.`);
      this.labels = new LabelCursor(sectionLabels(this.blocks, section, this.titles));
    }
    return section;
  }
}

/** A test to be written. Matches "4.1 Add a test", "Write docs"; not "Added rows show". */
const WRITING = /^(?:\*\*)?(?:[\d.]{1,8}\s+)?(?:\*\*)?(?:add|write|create|implement|update|extend|cover|assert|port|document|refactor|remove|introduce)\b/i;

/** What an item is, by the nearest label or heading that decides it. */
export function kindOf(facts: readonly TitleFacts[], source: string): TaskKind {
  const deciding = facts.find(({ kind }) => kind !== null);
  if (deciding?.kind === 'verification' && deciding.isWeak && WRITING.test(source)) return 'other';
  return deciding?.kind ?? 'other';
}

export function firstFact<T>(facts: readonly TitleFacts[], of: (fact: TitleFacts) => T | null): T | null {
  for (const fact of facts) {
    const found = of(fact);
    if (found !== null) return found;
  }
  return null;
}
