/**
 * The items that a query finds, note by note, and which row of the result each is. A note never changes, so its part
 * is made once for a query: after an edit only the changed note's part is made, and the rows are counted anew.
 */
import type { IndexedNote } from './indexed-note';
import type { RollupGroup } from './rollup-group';

/** What a part is made of. */
export interface PartContent {
  /** How many items passed, and which, in the order of their rows: a list, or how it is made when a row is asked for. */
  readonly length: number;
  readonly items: readonly number[] | ((note: IndexedNote) => readonly number[]);
  /** Where in `items` each rank starts, and the end; null when rows are not put by rank. */
  readonly ranks: readonly number[] | null;
  /** Items before the filter. */
  readonly total: number;
  /** Whether the note lies in a folder that is left out. */
  readonly isExcluded: boolean;
}

/** What one note adds to a result. Of a hundred thousand rows fifty are seen, so most parts only know how many they have. */
export class NotePart {
  readonly length: number;
  readonly ranks: readonly number[] | null;
  readonly total: number;
  readonly isExcluded: boolean;
  /** The part's groups, when its first row is row `from`: kept, as most parts stay where they are. */
  groups: { readonly from: number; readonly groups: readonly RollupGroup[] } | null = null;
  private held: PartContent['items'];

  constructor(
    readonly note: IndexedNote,
    { length, items, ranks, total, isExcluded }: PartContent,
  ) {
    this.length = length;
    this.held = items;
    this.ranks = ranks;
    this.total = total;
    this.isExcluded = isExcluded;
  }

  /** Items that passed, in the order of their rows. */
  get items(): readonly number[] {
    return typeof this.held === 'function' ? (this.held = this.held(this.note)) : this.held;
  }
}

export class Selection {
  readonly length: number;
  /** Items before the filter. */
  readonly total: number;
  /** Rank after rank, and in each part after part: the first row. Without ranks all parts are of one. */
  private readonly starts: Int32Array;

  /** `parts` are those of all notes, in path order. `ranks` is how many ranks the rows are put by, 1 for none. */
  constructor(
    readonly parts: readonly NotePart[],
    ranks: number,
  ) {
    const starts = new Int32Array(parts.length * ranks);
    let total = 0;
    let row = 0;
    let at = 0;
    for (let rank = 0; rank < ranks; rank++) {
      for (const part of parts) {
        starts[at++] = row;
        row += part.ranks === null ? part.length : (part.ranks[rank + 1] ?? 0) - (part.ranks[rank] ?? 0);
        if (rank === 0) total += part.total;
      }
    }
    this.starts = starts;
    this.length = row;
    this.total = total;
  }

  /** Note and item of the row; null beyond the last. */
  locate(row: number): { readonly note: IndexedNote; readonly item: number } | null {
    if (row < 0 || row >= this.length) return null;
    // Of parts that start at one row the last has it: those before it are empty.
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= row) low = middle;
      else high = middle - 1;
    }
    const part = this.parts[low % this.parts.length];
    const item = part?.items[(part.ranks?.[Math.floor(low / this.parts.length)] ?? 0) + row - this.startOf(low)];
    return part === undefined || item === undefined ? null : { note: part.note, item };
  }

  /** First row of a part, when rows are in path order. */
  startOf(part: number): number {
    return this.starts[part] ?? 0;
  }
}
