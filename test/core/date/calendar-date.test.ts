import { isValid, parseISO } from 'date-fns';
import { expect, test } from 'vitest';
import { addDays, calendarDateOf, daysBetween, parseCalendarDate } from '../../../src/core/date/calendar-date';

test.each([
  ['2026-03-17', '2026-03-17'],
  [' 2026-03-17 ', '2026-03-17'],
  ['2026-03-17T23:59', '2026-03-17'],
  ['2026-03-17 09:00:00Z', '2026-03-17'],
  ['March 17, 2026', '2026-03-17'],
  ['Mar 7, 2026', '2026-03-07'],
  ['17 March 2026', '2026-03-17'],
  ['7 Mar 2026', '2026-03-07'],
  ['2026/03/17', '2026-03-17'],
  ['17.03.2026', '2026-03-17'],
  ['2024-02-29', '2024-02-29'],
  ['2026-02-29', null],
  ['2026-13-01', null],
  ['2026-3-17', null],
  ['0000-01-01', null],
  ['2026-03-17 or so', null],
  ['2026-02-30T10:00', null],
  ['March 32, 2026', null],
  ['17.03.26', null],
  ['YYYY-MM-DD', null],
  ['today', null],
  ['a text that is too long to be a date', null],
  ['', null],
])('%j states %j', (text, date) => {
  expect(parseCalendarDate(text)).toBe(date);
});

test('a day is the user’s, late in the evening and early in the morning', () => {
  expect(calendarDateOf(new Date(2026, 2, 17, 23, 59))).toBe('2026-03-17');
  expect(calendarDateOf(new Date(2026, 2, 17, 0, 0))).toBe('2026-03-17');
});

test('days are counted across months, years and the clock’s changes', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
  expect(daysBetween('2026-11-02', '2026-10-31')).toBe(-2);
});

test('a day exists exactly when date-fns says so, in every century', () => {
  const digits = (value: number, length: number): string => String(value).padStart(length, '0');
  for (const year of [0, 1, 4, 99, 100, 400, 1582, 1899, 1900, 1970, 2000, 2023, 2024, 2100, 2400, 9999]) {
    for (let month = 0; month <= 13; month++) {
      for (let day = 0; day <= 32; day++) {
        const text = `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
        expect([text, parseCalendarDate(text)]).toEqual([text, year > 0 && isValid(parseISO(text)) ? text : null]);
      }
    }
  }
});

test('the day of an instant is that of the place, also early in history', () => {
  const early = new Date(2026, 0, 2, 23, 59);
  early.setFullYear(50);
  expect([calendarDateOf(new Date(2026, 0, 2, 0, 0)), calendarDateOf(new Date(2026, 11, 31, 23, 59)), calendarDateOf(early)]).toEqual(['2026-01-02', '2026-12-31', '0050-01-02']);
});
