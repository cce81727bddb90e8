/** A note's root headings as sections; everything else of a plan is read section by section. */
import { BlockKind, type Blocks, Leaf } from '../markdown/blocks';
import { headingTextRange } from '../markdown/heading-text';
import { plainText } from '../markdown/inline';
import type { Heading } from './plan';
import type { TitleFacts, TitleReader } from './title-reader';

/** A heading's own text, up to the next root heading. */
export class Section {
  /** Leaves of the section's own text stand behind `leaf`, before `leafTo`. */
  leafTo = 0;
  /** The line behind the last. */
  lineTo = 0;
  /** Whether the heading is the note's title: its first, of level 1. */
  isTitle = false;
  private knownPath: readonly string[] | null = null;
  private knownFacts: readonly TitleFacts[] | null = null;

  constructor(
    /** Null for what stands before the first heading. */
    readonly heading: Heading | null,
    /** Leaf row of the heading, −1 for none. */
    readonly leaf: number,
    /** What the heading is about. */
    readonly topic: TitleFacts | null,
    /** The section around it. */
    readonly parent: Section | null,
  ) {}

  /** Whether the outermost of the headings is the note's title. */
  get isBelowTitle(): boolean {
    return this.parent?.isBelowTitle ?? this.isTitle;
  }

  /** First line. */
  get line(): number {
    return this.heading?.line ?? 0;
  }

  /** Heading texts from the top. Most sections hold nothing that asks for them, so they are made on demand, once. */
  get path(): readonly string[] {
    return (this.knownPath ??= this.heading === null ? [] : [...(this.parent?.path ?? []), this.heading.text]);
  }

  /** What each heading from the top is about. */
  get facts(): readonly TitleFacts[] {
    return (this.knownFacts ??= this.topic === null ? [] : [...(this.parent?.facts ?? []), this.topic]);
  }
}

export interface Outline {
  readonly headings: readonly Heading[];
  /** In text order; the first stands before the first heading. */
  readonly sections: readonly Section[];
}

export function readOutline(blocks: Blocks, titles: TitleReader): Outline {
  const { leaves } = blocks;
  const headings: Heading[] = [];
  let open = new Section(null, -1, null, null);
  const sections = [open];
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    if (leaves.get(leaf, Leaf.kind) !== BlockKind.heading) continue;
    const heading = readHeading(blocks, leaf);
    headings.push(heading);
    if (leaves.get(leaf, Leaf.extra) === 0) continue;
    open.leafTo = leaf;
    open.lineTo = heading.line;
    open = new Section(heading, leaf, titles.read(heading.text), around(open, heading.level));
    open.isTitle = heading.level === 1 && sections.length === 1;
    sections.push(open);
  }
  open.leafTo = leaves.length;
  open.lineTo = blocks.lines;
  return { headings, sections };
}

/** Of `section` and those around it the innermost that a heading of `level` may stand in. */
function around(section: Section, level: number): Section | null {
  let next: Section | null = section;
  while (next !== null && (next.heading === null || next.heading.level >= level)) next = next.parent;
  return next;
}

function readHeading({ text, leaves }: Blocks, leaf: number): Heading {
  const range = headingTextRange(text, leaves.get(leaf, Leaf.from), leaves.get(leaf, Leaf.to));
  const level = leaves.get(leaf, Leaf.detail);
  const line = leaves.get(leaf, Leaf.line);
  const source = text.slice(range.from, range.to);
  const isOneLine = leaves.get(leaf, Leaf.endLine) - line < 2;
  return { level, text: plainText(isOneLine ? source : source.replace(/[\r\n]+[ \t]*/g, ' ')), line };
}
