/** How alike two section titles are, for telling a renamed section from a missing one. */

/** Words that many titles share, so that sharing them alone says nothing. */
const COMMON = new Set(['plan', 'chan', 'stra', 'over', 'sect', 'anal', 'desi', 'stat', 'curr', 'new', 'modi', 'key', 'note', 'deta']);
/** Words without a meaning of their own. */
const FILLERS = new Set(['and', 'the', 'of', 'for', 'to', 'in', 'on', 'a', 'an', 'or', 'with', 'not', 'we', 're', 's', 'our']);

/** 0 (nothing in common) to 1 (the same but for endings); both titles are folded. Words count by their first four letters. */
export function similarity(one: string, other: string): number {
  if (squeezed(one) === squeezed(other)) return 1;
  const [a, b] = [stemsOf(one), stemsOf(other)];
  const shared = [...a].filter((stem) => b.has(stem));
  if (a.size === 0 || b.size === 0 || shared.every((stem) => COMMON.has(stem))) return shared.length === a.size && a.size === b.size && a.size > 0 ? 1 : 0;
  return (2 * shared.length) / (a.size + b.size);
}

function stemsOf(title: string): Set<string> {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !FILLERS.has(word)).map((word) => word.slice(0, 4)));
}

function squeezed(title: string): string {
  return title.replace(/[^\p{L}\p{N}]+/gu, '');
}
