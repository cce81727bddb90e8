/** A target made from one text, used on another: the right line or a refusal, never a twin. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setTaskMark } from '../../src/core/edit/edit-checklist';
import { parsePlan } from '../../src/core/plan/parse-plan';
import { LineIndex } from '../../src/core/text/line-index';
import { findLine, targetLine } from '../../src/core/text/line-target';
import { applyChanges } from '../../src/core/text/text-change';
import { runs } from './runs';

const sources = ['- [ ] one', '- [ ] two', '- [ ] one', '  - [ ] nested', '> - [ ] quoted', 'text', '', '## Heading', '- [x] done', '1. [ ] numbered'];
const notes = fc.array(fc.constantFrom(...sources), { minLength: 1, maxLength: 12 });
const refusals = ['line-gone', 'line-ambiguous', 'not-a-task'];

/** What happens to a note behind a reader's back. Each line carries the number it had, so that twins can be told apart. */
type Lines = readonly { readonly source: string; readonly was: number }[];
const happenings: Readonly<Record<string, (lines: Lines, at: number) => Lines>> = {
  'lines inserted above': (lines) => [{ source: 'new', was: -1 }, { source: '', was: -1 }, ...lines],
  'lines deleted above': (lines, at) => lines.slice(Math.min(at, 2)),
  'an identical line inserted above': (lines, at) => [...lines.slice(0, at), { source: lines[at]?.source ?? '', was: -1 }, ...lines.slice(at)],
  'an identical line inserted below': (lines, at) => [...lines.slice(0, at + 1), { source: lines[at]?.source ?? '', was: -1 }, ...lines.slice(at + 1)],
  'the line edited': (lines, at) => lines.map((line, number) => (number === at ? { source: `${line.source}!`, was: -1 } : line)),
  'the line ticked already': (lines, at) => lines.map((line, number) => (number === at ? { source: line.source.replace('[ ]', '[x]'), was: -1 } : line)),
  'the line deleted': (lines, at) => lines.filter((_line, number) => number !== at),
  'the line moved to the end': (lines, at) => [...lines.filter((_line, number) => number !== at), ...lines.slice(at, at + 1)],
  'all in a code fence': (lines) => [{ source: '```', was: -1 }, ...lines, { source: '```', was: -1 }],
  'all in a comment': (lines) => [{ source: '%%', was: -1 }, ...lines],
  'two lines swapped': (lines, at) => lines.map((line, number) => (number === at ? (lines[0] ?? line) : number === 0 ? (lines[at] ?? line) : line)),
  'another note': () => [{ source: '# Other', was: -1 }, { source: '- [ ] else', was: -1 }],
  emptied: () => [],
  unchanged: (lines) => lines,
};

test.each(Object.entries(happenings))('%s', (name, happen) => {
  fc.assert(
    fc.property(notes, fc.nat(), fc.constantFrom('\n', '\r\n'), fc.constantFrom('\n', '\r\n'), (all, pick, lineBreakThen, lineBreakNow) => {
      const then = all.join(lineBreakThen);
      const tasks = parsePlan(then).tasks;
      const task = tasks[pick % Math.max(1, tasks.length)];
      if (!task) return;
      const lines = happen(all.map((source, was) => ({ source, was })), task.line);
      const now = lines.map(({ source }) => source).join(lineBreakNow);
      const result = setTaskMark(now, targetLine(then, task.line), '/');
      if (!result.ok) {
        expect(refusals).toContain(result.refusal.code);
        expect(name === 'unchanged').toBe(false);
        return;
      }
      expect(result.changes).toHaveLength(1);
      const line = new LineIndex(now).lineAt(result.changes[0]?.from ?? -1);
      const isSameNote = lines.map(({ source }) => source).join() === all.join();
      expect(isSameNote ? line : lines[line]?.was).toBe(task.line);
      expect(applyChanges(now, result.changes)).toBe(lines.map(({ source }, number) => (number === line ? source.replace(/\[.\]/, '[/]') : source)).join(lineBreakNow));
    }),
    runs(400),
  );
});

test('a line that was and is the only one of its kind is found wherever it stands', () => {
  fc.assert(
    fc.property(notes, notes, notes, (before, above, below) => {
      const then = [...before, '- [ ] mine', ...below].join('\n');
      const now = [...above, '- [ ] mine', ...before].join('\r\n');
      expect(findLine(now, targetLine(then, before.length))).toMatchObject({ ok: true, line: above.length });
    }),
    runs(500),
  );
});
