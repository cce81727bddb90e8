/** Where a list item stands, and what that makes of it: the labels and headings above it, nearest first. */
import { type Blocks, Item } from '../markdown/blocks';
import type { Outline, Section } from './outline';
import type { TaskKind, VerificationClass } from './plan';
import { LabelCursor, parentLabels, sectionLabels } from './task-labels';
import { isStep, type TitleFacts, type TitleReader } from './title-reader';

export interface TaskPlace {
  readonly section: Section;
  /** The nearest label; null without one. */
  readonly label: string | null;
  /** What items here are, and whether that holds only for items that are not tests to be written. */
  readonly kind: TaskKind;
  readonly isWeak: boolean;
  /** The class of verification items here. */
  readonly verification: VerificationClass;
  /** "Phase 1", also from the note's title. */
  readonly phase: string | null;
}

/** Items must be asked for in text order. Most stand where the one before them stands, so a place is read once. */
export class TaskPlaces {
  private sectionAt = -1;
  private labels = new LabelCursor([]);
  private last: TaskPlace | null = null;
  private lastLabel: string | null = null;
  private lastParent = -1;

  constructor(
    private readonly blocks: Blocks,
    private readonly outline: Outline,
    private readonly titles: TitleReader,
  ) {}

  of(item: number): TaskPlace {
    const { items } = this.blocks;
    const line = items.get(item, Item.line);
    const section = this.sectionOf(line);
    const label = this.labels.above(line);
    const parent = items.get(item, Item.parent);
    if (this.last !== null && section === this.last.section && label === this.lastLabel && parent === this.lastParent) return this.last;
    this.lastLabel = label;
    this.lastParent = parent;
    return (this.last = this.read(section, label, parent));
  }

  private read(section: Section, label: string | null, parent: number): TaskPlace {
    const labels = parentLabels(this.blocks, parent, this.titles);
    if (label !== null) labels.push(label);
    // The title says what all of the note is about, not what these items are.
    const headings = section.facts.length > 1 && section.isBelowTitle ? section.facts.slice(1) : section.facts;
    const facts = [...labels.map((name) => this.titles.read(name)), ...[...headings].reverse()];
    const all = [...facts, ...section.facts];
    const deciding = facts.find(({ kind }) => kind !== null);
    return {
      section,
      label: labels[0] ?? null,
      kind: deciding?.kind ?? 'other',
      isWeak: deciding?.isWeak ?? false,
      verification: firstFact(facts, (fact) => fact.verification) ?? 'other',
      // A step is the part of the work only where nothing larger is numbered.
      phase: firstFact(all, (fact) => (fact.phase === null || isStep(fact.phase) ? null : fact.phase)) ?? firstFact(all, (fact) => fact.phase),
    };
  }

  private sectionOf(line: number): Section {
    const { sections } = this.outline;
    let section = sections[this.sectionAt];
    if (section && line < section.lineTo) return section;
    while (!section || line >= section.lineTo) {
      section = sections[++this.sectionAt];
      if (!section) throw new RangeError(`Line ${line} lies in no section.`);
    }
    this.labels = new LabelCursor(sectionLabels(this.blocks, section, this.titles));
    return section;
  }
}

/** A test to be written. Matches "4.1 Add a test", "Write docs"; not "Added rows show". */
const WRITING = /^(?:\*\*)?(?:[\d.]{1,8}\s+)?(?:\*\*)?(?:add|write|create|implement|update|extend|cover|assert|port|document|refactor|remove|introduce)\b/i;

/** What an item of this text is at `place`. */
export function kindOf({ kind, isWeak }: TaskPlace, source: string): TaskKind {
  return kind === 'verification' && isWeak && WRITING.test(source) ? 'other' : kind;
}

function firstFact<T>(facts: readonly TitleFacts[], of: (fact: TitleFacts) => T | null): T | null {
  for (const fact of facts) {
    const found = of(fact);
    if (found !== null) return found;
  }
  return null;
}
