// Saved views: read from a note that people write in as well, added, changed and taken away without touching anything else.
import { describe, expect, test } from 'vitest';
import { readViews, removeView, type SavedView, saveView } from '../../../src/core/edit/saved-views';
import { applyChanges } from '../../../src/core/text/text-change';
import type { EditResult } from '../../../src/core/text/edit-result';

const block = (source: string): string => `\`\`\`plan-rollup\n${source}\n\`\`\`\n`;
const NOTE = `---\nplan: false\n---\n# Our views\n\nFor the weekly.\n\n## Manual checks\n\n${block('lens: verification\nquery: class:manual')}\n## Hot\n\nWhat burns:\n\n${block('lens: priorities\nquery: priority:>=p1')}\nSee also [[Plans]].\n`;

function done(text: string, result: EditResult): string {
  if (!result.ok) throw new Error(result.refusal.message);
  return applyChanges(text, result.changes);
}

function viewOf(text: string, name: string, number = 0): SavedView {
  const view = readViews(text).filter((each) => each.name === name)[number];
  if (!view) throw new Error(`There is no view “${name}”.`);
  return view;
}

test('views are headings with a block', () => {
  expect(readViews(NOTE)).toEqual([
    { name: 'Manual checks', source: 'lens: verification\nquery: class:manual\n', line: 9 },
    { name: 'Hot', source: 'lens: priorities\nquery: priority:>=p1\n', line: 18 },
  ]);
  expect(readViews(NOTE.replace(/\n/g, '\r\n')).map(({ source }) => source)).toEqual(readViews(NOTE).map(({ source }) => source));
});

test.each([
  ['other code', '## A\n\n```js\nlens: plans\n```\n'],
  ['a block without a heading', block('lens: plans')],
  ['a block in a list', '## A\n\n- ```plan-rollup\n  lens: plans\n  ```\n'],
  ['a block in a quote', '## A\n\n> ```plan-rollup\n> lens: plans\n> ```\n'],
  ['a block that is not closed', '## A\n\n```plan-rollup\nlens: plans\n'],
])('%s is none', (_what, text) => {
  expect(readViews(text)).toEqual([]);
});

describe('saving', () => {
  test('a new one goes to the end', () => {
    expect(done(NOTE, saveView(NOTE, 'Stale', 'lens: plans\nquery: is:stale'))).toBe(`${NOTE}\n## Stale\n\n${block('lens: plans\nquery: is:stale')}`);
    expect(done('', saveView('', 'Stale', 'lens: plans'))).toBe(`## Stale\n\n${block('lens: plans')}`);
    expect(done('a\r\nb', saveView('a\r\nb', 'Stale', 'lens: plans'))).toBe('a\r\nb\r\n\r\n## Stale\r\n\r\n```plan-rollup\r\nlens: plans\r\n```\r\n');
  });

  test('a known one changes between its fences alone, and twice is once', () => {
    const saved = done(NOTE, saveView(NOTE, 'Hot', 'lens: priorities'));
    expect(saved).toBe(NOTE.replace('lens: priorities\nquery: priority:>=p1', 'lens: priorities'));
    expect(saveView(saved, 'Hot', 'lens: priorities')).toEqual({ ok: true, changes: [] });
  });

  test.each([
    ['a limit and comments', 'lens: verification\nlimit: 7\n# why: my remark\ngroup: plan\n', 'lens: priorities\nquery: priority:P2', 'lens: priorities\nquery: priority:P2\nlimit: 7\n# why: my remark\n'],
    ['what means nothing, and blank lines', '\nunknownkey: keep me\n\n  and this\nquery: a\n', 'lens: plans\nsort: age', 'lens: plans\nsort: age\n\nunknownkey: keep me\n\n  and this\n'],
    ['how a line is written that says the same', ' Lens :  plans \nSORT: age\nquery: a\nquery: b\n', 'lens: plans\nquery: c\nsort: age', ' Lens :  plans \nSORT: age\nquery: c\n'],
  ])('%s: the user’s own lines stay', (_what, before, source, after) => {
    for (const end of ['\n', '\r\n']) {
      const note = (lines: string): string => `# V\n\n## Hot\n\nWhat burns:\n\n\`\`\`plan-rollup\n${lines}\`\`\`\nSee\n`.split('\n').join(end);
      const saved = done(note(before), saveView(note(before), 'Hot', source));
      expect(saved).toBe(note(after));
      expect(saveView(saved, 'Hot', source)).toEqual({ ok: true, changes: [] });
    }
  });

  test.each([['below a fence that never ends', '# A\n\n```\ncode', 'B'], ['a name that a heading would lose', '# A\n', 'B #'], ['no name', '# A\n', '']])('%s: refused', (_what, text, name) => {
    const result = saveView(text, name, 'lens: plans');
    expect(result.ok ? 'ok' : result.refusal.code).toBe('place-hidden');
  });
});

describe('taking away', () => {
  test('the heading goes with the block where nothing else stands below', () => {
    expect(done(NOTE, removeView(NOTE, viewOf(NOTE, 'Manual checks')))).toBe(NOTE.replace(/## Manual[^]*?(?=## Hot)/, ''));
  });

  test('what else stands there stays', () => {
    expect(done(NOTE, removeView(NOTE, viewOf(NOTE, 'Hot')))).toBe(NOTE.replace(block('lens: priorities\nquery: priority:>=p1'), ''));
  });

  test('of two with one name the one that is meant', () => {
    const twice = `## A\n\n${block('lens: plans')}\n## A\n\n${block('lens: risks')}`;
    expect(done(twice, removeView(twice, viewOf(twice, 'A', 1)))).toBe(`## A\n\n${block('lens: plans')}\n`);
  });

  test('one that is gone is refused', () => {
    expect(removeView(NOTE, { name: 'Gone', source: '' }).ok).toBe(false);
  });
});
