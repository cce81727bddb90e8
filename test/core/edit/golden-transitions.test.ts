import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { transition } from '../../../src/core/edit/edit-plan';
import type { EditResult } from '../../../src/core/text/edit-result';
import { applyChanges } from '../../../src/core/text/text-change';

const folder = new URL('../../golden/edit/', import.meta.url);
const request = { to: 'In Review', date: '2026-11-20', author: 'Ops' };

function outcome(text: string, result: EditResult): string {
  return result.ok ? applyChanges(text, result.changes) : `${result.refusal.code}: ${result.refusal.message}`;
}

test.each(readdirSync(folder))('%s', (name) => {
  const [before, after] = ['before', 'after'].map((file) => readFileSync(new URL(`${name}/${file}.md`, folder), 'utf8')) as [string, string];
  expect(outcome(before, transition(before, request))).toBe(after);
  expect(transition(after, request)).toEqual({ ok: true, changes: [] });
  const withCrLf = before.replace(/\n/g, '\r\n');
  if (before.includes('\n')) expect(outcome(withCrLf, transition(withCrLf, request))).toBe(after.replace(/\n/g, '\r\n'));
  const withMark = `\uFEFF${before}`;
  expect(outcome(withMark, transition(withMark, request))).toBe(`\uFEFF${after}`);
});
