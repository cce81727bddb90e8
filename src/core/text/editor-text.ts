/** A file's text as an editor shows it: without byte order mark, lines ending in LF. */
export function asInEditor(text: string): string {
  return (text.charCodeAt(0) === BYTE_ORDER_MARK ? text.slice(1) : text).replace(/\r\n?/g, '\n');
}

/**
 * The places in `to` that stand for `offsets` in `from`: two texts that an editor shows alike. Offsets run upwards. One
 * between CR and LF counts as behind them.
 */
export function placesIn(to: string, from: string, offsets: readonly number[]): number[] {
  let [read, place] = [contentStart(from), contentStart(to)];
  return offsets.map((offset) => {
    while (read < offset) {
      read += widthAt(from, read);
      place += widthAt(to, place);
    }
    return place;
  });
}

const BYTE_ORDER_MARK = 0xfeff;

function contentStart(text: string): number {
  return text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
}

function widthAt(text: string, at: number): number {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? 2 : 1;
}
