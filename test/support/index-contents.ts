/** Everything a user could see of an index, as plain data: two indexes with equal contents show the same. */
import type { PlanIndex } from '../../src/core/indexing/plan-index';
import { LENSES, runQuery } from '../../src/core/indexing/query';
import { PlanIndex as FreshIndex } from '../../src/core/indexing/plan-index';

export function contentsOf(index: PlanIndex): unknown {
  return LENSES.flatMap((lens) =>
    ['plan', 'none'].map((group) => {
      const result = runQuery(index, 'is:any', { lens, group });
      return { lens, group, total: result.total, groups: result.groups, rows: Array.from({ length: result.length }, (_none, at) => result.row(at)) };
    }),
  );
}

/** What an index holds that is built from these notes at one go. */
export function contentsFromScratch(notes: Iterable<readonly [path: string, text: string]>): unknown {
  const index = new FreshIndex();
  for (const [path, text] of notes) index.put(path, text);
  return contentsOf(index);
}

/** Texts of the rows a query gives. */
export function rowTexts(index: PlanIndex, query: string, lens: (typeof LENSES)[number], group = 'none'): string[] {
  const result = runQuery(index, query, { lens, group });
  return Array.from({ length: result.length }, (_none, at) => result.row(at).text);
}
