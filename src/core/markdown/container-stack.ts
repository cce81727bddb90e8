/** The quotes and list items that enclose the current line, outermost first (CommonMark 0.31, section 5). */
import type { LineCursor } from './line-cursor';

const GREATER_THAN = 62;

export class ContainerStack {
  /** Per container: its list item, or −1 for a quote. */
  private readonly items: number[] = [];
  /** Per container: columns that a line of a list item is indented by. */
  private readonly widths: number[] = [];
  /** Places of the quotes in the stack: a blank line leaves list items open up to the next quote. */
  private readonly quotes: number[] = [];
  depth = 0;
  /** The top item began with a blank line and has nothing in it yet: a second blank line ends it. */
  isTopItemEmpty = false;

  clear(): void {
    this.popTo(0);
  }

  pushQuote(): void {
    this.quotes.push(this.depth);
    this.push(-1, 0);
  }

  pushItem(item: number, width: number): void {
    this.push(item, width);
  }

  popTo(depth: number): void {
    while (this.depth > depth) {
      this.depth--;
      if (this.items.pop() === -1) this.quotes.pop();
      this.widths.pop();
      this.isTopItemEmpty = false;
    }
  }

  /** List item that encloses the line directly or through quotes; −1 for none. */
  innermostItem(): number {
    for (let at = this.depth - 1; at >= 0; at--) {
      const item = this.items[at] ?? -1;
      if (item >= 0) return item;
    }
    return -1;
  }

  isTopAnItem(): boolean {
    return this.depth > 0 && this.items[this.depth - 1] !== -1;
  }

  /** Uses up the marks and indentation of the containers that go on in this line; answers how many do. */
  match(cursor: LineCursor): number {
    let quotesSeen = 0;
    for (let at = 0; at < this.depth; at++) {
      if (this.items[at] === -1) {
        if (cursor.isBlank || cursor.indent > 3 || cursor.text.charCodeAt(cursor.next) !== GREATER_THAN) return at;
        passQuoteMark(cursor);
        cursor.look();
        quotesSeen++;
      } else if (cursor.isBlank) {
        return this.quotes[quotesSeen] ?? (this.isTopItemEmpty ? this.depth - 1 : this.depth);
      } else {
        const width = this.widths[at] ?? 0;
        if (cursor.indent < width) return at;
        cursor.useIndent(width);
      }
    }
    return this.depth;
  }

  private push(item: number, width: number): void {
    this.items.push(item);
    this.widths.push(width);
    this.depth++;
    this.isTopItemEmpty = false;
  }
}

/** Uses up `>` and the blank that belongs to it. */
export function passQuoteMark(cursor: LineCursor): void {
  cursor.skipPast(1);
  const code = cursor.text.charCodeAt(cursor.at);
  if (cursor.at < cursor.to && (code === 32 || code === 9)) cursor.useColumns(1);
}
