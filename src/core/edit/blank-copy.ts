/**
 * A block of a plan copied without its values: headings, labels and tables stay, boxes are unticked, what was filled
 * in is a slot again where the template or another block of the series tells which, and empty where none does.
 */
import { type Blocks, Item, Leaf } from '../markdown/blocks';
import { headingTextRange } from '../markdown/heading-text';
import { foldWords, isStruck, plainText } from '../markdown/inline';
import { isPart, isWorkPart, type Numbering, readNumbering, startsWithParts, writeNumber } from '../markdown/numbering';
import { splitCells } from '../markdown/table';
import { type BlockLine, foldLabel, hasSlot, readBlockLines, type SlottedText } from './block-lines';
import type { KnownTexts } from './known-texts';
import { readTableStyle, withoutContainers, writeRow } from './table-style';

export interface CopyRequest {
  readonly source: SlottedText & { readonly blocks: Blocks };
  /** The block's leaves: from the first to the one behind the last. */
  readonly leaf: number;
  readonly leafTo: number;
  readonly known: KnownTexts;
  /** The block's number, and the one its copy gets; null where the series has none. */
  readonly own: Numbering | null;
  readonly parts: readonly number[] | null;
  /** By leaf, the numbers of headings in the copy that are not the copied ones. */
  readonly below: ReadonlyMap<number, readonly number[]>;
  /** The number of a list's next item, in place of the copied one's; null to leave it. */
  readonly marker: string | null;
  /** Words of the slot that stands for the block's own text when nothing tells a better one. */
  readonly slotWords: string;
  readonly lineBreak: string;
}

/** Labels that are the form of a block and no value, where no other block of the series tells. */
const COMMON_LABELS = /^(?:objective|goals?|overview|files?|files to (?:modify|change|touch)|changes?|changes required|why|what|how|tasks?|steps?|deliverables?|dependenc(?:y|ies)|depends on|location|insight|implication|problem|fix|verify|action|expected|automated|manual|invariants|purpose|rationale|reason|mitigation|impact|likelihood|owner|status|estimate|effort|success criteria|acceptance criteria|verification|confirmation gate|risks?|options?|choice|decision|input|output|errors?|notes?|priority|current|evidence)$/;

export function writeBlankCopy(request: CopyRequest): string {
  return new BlankCopier(request).run();
}

class BlankCopier {
  private readonly out: string[] = [];
  private readonly lines: readonly BlockLine[];
  private readonly dropped = new Set<number>();
  /** Lists (by parent item and label) that have an item without a label already. */
  private readonly filled = new Set<string>();
  private readonly labelled = new Set<string>();
  private readonly fixedSteps = new Map<string, boolean>();
  private context = '';
  /** Whether the lines belong to a step that was left out. */
  private isCutOff = false;

  constructor(private readonly request: CopyRequest) {
    this.lines = readBlockLines(request.source.blocks, request.leaf, request.leafTo);
    for (const line of this.lines) if (line.kind === 'text' && line.startsItem && line.label === '' && this.isSlot(line)) this.filled.add(this.listOf(line));
  }

  run(): string {
    this.lines.forEach((line, at) => {
      if (line.kind === 'heading' || line.startsItem) this.isCutOff = false;
      if (this.isCutOff) return;
      const written = line.kind !== 'blank' && this.isInDropped(line) ? null : this.write(line, at);
      if (written === null) this.drop(line);
      else if (line.kind !== 'blank' || this.out[this.out.length - 1] !== written) this.out.push(written);
    });
    while (this.out[this.out.length - 1]?.trim() === '') this.out.pop();
    return this.out.join(this.request.lineBreak);
  }

  private write(line: BlockLine, at: number): string | null {
    switch (line.kind) {
      case 'heading':
        return this.lines[at - 1]?.leaf === line.leaf ? this.sourceOf(line) : this.heading(line, at === 0);
      case 'text':
        return this.text(line, at);
      case 'table':
        return this.row(line, at);
      case 'fence':
        return this.fence(line, at);
      case 'verbatim':
        return this.sourceOf(line);
      case 'blank':
        return this.sourceOf(line).trim();
      case 'other':
        return null;
    }
  }

  private heading(line: BlockLine, isFirst: boolean): string {
    const { source, parts, below, known, slotWords } = this.request;
    const { text, leaves } = source.blocks;
    const range = headingTextRange(text, leaves.get(line.leaf, Leaf.from), leaves.get(line.leaf, Leaf.to));
    const words = text.slice(range.from, Math.min(range.to, line.to));
    const numbering = readNumbering(words);
    const number = isFirst ? parts : (below.get(line.leaf) ?? null);
    const title = words.slice(numbering?.titleFrom ?? 0);
    const folded = foldWords(plainText(title));
    if (!isFirst) this.context = folded;
    // "Phase 2 verification" in phase 2 has the phase's number, and a title that is no value.
    const isKept = title === '' || hasSlot(source, range) || (!isFirst && (numbering === null || (number !== null && number === parts) || known.isFixed(`heading ${folded}`)));
    const closing = title.endsWith('**') && words.startsWith('**') && !numbering?.separator.includes('**') ? '**' : '';
    const written = isKept ? this.shifted(title) : (known.slot(isFirst ? 'title' : 'heading') ?? known.write(isFirst ? slotWords : 'Name')) + closing;
    const lead = words.slice(0, numbering?.titleFrom ?? 0);
    const numbered = numbering && number ? lead.slice(0, numbering.from) + this.numberOf(numbering, number) + lead.slice(numbering.to + (isFirst ? numbering.suffix.length : 0)) : lead;
    return text.slice(line.from, range.from) + withoutTick(numbered) + written;
  }

  /** Behind "Phase 2a" comes "Phase 3", and its "Step 2a.1" is "Step 3.1". */
  private numberOf(numbering: Numbering, parts: readonly number[]): string {
    const number = writeNumber(numbering, parts);
    return this.request.own?.suffix ? number.replace(/[a-z]/gi, '') : number;
  }

  private text(line: BlockLine, at: number): string | null {
    const { known } = this.request;
    const isBlockItself = at === 0;
    const { marker } = this.request;
    const prefix = isBlockItself && marker !== null ? unticked(line).replace(/\d+/, marker) : unticked(line);
    if (!isBlockItself && this.isStep(line) && !this.isSlot(line)) return this.step(line, prefix);
    if (line.label !== '' && (isBlockItself ? isBold(line) : this.isForm(line))) return this.labelledLine(line, prefix, isBlockItself);
    if (line.startsItem) return this.item(line, prefix, isBlockItself);
    if (this.isSlot(line) || known.isFixed(`text ${line.value.trim()}`)) return prefix + this.shifted(this.textOf(line));
    const slot = this.filled.has(`prose ${this.context}`) || line.item >= 0 ? null : known.slot(`prose ${this.context}`);
    if (slot === null) return null;
    this.filled.add(`prose ${this.context}`);
    return prefix + slot;
  }

  private labelledLine(line: BlockLine, prefix: string, isBlockItself: boolean): string | null {
    const { known, source } = this.request;
    const folded = foldLabel(line.label);
    const key = `${this.listOf(line)} ${folded}`;
    if (!isBlockItself && line.startsItem && this.labelled.has(key) && !this.isSlot(line) && !this.hasSlotBelow(line)) return null;
    this.labelled.add(key);
    if (line.value === '') this.context = folded;
    const isKept = hasSlot(source, { from: line.valueFrom, to: line.to }) || known.isFixed(`value ${folded} ${line.value.trim()}`) || (!isBlockItself && !isBold(line) && known.isFixed(`line ${line.label} ${line.value.trim()}`));
    const value = isKept ? line.value : (known.slot(`label ${folded}`) ?? (isBlockItself ? known.slot('item') ?? known.write(this.request.slotWords) : ''));
    const label = isBlockItself ? this.renumbered(line.label) : this.shifted(line.label);
    const hardBreak = line.value.endsWith('  ') && !isKept ? '  ' : '';
    return prefix + label + (value === '' ? hardBreak : ` ${this.shifted(value)}${value.endsWith('  ') ? '' : hardBreak}`);
  }

  /** "- [ ] **Step 1: Write the test**" in a task: where another block has all the same steps they are form, else one stays, blank. */
  private step(line: BlockLine, prefix: string): string | null {
    const { items } = this.request.source.blocks;
    const list = `steps ${items.get(line.item, Item.parent)}`;
    const text = this.renumbered(this.textOf(line));
    if (this.hasFixedSteps(list, items.get(line.item, Item.parent))) return prefix + text;
    this.isCutOff = this.filled.has(list);
    if (this.isCutOff) return null;
    this.filled.add(list);
    const numbering = readNumbering(text);
    const closing = text.trimEnd().endsWith('**') && !numbering?.separator.includes('**') ? '**' : '';
    return prefix + text.slice(0, numbering?.titleFrom ?? 0) + this.request.known.write('Describe the step') + closing;
  }

  private hasFixedSteps(list: string, parent: number): boolean {
    const known = this.fixedSteps.get(list);
    if (known !== undefined) return known;
    const steps = this.lines.filter((line) => this.isStep(line) && this.request.source.blocks.items.get(line.item, Item.parent) === parent);
    const isFixed = steps.every(({ label, value }) => this.request.known.isFixed(label === '' ? `text ${value.trim()}` : `line ${label} ${value.trim()}`));
    this.fixedSteps.set(list, isFixed);
    return isFixed;
  }

  private isStep(line: BlockLine): boolean {
    return line.kind === 'text' && line.startsItem && isWorkPart(readNumbering(this.textOf(line)));
  }

  /** An item without a label: one of its list stays, with a slot for its text. */
  private item(line: BlockLine, prefix: string, isBlockItself: boolean): string | null {
    const { known, slotWords } = this.request;
    const text = this.textOf(line);
    if (!isBlockItself && known.isFixed(`text ${text.trim()}`)) return prefix + this.shifted(this.renumbered(text));
    if (this.isSlot(line) && !(isBlockItself && isStruck(text))) return prefix + (isBlockItself ? nextInSlot(this.renumbered(text)) : this.shifted(this.renumbered(text)));
    const list = this.listOf(line);
    if (!isBlockItself && this.filled.has(list)) return null;
    this.filled.add(list);
    const numbering = readNumbering(text);
    const lead = numbering && !isStruck(text) && (isBlockItself || numbering.digits.includes('.')) ? this.renumbered(text).slice(0, this.renumbered(text).length - text.length + numbering.titleFrom) : '';
    const slot = known.slot(`item ${this.context}`) ?? (isBlockItself ? known.slot('item') : null);
    return prefix + lead + (slot !== null && !isStruck(slot) ? slot : known.write(isBlockItself ? slotWords : this.isTask(line) ? 'Describe the check' : 'Describe'));
  }

  /** Header, delimiter row and one blank row. */
  private row(line: BlockLine, at: number): string | null {
    const { text, leaves } = this.request.source.blocks;
    const first = this.lines.findIndex(({ leaf }) => leaf === line.leaf);
    if (at - first < 2) {
      const isLast = this.lines[at + 1]?.leaf !== line.leaf;
      return this.sourceOf(line) + (at - first === 1 && isLast ? this.request.lineBreak + this.blankRow(first) : '');
    }
    return at - first === 2 && leaves.get(line.leaf, Leaf.to) <= text.length ? this.blankRow(first) : null;
  }

  private blankRow(first: number): string {
    const [header = '', delimiter = '', row] = [0, 1, 2].map((step) => (this.lines[first + step]?.leaf === this.lines[first]?.leaf ? this.lines[first + step] : undefined)).map((line) => line && this.sourceOf(line));
    const cells = splitCells(withoutContainers(header), 0, withoutContainers(header).length);
    return writeRow(cells.map(() => ''), readTableStyle({ header, delimiter, last: row ?? delimiter }));
  }

  /** The fence's two marks; what stands between only where it is the template's, or holds a slot. */
  private fence(line: BlockLine, at: number): string | null {
    const isEdge = this.lines[at - 1]?.leaf !== line.leaf || this.lines[at + 1]?.leaf !== line.leaf;
    const isKept = isEdge || hasSlot(this.request.source, line) || this.request.known.isFixed(`fence ${line.value.trim()}`);
    return isKept ? this.sourceOf(line) : null;
  }

  private isForm(line: BlockLine): boolean {
    const { known } = this.request;
    if ((!line.startsItem && isBold(line)) || known.hasLabel(line.label) || COMMON_LABELS.test(foldLabel(line.label))) return true;
    return line.value === '' && line.startsItem && this.request.source.blocks.items.get(line.item + 1, Item.parent) === line.item;
  }

  private hasSlotBelow({ item }: BlockLine): boolean {
    const { items } = this.request.source.blocks;
    return this.lines.some((line) => line.item !== item && this.isSlot(line) && items.get(line.item, Item.parent) === item);
  }

  private isSlot({ valueFrom, from, to, label }: BlockLine): boolean {
    return hasSlot(this.request.source, { from: label === '' ? valueFrom : from, to });
  }

  private isTask({ item }: BlockLine): boolean {
    return this.request.source.blocks.items.get(item, Item.mark) >= 0;
  }

  private textOf(line: BlockLine): string {
    return line.label === '' ? line.value : this.request.source.text.slice(line.from + line.prefix.length, line.to);
  }

  private listOf({ item, prefix }: BlockLine): string {
    const parent = item < 0 ? -1 : this.request.source.blocks.items.get(item, Item.parent);
    return `${parent} ${parent < 0 ? this.context : ''} ${prefix.length}`;
  }

  private isInDropped({ item, startsItem }: BlockLine): boolean {
    const { items } = this.request.source.blocks;
    for (let at = startsItem ? items.get(item, Item.parent) : item; at >= 0; at = items.get(at, Item.parent)) if (this.dropped.has(at)) return true;
    return false;
  }

  private drop({ item, startsItem }: BlockLine): void {
    if (startsItem) this.dropped.add(item);
  }

  /** The block's own number in front of a text, or a number that goes on from it, as the copy has it. */
  private renumbered(source: string): string {
    const { own, parts } = this.request;
    const numbering = readNumbering(source);
    if (!numbering || !own || !parts) return source;
    const isOwn = numbering.digits === own.digits && numbering.word === own.word;
    if (!isOwn && !((numbering.word === null || isPart(numbering)) && startsWithParts(numbering.parts, own.parts))) return source;
    return source.slice(0, numbering.from) + writeNumber(numbering, [...parts, ...numbering.parts.slice(own.parts.length)]) + source.slice(numbering.to);
  }

  /** "before Phase 3 starts" in phase 2 speaks of the next one, so it moves along; what speaks of earlier ones stays. */
  private shifted(source: string): string {
    const { own, parts } = this.request;
    const [old, now] = [own?.parts[0], parts?.[0]];
    if (own?.word == null || old === undefined || now === undefined || own.parts.length > 1) return source;
    return source.replace(/(\p{L}{2,20}) (\d{1,3})(?![\d.])/giu, (all, word: string, digits: string) => (word.toLowerCase() === own.word && Number(digits) >= old ? `${word} ${Number(digits) + now - old}` : all));
  }

  private sourceOf({ from, to }: BlockLine): string {
    return this.request.source.text.slice(from, to);
  }
}

function isBold({ label }: BlockLine): boolean {
  return label.startsWith('**') || label.startsWith('__');
}

/** The prefix with an empty box: `- [x] ` → `- [ ] `. */
function unticked({ prefix }: BlockLine): string {
  return prefix.replace(/\[[^[\]]{1,2}\](?=[ \t]*$)/u, '[ ]');
}

/** `[Test case 2]` → `[Test case 3]`; slots without a number stay. */
function nextInSlot(source: string): string {
  return source.replace(/^([[{][^[\]{}\d]{1,60}? ?)(\d{1,3})([\]}])/, (_all, before: string, digits: string, behind: string) => before + String(Number(digits) + 1) + behind);
}

/** What says that the copied block is done: "✅ Phase 2". */
function withoutTick(lead: string): string {
  return lead.replace(/[✅✔☑]\uFE0F?[ \t]*/gu, '');
}
