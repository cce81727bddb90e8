/**
 * Lines of a text and their offsets. A line ends at LF, CRLF or CR (CommonMark 0.31, section 2.1); U+2028 and
 * friends are ordinary characters. Line numbers count from 0, offsets are UTF-16 code units.
 */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(readonly text: string) {
    for (let end = endOfLine(text, 0); end < text.length; ) {
      const next = afterLineBreak(text, end);
      this.starts.push(next);
      end = endOfLine(text, next);
    }
  }

  /** Number of lines; a text that ends in a line break has an empty last line. */
  get count(): number {
    return this.starts.length;
  }

  /** Offset of the line's first character, or undefined beyond the last line. */
  start(line: number): number | undefined {
    return this.starts[line];
  }

  /** The line without its line break, or undefined beyond the last line. */
  source(line: number): string | undefined {
    const from = this.starts[line];
    return from === undefined ? undefined : this.text.slice(from, endOfLine(this.text, from));
  }

  /** Number of the line that holds `offset`. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Offset of the line break that ends the line holding `from`, or the text's length. */
export function endOfLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (isLineBreak(text.charCodeAt(at))) return at;
  }
  return text.length;
}

/** Offset of the first character of the line that holds `at`, but not below `floor`, where a search can stop. */
export function startOfLine(text: string, at: number, floor = 0): number {
  let from = at;
  while (from > floor && !isLineBreak(text.charCodeAt(from - 1))) from--;
  return from;
}

/** Offset of the next line's first character, given the offset of a line break. */
export function afterLineBreak(text: string, at: number): number {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}

/** The line break that a new line should use: the one after or before `offset`, else the text's first, else LF. */
export function lineBreakNear(text: string, offset: number): string {
  // Between the two characters of a line break, it is that one.
  const end = endOfLine(text, text.startsWith('\r\n', offset - 1) ? offset - 1 : offset);
  if (end < text.length) return text.slice(end, afterLineBreak(text, end));
  const before = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  if (before < 0) return '\n';
  return text.startsWith('\r\n', before - 1) ? '\r\n' : text.charAt(before);
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}
