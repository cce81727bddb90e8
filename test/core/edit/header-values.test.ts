import { expect, test } from 'vitest';
import { transition } from '../../../src/core/edit/edit-plan';
import { applyChanges } from '../../../src/core/text/text-change';

function moved(text: string): string {
  const result = transition(text, { to: 'in-review', date: '2026-11-20', author: 'Ops' });
  return result.ok ? applyChanges(text, result.changes) : result.refusal.message;
}

test.each(['soon, ask Bob (v2)', '2026-01-01 by Ann', '2026-01-01T10:00:00Z', '2026-01-01 10:00', '"[[2026-01-01]]"'])('“updated: %s” says more than a day: it stays, as on a line', (said) => {
  expect(moved(`---\nstatus: Draft\nupdated: ${said}\n---\n# P\n`)).toContain(`\nupdated: ${said}\n---\n`);
  expect(moved(`# P\n\n**Status:** Draft\n**Updated:** ${said}\n`)).toContain(`\n**Updated:** ${said}\n`);
});

test.each([['2026-01-01', '2026-11-20'], ['"01.02.2026"', '"20.11.2026"'], ['', '2026-11-20'], ['YYYY-MM-DD', '2026-11-20']])('“updated: %s” gets the day: “%s”', (said, now) => {
  expect(moved(`---\nstatus: Draft\nupdated: ${said}\n---\n# P\n`)).toContain(`\nupdated: ${now}\n---\n`);
});

test.each([
  ['an empty place', '---\ntype: plan\nstatus: In Review\n---\n# P\n\n**Status:** TBD\n', '**Status:** In Review'],
  ['an offer', '---\nstatus: In Review\n---\n# P\n\n**Status:** Draft | In Review | Approved\n', '**Status:** In Review'],
  ['an empty property', '---\nstatus:\n---\n# P\n\n**Status:** In Review\n', 'status: In Review'],
  ['a place that says something else', '---\nstatus: In Review\n---\n# P\n\n**Status:** Draft\n', '**Status:** In Review'],
])('a status that the plan has already is put into %s, and no move is logged', (_what, text, line) => {
  expect(moved(text).split('\n')).toContain(line);
  expect(moved(text)).not.toContain('Change Log');
  expect(moved(moved(text))).toBe(moved(text));
});
