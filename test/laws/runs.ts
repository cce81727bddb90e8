/** How often a law is tried: a fixed sample in every run; `LAW_RUNS=100` tries a hundred times as many new ones. */
const factor = Number(process.env['LAW_RUNS'] ?? 0);

export function runs(numRuns: number): { numRuns: number; seed?: number } {
  return factor > 0 ? { numRuns: numRuns * factor } : { numRuns, seed: 20261120 };
}
