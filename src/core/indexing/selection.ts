/**
 * The items that a query finds, note by note, and which row of the result each is. A note never changes, so its part
 * is made once for a query: after an edit only the changed note's part is made, and the rows are counted anew.
 */
import type { IndexedNote } from './indexed-note';
import type { RollupGroup } from './groups';

/** What one note adds to a result. */
export interface NotePart {
  readonly note: IndexedNote;
  /** Items that passed, in the order of their rows. */
  readonly items: readonly number[];
  /** Ascending; where in `items` each rank starts, one more for the end. Null when rows are not put by rank. */
  readonly ranks: readonly number[] | null;
  /** Items before the filter. */
  readonly total: number;
  /** The part's groups, when its first row is row `from`: kept, as most parts stay where they are. */
  groups: { readonly from: number; readonly groups: readonly RollupGroup[] } | null;
}

export class Selection {
  readonly length: number;
  /** Items before the filter. */
  readonly total: number;
  /** Parts that have rows, in path order. */
  readonly shown: readonly NotePart[];
  /** By rank, then by part: the first row. Without ranks all parts are of one. */
  private readonly starts: Float64Array;

  constructor(
    /** All notes in path order, and the part of each. */
    readonly notes: readonly IndexedNote[],
    readonly parts: readonly NotePart[],
    /** How many ranks the rows are put by; 1 leaves them in path order. */
    ranks: number,
  ) {
    let total = 0;
    const shown: NotePart[] = [];
    for (const part of parts) {
      total += part.total;
      if (part.items.length > 0) shown.push(part);
    }
    this.shown = shown;
    this.total = total;
    this.starts = new Float64Array(shown.length * ranks);
    let row = 0;
    let at = 0;
    for (let rank = 0; rank < ranks; rank++) {
      for (const part of shown) {
        this.starts[at++] = row;
        row += countOf(part, rank);
      }
    }
    this.length = row;
  }

  /** Note and item of the row; null beyond the last. */
  locate(row: number): { readonly note: IndexedNote; readonly item: number } | null {
    if (row < 0 || row >= this.length) return null;
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    const part = this.shown[low % this.shown.length];
    if (!part) return null;
    const first = part.ranks?.[Math.floor(low / this.shown.length)] ?? 0;
    return { note: part.note, item: part.items[first + row - (this.starts[low] ?? 0)] ?? 0 };
  }

  /** First row of a shown part; for rows in path order. */
  startOf(part: number): number {
    return this.starts[part] ?? 0;
  }
}

function countOf({ items, ranks }: NotePart, rank: number): number {
  return ranks === null ? items.length : (ranks[rank + 1] ?? 0) - (ranks[rank] ?? 0);
}
