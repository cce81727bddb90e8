/**
 * Calendar days as 'YYYY-MM-DD' strings: a day has no time zone, so it is never a Date outside this file.
 * The clock belongs to the caller, who hands in the instant.
 */
import { addDays as addDaysToDate, parseISO } from 'date-fns';

/** A day that exists, written 'YYYY-MM-DD'. */
export type CalendarDate = string;

/** A day in digits, with or without a time behind it. Matches "2026-03-17T09:00"; not "2026-3-17". Group 1 is the day. */
const ISO_DAY = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.{0,20})?$/;
/** Digits with year first. Matches "2026/03/17"; not "17/03/2026", which may be either order. */
const SLASHED = /^(\d{4})\/(\d{2})\/(\d{2})$/;
/** Digits with day first, as written with full stops. Matches "17.03.2026"; not "3.17". */
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/;
/** Year first, with the words for year, month and day. Matches "2026年3月17日". */
const WORDED = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/;
/** Month first. Matches "March 5, 2026", "Mar 5 2026"; not "March 2026". */
const MONTH_FIRST = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
/** Day first. Matches "5 March 2026"; not "5/3/2026". */
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})$/;
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** The day that `text` states, as 'YYYY-MM-DD'; null when it states none or one that does not exist. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const trimmed = text.trim();
  const day = ISO_DAY.exec(trimmed)?.[1];
  if (day !== undefined) return existing(day);
  const slashed = SLASHED.exec(trimmed);
  if (slashed) return existing(ymd(slashed[1], slashed[2], slashed[3]));
  const worded = WORDED.exec(trimmed);
  if (worded) return existing(ymd(worded[1], worded[2], worded[3]));
  const dotted = DOTTED.exec(trimmed);
  if (dotted) return existing(ymd(dotted[3], dotted[2], dotted[1]));
  const monthFirst = MONTH_FIRST.exec(trimmed);
  if (monthFirst) return existing(ymd(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]));
  const dayFirst = DAY_FIRST.exec(trimmed);
  return dayFirst ? existing(ymd(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1])) : null;
}

/** The calendar day of an instant where the user is. */
export function calendarDateOf(instant: Date): CalendarDate {
  return ymd(String(instant.getFullYear()).padStart(4, '0'), String(instant.getMonth() + 1), String(instant.getDate()));
}

/** The day `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return calendarDateOf(addDaysToDate(parseISO(date), days));
}

/** In milliseconds. */
const DAY = 86_400_000;

/** Whole days from `from` to `to`; negative when `to` is earlier. A day alone is read as one of UTC, where all are of one length. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** Looked up four centuries round 2000: there the calendar is the same, and years below 100 mean what they say. */
function existing(day: string): CalendarDate | null {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const found = new Date(Date.UTC(2000 + (year % 400), month - 1, date));
  return year > 0 && found.getUTCMonth() === month - 1 && found.getUTCDate() === date ? day : null;
}

function ymd(year = '', month = '', day = ''): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** "Mar", "March" → "3"; an unknown name → "0", a month that does not exist. */
function monthNumber(name = ''): string {
  const word = name.toLowerCase();
  return String(MONTHS.findIndex((month) => month === word || month.slice(0, 3) === word || (word === 'sept' && month === 'september')) + 1);
}
