// Workload: evaluating a plugin's file, as happens while the app starts.
import { readFileSync } from 'node:fs';
import { timeOnce } from '../measure/stopwatch.mjs';
import { evaluate } from './as-obsidian.mjs';

/** Milliseconds to compile and run the file once, in a cold process; and its size in bytes. */
export function evaluation({ file }) {
  const source = readFileSync(file, 'utf8');
  globalThis.window ??= globalThis;
  const { wall, cpu } = timeOnce(() => evaluate(source));
  return { wall, cpu, bytes: Buffer.byteLength(source) };
}
