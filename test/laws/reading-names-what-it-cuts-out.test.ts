import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFrontmatter } from '../../src/core/markdown/frontmatter';
import { readPlan } from '../../src/core/plan/parse-plan';
import { LineIndex } from '../../src/core/text/line-index';
import { planNotes, strings } from './arbitrary-note';
import { runs } from './runs';

test('no string makes the reading throw', () => {
  fc.assert(
    fc.property(strings, (text) => {
      const plan = readPlan(text, { path: text });
      expect(plan.headings).toBeInstanceOf(Array);
    }),
    { ...runs(4000), examples: [['\ud800'], ['\0'], ['\r'], ['---\r---\r'], ['---\n\ud800: \udc00\n---'], ['- [\ud800] a'], ['---\na: *b\n---'], [`---\na: ${'['.repeat(20_000)}\n---`]] },
  );
});

test('tasks: mark, line, text', () => {
  fc.assert(
    fc.property(planNotes, (text) => {
      const lines = new LineIndex(text);
      for (const task of readPlan(text).tasks) {
        expect(text.slice(task.markOffset, task.markOffset + task.mark.length)).toBe(task.mark);
        expect(text[task.markOffset - 1]).toBe('[');
        expect(text[task.markOffset + task.mark.length]).toBe(']');
        expect(lines.lineAt(task.markOffset)).toBe(task.line);
        expect(lines.lineAt(task.from)).toBe(task.line);
        expect(task.to).toBeGreaterThan(task.markOffset);
        expect(task.text).not.toMatch(/[\r\n]/);
        expect(task.parentLine ?? -1).toBeLessThanOrEqual(task.line);
      }
    }),
    runs(2000),
  );
});

test('tables: cells and rows stand where they say', () => {
  fc.assert(
    fc.property(planNotes, (text) => {
      const lines = new LineIndex(text);
      const plan = readPlan(text);
      for (const table of plan.tables) {
        [table.header, ...table.rows].forEach((cells, row) => {
          for (const cell of cells) {
            expect(lines.lineAt(cell.from)).toBe(table.line + (row === 0 ? 0 : row + 1));
            expect(text.slice(cell.from, cell.to).replaceAll('\\|', '|')).toBe(cell.text);
            expect(cell.text).not.toMatch(/^[ \t]|[ \t]$/);
          }
        });
      }
      for (const row of plan.priorities) expect(row.line).toBe((plan.tables[row.table]?.line ?? -1) + 2 + row.row);
    }),
    runs(2000),
  );
});

test('statuses and properties: the word itself', () => {
  fc.assert(
    fc.property(planNotes, (text) => {
      for (const source of readPlan(text).statusSources) {
        expect(source.from).toBeLessThanOrEqual(source.to);
        if (source.isChosen) expect(text.slice(source.from, source.to)).toBe(source.raw);
      }
      for (const { value, from, to } of readFrontmatter(text)?.properties.values() ?? []) {
        if (typeof value === 'string') expect(text.slice(from, to)).toBe(value);
      }
    }),
    runs(2000),
  );
});
