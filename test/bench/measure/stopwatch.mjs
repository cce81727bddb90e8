// Owns: the clocks: CPU time of the whole process, garbage collection included, and time that passes.
import { performance } from 'node:perf_hooks';

/** Runs `work` once. Answers milliseconds that passed and milliseconds of CPU time, and what `work` answered. */
export function timeOnce(work) {
  const cpuStart = process.cpuUsage();
  const start = performance.now();
  const result = work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpuStart);
  return { wall, cpu: (user + system) / 1000, result };
}

/** How long one series of samples may take, preparation included, in milliseconds; slow work gets fewer samples, at least five. */
const PATIENCE = 8000;

/** Milliseconds of each of `count` runs of `work(n)`; `prepare(n)` runs before each and is not timed. */
export function timeEach(count, prepare, work) {
  const samples = [];
  const end = performance.now() + PATIENCE;
  for (let n = 0; n < count && (n < 5 || performance.now() < end); n++) {
    const input = prepare(n);
    const start = performance.now();
    work(input, n);
    samples.push(performance.now() - start);
  }
  return samples;
}

/** As `timeEach`, without the first runs, in which the engine still compiles. */
export function timeWarm({ count, warmUp }, prepare, work) {
  timeEach(warmUp, prepare, work);
  return timeEach(count, prepare, work);
}

/** The same text in memory of its own, as the host hands it over after a read: neither a slice nor a joint of others. */
export function asRead(text) {
  return Buffer.from(text).toString('utf8');
}
