import { expect, test } from 'vitest';
import { formatInstant } from './base/moment-format';

const EVENING = new Date(2026, 2, 7, 22, 5, 9, 42);

// What moment 2.29 makes of them.
test.each([
  ['YYYY-MM-DD', '2026-03-07'],
  ['YY M D', '26 3 7'],
  ['dddd, MMMM Do YYYY', 'Saturday, March 7th 2026'],
  ['ddd dd d do e E', 'Sat Sa 6 6th 6 6'],
  ['MMM Mo Q Qo', 'Mar 3rd 1 1st'],
  ['DDD DDDD DDDo', '66 066 66th'],
  ['w ww wo W WW Wo', '10 10 10th 10 10 10th'],
  ['gggg gg GGGG GG', '2026 26 2026 26'],
  ['HH:mm:ss.SSS', '22:05:09.042'],
  ['H h hh k m s S A a', '22 10 10 22 5 9 0 PM pm'],
  ['[Week] w [of] gggg', 'Week 10 of 2026'],
  ['YYYY\\YMM', '2026Y03'],
  ['LT | L | LL', '10:05 PM | 03/07/2026 | March 7, 2026'],
  ['[[YYYY]]', '[YYYY]'],
  ['', ''],
  ['– é 7', '– é 7'],
])('%j', (pattern, expected) => {
  expect(formatInstant(EVENING, pattern)).toBe(expected);
});

test.each([
  [new Date(2027, 0, 1), 'GGGG-[W]WW gggg-ww DDD', '2026-W53 2027-01 1'],
  [new Date(2026, 11, 31), 'GGGG-[W]WW gggg-ww DDD', '2026-W53 2027-01 365'],
  [new Date(2026, 10, 11), 'Do Wo', '11th 46th'],
  [new Date(2026, 10, 22), 'Do', '22nd'],
  [new Date(2026, 0, 1, 0, 0), 'h:mm a k H', '12:00 am 24 0'],
  [new Date(2026, 0, 1, 12, 0), 'hA', '12PM'],
])('at an edge of the calendar, %s as %s', (instant, pattern, expected) => {
  expect(formatInstant(instant, pattern)).toBe(expected);
});

test('the day and the offset are those of the place', () => {
  const minutes = -EVENING.getTimezoneOffset();
  expect(formatInstant(EVENING, 'ZZ')).toBe(`${minutes < 0 ? '-' : '+'}${String(Math.floor(Math.abs(minutes) / 60)).padStart(2, '0')}00`);
  expect(formatInstant(EVENING, 'X x')).toBe(`${Math.floor(EVENING.getTime() / 1000)} ${EVENING.getTime()}`);
});
