/** How many lines of a note look the same as some of its lines: what makes a line safe to find again. */
import { afterLineBreak, endOfLine } from '../text/line-index';

/**
 * Counts the lines of `text` for each of `sources`, lines of it without their line breaks. Every line of the note is
 * looked at, wherever it stands, but a line is cut out and compared only when its length and last character are those
 * of a source: one look costs a tenth of hashing the line.
 */
export function countTwins(text: string, sources: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const source of sources) {
    counts.set(source, 0);
    looks[lookOf(source.length, source.charCodeAt(source.length - 1))] = 1;
  }
  const hasCr = text.includes('\r');
  for (let from = text.charCodeAt(0) === 0xfeff ? 1 : 0; ; ) {
    const to = hasCr ? endOfLine(text, from) : endOfLineFeedLine(text, from);
    if (looks[lookOf(to - from, to > from ? text.charCodeAt(to - 1) : NaN)] === 1) {
      const line = text.slice(from, to);
      const count = counts.get(line);
      if (count !== undefined) counts.set(line, count + 1);
    }
    if (to >= text.length) break;
    from = hasCr ? afterLineBreak(text, to) : to + 1;
  }
  looks.fill(0);
  return counts;
}

/** Marks how the sources look; empty between calls. */
const looks = new Uint8Array(1024);

function lookOf(length: number, last: number): number {
  return (length * 13 + last * 7) & 1023;
}

function endOfLineFeedLine(text: string, from: number): number {
  const to = text.indexOf('\n', from);
  return to < 0 ? text.length : to;
}
