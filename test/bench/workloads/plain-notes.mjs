// Notes with nothing to show, read by us and by one pass, in one process and interleaved: the difference is what looking for plans costs.
import { pathToFileURL } from 'node:url';
import { OURS } from '../places.mjs';
import { asRead, timeOnce } from '../measure/stopwatch.mjs';
import { median } from '../measure/statistics.mjs';
import { plainNote } from '../vault/ordinary-notes.mjs';
import { randomFrom } from '../vault/random.mjs';
import { countLines } from './limits.mjs';

const { PlanIndex } = await import(pathToFileURL(OURS));

/** Microseconds a note of 4.3 KB, warm. */
export function plainNotes({ count, rounds }) {
  const texts = Array.from({ length: count }, (_none, n) => asRead(plainNote(randomFrom(n), 4300)));
  const index = new PlanIndex();
  const ours = [];
  const pass = [];
  for (let round = 0; round < rounds + 3; round++) {
    ours.push(timeOnce(() => texts.forEach((text, n) => index.put(`Note ${n}.md`, text))).wall);
    pass.push(timeOnce(() => texts.reduce((lines, text) => lines + countLines(text), 0)).wall);
  }
  const each = (samples) => (median(samples.slice(3)) * 1000) / count;
  const ratios = ours.slice(3).map((time, round) => time / pass[round + 3]);
  return { ours: each(ours), pass: each(pass), ratio: median(ratios), shown: index.size };
}
