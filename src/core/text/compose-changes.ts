/** Several edits, each made on the text that the one before left, as one edit of the first text. */
import { applyChanges, type TextChange } from './text-change';

/** A stretch of the first text, or of text that was put in. */
type Piece = { readonly from: number; readonly to: number } | { readonly insert: string };

/** A text that is changed step by step and remembers what is left of its first state. */
export class ChangedText {
  private pieces: readonly Piece[];
  /** The text as it is now. */
  text: string;

  constructor(private readonly original: string) {
    this.text = original;
    this.pieces = [{ from: 0, to: original.length }];
  }

  /** Offsets of `changes` are relative to the text as it is now; they don't overlap. */
  apply(changes: readonly TextChange[]): void {
    const next: Piece[] = [];
    let done = 0;
    for (const { from, to, insert } of [...changes].sort((a, b) => a.from - b.from || a.to - b.to)) {
      for (const piece of this.slice(done, from)) next.push(piece);
      next.push({ insert });
      done = to;
    }
    for (const piece of this.slice(done, this.text.length)) next.push(piece);
    this.text = applyChanges(this.text, changes);
    this.pieces = next.filter((piece) => lengthOf(piece) > 0);
  }

  /** What turns the first text into the text as it is now. */
  changes(): TextChange[] {
    const found: TextChange[] = [];
    let done = 0;
    let insert = '';
    const flush = (to: number): void => {
      if (insert !== '' || to > done) found.push({ from: done, to, insert });
      insert = '';
    };
    for (const piece of this.pieces) {
      if ('insert' in piece) insert += piece.insert;
      else {
        flush(piece.from);
        done = piece.to;
      }
    }
    flush(this.original.length);
    return found;
  }

  /** The pieces that make the text from `from` to `to` now. */
  private slice(from: number, to: number): Piece[] {
    const found: Piece[] = [];
    let at = 0;
    for (const piece of this.pieces) {
      const [start, end] = [Math.max(from - at, 0), Math.min(to - at, lengthOf(piece))];
      at += lengthOf(piece);
      if (start >= end) continue;
      found.push('insert' in piece ? { insert: piece.insert.slice(start, end) } : { from: piece.from + start, to: piece.from + end });
    }
    return found;
  }
}

function lengthOf(piece: Piece): number {
  return 'insert' in piece ? piece.insert.length : piece.to - piece.from;
}
