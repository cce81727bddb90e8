// The row that a log lacks, made from the note as it is when it is written; a log that says so already gets none.
import { expect, test } from 'vitest';
import { applyChanges } from '../../src/core/text/text-change';
import { logMove, logToggle } from '../../src/vault/log-by-hand';

const ROW = { date: '2026-03-14', author: 'Ops' };
const plan = (...changes: string[]): string => `---\ntype: plan\nstatus: Approved\nblocked: true\n---\n# P\n\n## Changelog\n\n${changes.map((change) => `- 2026-01-01: ${change}\n`).join('')}`;
const BLOCKED = { property: 'Blocked', name: 'Blocked', to: null };

function after(text: string, result: ReturnType<typeof logMove>): string {
  return result.ok ? applyChanges(text, result.changes) : result.refusal.message;
}

test('the row says where the plan came from', () => {
  const text = plan('Created');
  expect(after(text, logMove(text, {}, { ...ROW, from: 'draft', to: 'approved' }))).toBe(`${text}- 2026-03-14: Status: draft → Approved (Ops)\n`);
});

test('a log whose newest row ends in the status already, on another day and from elsewhere, stays as it is', () => {
  const text = plan('Status: In Review → Approved');
  expect(after(text, logMove(text, {}, { ...ROW, from: 'Draft', to: 'approved' }))).toBe(text);
});

test('a plan that has another status now is refused', () => {
  const text = plan('Created');
  expect(after(text, logMove(text, {}, { ...ROW, from: 'Draft', to: 'completed' }))).toBe('The plan\'s status is “Approved” now, not “Completed”, so no row was added.');
});

test('a flag is logged as it stands, and once', () => {
  const text = plan('Created');
  const once = after(text, logToggle(text, {}, { ...ROW, toggle: BLOCKED }));
  expect(once).toBe(`${text}- 2026-03-14: Blocked (Ops)\n`);
  expect(after(once, logToggle(once, {}, { ...ROW, date: '2026-03-15', toggle: BLOCKED }))).toBe(once);
  const off = once.replace('blocked: true', 'blocked: false');
  expect(after(off, logToggle(off, {}, { ...ROW, toggle: BLOCKED }))).toBe(`${off}- 2026-03-14: No longer blocked (Ops)\n`);
});
