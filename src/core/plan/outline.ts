/** A note's root headings as sections; everything else of a plan is read section by section. */
import { BlockKind, type Blocks, Leaf } from '../markdown/blocks';
import { plainText } from '../markdown/inline';
import { headingLevel, skipBlanks, trimEnd } from '../markdown/line-starts';
import { endOfLine, startOfLine } from '../text/line-index';
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

/** Where the heading's text stands: `#` marks and setext underline left out. */
export function headingTextRange(text: string, from: number, to: number): { from: number; to: number } {
  const level = headingLevel(text, from, Math.min(to, endOfLine(text, from)));
  if (level === 0) {
    let end = startOfLine(text, to, from);
    while (end > from && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
    return { from, to: trimEnd(text, from, end) };
  }
  const start = skipBlanks(text, from + level, to);
  let end = trimEnd(text, start, to);
  let hashes = end;
  while (hashes > start && text[hashes - 1] === '#') hashes--;
  if (hashes === start) end = start;
  else if (hashes < end && (text[hashes - 1] === ' ' || text[hashes - 1] === '\t')) end = trimEnd(text, start, hashes);
  return { from: start, to: end };
}

function readHeading({ text, leaves }: Blocks, leaf: number): Heading {
  const range = headingTextRange(text, leaves.get(leaf, Leaf.from), leaves.get(leaf, Leaf.to));
  const level = leaves.get(leaf, Leaf.detail);
  const line = leaves.get(leaf, Leaf.line);
  return { level, text: plainText(text.slice(range.from, range.to).replace(/[\r\n]+[ \t]*/g, ' ')), line };
}
