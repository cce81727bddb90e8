/** Whether a block stands in a quote or callout, told by what stands before it on its line. */
import { startOfLine } from '../text/line-index';

/** Marks further before the block than this are not looked for: lines can be very long. */
const FARTHEST_MARK = 1000;

export function isQuoted(text: string, at: number): boolean {
  return text.slice(startOfLine(text, at, Math.max(0, at - FARTHEST_MARK)), at).includes('>');
}
