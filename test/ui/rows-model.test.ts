// The list of the pane as numbers: where each line stands, which line covers a place, what a collapsed group hides.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PlanIndex } from '../../src/core/indexing/plan-index';
import { runQuery } from '../../src/core/indexing/query';
import { RowsModel } from '../../src/ui/pane/rows-model';

const HEIGHTS = { item: 38, plan: 44, section: 28 };

/** `plans` notes with sections of the given sizes. */
function modelOf(plans: readonly (readonly number[])[], collapse: (key: string, at: number) => boolean = () => false): RowsModel {
  const index = new PlanIndex();
  plans.forEach((sections, plan) => {
    const body = sections.map((items, section) => `## Phase ${section + 1}: S\n\n### Verification\n\n${Array.from({ length: items }, (_none, item) => `- [ ] item ${plan}.${section}.${item}\n`).join('')}\n`);
    index.put(`p${plan}.md`, `# Plan ${plan}\n\n${body.join('')}`);
  });
  const result = runQuery(index, '', { lens: 'verification', group: 'plan' });
  return new RowsModel(result, new Set(result.groups.map(({ key }) => key).filter(collapse)), HEIGHTS);
}

/** Lines as a person sees them. */
function shown(model: RowsModel): string[] {
  return Array.from({ length: model.length }, (_none, at) => {
    const line = model.line(at);
    return line.kind === 'item' ? model.result.row(line.row).text : `${line.isCollapsed ? '▸' : '▾'} ${line.group.title}`;
  });
}

const plans = fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }), { maxLength: 5 });
const mask = fc.infiniteStream(fc.boolean());

function arbitraryModel(): fc.Arbitrary<RowsModel> {
  return fc.tuple(plans, mask).map(([sizes, flags]) => {
    const drawn: boolean[] = [];
    return modelOf(sizes, (_key, at) => (drawn[at] ??= Boolean(flags.next().value)));
  });
}

describe('laws', () => {
  test('lines stand one below the other, and end at the height', () => {
    fc.assert(fc.property(arbitraryModel(), (model) => {
      for (let at = 0; at < model.length; at++) {
        expect(model.heightOf(at)).toBeGreaterThan(0);
        expect(model.top(at) + model.heightOf(at)).toBe(model.top(at + 1));
      }
      expect([model.top(0), model.top(model.length)]).toEqual([0, model.height]);
    }));
  });

  test('the line at a place is the one that covers it', () => {
    fc.assert(fc.property(arbitraryModel(), (model) => {
      for (let at = 0; at < model.length; at++) {
        expect(model.lineAt(model.top(at))).toBe(at);
        expect(model.lineAt(model.top(at + 1) - 0.5)).toBe(at);
      }
      expect([model.lineAt(-5), model.lineAt(model.height + 999)]).toEqual([0, Math.max(0, model.length - 1)]);
    }));
  });

  test('each line is named once', () => {
    fc.assert(fc.property(arbitraryModel(), (model) => {
      const keys = Array.from({ length: model.length }, (_none, at) => model.key(at));
      expect(new Set(keys).size).toBe(keys.length);
    }));
  });

  test('what is shown is everything that lies in no collapsed group', () => {
    fc.assert(fc.property(plans, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (sizes, flags) => {
      const all = shown(modelOf(sizes));
      const collapsed = new Set<string>();
      const model = modelOf(sizes, (key, at) => (flags[at] ? collapsed.add(key).size > 0 : false));
      const expected: string[] = [];
      let hiddenFrom = Infinity;
      let group = 0;
      for (const line of all) {
        const { level, key } = line.startsWith('▾') ? (model.result.groups[group++] ?? { level: 2, key: '' }) : { level: 2, key: '' };
        if (level <= hiddenFrom) hiddenFrom = Infinity;
        if (hiddenFrom < level) continue;
        expected.push(collapsed.has(key) ? line.replace('▾', '▸') : line);
        if (collapsed.has(key)) hiddenFrom = level;
      }
      expect(shown(model)).toEqual(expected);
    }));
  });
});

test('a collapsed plan hides its sections and items, a collapsed section its items', () => {
  const sizes = [[2, 1], [1]];
  expect(shown(modelOf(sizes))).toEqual(['▾ Plan 0', '▾ Phase 1: S › Verification', 'item 0.0.0', 'item 0.0.1', '▾ Phase 2: S › Verification', 'item 0.1.0', '▾ Plan 1', '▾ Phase 1: S › Verification', 'item 1.0.0']);
  expect(shown(modelOf(sizes, (key) => key === 'p0.md'))).toEqual(['▸ Plan 0', '▾ Plan 1', '▾ Phase 1: S › Verification', 'item 1.0.0']);
  expect(shown(modelOf(sizes, (key) => key.startsWith('p0.md\nPhase 1')))).toEqual(['▾ Plan 0', '▸ Phase 1: S › Verification', '▾ Phase 2: S › Verification', 'item 0.1.0', '▾ Plan 1', '▾ Phase 1: S › Verification', 'item 1.0.0']);
});

test('rows without groups are all there', () => {
  const index = new PlanIndex();
  index.put('a.md', '| Task | Priority |\n| --- | --- |\n| a | P1 |\n| b | P2 |\n');
  const model = new RowsModel(runQuery(index, '', { lens: 'priorities' }), new Set(), HEIGHTS);
  expect([shown(model), model.height]).toEqual([['a', 'b'], 76]);
});

test('a line beyond the list is a mistake of the caller', () => {
  expect(() => modelOf([[1]]).line(99)).toThrow(RangeError);
  expect(() => modelOf([]).line(0)).toThrow(RangeError);
});

test('an item keeps its name when lines are added above it in its note', () => {
  const names = (text: string): string[] => {
    const index = new PlanIndex();
    index.put('a.md', text);
    const model = new RowsModel(runQuery(index, '', { lens: 'verification' }), new Set(), HEIGHTS);
    return Array.from({ length: model.length }, (_none, at) => model.name(at));
  };
  const text = '# A\n\n## Verification\n\n- [ ] one\n- [ ] two\n';
  expect(names(text.replace('# A', '# A\n\nMore.'))).toEqual(names(text));
});
