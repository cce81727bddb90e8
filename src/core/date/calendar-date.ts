/**
 * Calendar days as 'YYYY-MM-DD' strings: a day has no time zone, so it is never a Date outside this file.
 * The clock belongs to the caller: `today` takes the instant.
 */
import { addDays as addDaysToDate, differenceInCalendarDays, format, isValid, parse } from 'date-fns';

/** A day that exists, written 'YYYY-MM-DD'. */
export type CalendarDate = string;

/** Digits of an ISO day. Matches "2026-03-17"; not "2026-3-17". */
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;
/** The day of an ISO timestamp. Matches "2026-03-17T09:00"; not "2026-03-17 or so". */
const ISO_TIMESTAMP = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/;
const LONG_FORMS = ['MMMM d, yyyy', 'MMM d, yyyy', 'd MMMM yyyy', 'd MMM yyyy', 'yyyy/MM/dd', 'dd.MM.yyyy'];
/** `parse` fills what a format leaves out from this day; every format above names a whole day. */
const ANY_DAY = new Date(2000, 0, 1);

/** The day that `text` states, as 'YYYY-MM-DD'; null when it states none or one that does not exist. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const trimmed = text.trim();
  const day = ISO_TIMESTAMP.exec(trimmed)?.[1] ?? trimmed;
  if (ISO_DAY.test(day)) return isValid(parse(day, 'yyyy-MM-dd', ANY_DAY)) && !day.startsWith('0000') ? day : null;
  if (trimmed.length > 20) return null;
  for (const form of LONG_FORMS) {
    const parsed = parse(trimmed, form, ANY_DAY);
    if (isValid(parsed) && parsed.getFullYear() >= 1000) return format(parsed, 'yyyy-MM-dd');
  }
  return null;
}

/** The calendar day of an instant where the user is. */
export function calendarDateOf(instant: Date): CalendarDate {
  return format(instant, 'yyyy-MM-dd');
}

/** The day `days` later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return format(addDaysToDate(parse(date, 'yyyy-MM-dd', ANY_DAY), days), 'yyyy-MM-dd');
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return differenceInCalendarDays(parse(to, 'yyyy-MM-dd', ANY_DAY), parse(from, 'yyyy-MM-dd', ANY_DAY));
}
