/**
 * A place in one line, counted in characters and in columns: a tab reaches to the next multiple of four and may
 * be used up in part (CommonMark 0.31, section 2.2).
 */
export class LineCursor {
  text = '';
  /** Offset of the first character not used up, and its column. */
  at = 0;
  column = 0;
  /** End of the line, line break left out. */
  to = 0;
  /** First non-blank character from `at`, its column, and how many columns lie between. */
  next = 0;
  nextColumn = 0;
  indent = 0;
  /** Whether nothing but blanks is left. */
  isBlank = true;

  begin(from: number, to: number): void {
    this.at = from;
    this.to = to;
    this.column = 0;
    this.look();
  }

  /** Finds the next non-blank character. */
  look(): void {
    let next = this.at;
    let column = this.column;
    for (; next < this.to; next++) {
      const code = this.text.charCodeAt(next);
      if (code === 32) column++;
      else if (code === 9) column += 4 - (column % 4);
      else break;
    }
    this.next = next;
    this.nextColumn = column;
    this.indent = column - this.column;
    this.isBlank = next >= this.to;
  }

  /** Uses up the blanks and `length` characters behind them. */
  skipPast(length: number): void {
    this.at = this.next + length;
    this.column = this.nextColumn + length;
  }

  /** Uses up `count` columns of the `indent` that `look` found; part of a tab stays. */
  useIndent(count: number): void {
    this.useColumns(count);
    this.indent = this.nextColumn - this.column;
  }

  /** Uses up `count` columns of blanks; part of a tab stays. */
  useColumns(count: number): void {
    let left = count;
    while (left > 0 && this.at < this.to) {
      if (this.text.charCodeAt(this.at) === 9) {
        const width = 4 - (this.column % 4);
        const used = Math.min(width, left);
        this.column += used;
        left -= used;
        if (used < width) return;
      } else {
        this.column++;
        left--;
      }
      this.at++;
    }
  }
}
