/**
 * A text's sketch: small enough to be kept for every plan, and telling how much two texts have in common. It holds
 * the lowest of the hashes of its lines, blank ones left out; of two sketches the share of the lowest hashes that both
 * have estimates the share of lines (bottom-k sampling).
 */
import { afterLineBreak, endOfLine } from '../text/line-index';

/** Ascending, each once. */
export type TextSketch = readonly number[];

const SIZE = 32;

export function sketchOf(text: string): TextSketch {
  const hashes: number[] = [];
  for (let from = 0; from < text.length; ) {
    const to = endOfLine(text, from);
    const hash = hashOf(text, from, to);
    if (hash !== null) hashes.push(hash);
    from = afterLineBreak(text, to);
  }
  return lowest(hashes);
}

/** The lowest of the hashes, each once; typed arrays sort by value, and faster. */
function lowest(hashes: readonly number[]): number[] {
  const sorted = Uint32Array.from(hashes).sort();
  const found: number[] = [];
  for (let at = 0; at < sorted.length && found.length < SIZE; at++) if (at === 0 || sorted[at] !== sorted[at - 1]) found.push(sorted[at] ?? 0);
  return found;
}

/** From 0 to 1; two empty texts have nothing in common. */
export function likeness(a: TextSketch, b: TextSketch): number {
  const union = lowest([...a, ...b]);
  const [inA, inB] = [new Set(a), new Set(b)];
  return union.length === 0 ? 0 : union.filter((hash) => inA.has(hash) && inB.has(hash)).length / union.length;
}

/** FNV-1a by two characters at a time, with a last mix, as low hashes must not favour like lines; null for a line of blanks alone. */
function hashOf(text: string, from: number, to: number): number | null {
  let hash = 0x811c9dc5 ^ (to - from);
  let isBlank = true;
  for (let at = from; at < to; at += 2) {
    const first = text.charCodeAt(at);
    const second = at + 1 < to ? text.charCodeAt(at + 1) : 0;
    isBlank &&= first <= 32 && second <= 32;
    hash = Math.imul(hash ^ (first | (second << 16)), 0x01000193);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash, 0x85ebca6b);
  return isBlank ? null : (hash ^ (hash >>> 13)) >>> 0;
}
