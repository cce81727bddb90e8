/**
 * What the blocks of a series have in common with each other and with the template's: the slots that stand behind
 * their labels and in their lists, and the texts that are the form and no values.
 */
import { type Blocks, Leaf } from '../markdown/blocks';
import { foldWords, plainText } from '../markdown/inline';
import { readNumbering } from '../markdown/numbering';
import { headingTextRange } from '../markdown/heading-text';
import { type BlockLine, foldLabel, hasSlot, readBlockLines, type SlottedText } from './block-lines';

export class KnownTexts {
  private readonly slots = new Map<string, string>();
  private readonly fixed = new Set<string>();
  private readonly labels = new Set<string>();
  /** How the first slot met is written. */
  bracket: 'square' | 'curly' | null = null;

  /** Learns from one block, leaves `leaf` … `leafTo` − 1. What is learnt first stays. `isTemplate`: its values without slots are form too. */
  learn(source: SlottedText & { readonly blocks: Blocks }, range: { leaf: number; leafTo: number; isTemplate: boolean }): void {
    let context = '';
    readBlockLines(source.blocks, range.leaf, range.leafTo).forEach((line, at) => {
      if (line.kind === 'heading') context = this.learnHeading(source, line, at === 0);
      else if (line.kind === 'fence' && range.isTemplate) this.fixed.add(`fence ${line.value.trim()}`);
      else if (line.kind === 'text') context = this.learnText(source, line, { context, isTemplate: range.isTemplate });
    });
  }

  /** The slot for a place, as the form writes it; null when the form says nothing. */
  slot(place: string): string | null {
    return this.slots.get(place) ?? null;
  }

  isFixed(text: string): boolean {
    return this.fixed.has(text);
  }

  hasLabel(label: string): boolean {
    return this.labels.has(foldLabel(label));
  }

  /** A slot of its own wording, in the brackets that the note uses. */
  write(words: string): string {
    return this.bracket === 'curly' ? `{${words.charAt(0).toLowerCase()}${words.slice(1)}}` : `[${words}]`;
  }

  private learnHeading(source: SlottedText & { readonly blocks: Blocks }, line: BlockLine, isFirst: boolean): string {
    const { text, leaves } = source.blocks;
    const range = headingTextRange(text, leaves.get(line.leaf, Leaf.from), leaves.get(line.leaf, Leaf.to));
    const words = text.slice(range.from, range.to);
    const title = words.slice(readNumbering(words)?.titleFrom ?? 0);
    if (hasSlot(source, range)) this.keep(isFirst ? 'title' : 'heading', title);
    if (!isFirst) this.fixed.add(`heading ${foldWords(plainText(title))}`);
    return isFirst ? '' : foldWords(plainText(title));
  }

  private learnText(source: SlottedText, line: BlockLine, { context, isTemplate }: { context: string; isTemplate: boolean }): string {
    const { label, value, startsItem, valueFrom, to } = line;
    const isSlot = hasSlot(source, { from: valueFrom, to });
    if (label !== '') {
      const folded = foldLabel(label);
      this.labels.add(folded);
      if (isSlot) this.keep(`label ${folded}`, value.trimEnd());
      if (startsItem && !isSlot) this.fixed.add(`line ${label} ${value.trim()}`);
      if (isTemplate && !isSlot && value !== '') this.fixed.add(`value ${folded} ${value.trim()}`);
      return value === '' ? folded : context;
    }
    if (isSlot) {
      this.keep(`${startsItem ? 'item' : 'prose'} ${context}`, value.trimEnd());
      this.keep(startsItem ? 'item' : 'prose', value.trimEnd());
    } else if (startsItem || isTemplate) this.fixed.add(`text ${value.trim()}`);
    return context;
  }

  private keep(place: string, slot: string): void {
    this.bracket ??= slot.includes('{') ? 'curly' : 'square';
    if (!this.slots.has(place)) this.slots.set(place, slot);
  }
}
