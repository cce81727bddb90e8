import { expect, test } from 'vitest';
import { readLogHeading, readLogLine } from '../../../src/core/plan/log-line';

test.each([
  ['2026-03-17: a', ['', '', '', '2026-03-17', ': ', 'a']],
  ['**2026-03-17** – a', ['**', '', '', '2026-03-17', '** – ', 'a']],
  ['**v2** (17 Mar 2026): a', ['**', 'v2', '** (', '17 Mar 2026', '): ', 'a']],
  ['[1.2.0] - 2026-03-17', ['[', '1.2.0', '] - ', '2026-03-17', '', '']],
  ['[[2026-03-17]] a', ['[[', '', '', '2026-03-17', ']] ', 'a']],
  ['March 17th, 2026 - a\nb', ['', '', '', 'March 17th, 2026', ' - ', 'a\nb']],
  ['2026-02-31 a', ['', '', '', '2026-02-31', ' ', 'a']],
  ['2026-03-17 **a**', ['', '', '', '2026-03-17', ' ', '**a**']],
  ['2026-03-17 – **a**', ['', '', '', '2026-03-17', ' – ', '**a**']],
  ['**2026-03-17:** a', ['**', '', '', '2026-03-17', ':** ', 'a']],
  ['17.03.2026', ['', '', '', '17.03.2026', '', '']],
  ['17/03/2026: a', ['', '', '', '17/03/2026', ': ', 'a']],
  ['**2026年3月17日**：a', ['**', '', '', '2026年3月17日', '**：', 'a']],
])('%j is taken apart', (source, parts) => {
  const line = readLogLine(source);
  expect(line && Object.values(line)).toEqual(parts);
  expect(Object.values(line ?? {}).join('')).toBe(source);
});

test.each(['a 2026-03-17', 'v2: a', '31.02.2026: a', 'Phase 12, 2026', '12 items 2026', '17/03: a', '1.2.3'])('%j is no dated line', (source) => {
  expect(readLogLine(source)).toBeNull();
});

test.each([
  ['v2 – 2026-05-03', { date: '2026-05-03', version: 'v2' }],
  ['2026-05-03 — v2, second reading', { date: '2026-05-03', version: 'v2' }],
  ['Second reading (3 May 2026)', { date: '3 May 2026', version: '' }],
  ['1.2.0 / 03.05.2026', { date: '03.05.2026', version: '1.2.0' }],
  ['On 2026-05-03.', { date: '2026-05-03', version: '' }],
  ['2026-05-031', null],
  ['31.02.2026', null],
  ['v2', null],
])('the heading %j', (title, read) => {
  expect(readLogHeading(title)).toEqual(read);
});
