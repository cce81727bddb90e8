// Limits: what can't be undercut by a program that looks at every character once.
import { timeOnce } from '../measure/stopwatch.mjs';
import { readVault } from '../vault/packed-vault.mjs';

/** Every character of the vault looked at once, in a cold process. */
export function onePass({ count }) {
  const notes = readVault(count);
  globalThis.gc();
  const { wall, cpu, result } = timeOnce(() => notes.reduce((lines, { text }) => lines + countLines(text), 0));
  return { wall, cpu, count, lines: result };
}

/** The pass: a note's lines, counted one character at a time. */
export function countLines(text) {
  let lines = 1;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 10) lines++;
  return lines;
}
