// Workloads of our own code: the cold index, one changed note, memory.
import { OURS } from '../places.mjs';
import { keptBytes } from '../measure/heap.mjs';
import { asRead, timeOnce, timeWarm } from '../measure/stopwatch.mjs';
import { median, quantile } from '../measure/statistics.mjs';
import { openPackedVault, readVault } from '../vault/packed-vault.mjs';
import { largeNoteWithOneItem, planOfLength, planOfLines } from '../vault/special-notes.mjs';
import { pathToFileURL } from 'node:url';

const { BUILT_IN_TEMPLATES, PlanIndex, runQuery } = await import(pathToFileURL(OURS));
const phasedPlan = BUILT_IN_TEMPLATES.find(({ id }) => id === 'phased-plan').body;

/** Texts in memory → the first fifty rows of both lenses. */
export function coldIndex({ count }) {
  const notes = readVault(count);
  globalThis.gc();
  const { wall, cpu, result } = timeOnce(() => {
    const index = new PlanIndex();
    for (const { path, text } of notes) index.put(path, text);
    return readRows(runQuery(index, '', { lens: 'verification' })) + readRows(runQuery(index, '', { lens: 'priorities' }));
  });
  return { wall, cpu, count, rows: result };
}

/** One note of 9 KB in a vault of `count` changes, one character at a time. */
export function changedNote({ count, edits }) {
  const index = indexOf(readVault(count));
  const text = planOfLength(phasedPlan, 9000);
  return { ...typeInto(index, text, edits), length: text.length };
}

/** A plan of `lines` lines while somebody types in it. */
export function changedLongPlan({ lines, edits }) {
  const text = planOfLines(phasedPlan, lines);
  return { ...typeInto(new PlanIndex(), text, edits), lines: text.split('\n').length };
}

/** Bytes that the index keeps of a note, the texts gone. */
export function heapPerNote({ count }) {
  const vault = openPackedVault(count);
  const index = new PlanIndex();
  // Code that the engine compiles stays, and is no cost of a note.
  for (let n = 0; n < 500; n++) {
    index.put('Warm up.md', vault.text(n));
    index.remove('Warm up.md');
  }
  const before = keptBytes();
  vault.paths.forEach((path, n) => index.put(path, vault.text(n)));
  const kept = keptBytes() - before;
  return { bytes: kept / count, shown: index.size, revision: index.revision };
}

/** Bytes kept of twenty notes of 1 MB with one item each. */
export function heapOfLargeNotes() {
  const index = new PlanIndex();
  // Code that the engine compiles for notes of this size stays, and is no cost of a note.
  for (let n = 20; n < 23; n++) {
    index.put('Warm up.md', asRead(largeNoteWithOneItem(n, 1 << 20)));
    index.remove('Warm up.md');
  }
  const before = keptBytes();
  for (let n = 0; n < 20; n++) index.put(`Large ${n}.md`, asRead(largeNoteWithOneItem(n, 1 << 20)));
  const kept = keptBytes() - before;
  return { bytes: kept, shown: index.size };
}

function indexOf(notes) {
  const index = new PlanIndex();
  for (const { path, text } of notes) index.put(path, text);
  return index;
}

function readRows(result) {
  let length = 0;
  for (let at = 0; at < Math.min(50, result.length); at++) length += result.row(at).text.length;
  return length;
}

function typeInto(index, text, edits) {
  const path = 'Plans/Typed.md';
  index.put(path, asRead(text));
  const at = text.indexOf('\n', text.length >> 1);
  let typed = 0;
  const samples = timeWarm({ count: edits, warmUp: 300 }, () => asRead(`${text.slice(0, at)} typed ${typed++}${text.slice(at)}`), (fresh) => index.put(path, fresh));
  return { p50: median(samples), p99: quantile(samples, 0.99) };
}
