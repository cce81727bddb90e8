// Columns of a wide pane as numbers: first and chosen widths, what is read of stored ones, and what headers sort by.
import { describe, expect, test } from 'vitest';
import { LENSES } from '../../src/core/indexing/query';
import { gridTemplate, paneColumns, readWidths, resized, sortKeyOf } from '../../src/ui/pane/pane-columns';
import { PANE_LENSES } from '../../src/ui/pane/pane-lenses';
import { alsoSortedBy, sortedBy } from '../../src/ui/pane/pane-sort';

const names = (lens: (typeof LENSES)[number], group = 'none'): string => paneColumns(lens, group).map(({ name }) => name).join(' | ');

test('every lens has its columns, one of which takes what is left; under headings of plans none repeats the plan', () => {
  expect(LENSES.map((lens) => names(lens))).toEqual([
    'Status | Plan | Checks | Next open check | Owner | Days untouched',
    'Priority | Task | Effort | Impact | When | Plan',
    'Check | Class | Phase | Plan',
    'Question | Plan',
    'Score | Risk | Likelihood | Impact | Mitigation | Plan',
    'Id | Requirement | Level | Checks | Plan',
    'Severity | Contradiction | Evidence | Plan | Actions',
    'Date | Change | Author | Plan',
  ]);
  expect(LENSES.map((lens) => paneColumns(lens, 'none').filter(({ width }) => width === null).length)).toEqual(LENSES.map(() => 1));
  expect(names('verification', 'plan')).toBe('Check | Class | Phase');
});

test('each of them fits into the narrowest table, be it cut', () => {
  const least = LENSES.map((lens) => [...gridTemplate(paneColumns(lens, 'none'), {}).matchAll(/minmax\((\d+)px/g)].reduce((sum, [, px]) => sum + Number(px), 0));
  expect(Math.max(...least)).toBeLessThan(700);
});

test('chosen widths are drawn; what is long has a share of a very wide pane until then', () => {
  const columns = paneColumns('risks', 'plan');
  expect(gridTemplate(columns, { score: 50, mitigation: 300 })).toBe('minmax(40px, 50px) minmax(200px, 1fr) minmax(40px, 95px) minmax(40px, 85px) minmax(40px, 300px)');
  expect(gridTemplate(columns, {})).toContain('minmax(40px, max(280px, 22%))');
});

test('of what was stored, numbers from 40 to 800 of the lens’s own columns are kept', () => {
  expect(readWidths('priorities', { effort: 40, impact: 800, when: 39, plan: 801, priority: '90', text: 300, owner: 100, __proto__: { when: 50 } })).toEqual({ effort: 40, impact: 800 });
  expect([null, 7, 'effort', [90], { effort: Number.NaN, impact: Infinity }].map((stored) => readWidths('priorities', stored))).toEqual([{}, {}, {}, {}, {}]);
});

describe('a column made wider', () => {
  const columns = paneColumns('questions', 'none');
  const four = paneColumns('verification', 'none');
  const shown = (widths: Readonly<Record<string, number>>): ReadonlyMap<string, number> => new Map(Object.entries(widths));

  test('takes from the text, and leaves the others alone', () => {
    expect(resized({ columns: four, widths: { phase: 90 } }, shown({ text: 500, class: 110, phase: 90, plan: 200 }), 'class', 300)).toEqual({ phase: 90, class: 300 });
  });

  test('has the others make room where the text can’t give any more; they are never narrower than 40 pixels', () => {
    expect(resized({ columns: four, widths: {} }, shown({ text: 250, class: 110, phase: 140, plan: 240 }), 'class', 260)).toEqual({ class: 260, phase: 106, plan: 173 });
    expect(resized({ columns: four, widths: {} }, shown({ text: 200, class: 110, phase: 140, plan: 240 }), 'class', 999)).toEqual({ class: 410, phase: 40, plan: 40 });
  });

  test('stays within 40 and 800, and is a whole number', () => {
    expect([-5, 100.4, 9999].map((width) => resized({ columns, widths: {} }, new Map(), 'plan', width))).toEqual([{ plan: 40 }, { plan: 100 }, { plan: 800 }]);
  });

  test('made narrower where space is short, the others stay as they are cut', () => {
    expect(resized({ columns: four, widths: {} }, shown({ text: 200, class: 100, phase: 100, plan: 120 }), 'class', 60)).toEqual({ class: 60, phase: 100, plan: 120 });
  });
});

describe('headers', () => {
  test('sort by what the lens’s select box offers', () => {
    const sortable = PANE_LENSES.map(({ id, sorts }) => paneColumns(id, 'none').flatMap((column) => sortKeyOf(column, sorts) ?? []).join(' '));
    expect(sortable).toEqual(['status text progress owner age', 'priority text effort impact when plan', 'text plan', 'text plan', 'score text plan', 'id text', 'severity text plan', 'date text plan']);
  });

  test('a click sorts by one key, the next turns it round; the lens’s own way is no choice', () => {
    expect([sortedBy('plans', '', 'text'), sortedBy('plans', 'text', 'text'), sortedBy('plans', '-text', 'text')]).toEqual(['text', '-text', 'text']);
    expect([sortedBy('risks', '', 'score'), sortedBy('risks', 'score', 'score'), sortedBy('risks', 'text', 'score')]).toEqual(['score', '', '']);
    expect(sortedBy('risks', 'plan,-score', 'plan')).toBe('plan');
  });

  test('with Shift a key joins the others, or is turned round among them', () => {
    expect([alsoSortedBy('risks', '', 'plan'), alsoSortedBy('risks', 'plan,-score', 'plan'), alsoSortedBy('plans', '', 'age')]).toEqual(['-score,plan', '-plan,-score', 'age']);
  });
});
