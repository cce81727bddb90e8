import { expect, test } from 'vitest';
import { parsePlan } from '../../../src/core/plan/parse-plan';

/** "form order: date author change; …"; null without a log. */
function log(text: string): string | null {
  const { changeLog } = parsePlan(text);
  return changeLog && `${changeLog.form} ${changeLog.order}: ${changeLog.entries.map(({ date, author, change }) => [date, author, change].filter((part) => part !== '').join(' ')).join('; ')}`;
}

const table = (header: string, ...rows: string[]): string => [header, header.replace(/[^|]+/g, '---'), ...rows].join('\n');

test.each([
  ['date, version, description, author', `## Change Log\n\n${table('|Date|Version|Description|Author|', '|2026-01-01|1.0|Initial|me|')}`, 'table oldest-first: 2026-01-01 me Initial'],
  ['version, date, changes', `## Revision History\n\n${table('|Version|Date|Changes|', '|1|2026-01-01|a|', '|2|2026-02-01|b|')}`, 'table oldest-first: 2026-01-01 a; 2026-02-01 b'],
  ['date, change, reason', `## Changelog\n\n${table('|Date|Change|Reason|', '|2026-01-01|a|b|')}`, 'table oldest-first: 2026-01-01 a'],
  ['date, author, change, newest first', `## Document History\n\n${table('|Date|Author|Change|', '|2026-02-01|me|b|', '|2026-01-01|me|a|')}`, 'table newest-first: 2026-02-01 me b; 2026-01-01 me a'],
  ['long dates', `## Changelog\n\n${table('|Date|Change|', '|March 2, 2026|b|', '|January 1, 2026|a|')}`, 'table newest-first: March 2, 2026 b; January 1, 2026 a'],
  ['numbered heading', `## 8. Revision history\n\n${table('|Date|Change|', '|2026-01-01|a|')}`, 'table oldest-first: 2026-01-01 a'],
  ['columns alone tell it', `## Appendix\n\n${table('|Date|Author|Change|', '|2026-01-01|me|a|')}`, 'table oldest-first: 2026-01-01 me a'],
  ['in a quote', `> ${table('|Date|Author|Change|', '|2026-01-01|me|a|').replace(/\n/g, '\n> ')}`, 'table oldest-first: 2026-01-01 me a'],
  ['list', '## Changelog\n\n- 2026-01-01: a\n- **2026-02-01** – b\n- undated', 'list oldest-first: 2026-01-01 a; 2026-02-01 b'],
  ['list, newest first', '## Changelog\n\n- 2026-02-01: b\n- 2026-01-01: a', 'list newest-first: 2026-02-01 b; 2026-01-01 a'],
  ['list in brackets', '## Amendments\n\n* [2026-02-01] b', 'list oldest-first: 2026-02-01 b'],
  ['headings', '## Changelog\n\n### v2 - 2026-02-01\n\n- b\n\n### v1 - 2026-01-01\n\n## Next\n\n### 2025-01-01', 'headings newest-first: 2026-02-01 b; 2026-01-01 v1 - 2026-01-01'],
  ['headings with several items and a text', '## Changelog\n\n### 2026-02-01\n\nText\n\n- a\n  - deep\n- b\n\nmore\n\n### 2026-03-01\n\n1. c', 'headings oldest-first: 2026-02-01 Text; 2026-02-01 a; 2026-02-01 b; 2026-03-01 c'],
  ['headings with long dates', '## Changelog\n\n### March 5, 2026\n\n- b\n\n### 1 February 2026\n\na', 'headings newest-first: March 5, 2026 b; 1 February 2026 a'],
  ['list with full stops, newest first', '## Changelog\n\n- 05.03.2026: b\n- 01.02.2026: a', 'list newest-first: 05.03.2026 b; 01.02.2026 a'],
  ['list of one day, told by its versions', '## Changelog\n\n- v10 (2026-02-01): b\n- v9 (2026-02-01): a', 'list newest-first: 2026-02-01 b; 2026-02-01 a'],
  ['table of one day, told by its versions', `## Changelog\n\n${table('|Version|Date|Change|', '|1.10|2026-02-01|b|', '|1.9|2026-02-01|a|')}`, 'table newest-first: 2026-02-01 b; 2026-02-01 a'],
  ['headings to the end of the note', '## Changelog\n\n### 2026-01-01\n\n### plain', 'headings oldest-first: 2026-01-01 2026-01-01'],
  ['empty', '## Changelog\n', 'empty oldest-first: '],
  ['a table without dates does not count', `## Changelog\n\n${table('|Name|Value|', '|a|b|')}`, 'empty oldest-first: '],
  ['a table of versions without dates', `## Changelog\n\n${table('|Version|Changes|', '|1.0|a|', '|1.1|b|')}`, 'table oldest-first: a; b'],
  ['a table of versions elsewhere is no log', `## Releases\n\n${table('|Version|Changes|', '|1.0|a|')}`, null],
  ['a footer behind', `## Changelog\n\n${table('|Date|Change|', '|2026-01-01|a|')}\n\n---\nfooter`, 'table oldest-first: 2026-01-01 a'],
  ['changes are no log', '## Changes\n\n- 2026-01-01: a', null],
  ['changes required are no log', '## Changes Required\n\n- 2026-01-01: a', null],
  ['a note that is a changelog itself', '# Changelog\n\n## 1.0 – 2026-01-01\n\n- a', null],
  ['a first heading of that name in a note without a title', '## Changelog\n\n- 2026-01-01: a', 'list oldest-first: 2026-01-01 a'],
  ['a story of the past', '# Plan\n\n## History\n\nIt broke often.', null],
  ['the history of an implementation', '# KEP\n\n## Implementation History\n\n- 2026-01-05: agreed', 'list oldest-first: 2026-01-05 agreed'],
  ['a history with dates', '# Plan\n\n## Plan history\n\n- 2026-01-01 — drafted', 'list oldest-first: 2026-01-01 drafted'],
  ['none', '# Plan', null],
])('%s', (_name, text, expected) => {
  expect(log(text)).toBe(expected);
  expect(log(text.replace(/\n/g, '\r\n'))).toBe(expected);
});

test.each([
  ['a column', `## Changelog\n\n${table('|Date|Rev|Change|', '|2026-01-01|**1.2**|a|', '|2026-01-02||b|')}`, ['**1.2**', '']],
  ['a list', '## Changelog\n\n- v2 (2026-01-01): a\n- 2026-01-02: b', ['v2', '']],
  ['headings', '## Changelog\n\n### v2 – 2026-01-01\n\n- a\n- b\n\n### 2026-01-02', ['v2', 'v2', '']],
])('versions stand in %s', (_where, text, versions) => {
  expect(parsePlan(text).changeLog?.entries.map(({ version }) => version)).toEqual(versions);
});
