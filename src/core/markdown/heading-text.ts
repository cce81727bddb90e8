/** Where a heading's own text stands in its source. Offsets are relative to the whole text. */
import { endOfLine, startOfLine } from '../text/line-index';
import { headingLevel, skipBlanks, trimEnd } from './line-starts';

/** Where the heading's text stands: `#` marks and setext underline left out. */
export function headingTextRange(text: string, from: number, to: number): { from: number; to: number } {
  const level = headingLevel(text, from, Math.min(to, endOfLine(text, from)));
  if (level === 0) {
    let end = startOfLine(text, to, from);
    while (end > from && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
    return { from, to: trimEnd(text, from, end) };
  }
  const start = skipBlanks(text, from + level, to);
  let end = trimEnd(text, start, to);
  let hashes = end;
  while (hashes > start && text[hashes - 1] === '#') hashes--;
  if (hashes === start) end = start;
  else if (hashes < end && (text[hashes - 1] === ' ' || text[hashes - 1] === '\t')) end = trimEnd(text, start, hashes);
  return { from: start, to: end };
}
