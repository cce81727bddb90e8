/** Plan ids such as "PLAN-012": a prefix and a number. */

/** Matches "PLAN-012", "S7", "OPS/2026-3"; not "12b". Groups: 1 prefix, 2 number. */
const ID = /^(\D.{0,38}?|)(\d{1,9})$/;

/**
 * The next free id of each prefix, that of most ids first: the highest number and one more, at least as wide. Texts
 * that are no such ids count for nothing.
 */
export function nextPlanIds(ids: readonly string[]): string[] {
  const families = new Map<string, { before: string; highest: number; width: number; count: number }>();
  for (const id of ids) {
    const [, before, digits] = ID.exec(id.trim()) ?? [];
    if (before === undefined || digits === undefined) continue;
    const family = families.get(before.toLowerCase()) ?? { before, highest: 0, width: 0, count: 0 };
    families.set(before.toLowerCase(), { before: family.before, highest: Math.max(family.highest, Number(digits)), width: Math.max(family.width, digits.length), count: family.count + 1 });
  }
  return [...families.values()].sort((a, b) => b.count - a.count).map(({ before, highest, width }) => before + String(highest + 1).padStart(width, '0'));
}
