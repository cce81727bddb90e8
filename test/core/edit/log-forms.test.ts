/** Entries in logs of less usual forms: columns for the status, dates that nobody knows, tables below a day. */
import { expect, test } from 'vitest';
import { lastLoggedStatus } from '../../../src/core/check/last-logged-status';
import { appendLogEntry } from '../../../src/core/edit/edit-change-log';
import { transition } from '../../../src/core/edit/edit-plan';
import { parsePlan, readPlan } from '../../../src/core/plan/parse-plan';
import type { EditResult } from '../../../src/core/text/edit-result';
import { applyChanges } from '../../../src/core/text/text-change';

const day = { date: '2026-11-20', author: 'Ops' };

/** The lines that came in; the refusal's code where there is none. */
function added(text: string, result: EditResult): string {
  if (!result.ok) return `<${result.refusal.code}>`;
  const [before, after] = [text.split('\n'), applyChanges(text, result.changes).split('\n')];
  return after.filter((line) => !before.includes(line)).join('\n');
}

const log = (lines: string): string => `## Change Log\n\n${lines}\n\n## End\n`;
const table = (header: string, ...rows: string[]): string => log([header, header.replace(/[^|]+/g, '---'), ...rows].join('\n'));

test.each([
  ['| Date | From | To | By |', '| 2026-01-01 | Draft | Approved | x |', '| 2026-11-20 | Approved | In Progress | Ops |', '| 2026-11-20 | Approved | In Progress — by mail | Ops |'],
  ['| Date | Old status | New status | Reason |', '| 2026-01-01 | Draft | Approved | x |', '| 2026-11-20 | Approved | In Progress |  |', '| 2026-11-20 | Approved | In Progress | by mail |'],
  ['| Date | Phase | Status |', '| 2026-01-01 | Phase 1 | Done |', '| 2026-11-20 |  | In Progress |', '| 2026-11-20 |  | In Progress — by mail |'],
  ['| Date | Change | Status |', '| 2026-01-01 | First | Approved |', '| 2026-11-20 | Status: Approved → In Progress | In Progress |', '| 2026-11-20 | Status: Approved → In Progress — by mail | In Progress |'],
  ['| Date | Task | From | To |', '| 2026-01-01 | T1 | Draft | Done |', '| 2026-11-20 |  | Approved | In Progress |', '| 2026-11-20 |  | Approved | In Progress — by mail |'],
  ['| Date | Task | By |', '| 2026-01-01 | T1 | x |', '| 2026-11-20 | Status: Approved → In Progress | Ops |', '| 2026-11-20 | Status: Approved → In Progress — by mail | Ops |'],
])('a move in a log %s', (header, row, plain, noted) => {
  const text = `# P\n\n**Status:** Approved\n\n${table(header, row)}`;
  const move = { ...day, to: 'in-progress' };
  expect(added(text, transition(text, move))).toBe(`**Status:** In Progress\n${plain}`);
  expect(added(text, transition(text, { ...move, note: 'by mail' }))).toBe(`**Status:** In Progress\n${noted}`);
  const result = transition(text, { ...move, note: 'by mail' });
  const after = result.ok ? applyChanges(text, result.changes) : '';
  expect(lastLoggedStatus(readPlan(after))).toBe('in-progress');
  expect(parsePlan(after).changeLog?.entries[1]?.change).toMatch(/^Status: .*In Progress — by mail$/);
  const change = 'Status: Approved → In Progress — by mail';
  expect(appendLogEntry(after, { ...day, author: 'you', change })).toEqual({ ok: true, changes: [] });
});

test('what is no move goes into the column for it, or nowhere', () => {
  const entry = { ...day, change: 'Rewrote phase 2' };
  const add = (text: string): string => added(text, appendLogEntry(text, entry));
  expect(add(table('| Date | From | To | Notes |'))).toBe('| 2026-11-20 |  |  | Rewrote phase 2 |');
  expect(add(table('| Date | Phase | Change | Status |', '| 2026-01-01 | 1 | a | Done |'))).toBe('| 2026-11-20 |  | Rewrote phase 2 |  |');
  expect(add(table('| Date | From | To | By |', '| 2026-01-01 | Draft | Approved | x |'))).toBe('<no-change-log>');
  expect(add(table('| Date | Phase | Status |', '| 2026-01-01 | Phase 1 | Done |'))).toBe('<no-change-log>');
});

test.each([
  ['- 25/01/2026: a\n- 01/02/2026: b', '- 2026-11-20: c (Ops)'],
  ['- 2026年1月2日：b', '- 2026年11月20日：c (Ops)'],
  ['- 2026年01月02日: b', '- 2026年11月20日: c (Ops)'],
])('a list with dates such as %j is gone on with', (lines, line) => {
  expect(added(log(lines), appendLogEntry(log(lines), { ...day, change: 'c' }))).toBe(line);
});

test.each(['', '### 2026-10-01\n\n- old\n\n'])('the heading of a day with a table alone below it is used again: %j', (before) => {
  const text = log(`${before}### 2026-11-20\n\n| a | b |\n|---|---|\n| 1 | 2 |`);
  const result = appendLogEntry(text, { ...day, change: 'c' });
  const after = result.ok ? applyChanges(text, result.changes) : '';
  expect(after.match(/### 2026-11-20/g)).toHaveLength(1);
  expect(after).toContain('- c (Ops)');
  expect(appendLogEntry(after, { ...day, change: 'c' })).toEqual({ ok: true, changes: [] });
});

test('a block id right below the log’s table stays below it, and is no entry', () => {
  const text = table('| Date | Change |', '| 2026-01-01 | a |', '^log');
  const result = appendLogEntry(text, { ...day, change: 'c' });
  const after = result.ok ? applyChanges(text, result.changes) : '';
  expect(after).toContain('| 2026-01-01 | a |\n| 2026-11-20 | c |\n^log\n');
  expect(parsePlan(after).changeLog?.entries.map(({ change }) => change)).toEqual(['a', 'c']);
  expect(appendLogEntry(after, { ...day, change: 'c' })).toEqual({ ok: true, changes: [] });
});
