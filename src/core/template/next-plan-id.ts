/** Plan ids such as "PLAN-012": a prefix and a number. */

/** Matches "PLAN-012", "S7", "OPS/2026-3"; not "12b". Groups: 1 prefix, 2 number. */
const ID = /^(\D.{0,38}?|)(\d{1,9})$/;

/**
 * The next free id: the highest number of the prefix and one more, at least as wide. Without a `prefix` it is that of
 * most ids; null when no id says how one looks.
 */
export function nextPlanId(ids: readonly string[], prefix?: string): string | null {
  const read = ids.flatMap((id) => {
    const [, before, digits] = ID.exec(id.trim()) ?? [];
    return before === undefined || digits === undefined ? [] : [{ before, digits }];
  });
  const wanted = prefix ?? mostCommon(read.map(({ before }) => before));
  const same = read.filter(({ before }) => before.toLowerCase() === wanted?.toLowerCase());
  const [first] = same;
  if (!first) return null;
  const highest = same.reduce((most, { digits }) => Math.max(most, Number(digits)), 0);
  const width = same.reduce((most, { digits }) => Math.max(most, digits.length), 0);
  return first.before + String(highest + 1).padStart(width, '0');
}

function mostCommon(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
