import { describe, expect, test } from 'vitest';
import { exportRows } from '../../../src/core/indexing/export-rows';
import { columnsOf } from '../../../src/core/indexing/lens-columns';
import { PlanIndex } from '../../../src/core/indexing/plan-index';
import { type Lens, LENSES, runQuery } from '../../../src/core/indexing/query';

const PLAN = '# Pump | valve plan\n\n| Task | Priority | Effort |\n| --- | --- | --- |\n| =HYPERLINK("http://x";"y") | High | 2h |\n| a \\| b, "c" | Low | |\n';

function exported(lens: Lens, format: 'markdown' | 'csv' | 'json', notes: Readonly<Record<string, string>> = { 'Plans/pump.md': PLAN }): string {
  const index = new PlanIndex();
  for (const [path, text] of Object.entries(notes)) index.put(path, text);
  const result = runQuery(index, 'is:any', { lens });
  return exportRows(Array.from({ length: result.length }, (_none, at) => result.row(at)), columnsOf(lens), format);
}

describe('what is shown goes out', () => {
  test('as a Markdown table: pipes escaped, links to the plans, no empty columns', () => {
    expect(exported('priorities', 'markdown')).toBe(
      '| Priority | Task | Effort | Hours | State | Plan | Path | Line |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n' +
      '| High | =HYPERLINK("http://x";"y") | 2h | 2 | open | [Pump \\| valve plan](<Plans/pump.md>) | Plans/pump.md | 5 |\n' +
      '| Low | a \\| b, "c" |  |  | open | [Pump \\| valve plan](<Plans/pump.md>) | Plans/pump.md | 6 |\n',
    );
  });

  test('as CSV: quotes doubled, and nothing a spreadsheet would run', () => {
    const [header, formula, quoted] = exported('priorities', 'csv').split('\r\n');
    expect(header).toBe('Priority,Task,Detail,Effort,Hours,Impact,When,State,Plan,Status,Path,Line');
    expect(formula).toContain(`"'=HYPERLINK(""http://x"";""y"")"`);
    expect(quoted).toContain('"a | b, ""c"""');
  });

  test.each(['＝2+2', '＋full', '－1', '＠a', '\u200b=zw', '\ufeff+1', '\u00a0@a', '  =1'])('as CSV, “%s” is no formula', (cell) => {
    const text = `# Plan: a\n\n| Task | Priority | When |\n| --- | --- | --- |\n| x${cell} | High | ${cell} |\n`;
    const row = exported('priorities', 'csv', { 'a.md': text }).split('\r\n')[1] ?? '';
    expect(row).toContain(`,x${cell},`);
    expect(row).toContain(`,'${cell.trim()},`);
  });

  test.each([
    ['a %% b %%% c', 'a \\%\\% b \\%\\%\\% c'],
    ['a <!-- b --> <img src=x> a < b 1<2', 'a \\<!-- b --> \\<img src=x> a < b 1<2'],
    ['#a (#b) C# issue #12 [[Note#Part]] https://x.y/#z', '\\#a (\\#b) C# issue \\#12 [[Note#Part]] https://x.y/#z'],
    ['![[Alpha]] ![a](http://x.y/z.png) [[Alpha]] go!', '!\\[[Alpha]] !\\[a](http://x.y/z.png) [[Alpha]] go!'],
    ['`%% <b> #a` ``x ` #b`` ` #c', '`%% <b> #a` ``x ` #b`` ` \\#c'],
    ['\\#a \\%\\% **b** _c_', '\\#a \\%\\% **b** _c_'],
  ])('as Markdown, what would act is shown: %s', (text, shown) => {
    expect(exported('verification', 'markdown', { 'a.md': `# Plan: a\n\n## Verification\n\n- [ ] ${text}\n` }).split('\n')[2]).toContain(`| open | ${shown} |`);
  });

  test('a title that a wikilink would cut or act on is a Markdown link, whole', () => {
    const linked = (title: string): string => exported('plans', 'markdown', { 'a b.md': `---\ntype: plan\ntitle: '${title}'\n---\n\n## Verification\n\n- [ ] x\n` }).split('\n')[2] ?? '';
    expect([linked('=cmd|calc'), linked('a [b] #c'), linked('Plain')].map((row) => row.split(' | ')[0])).toEqual(['| [=cmd\\|calc](<a b.md>)', '| [a \\[b\\] \\#c](<a b.md>)', '| [[a b\\|Plain]]']);
  });

  test('as JSON by column', () => {
    expect(JSON.parse(exported('priorities', 'json'))).toMatchObject([{ priority: 'High', hours: 2, path: 'Plans/pump.md', line: 5 }, { text: 'a | b, "c"', hours: null, line: 6 }]);
  });

  test.each(LENSES)('%s: no rows leave a header', (lens) => {
    const [first = '', rule = ''] = exported(lens, 'markdown', {}).split('\n');
    expect(first).toContain(columnsOf(lens)[1]?.name);
    expect(rule).toMatch(/^\|(?: --- \|)+$/);
  });
});
