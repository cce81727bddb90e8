/** How much is done in whole percent: 100 only when all is, 0 only when nothing is. 0 of 0 is 0. */
export function percentDone(done: number, total: number): number {
  if (done <= 0 || total <= 0) return 0;
  return done >= total ? 100 : Math.min(99, Math.max(1, Math.round((done / total) * 100)));
}
