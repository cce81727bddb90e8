/** How many lines of a note look the same as the ones given: what makes a line safe to find again. */
import { fingerprint } from '../text/fingerprint';
import { afterLineBreak, endOfLine } from '../text/line-index';

/** For each of `lines` (ascending line numbers): its range in `text` and how many lines are identical, itself included. */
export function countTwins(text: string, lines: readonly number[]): { from: number; to: number; twins: number }[] {
  if (lines.length === 0) return [];
  const counts = new Map<number, number>();
  const found: { from: number; to: number; hash: number }[] = [];
  let next = 0;
  let line = 0;
  for (let from = text.charCodeAt(0) === 0xfeff ? 1 : 0; ; line++) {
    const to = endOfLine(text, from);
    const hash = fingerprint(text, from, to);
    counts.set(hash, (counts.get(hash) ?? 0) + 1);
    for (; lines[next] === line; next++) found.push({ from, to, hash });
    if (to >= text.length) break;
    from = afterLineBreak(text, to);
  }
  return found.map(({ from, to, hash }) => ({ from, to, twins: counts.get(hash) ?? 1 }));
}
