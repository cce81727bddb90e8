import { expect, test } from 'vitest';
import { describeMove, transition } from '../../../src/core/edit/edit-plan';
import type { EditResult } from '../../../src/core/text/edit-result';
import { applyChanges } from '../../../src/core/text/text-change';

const move = { to: 'in-review', date: '2026-11-20', author: 'Ops' };

function outcome(text: string, result: EditResult): string {
  return result.ok ? applyChanges(text, result.changes) : `<${result.refusal.code}>`;
}

test.each([
  ['an unknown status', 'Status: Draft', { to: 'Frozen' }, '<status-unknown>'],
  ['a date that does not exist', 'Status: Draft', { date: '2026-02-30' }, '<date-invalid>'],
  ['another status than expected', 'Status: Done', { expect: 'Draft' }, '<status-changed>'],
  ['a status where none was expected', 'Status: Done', { expect: '' }, '<status-changed>'],
  ['no status where one was expected', '# T', { expect: 'Foo' }, '<status-changed>'],
  ['broken frontmatter', '---\na: b: c\n---\n', {}, '<frontmatter-broken>'],
  ['frontmatter that is never closed', '---\nstatus: Draft\n# P\n\nText\n', {}, '<frontmatter-unclosed>'],
  ['a status that is an alias', '---\nb: &s Draft\nstatus: *s\n---\n', {}, '<property-not-plain>'],
  ['an updated date that is a list', '---\nstatus: Draft\nupdated: [a]\n---\n', {}, '<property-not-plain>'],
  ['a status that is a picture', '**Status:** ![badge](https://a.b/status-draft.svg)', {}, '<status-not-replaceable>'],
  ['a word with marks inside', 'Status: D**raft**', {}, '<status-not-replaceable>'],
  ['an entity', 'Status: &#x44;raft', {}, '<status-not-replaceable>'],
  ['a short sentence', '# P\n\n## Status\n\nWe wait for Bob.\n', {}, '<status-not-replaceable>'],
  ['a status that is a sentence', 'Status: waiting for the legal department to sign the contract that they have', {}, '<status-not-replaceable>'],
  ['a log behind an open fence', 'Status: Draft\n\n```\n', {}, '<no-change-log>'],
  ['a log without a column for what changed', 'Status: Draft\n\n## Changelog\n\n| Date | Version | Author |\n|---|---|---|\n| 2026-01-01 | 1 | me |', {}, '<no-change-log>'],
])('refused, and nothing is changed: %s', (_name, text, request, code) => {
  expect(outcome(text, transition(text, { ...move, ...request }))).toBe(code);
});

test('the expected status may be spelt in another way', () => {
  expect(transition('Status: not started', { ...move, expect: 'Draft' }).ok).toBe(true);
  expect(transition('Status: Foo', { ...move, expect: 'FOO' }).ok).toBe(true);
});

test('a plan that says so everywhere stays as it is', () => {
  const text = '---\nstatus: review\n---\n# T\n\n**Status:** In Review\n';
  expect(transition(text, move)).toEqual({ ok: true, changes: [] });
});

test('the first move of a note whose log has no heading is no status of its own', () => {
  const text = '# P\n\n**Changelog:**\n\n- 2026-01-01 — a';
  const moved = outcome(text, transition(text, move));
  expect(moved).toBe('---\nstatus: In Review\n---\n# P\n\n**Changelog:**\n\n- 2026-01-01 — a\n- 2026-11-20 — Status: In Review (Ops)');
  expect(outcome(moved, transition(moved, { ...move, to: 'approved' }))).toBe('---\nstatus: Approved\n---\n# P\n\n**Changelog:**\n\n- 2026-01-01 — a\n- 2026-11-20 — Status: In Review (Ops)\n- 2026-11-20 — Status: In Review → Approved (Ops)');
});

test('a place that says so already keeps its spelling, and what is no date stays', () => {
  const text = '---\nstatus: Draft\n---\n**Status:** review\n**Updated:** soon\n\n## Changelog\n\n- 2026-01-01: a';
  expect(outcome(text, transition(text, move))).toBe('---\nstatus: In Review\n---\n**Status:** review\n**Updated:** soon\n\n## Changelog\n\n- 2026-01-01: a\n- 2026-11-20: Status: Draft → In Review (Ops)');
});

test('places that disagree are brought together', () => {
  const text = '---\nstatus: Done\n---\n**Status:** In Review\n\n## Changelog\n\n- 2026-01-01: a';
  expect(outcome(text, transition(text, move))).toBe('---\nstatus: In Review\n---\n**Status:** In Review\n\n## Changelog\n\n- 2026-01-01: a\n- 2026-11-20: Status: Done → In Review (Ops)');
});

test.each([
  ['Draft', 'Done', undefined, 'Status: Draft → Done'],
  [null, 'Done', undefined, 'Status: Done'],
  ['', 'Done', ' because ', 'Status: Done — because'],
])('the log says %j → %j', (from, to, note, text) => {
  expect(describeMove(from, to, note)).toBe(text);
});

test.each([
  ['why a plan is given up', { reason: ' no budget ' }, '', ' — no budget'],
  ['why, and a note', { reason: 'no budget' }, 'see mail', ' — no budget; see mail'],
  ['a gate that did not hold', { reason: 'due', overridden: ['2 open checks', '1 question'] }, '', ' — despite 2 open checks, 1 question (override: due)'],
  ['a gate, and a note', { reason: 'due', overridden: ['2 open checks'] }, 'note', ' — note; despite 2 open checks (override: due)'],
  ['gates without names', { reason: 'reason', overridden: [''] }, 'note', ' — note (override: reason)'],
  ['gates without a reason', { overridden: ['1 question'] }, '', ' — despite 1 question'],
  ['no gate', { reason: 'due', overridden: [] }, '', ' — due'],
  ['what takes its place', { successor: '[[Plans/B|the new one]]', reason: 'too slow' }, '', ' — by [[Plans/B]]; too slow'],
  ['nothing', { reason: ' ', successor: '' }, ' ', ''],
])('the log says more: %s', (_what, reasons, note, more) => {
  expect(describeMove('A', 'B', note, reasons)).toBe(`Status: A → B${more}`);
});

test.each([
  ['the word alone', 'status: ✅ Draft (rev 4) # c', 'status: ✅ In Review (rev 4) # c'],
  ['in quotes', 'status: "✅ Draft: rev 4"', 'status: "✅ In Review: rev 4"'],
  ['written with escapes', 'status: "\\u2705 Draft (x)"', 'status: "✅ In Review (x)"'],
  ['a spelling that says so already', 'status: review\nupdated: 2026-01-01', null],
  ['a few words that no workflow knows', 'status: wait and see now ok', 'status: In Review'],
])('a property: %s', (_what, before, after) => {
  const note = (inside: string): string => `---\n${inside}\n---\n\n## Changelog\n\n- 2026-01-01: a`;
  const text = note(before);
  const moved = outcome(text, transition(text, move));
  expect(moved.slice(0, moved.lastIndexOf('---'))).toBe((after === null ? text : note(after)).slice(0, (after === null ? text : note(after)).lastIndexOf('---')));
});

test('the header’s day and version go on with the log, in their own style', () => {
  const text = (status: string, day: string, version: string, row: string): string => `---\nupdated: ${day === '1' ? '2026-01-01' : '2026-11-20'}\nversion: ${version}\n---\n# P\n\n**Status:** ${status}\n**Version:** v${version}\n**Updated:** ${day === '1' ? 'January 1, 2026' : 'November 20, 2026'}\n\n## Changelog\n\n| Version | Date | Change |\n|---|---|---|\n| 1.2 | 2026-01-01 | First |\n${row}`;
  const before = text('Draft', '1', '1.2', '');
  expect(outcome(before, transition(before, move))).toBe(text('In Review', '2', '1.3', '| 1.3 | 2026-11-20 | Status: Draft → In Review |\n'));
});

test('so they do in a header that is a table', () => {
  const text = (status: string, day: string, version: string, row: string): string => `# P\n\n| Field | Value |\n|---|---|\n| **Status** | ${status} |\n| Last updated | ${day} |\n| Version | ${version} |\n| Created | Nov 3, 2026 |\n\n## Changelog\n\n| Version | Date | Change |\n|---|---|---|\n| 1.2 | 2026-01-01 | First |\n${row}`;
  const before = text('Draft', 'Nov 3, 2026', '1.2', '');
  expect(outcome(before, transition(before, move))).toBe(text('In Review', 'Nov 20, 2026', '1.3', '| 1.3 | 2026-11-20 | Status: Draft → In Review |\n'));
});

test.each([
  ['one row', '| Status | Updated | Owner |\n|---|---|---|\n| Draft | 03.11.2026 | Ann |', '| Status | Updated | Owner |\n|---|---|---|\n| In Review | 20.11.2026 | Ann |'],
  ['the day in its first row', '| Last updated | Nov 3, 2026 |\n|---|---|\n| Status | Draft |', '| Last updated | Nov 20, 2026 |\n|---|---|\n| Status | In Review |'],
  ['words in place of a day', '| Status | Draft |\n|---|---|\n| Last updated | when Ann has time |', '| Status | In Review |\n|---|---|\n| Last updated | when Ann has time |'],
  ['the meaning of a column', '| Status | Draft |\n|---|---|\n\n| Updated | Notes |\n|---|---|\n| 2026-01-01 | a |', '| Status | In Review |\n|---|---|\n\n| Updated | Notes |\n|---|---|\n| 2026-01-01 | a |'],
])('the day in a header table: %s', (_what, header, after) => {
  const text = `# P\n\n${header}\n\n## Changelog\n\n- 2026-01-01: a`;
  expect(outcome(text, transition(text, move))).toBe(`# P\n\n${after}\n\n## Changelog\n\n- 2026-01-01: a\n- 2026-11-20: Status: Draft → In Review (Ops)`);
});

test('the only row of a log is no header', () => {
  const text = '**Status:** Draft\n\n| Version | Date | Author | Change |\n|---|---|---|---|\n| 1.2 | 2026-01-01 | Ann | First |';
  expect(outcome(text, transition(text, move))).toContain('| 1.2 | 2026-01-01 | Ann | First |');
});

test.each([
  ['Status: Draft\n\n```\n', 'the code fence that begins in line 3 is never closed and hides it. Close it'],
  ['Status: Draft\n\na\n\n%%\nb', 'the comment “%%” that begins in line 5 is never closed and hides it. Close it'],
  ['Status: Draft\n\n<!-- b\n', 'the comment “<!--” that begins in line 3 is never closed and hides it. Close it'],
])('what hides the log is named by its line where it is known: %j', (text, why) => {
  const result = transition(text, move);
  expect(result.ok ? '' : result.refusal.message).toContain(why);
});

test.each([
  ['another than the newest of the log', '1.1'],
  ['of a form that does not count', '1.2-beta'],
])('a version in the header stays when it is %s', (_what, version) => {
  const text = `Status: Draft\n\nVersion: ${version}\n\n## Changelog\n\n| Version | Date | Change |\n|---|---|---|\n| 1.2 | 2026-01-01 | First |`;
  expect(outcome(text, transition(text, move))).toContain(`Version: ${version}\n`);
});

test('a plan that is replaced names its successor in the same edit', () => {
  const text = '# P\n\n**Status:** Draft\n\n## Changelog\n\n- 2026-01-01: a';
  const request = { ...move, to: 'superseded', author: '', successor: 'Plans/B', reason: 'too slow' };
  const after = '---\nsuperseded-by: "[[Plans/B]]"\n---\n# P\n\n**Status:** Superseded\n\n## Changelog\n\n- 2026-01-01: a\n- 2026-11-20: Status: Draft → Superseded — by [[Plans/B]]; too slow';
  expect(outcome(text, transition(text, request))).toBe(after);
  expect(transition(after, request)).toEqual({ ok: true, changes: [] });
  expect(outcome('# P', transition('# P', { ...request, reason: '' }))).toBe('---\nstatus: Superseded\nsuperseded-by: "[[Plans/B]]"\n---\n# P\n\n## Change Log\n\n| Date | Author | Change |\n|------|--------|--------|\n| 2026-11-20 |  | Status: Superseded — by [[Plans/B]] |\n');
  expect(outcome(text, transition(text, { ...request, successor: 'a]b' }))).toBe('<value-invalid>');
});

test('a plan that is superseded already gets the link alone', () => {
  const text = '---\nstatus: Superseded\n---\n';
  expect(outcome(text, transition(text, { ...move, to: 'superseded', successor: 'B' }))).toBe('---\nstatus: Superseded\nsuperseded-by: "[[B]]"\n---\n');
});

test('a status in the text is not moved under frontmatter that is broken', () => {
  const text = '---\na: b: c\n---\nStatus: Draft';
  expect(outcome(text, transition(text, move))).toBe('<frontmatter-broken>');
});

test('a successor with a list of its own gets one item more', () => {
  const text = '---\nstatus: Draft\nsuperseded-by:\n  - "[[A]]"\n---\n\n## Changelog\n\n- 2026-01-01: a';
  expect(outcome(text, transition(text, { ...move, to: 'superseded', successor: 'B' }))).toContain('status: Superseded\nsuperseded-by:\n  - "[[A]]"\n  - "[[B]]"\n---');
});

test.each([
  ['a log of headings before any other section', '---\nstatus: Draft\n---\n# P\n\n## Changelog\n\n### 2025-01-01\n\nCreated'],
  ['a log entry that names statuses', '# P\n\nStatus: Draft\n\n## Change Log\n\n### 2025-01-01\n\nStatus: New → Draft\n'],
  ['a footnote behind the word', '**Status:** Draft[^1]\n\n[^1]: since May\n'],
])('a move leaves the past and its notes alone: %s', (_what, text) => {
  const result = transition(text, { to: 'Approved', date: '2026-03-04', author: '' });
  expect(result.ok && result.changes[0]?.insert).toBe('Approved');
  const moved = outcome(text, result);
  for (const line of text.split('\n').filter((each) => !/^(?:status:|Status: Draft$|\*\*Status)/.test(each))) expect(moved).toContain(line);
  expect(moved.includes('[^1]')).toBe(text.includes('[^1]'));
});
