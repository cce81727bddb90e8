/** Every edit on a random plan: it changes what it names, nothing else, and reads back; done twice it is done once. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCalendarDate } from '../../src/core/date/calendar-date';
import { appendLogEntry } from '../../src/core/edit/edit-change-log';
import { setTaskMark } from '../../src/core/edit/edit-checklist';
import { addMissingProperties, setProperty } from '../../src/core/edit/edit-frontmatter';
import { transition } from '../../src/core/edit/edit-plan';
import { appendTableRow, setCell } from '../../src/core/edit/edit-table';
import { frontmatterRange } from '../../src/core/markdown/frontmatter-range';
import { readFrontmatter } from '../../src/core/markdown/frontmatter';
import { escapeCell } from '../../src/core/markdown/table';
import { parsePlan, readPlan } from '../../src/core/plan/parse-plan';
import { targetLine } from '../../src/core/text/line-target';
import { applyChanges, invertChanges, type TextChange } from '../../src/core/text/text-change';
import type { EditResult } from '../../src/core/text/edit-result';
import { planNotes, tableNotes } from './arbitrary-note';
import { runs } from './runs';

const values = fc.oneof(fc.constantFrom('', 'High', 'a|b', 'a\\', '\\|', '| a |', '- x', '# y', '`a|b`', '[[a|b]]', '漢字', 'two  blanks', ' edge ', 'line\nbreak', '> q', '```', '---', '$&', "it's", '"quoted"', 'a: b', '#c', '[x]', 'null', 'true', '1.0', '*a', '&b', '%x', '@y', '~'), fc.string({ maxLength: 12 }));
const marks = fc.oneof(fc.constantFrom('x', ' ', '-', '/', '|', '[', '\\', '`', '🔥', '^', 'X'), fc.string({ minLength: 1, maxLength: 1 }));

function changesOf(result: EditResult): readonly TextChange[] {
  return result.ok ? result.changes : [];
}

test('a tick changes one character, reads back, and goes back to the same bytes', () => {
  fc.assert(
    fc.property(planNotes, marks, fc.nat(), (text, mark, pick) => {
      const { tasks } = parsePlan(text);
      const task = tasks[pick % Math.max(1, tasks.length)];
      fc.pre(task !== undefined);
      const result = setTaskMark(text, targetLine(text, task.line), mark);
      if (!result.ok) return;
      const ticked = applyChanges(text, result.changes);
      if (task.mark === mark) expect(result.changes).toEqual([]);
      else expect(result.changes).toEqual([{ from: task.markOffset, to: task.markOffset + task.mark.length, insert: mark }]);
      expect(parsePlan(ticked).tasks.map((other) => other.mark)).toEqual(tasks.map((other) => (other === task ? mark : other.mark)));
      const back = setTaskMark(ticked, targetLine(ticked, task.line), task.mark);
      expect(applyChanges(ticked, changesOf(back))).toBe(text);
    }),
    runs(2000),
  );
});

test('a cell edit stays in its row, leaves the other cells, reads back, and twice is once', () => {
  fc.assert(
    fc.property(tableNotes, values, fc.nat(), fc.nat(), (text, value, pick, pickColumn) => {
      const tables = parsePlan(text).tables.filter(({ rows }) => rows.length > 0);
      const table = tables[pick % Math.max(1, tables.length)];
      fc.pre(table !== undefined);
      const row = pickColumn % table.rows.length;
      const column = pickColumn % table.header.length;
      const line = table.line + 2 + row;
      const result = setCell(text, targetLine(text, line), column, value);
      if (!result.ok) return;
      const after = applyChanges(text, result.changes);
      const written = escapeCell(value).trim().replaceAll('\\|', '|');
      const wanted = (table.rows[row] ?? []).map(({ text: cell }) => cell);
      while (wanted.length <= column) wanted.push('');
      const isSame = wanted[column] === value;
      wanted[column] = isSame ? value : written;
      const now = parsePlan(after).tables.find((other) => other.line === table.line);
      const read = (now?.rows[row] ?? []).map(({ text: cell }) => cell);
      while (read.length < wanted.length) read.push('');
      expect(read).toEqual(wanted);
      expect(text.split(/\r\n|\n/).filter((_source, at) => at !== line)).toEqual(after.split(/\r\n|\n/).filter((_source, at) => at !== line));
      const again = setCell(after, targetLine(after, line), column, value);
      expect(changesOf(again)).toEqual([]);
    }),
    runs(3000),
  );
});

test('the cell’s own text again changes nothing', () => {
  fc.assert(
    fc.property(tableNotes, (text) => {
      for (const table of parsePlan(text).tables) {
        table.rows.forEach((cells, row) => {
          cells.slice(0, table.header.length).forEach((cell, column) => {
            expect(changesOf(setCell(text, targetLine(text, table.line + 2 + row), column, cell.text))).toEqual([]);
          });
        });
      }
    }),
    runs(500),
  );
});

test('a new row is one insertion and the table’s last row', () => {
  fc.assert(
    fc.property(tableNotes, values, fc.nat(), (text, value, pick) => {
      const { tables } = parsePlan(text);
      const table = tables[pick % Math.max(1, tables.length)];
      fc.pre(table !== undefined);
      const name = table.header[pick % table.header.length]?.text ?? '';
      const result = appendTableRow(text, table.line, { [name]: value });
      if (!result.ok) return;
      expect(result.changes).toHaveLength(1);
      expect(result.changes[0]?.from).toBe(result.changes[0]?.to);
      const now = parsePlan(applyChanges(text, result.changes)).tables.find((other) => other.line === table.line);
      expect(now?.rows).toHaveLength(table.rows.length + 1);
      expect(now?.rows.slice(0, -1).map((cells) => cells.map((cell) => cell.text))).toEqual(table.rows.map((cells) => cells.map((cell) => cell.text)));
      expect(now?.rows.at(-1)?.map((cell) => cell.text) ?? []).toContain(escapeCell(value).trim().replaceAll('\\|', '|'));
    }),
    runs(2000),
  );
});

test('a property stays in the frontmatter, reads back, leaves the others, and twice is once', () => {
  fc.assert(
    fc.property(planNotes, fc.constantFrom('status', 'Status', 'new key', 'updated', 'a: b', '#x'), values, (text, key, value) => {
      const before = readFrontmatter(text);
      const result = setProperty(text, key, value);
      if (!result.ok) return;
      const after = applyChanges(text, result.changes);
      const property = readFrontmatter(after)?.properties.get(key.toLowerCase());
      expect(property?.value ?? '').toBe(value);
      for (const [other, { value: kept }] of before?.properties ?? []) {
        if (other !== key.toLowerCase()) expect(readFrontmatter(after)?.properties.get(other)?.value).toEqual(kept);
      }
      const body = text.slice(before?.range.to ?? (text.startsWith('\uFEFF') ? 1 : 0));
      expect(after.endsWith(body)).toBe(true);
      expect(changesOf(setProperty(after, key, value))).toEqual([]);
      const missing = addMissingProperties(after, [{ key, value: 'other' }]);
      expect(changesOf(missing)).toEqual([]);
    }),
    runs(1500),
  );
});

test('a log entry is one insertion of whole lines below the frontmatter, the newest, and twice is once', () => {
  fc.assert(
    fc.property(planNotes, fc.constantFrom('Rewrote phase 2', 'a|b', 'Status: Draft → Done', '`x`'), (text, change) => {
      const entry = { date: '2026-11-20', author: 'me', change };
      const result = appendLogEntry(text, entry);
      if (!result.ok) return;
      const after = applyChanges(text, result.changes);
      expect(result.changes).toHaveLength(1);
      expect(result.changes[0]?.from).toBe(result.changes[0]?.to);
      expect(result.changes[0]?.from).toBeGreaterThanOrEqual(frontmatterRange(text)?.to ?? 0);
      const [before, now] = [parsePlan(text).changeLog, parsePlan(after).changeLog];
      expect(now?.entries).toHaveLength((before?.entries.length ?? 0) + 1);
      expect(changesOf(appendLogEntry(after, entry))).toEqual([]);
    }),
    runs(2000),
  );
});

test('a transition reads back, logs the move, leaves the rest, and twice is once', () => {
  fc.assert(
    fc.property(planNotes, fc.constantFrom('draft', 'In Review', 'approved', 'completed'), (text, to) => {
      const plan = readPlan(text);
      const result = transition(text, { to, date: '2026-11-20', author: 'me' });
      if (!result.ok) return;
      const after = applyChanges(text, result.changes);
      expect(parsePlan(after).status?.conflict).toBe(false);
      expect(transition(after, { to, date: '2026-11-21', author: 'you' })).toEqual({ ok: true, changes: [] });
      expect(applyChanges(after, invertChanges(text, result.changes))).toBe(text);
      for (const { from, to: end } of result.changes) {
        const isStatus = plan.statusSources.some((source) => source.from === from && source.to === end);
        const isDate = parseCalendarDate(text.slice(from, end)) !== null;
        expect(from === end || isStatus || isDate).toBe(true);
      }
      expect(parsePlan(after).tasks.map(({ mark }) => mark)).toEqual(plan.tasks.map(({ mark }) => mark));
    }),
    { ...runs(3000), examples: [['- [ ]\n\t\u00a0', 'draft'], ['## Status\n- [ ] open', 'draft']] },
  );
});
