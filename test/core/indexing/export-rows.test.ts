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
      '| High | =HYPERLINK("http://x";"y") | 2h | 2 | open | [[Plans/pump\\|Pump  valve plan]] | Plans/pump.md | 5 |\n' +
      '| Low | a \\| b, "c" |  |  | open | [[Plans/pump\\|Pump  valve plan]] | Plans/pump.md | 6 |\n',
    );
  });

  test('as CSV: quotes doubled, and nothing a spreadsheet would run', () => {
    const [header, formula, quoted] = exported('priorities', 'csv').split('\r\n');
    expect(header).toBe('Priority,Task,Detail,Effort,Hours,Impact,When,State,Plan,Status,Path,Line');
    expect(formula).toContain(`"'=HYPERLINK(""http://x"";""y"")"`);
    expect(quoted).toContain('"a | b, ""c"""');
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
