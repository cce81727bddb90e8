/** Dates in the form a slot, or a pattern for names, asks for. */
import type { CalendarDate } from '../date/calendar-date';

/** Year, month and day in digits, in any order. Matches "YYYY-MM-DD", "DD.MM.YYYY", "YYYY"; not "dddd". */
const DIGITS = /^(?:YYYY|YY|MM|DD|[-/. _])+$/;

/** `date` as the slot asks for it: "14.03.2026" for `DD.MM.YYYY`, else as it is; null for a slot that asks for the time of day. */
export function dateFor(name: string, date: CalendarDate): string | null {
  if (/^time\b/.test(name)) return null;
  // Matches the time in "YYYY-MM-DD HH:mm"; not "YYYY".
  return formatted(name.replace(/^date:/, '').replace(/ HH:mm$/, ''), date) ?? date;
}

/** `date` in a format of digits; null for any other format. */
function formatted(format: string, date: CalendarDate): string | null {
  if (format === 'YYYY-MM-DD') return date;
  if (!DIGITS.test(format) || !/[YMD]/.test(format)) return null;
  const [year = '', month = '', day = ''] = date.split('-');
  return format.replace(/YYYY|YY|MM|DD/g, (token) => (token === 'YYYY' ? year : token === 'YY' ? year.slice(2) : token === 'MM' ? month : day));
}
