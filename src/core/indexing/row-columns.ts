/** The rows of a selection as columns of numbers: objects for a hundred thousand rows take longer to make than the rows to sort. */
import type { IndexedNote } from './indexed-note';
import type { NotePart, Selection } from './selection';

export interface Row {
  readonly note: IndexedNote;
  readonly item: number;
}

export class RowColumns {
  readonly length: number;
  private readonly parts: readonly NotePart[];
  /** Per row: its part's place among `parts`, its item. */
  private readonly part: Int32Array;
  private readonly item: Int32Array;

  constructor(selection: Selection) {
    this.parts = selection.parts.filter(({ length }) => length > 0);
    this.length = selection.length;
    this.part = new Int32Array(this.length);
    this.item = new Int32Array(this.length);
    let row = 0;
    this.parts.forEach(({ items }, part) => {
      for (const item of items) {
        this.part[row] = part;
        this.item[row++] = item;
      }
    });
  }

  /** Null for a row that is none. */
  at(row: number): Row | null {
    const note = this.parts[this.part[row] ?? -1]?.note;
    return note === undefined ? null : { note, item: this.item[row] ?? 0 };
  }

  /** What `of` says of each row, in their order. */
  numbers(of: (note: IndexedNote, item: number) => number): Float64Array {
    const numbers = new Float64Array(this.length);
    let row = 0;
    for (const { note, items } of this.parts) for (const item of items) numbers[row++] = of(note, item);
    return numbers;
  }

  texts(of: (note: IndexedNote, item: number) => string): string[] {
    const texts: string[] = [];
    for (const { note, items } of this.parts) for (const item of items) texts.push(of(note, item));
    return texts;
  }
}
