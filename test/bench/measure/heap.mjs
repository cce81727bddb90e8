// Owns: how much memory is in use; node must run with --expose-gc.

/** Bytes in use after everything unused is gone, typed arrays and buffers included. */
export function keptBytes() {
  for (let round = 0; round < 3; round++) globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
