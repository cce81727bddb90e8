// Owns: turning offsets into lines and columns, counted from 0.
import type { Loc, Pos } from 'obsidian';

export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
  }

  lineOf(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The offset at which a line starts. */
  startOf(line: number): number {
    return this.starts[line] ?? 0;
  }

  locate(offset: number): Loc {
    const line = this.lineOf(offset);
    return { line, col: offset - this.startOf(line), offset };
  }

  range(from: number, to: number): Pos {
    return { start: this.locate(from), end: this.locate(to) };
  }
}
