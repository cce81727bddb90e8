// Workloads: the same kind of note at two sizes. Linear is what is expected of every one.
import { pathToFileURL } from 'node:url';
import { OURS } from '../places.mjs';
import { asRead, timeOnce } from '../measure/stopwatch.mjs';
import { HOSTILE_NOTES, largePlan } from '../vault/special-notes.mjs';

const { BUILT_IN_TEMPLATES, PlanIndex } = await import(pathToFileURL(OURS));

/** Milliseconds of CPU to put a plan of 1 MB and of 4 MB, the least of all repeats: growth shows when nothing else interferes. */
export function largeNotes({ repeats }) {
  const { body } = BUILT_IN_TEMPLATES.find(({ id }) => id === 'phased-plan');
  return compared(asRead(largePlan(body, 1 << 20)), asRead(largePlan(body, 4 << 20)), repeats);
}

/** As `largeNotes`, for each hostile shape at `size` and four times that. A shape that takes seconds is run once. */
export function hostileNotes({ size, repeats }) {
  return Object.fromEntries(Object.entries(HOSTILE_NOTES).map(([shape, make]) => [shape, compared(make(size), make(4 * size), repeats)]));
}

function compared(small, large, repeats) {
  const samples = { small: [], large: [] };
  put(small);
  for (let round = 0; round < repeats; round++) {
    samples.small.push(put(small));
    samples.large.push(put(large));
    if (samples.large[0] > 1000) break;
  }
  return { small: Math.min(...samples.small), large: Math.min(...samples.large), sizes: large.length / small.length };
}

function put(text) {
  const index = new PlanIndex();
  return timeOnce(() => index.put('Note.md', text)).cpu;
}
