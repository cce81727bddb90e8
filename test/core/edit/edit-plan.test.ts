import { expect, test } from 'vitest';
import { appendLogEntry } from '../../../src/core/edit/edit-change-log';
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

const entry = { date: '2026-11-20', author: '', change: 'New' };

test.each([
  ['no text', '# T', { change: ' \n ' }, '<log-entry-invalid>'],
  ['no date', '# T', { date: 'today' }, '<date-invalid>'],
  ['an undashed list', '## Changelog\n\n- *2026-01-01* a\n- __2026-01-01__ b', {}, '## Changelog\n\n- *2026-01-01* a\n- __2026-01-01__ b\n- __2026-11-20__ New'],
  ['a free column takes the text', '## Changelog\n\n|Date|What|\n|---|---|\n|2026-01-01|a|', {}, '## Changelog\n\n|Date|What|\n|---|---|\n|2026-01-01|a|\n|2026-11-20|New|'],
  ['line breaks in the text', '## Changelog\n\n- 2026-01-01: a', { change: 'b\n  c' }, '## Changelog\n\n- 2026-01-01: a\n- 2026-11-20: b c'],
  ['an author in a list', '## Changelog\n\n- 2026-01-01: a', { author: 'Ops' }, '## Changelog\n\n- 2026-01-01: a\n- 2026-11-20: New (Ops)'],
  ['an author in headings', '## Changelog\n\n### 2026-01-01\n\na', { author: 'Ops' }, '## Changelog\n\n### 2026-01-01\n\na\n\n### 2026-11-20\n\n- New (Ops)'],
  ['no author in headings', '## Changelog\n\n### 2026-01-01\n\na', {}, '## Changelog\n\n### 2026-01-01\n\na\n\n### 2026-11-20\n\n- New'],
  ['the same entry again', '## Changelog\n\n- 2026-11-20: New', {}, '## Changelog\n\n- 2026-11-20: New'],
  ['the same entry, not the newest', '## Changelog\n\n- 2026-11-20: New\n- 2026-11-20: Other', {}, '## Changelog\n\n- 2026-11-20: New\n- 2026-11-20: Other\n- 2026-11-20: New'],
  ['a list item over many lines', '## Changelog\n\n- 2026-01-01: a\n  b\n\tc\n\nEnd', {}, '## Changelog\n\n- 2026-01-01: a\n  b\n\tc\n- 2026-11-20: New\n\nEnd'],
  ['a list item with nested items', '## Changelog\n\n- 2026-01-01: a\n  - b\n    c\n\nEnd', {}, '## Changelog\n\n- 2026-01-01: a\n  - b\n    c\n- 2026-11-20: New\n\nEnd'],
  ['headings of one level behind the newest', '## Changelog\n\n### 2026-01-01\n\na\n\n### Notes\n\nb\n\n## End', {}, '## Changelog\n\n### 2026-01-01\n\na\n\n### Notes\n\nb\n\n### 2026-11-20\n\n- New\n\n## End'],
  ['a quoted list whose item goes on', '## Changelog\n\n> - 2026-01-01: a\n>   b\n>   - c\n>\n>   d\n', {}, '## Changelog\n\n> - 2026-01-01: a\n>   b\n>   - c\n>\n>   d\n> - 2026-11-20: New\n'],
  ['a log with a heading and nothing else', '## Changelog', {}, '## Changelog\n\n| Date | Author | Change |\n|------|--------|--------|\n| 2026-11-20 |  | New |'],
  ['an indented list in a form of its own', '## Changelog\n\n- [ ] 2026-01-01: a', {}, '<no-change-log>'],
  ['a quoted list', '## Changelog\n\n> - 2026-01-01: a\n', {}, '## Changelog\n\n> - 2026-01-01: a\n> - 2026-11-20: New\n'],
  ['a list that puts versions first', '## Changelog\n\n- v1 (2026-01-01): a\n- v2 (2026-02-01): b', {}, '## Changelog\n\n- v1 (2026-01-01): a\n- v2 (2026-02-01): b\n- 2026-11-20: New'],
  ['a list with long dates, newest first', '## Changelog\n\n* March 2, 2026: b\n* January 7, 2026: a', {}, '## Changelog\n\n* 2026-11-20: New\n* March 2, 2026: b\n* January 7, 2026: a'],
  ['a list under a bold label', '**Changelog:**\n\n- 2026-01-01: a\n\nEnd\n\n- 2027-01-01: no entry', {}, '**Changelog:**\n\n- 2026-01-01: a\n- 2026-11-20: New\n\nEnd\n\n- 2027-01-01: no entry'],
  ['two columns of one name', '## Changelog\n\n|Date|Change|Change|\n|---|---|---|\n|2026-01-01|a|b|', {}, '## Changelog\n\n|Date|Change|Change|\n|---|---|---|\n|2026-01-01|a|b|\n|2026-11-20|New||'],
])('a log entry: %s', (_name, text, request, after) => {
  expect(outcome(text, appendLogEntry(text, { ...entry, ...request }))).toBe(after);
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
