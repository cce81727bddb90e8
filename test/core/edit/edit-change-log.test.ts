import { expect, test } from 'vitest';
import { appendLogEntry } from '../../../src/core/edit/edit-change-log';
import type { EditResult } from '../../../src/core/text/edit-result';
import { applyChanges } from '../../../src/core/text/text-change';

function outcome(text: string, result: EditResult): string {
  return result.ok ? applyChanges(text, result.changes) : `<${result.refusal.code}>`;
}

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
  ['a list that puts versions first', '## Changelog\n\n- v1 (2026-01-01): a\n- v2 (2026-02-01): b', {}, '## Changelog\n\n- v1 (2026-01-01): a\n- v2 (2026-02-01): b\n- v3 (2026-11-20): New'],
  ['a list with long dates, newest first', '## Changelog\n\n* March 2, 2026: b\n* January 7, 2026: a', {}, '## Changelog\n\n* November 20, 2026: New\n* March 2, 2026: b\n* January 7, 2026: a'],
  ['a list under a bold label', '**Changelog:**\n\n- 2026-01-01: a\n\nEnd\n\n- 2027-01-01: no entry', {}, '**Changelog:**\n\n- 2026-01-01: a\n- 2026-11-20: New\n\nEnd\n\n- 2027-01-01: no entry'],
  ['two columns of one name', '## Changelog\n\n|Date|Change|Change|\n|---|---|---|\n|2026-01-01|a|b|', {}, '## Changelog\n\n|Date|Change|Change|\n|---|---|---|\n|2026-01-01|a|b|\n|2026-11-20|New||'],
])('a log entry: %s', (_name, text, request, after) => {
  expect(outcome(text, appendLogEntry(text, { ...entry, ...request }))).toBe(after);
});

/** A log with these lines; each is continued with the entry, and a second time with nothing. */
test.each([
  ['full stops', '- 05.03.2026: a', '- 05.03.2026: a\n- 20.11.2026: New'],
  ['full stops, single digits', '- 5.3.2026: a', '- 5.3.2026: a\n- 20.11.2026: New'],
  ['slashes', '- 2026/03/05: a', '- 2026/03/05: a\n- 2026/11/20: New'],
  ['day first', '- 5 Mar 2026: a', '- 5 Mar 2026: a\n- 20 Nov 2026: New'],
  ['day first with an ordinal', '- 5th March 2026 – a', '- 5th March 2026 – a\n- 20th November 2026 – New'],
  ['a style of the oldest only', '- March 5, 2026: a\n- 2026-03-06: b', '- March 5, 2026: a\n- 2026-03-06: b\n- 2026-11-20: New'],
  ['links to daily notes', '- [[2026-03-05]]: a', '- [[2026-03-05]]: a\n- [[2026-11-20]]: New'],
  ['a wide colon', '- 2026-03-05：a', '- 2026-03-05：a\n- 2026-11-20：New'],
  ['nothing behind the date', '- 2026-03-05\n  - a', '- 2026-03-05\n  - a\n- 2026-11-20: New'],
  ['nothing behind a bold date', '- **2026-03-05**', '- **2026-03-05**\n- **2026-11-20**: New'],
  ['numbers', '1. 2026-03-05: a\n2. 2026-03-06: b', '1. 2026-03-05: a\n2. 2026-03-06: b\n3. 2026-11-20: New'],
  ['numbers, newest first', '2. 2026-03-06: b\n1. 2026-03-05: a', '2. 2026-11-20: New\n2. 2026-03-06: b\n1. 2026-03-05: a'],
  ['versions without a letter', '- **1.9** – 2026-03-05: a', '- **1.9** – 2026-03-05: a\n- **1.10** – 2026-11-20: New'],
  ['versions in brackets', '- [1.0.9] - 2026-03-05 - a', '- [1.0.9] - 2026-03-05 - a\n- [1.0.10] - 2026-11-20 - New'],
  ['one day, versions falling', '- v2 (2026-11-19): b\n- v1 (2026-11-19): a', '- v3 (2026-11-20): New\n- v2 (2026-11-19): b\n- v1 (2026-11-19): a'],
  ['versions that have no next', '- **v2026.1** (2026-03-05): a', '- **v2026.1** (2026-03-05): a\n- 2026-11-20: New'],
  ['a bold date behind its version', '- v1 **2026-03-05** a', '- v1 **2026-03-05** a\n- v2 **2026-11-20** New'],
  ['marks that nothing opens', '- 2026-03-05:** a', '- 2026-03-05:** a\n- 2026-11-20: New'],
  ['a text in bold', '- 2026-03-05 **a** b', '- 2026-03-05 **a** b\n- 2026-11-20 New'],
  ['headings with versions that have no next', '### v2026.1 – 2026-03-05\n\na', '### v2026.1 – 2026-03-05\n\na\n\n### 2026-11-20\n\n- New'],
  ['headings with long dates', '### March 5, 2026\n\na', '### March 5, 2026\n\na\n\n### November 20, 2026\n\n- New'],
  ['headings with versions', '### [1.2.0] - 2026-03-05\n\n- a', '### [1.2.0] - 2026-03-05\n\n- a\n\n### [1.2.1] - 2026-11-20\n\n- New'],
  ['headings with versions behind', '### 2026-03-05 — v2\n\n- a', '### 2026-03-05 — v2\n\n- a\n\n### 2026-11-20 — v3\n\n- New'],
  ['headings that say more', '### 2026-03-05: second reading\n\n- a', '### 2026-03-05: second reading\n\n- a\n\n### 2026-11-20\n\n- New'],
  ['headings and a rule before what follows', '### 2026-03-05\n\n- a\n\n---\n\n## End', '### 2026-03-05\n\n- a\n\n### 2026-11-20\n\n- New\n\n---\n\n## End'],
  ['headings and a closing line', '### 2026-03-05\n\n- a\n\n---\n*Ann*\n', '### 2026-03-05\n\n- a\n\n### 2026-11-20\n\n- New\n\n---\n*Ann*\n'],
  ['today’s heading, a text and a closing line', '### 2026-11-20\n\na\n\n---\n*Ann*\n', '### 2026-11-20\n\na\n\n- New\n\n---\n*Ann*\n'],
  ['today’s heading, a text, a rule and more', '### 2026-11-20\n\na\n\n---\n\nb\n\nc', '### 2026-11-20\n\na\n\n- New\n\n---\n\nb\n\nc'],
  ['today’s heading and its list', '### 2026-11-20\n\n* a\n  - b\n* c', '### 2026-11-20\n\n* a\n  - b\n* c\n* New'],
  ['today’s heading, newest first', '### v2 – 2026-11-20\n\n- b\n\n### v1 – 2026-03-05\n\n- a', '### v2 – 2026-11-20\n\n- New\n- b\n\n### v1 – 2026-03-05\n\n- a'],
  ['today’s heading and a text', '### 2026-11-20\n\nA few words.', '### 2026-11-20\n\nA few words.\n\n- New'],
  ['today’s heading and a text, newest first', '### 2026-11-20\n\nText.\n\n### 2026-03-05\n\na', '### 2026-11-20\n\n- New\n\nText.\n\n### 2026-03-05\n\na'],
  ['today’s heading and boxes', '### 20 Nov 2026\n\n- [x] a', '### 20 Nov 2026\n\n- [x] a\n- New'],
  ['today’s heading alone', '### 2026-11-20\n\n', '### 2026-11-20\n\n### 2026-11-20\n\n- New\n\n'],
  ['a table, dates with full stops', '|Date|Change|\n|---|---|\n|05.03.2026|a|', '|Date|Change|\n|---|---|\n|05.03.2026|a|\n|20.11.2026|New|'],
  ['a table, the newest dated row decides', '|Date|Change|\n|---|---|\n|2026-03-05|a|\n|5 Mar 2026|b|\n|YYYY-MM-DD|c|', '|Date|Change|\n|---|---|\n|2026-03-05|a|\n|5 Mar 2026|b|\n|YYYY-MM-DD|c|\n|20 Nov 2026|New|'],
  ['a table with marks around dates and versions', '| Rev | Date | Change |\n|---|---|---|\n| `v1` | [[2026-03-05]] | a |\n| **v2** | **2026-03-06** | b |', '| Rev | Date | Change |\n|---|---|---|\n| `v1` | [[2026-03-05]] | a |\n| **v2** | **2026-03-06** | b |\n| **v3** | **2026-11-20** | New |'],
  ['a table that names no days', '| Version | Changes |\n|---|---|\n| 1.2 | a |', '| Version | Changes |\n|---|---|\n| 1.2 | a |\n| 1.3 | New |'],
  ['a table whose version is no number', '| Version | Date | Change |\n|---|---|---|\n| draft | 2026-03-05 | a |', '| Version | Date | Change |\n|---|---|---|\n| draft | 2026-03-05 | a |\n|  | 2026-11-20 | New |'],
  ['a table whose newest row has no version', '| Version | Date | Change |\n|---|---|---|\n| 1.2 | 2026-03-05 | a |\n| | 2026-03-06 | b |', '| Version | Date | Change |\n|---|---|---|\n| 1.2 | 2026-03-05 | a |\n| | 2026-03-06 | b |\n| 1.3 | 2026-11-20 | New |'],
])('a log goes on in its own form: %s', (_name, lines, after) => {
  const text = `## Changelog\n\n${lines}`;
  expect(outcome(text, appendLogEntry(text, entry))).toBe(`## Changelog\n\n${after}`);
  const now = `## Changelog\n\n${after}`;
  expect(appendLogEntry(now, entry)).toEqual({ ok: true, changes: [] });
  expect(appendLogEntry(now, { ...entry, author: 'Somebody else' })).toEqual({ ok: true, changes: [] });
  const mac = text.replace(/\n/g, '\r\n');
  expect(outcome(mac, appendLogEntry(mac, entry))).toBe(now.replace(/\n/g, '\r\n'));
});

test.each([
  ['a list', '- 2026-11-20: New (Ops)'],
  ['headings', '### 20 Nov 2026\n\n- New (Ops, on the phone)'],
  ['a table', '| Date | Author | Change |\n|---|---|---|\n| November 20, 2026 | Ops | **New** |'],
])('what another device has logged is not logged again in %s', (_form, lines) => {
  expect(appendLogEntry(`## Changelog\n\n${lines}`, { ...entry, author: 'Me' })).toEqual({ ok: true, changes: [] });
});

test.each([
  ['said with more words', '- 2026-11-20: Newer', 'New'],
  ['said the day before', '- 2026-11-19: New', 'New'],
  ['said with a reason', '- 2026-11-20: New (override: due)', 'New'],
])('an entry is one of its own when another was %s', (_what, line, change) => {
  const text = `## Changelog\n\n${line}`;
  expect(outcome(text, appendLogEntry(text, { ...entry, change }))).toBe(`${text}\n- 2026-11-20: ${change}`);
});

const table = '| Date | Author | Change |\n|------|--------|--------|\n| 2026-11-20 |  | New |';

test.each([
  ['the end', '# P\n\n## A\n\nText\n', '# P\n\n## A\n\nText', '\n'],
  ['before references and appendices', '# P\n\n## A\n\n## References\n\n- x\n\n## Appendix A: more\n\n### B\n', '# P\n\n## A\n\n', '\n\n## References\n\n- x\n\n## Appendix A: more\n\n### B\n'],
  ['the end, behind numbered references', '# P\n\n## 1. A\n\n## 2. References\n', '# P\n\n## 1. A\n\n## 2. References', '\n'],
  ['the end, behind references that something follows', '# P\n\n## References\n\n## A\n', '# P\n\n## References\n\n## A', '\n'],
  ['the end, in a note that is nothing but references', '\uFEFF## References\n', '\uFEFF## References', '\n'],
  ['before a closing line', '# P\n\nText\n\n---\n\n*Written by Ann*\n', '# P\n\nText', '\n\n---\n\n*Written by Ann*\n'],
  ['the end, behind a rule and a text', '# P\n\nText\n\n---\n\nMore text\n', '# P\n\nText\n\n---\n\nMore text', '\n'],
  ['the end, behind a rule', '# P\n\nText\n\n---\n', '# P\n\nText\n\n---', '\n'],
])('a new log stands at %s', (_what, text, before, behind) => {
  const heading = before.includes('2. References') ? '## 3. Change Log' : '## Change Log';
  const gap = before.endsWith('\n') ? '' : '\n\n';
  expect(outcome(text, appendLogEntry(text, entry))).toBe(`${before}${gap}${heading}\n\n${table}${behind}`);
});

test('below an underlined heading the first table comes behind the line', () => {
  const text = '# P\n\nChange Log\n---\n\n## End\n';
  expect(outcome(text, appendLogEntry(text, entry))).toBe(`# P\n\nChange Log\n---\n\n${table}\n\n## End\n`);
});

test('the version in the header goes on with an entry of one’s own', () => {
  const text = '---\nversion: 1.9\nupdated: 2026-01-01\n---\n## Changelog\n\n| Version | Date | Change |\n|---|---|---|\n| 1.9 | 2026-03-05 | a |';
  expect(outcome(text, appendLogEntry(text, entry))).toBe('---\nversion: "1.10"\nupdated: 2026-01-01\n---\n## Changelog\n\n| Version | Date | Change |\n|---|---|---|\n| 1.9 | 2026-03-05 | a |\n| 1.10 | 2026-11-20 | New |');
});
