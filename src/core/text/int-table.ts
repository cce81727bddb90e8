/**
 * Rows of integers in one growing array. Reading a note makes thousands of small records; as objects they cost
 * four times the memory and half the speed (see test/bench), so the scanner writes them here.
 */
export class IntTable {
  data: Int32Array;
  /** Number of rows in use. */
  length = 0;

  constructor(
    readonly stride: number,
    rows = 32,
  ) {
    this.data = new Int32Array(stride * rows);
  }

  /** Offset in `data` of a new row. What stands there is left from before: the caller writes every column. */
  push(): number {
    const at = this.length * this.stride;
    if (at + this.stride > this.data.length) {
      const grown = new Int32Array(Math.max(this.data.length * 2, this.stride * 4));
      grown.set(this.data);
      this.data = grown;
    }
    this.length++;
    return at;
  }

  get(row: number, column: number): number {
    return this.data[row * this.stride + column] ?? 0;
  }

  set(row: number, column: number, value: number): void {
    this.data[row * this.stride + column] = value;
  }

  /** Gives back the room that was kept for more rows. */
  trim(): void {
    this.data = this.data.slice(0, this.length * this.stride);
  }

  clear(): void {
    this.length = 0;
  }
}
