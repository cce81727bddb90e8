// Owns: what is made of many samples.

export function median(samples) {
  return quantile(samples, 0.5);
}

/** The sample below which the `share` of all samples lies. */
export function quantile(samples, share) {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** The k for which the cost grows as size^k, from two sizes. */
export function growthExponent(costRatio, sizeRatio) {
  return Math.log(costRatio) / Math.log(sizeRatio);
}
