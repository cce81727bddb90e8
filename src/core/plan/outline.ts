/** A note's root headings as sections; everything else of a plan is read section by section. */
import { BlockKind, type Blocks, Leaf } from '../markdown/blocks';
import { headingTextRange } from '../markdown/heading-text';
import { plainText } from '../markdown/inline';
import type { Heading } from './plan';
import type { TitleFacts, TitleReader } from './title-reader';

export interface Section {
  /** Null for what stands before the first heading. */
  readonly heading: Heading | null;
  /** Leaf row of the heading, −1 for none; leaves of the section's own text follow up to `leafTo`. */
  readonly leaf: number;
  readonly leafTo: number;
  /** First line, and the line behind the last. */
  readonly line: number;
  readonly lineTo: number;
  /** Heading texts from the top, and what each is about. */
  readonly path: readonly string[];
  readonly facts: readonly TitleFacts[];
  /** Whether the first of them is the note's title: its first heading, of level 1. */
  readonly isBelowTitle: boolean;
}

export interface Outline {
  readonly headings: readonly Heading[];
  /** In text order; the first stands before the first heading. */
  readonly sections: readonly Section[];
}

export function readOutline(blocks: Blocks, titles: TitleReader): Outline {
  const { leaves } = blocks;
  const headings: Heading[] = [];
  const sections: Section[] = [];
  let open = { heading: null as Heading | null, leaf: -1, line: 0, stack: [] as { level: number; text: string; facts: TitleFacts; isTitle: boolean }[] };
  const close = (leafTo: number, lineTo: number): void => {
    const { heading, leaf, line, stack } = open;
    sections.push({ heading, leaf, leafTo, line, lineTo, path: stack.map((entry) => entry.text), facts: stack.map((entry) => entry.facts), isBelowTitle: stack[0]?.isTitle ?? false });
  };
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    if (leaves.get(leaf, Leaf.kind) !== BlockKind.heading) continue;
    const heading = readHeading(blocks, leaf);
    headings.push(heading);
    if (leaves.get(leaf, Leaf.extra) === 0) continue;
    close(leaf, heading.line);
    const stack = open.stack.filter(({ level }) => level < heading.level);
    stack.push({ level: heading.level, text: heading.text, facts: titles.read(heading.text), isTitle: heading.level === 1 && sections.length === 1 });
    open = { heading, leaf, line: heading.line, stack };
  }
  close(leaves.length, blocks.lines);
  return { headings, sections };
}

function readHeading({ text, leaves }: Blocks, leaf: number): Heading {
  const range = headingTextRange(text, leaves.get(leaf, Leaf.from), leaves.get(leaf, Leaf.to));
  const level = leaves.get(leaf, Leaf.detail);
  const line = leaves.get(leaf, Leaf.line);
  return { level, text: plainText(text.slice(range.from, range.to).replace(/[\r\n]+[ \t]*/g, ' ')), line };
}
