// A query remembers what it found before; whatever came between, it answers as if asked for the first time.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PlanIndex } from '../../../src/core/indexing/plan-index';
import { type Lens, LENSES, type QueryOptions, runQuery } from '../../../src/core/indexing/query';
import { runs } from '../../laws/runs';

const line = fc.constantFrom('# Sync plan', '## Phase 1: Adapter', '## Verification', '**Manual:**', '- [ ] one', '- [ ] one adapter', '- [x] two', '- [-] three adaptive\n  and wrapped', '- Automated:\n  - [ ] nested ſ', '## Open questions', '- [ ] Adapt what?', '| Task | Priority | When |\n| --- | --- | --- |\n| Adapter | P1 | now |\n| Ship | Low | |\n| ~~Old~~ | P0 | later |', '\n', 'Words.');
const text = fc.array(line, { maxLength: 10 }).map((lines) => lines.join('\n'));
const path = fc.constantFrom('a.md', 'b.md', 'Plans/b.md', 'Plans/deep/c.md', 'z.md', 'Plan.md');
const query = fc.constantFrom('', 'a', 'ad', 'adapt', 'adapter', 'adapter one', 'one', '-adapt', 'is:any', 'is:any adapt', 'is:done', 'path:plans', 'path:plans a', 'class:manual is:any', 'section:phase', 'plan:sync', 's', 'wrapped', 'nested -one', '"adapter now"');
const options: fc.Arbitrary<QueryOptions> = fc.record({ lens: fc.constantFrom<Lens[]>(...LENSES), group: fc.constantFrom('plan', 'none'), sort: fc.constantFrom('priority', 'path') });

type Step = { readonly put: string; readonly text: string } | { readonly remove: string } | { readonly rename: string; readonly to: string } | { readonly ask: string; readonly options: QueryOptions };
const ask: fc.Arbitrary<Step> = fc.record({ ask: query, options });
const step: fc.Arbitrary<Step> = fc.oneof(fc.record({ put: path, text }), fc.record({ remove: path }), fc.record({ rename: path, to: path }), ask, ask, ask);

function answer(index: PlanIndex, query: string, asked: QueryOptions): unknown {
  const result = runQuery(index, query, asked);
  return { total: result.total, groups: result.groups, rows: Array.from({ length: result.length }, (_none, at) => result.row(at)) };
}

test('law: a query between edits and other queries answers as one of a new index', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 24 }), (steps) => {
      const index = new PlanIndex();
      const texts = new Map<string, string>();
      for (const each of steps) {
        if ('put' in each) {
          index.put(each.put, each.text);
          texts.set(each.put, each.text);
        } else if ('remove' in each) {
          index.remove(each.remove);
          texts.delete(each.remove);
        } else if ('rename' in each) {
          const moved = texts.get(each.rename);
          if (moved === undefined || texts.has(each.to)) continue;
          texts.delete(each.rename);
          texts.set(each.to, moved);
          index.rename(each.rename, each.to);
          index.put(each.to, moved);
        } else {
          const fresh = new PlanIndex();
          for (const [at, content] of texts) fresh.put(at, content);
          expect(answer(index, each.ask, each.options)).toEqual(answer(fresh, each.ask, each.options));
        }
      }
    }),
    runs(600),
  );
});

test('a result keeps its rows when the index changes behind it', () => {
  const index = new PlanIndex();
  index.put('a.md', '## Verification\n\n- [ ] one\n- [ ] two\n');
  const result = runQuery(index, '', { lens: 'verification' });
  index.put('a.md', '## Verification\n\n- [ ] three\n');
  index.remove('b.md');
  expect([result.length, result.row(1).text, result.groups.length]).toEqual([2, 'two', 2]);
  expect(runQuery(index, '', { lens: 'verification' }).row(0).text).toBe('three');
});

test('rows of one rank stand together across notes, and beyond the last row is none', () => {
  const index = new PlanIndex();
  const table = (...rows: string[]): string => `| Task | Priority |\n| --- | --- |\n${rows.map((row) => `| ${row} |\n`).join('')}`;
  index.put('a.md', table('a1 | Low', 'a2 | P0', 'a3 | odd', 'a4 | P0'));
  index.put('b.md', '- [ ] no table');
  index.put('c.md', table('c1 | P0', 'c2 | Low'));
  const result = runQuery(index, '', { lens: 'priorities' });
  expect(Array.from({ length: result.length }, (_none, at) => result.row(at).text)).toEqual(['a2', 'a4', 'c1', 'a1', 'c2', 'a3']);
  expect(() => result.row(6)).toThrow(RangeError);
  expect(() => result.row(-1)).toThrow(RangeError);
});
