// Owns: the difference of two texts as replaced ranges, by lines, trimmed to the characters that differ.

export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** Above this many line comparisons the differing middle is replaced as a whole. */
const MAX_CELLS = 4_000_000;

/** Replacements in `before`, in order, that make it `after`. */
export function diffText(before: string, after: string): Replacement[] {
  const old = splitLines(before);
  const now = splitLines(after);
  const hunks: Replacement[] = [];
  let [i, j, at] = [0, 0, 0];
  for (const [oldMatch, newMatch] of [...matchLines(old, now), [old.length, now.length] as const]) {
    const removed = old.slice(i, oldMatch).join('');
    const insert = now.slice(j, newMatch).join('');
    if (removed !== insert) hunks.push(trimSame(before, at, at + removed.length, insert));
    at += removed.length + (old[oldMatch]?.length ?? 0);
    [i, j] = [oldMatch + 1, newMatch + 1];
  }
  return hunks;
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Pairs of equal lines, rising on both sides. */
function matchLines(old: string[], now: string[]): (readonly [number, number])[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const same = Array.from({ length: start }, (_, i) => [i, i] as const);
  const tail = Array.from({ length: end }, (_, i) => [old.length - end + i, now.length - end + i] as const);
  const middle = commonLines(old.slice(start, old.length - end), now.slice(start, now.length - end));
  return [...same, ...middle.map(([i, j]) => [i + start, j + start] as const), ...tail];
}

function commonLines(old: string[], now: string[]): (readonly [number, number])[] {
  if (old.length * now.length > MAX_CELLS) return [];
  const width = now.length + 1;
  const lengths = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i * width + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < old.length && j < now.length; ) {
    if (old[i] === now[j]) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

function trimSame(text: string, from: number, to: number, insert: string): Replacement {
  let start = 0;
  while (from + start < to && start < insert.length && text[from + start] === insert[start]) start++;
  let end = 0;
  while (to - end > from + start && insert.length - end > start && text[to - 1 - end] === insert[insert.length - 1 - end]) end++;
  return { from: from + start, to: to - end, insert: insert.slice(start, insert.length - end) };
}
