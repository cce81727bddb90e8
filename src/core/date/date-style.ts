/** Writes a day the way a text writes its own: "March 5, 2026", "05.03.2026", "5 Mar 2026". A style is told from samples. */
import { type CalendarDate, parseCalendarDate } from './calendar-date';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
/** The parts of a date. Matches "2026", "17th", "Mar"; not ",". */
const PART = /\d{4}|\d{1,2}(?:st|nd|rd|th)?|[a-z]{3,9}/gi;
/** A month whose name tells short from long ones. Matches "March", "Mar"; not "May". */
const TELLING_MONTH = /\b(?!may\b)[a-z]{3,9}\b/i;
const LONG_NAME = /[a-z]{5}|ju(?:ne|ly)/i;
/** Matches the "5" of "5.3.2026"; not "05". */
const ONE_DIGIT = /(?:^|\D)[1-9](?!\d)/;
/** Matches the "05" of "March 05, 2026"; not "5". */
const LEADING_ZERO = /(?:^|\D)0\d(?!\d)/;

/** `day` in the style of the first of `samples` that is a date, and as it is when none is. Others of its shape tell what that one leaves open: "May 12" has neither a short name nor a long one. */
export function writeDateLike(day: CalendarDate, samples: readonly string[]): string {
  const known = samples.map((sample) => sample.trim()).filter((sample) => parseCalendarDate(sample) !== null);
  const [sample] = known;
  if (sample === undefined || /^\d{4}-/.test(sample)) return day;
  const dates = known.filter((each) => shapeOf(each) === shapeOf(sample));
  const [year = '', month = '', date = ''] = day.split('-');
  const isNamed = /[a-z]{3}/i.test(sample);
  const isPadded = isNamed ? dates.some((each) => LEADING_ZERO.test(each)) : !dates.some((each) => ONE_DIGIT.test(each));
  const numbers = isNamed ? [date] : /[/年]/.test(sample) ? [month, date] : [date, month];
  const telling = dates.find((each) => TELLING_MONTH.test(each));
  const long = MONTHS[Number(month) - 1] ?? '';
  const name = telling === undefined || LONG_NAME.test(telling) ? long : long.slice(0, 3);
  return sample.replace(PART, (part) => {
    if (/^\d{4}$/.test(part)) return year;
    if (!/^\d/.test(part)) return part === part.toUpperCase() ? name.toUpperCase() : name;
    const number = numbers.shift() ?? '';
    return `${isPadded ? number : String(Number(number))}${/\D$/.test(part) ? ordinal(Number(number)) : ''}`;
  });
}

/** "March 5, 2026" → "a 0, 0". */
function shapeOf(date: string): string {
  return date.replace(/\d+/g, '0').replace(/[a-z]+/gi, 'a');
}

/** 1 → "st", 12 → "th". */
function ordinal(day: number): string {
  return (day > 10 && day < 20 ? undefined : ['st', 'nd', 'rd'][(day % 10) - 1]) ?? 'th';
}
