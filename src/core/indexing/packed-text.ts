/** Many short texts as one string; a text is known by its number and starts where the one before it ends. */
import { own } from '../text/own-string';

/** Nothing in it is a slice of a note. */
export class PackedText {
  constructor(
    readonly all: string,
    private readonly ends: readonly number[],
  ) {}

  /** Where the text stands in `all`. */
  from(text: number): number {
    return text === 0 ? 0 : (this.ends[text - 1] ?? 0);
  }

  to(text: number): number {
    return this.ends[text] ?? 0;
  }

  /** The text; null for −1. */
  get(text: number): string | null {
    return text < 0 ? null : this.all.slice(this.from(text), this.to(text));
  }
}

export class TextPacker {
  private readonly parts: string[] = [];
  private readonly ends: number[] = [];
  private end = 0;

  /** The text's number; −1 for null. */
  add(text: string | null): number {
    if (text === null) return -1;
    this.end += text.length;
    this.ends.push(this.end);
    return this.parts.push(text) - 1;
  }

  pack(): PackedText {
    // Joining copies, unless there is but one part: that would stay the slice it is.
    return new PackedText(this.parts.length === 1 ? own(this.parts[0] ?? '') : this.parts.join(''), this.ends);
  }
}
