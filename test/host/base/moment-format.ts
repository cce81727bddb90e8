// Owns: what of moment a plugin is likely to use: an instant, and its format tokens with the names and weeks of English.
import { getISOWeek, getISOWeekYear, getWeek, getWeekYear } from 'date-fns';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Tokens that stand for several others. */
const LONG: Readonly<Record<string, string>> = { LT: 'h:mm A', LTS: 'h:mm:ss A', L: 'MM/DD/YYYY', LL: 'MMMM D, YYYY', LLL: 'MMMM D, YYYY h:mm A', LLLL: 'dddd, MMMM D, YYYY h:mm A', l: 'M/D/YYYY', ll: 'MMM D, YYYY', lll: 'MMM D, YYYY h:mm A', llll: 'ddd, MMM D, YYYY h:mm A' };

/** Matches "[at]", "\\Y", "YYYY", "Do", "mm"; not "-", "é", "b". */
const TOKEN = /\[[^[\]]*\]|\\.|LTS?|L{1,4}|l{1,4}|Mo|MM?M?M?|Do|DDDo|DD?D?D?|do|dd?d?d?|wo|ww?|Wo|WW?|Qo|Q|YYYY|YY|Y|gggg|gg|GGGG|GG|e|E|a|A|HH?|hh?|kk?|mm?|ss?|S{1,3}|ZZ?|X|x/g;

/** As `moment(instant)`. */
export function moment(instant: Date = new Date()): { format(pattern?: string): string; toDate(): Date } {
  return { format: (pattern = 'YYYY-MM-DDTHH:mm:ssZ') => formatInstant(instant, pattern), toDate: () => new Date(instant) };
}

/** `pattern` with every token filled from `instant`; all other characters stay. Never throws on a valid date. */
export function formatInstant(instant: Date, pattern: string): string {
  return pattern.replace(TOKEN, (token) => {
    const long = LONG[token];
    if (long !== undefined) return formatInstant(instant, long);
    if (token.startsWith('[')) return token.slice(1, -1);
    return token.startsWith('\\') ? token.slice(1) : (ofDay(instant, token) ?? ofTime(instant, token) ?? token);
  });
}

function ofDay(instant: Date, token: string): string | null {
  const [year, month, day, weekday] = [instant.getFullYear(), instant.getMonth(), instant.getDate(), instant.getDay()];
  switch (token.charAt(0)) {
    case 'Y':
      return token === 'YY' ? padded(year % 100, 2) : token === 'Y' ? String(year) : padded(year, 4);
    case 'M':
      return token.length > 2 ? (MONTHS[month] ?? '').slice(0, token.length === 3 ? 3 : 9) : counted(month + 1, token);
    case 'Q':
      return counted(Math.floor(month / 3) + 1, token);
    case 'D':
      return token.startsWith('DDD') ? counted(dayOfYear(instant), token.slice(token === 'DDDo' ? 2 : 1), 3) : counted(day, token);
    case 'd':
      return token === 'd' || token === 'do' ? counted(weekday, token) : (DAYS[weekday] ?? '').slice(0, token === 'dddd' ? 9 : token.length);
    case 'e':
      return String(weekday);
    case 'E':
      return String(weekday === 0 ? 7 : weekday);
    case 'w':
      return counted(getWeek(instant), token);
    case 'W':
      return counted(getISOWeek(instant), token);
    case 'g':
      return padded(getWeekYear(instant) % 10 ** token.length, token.length);
    case 'G':
      return padded(getISOWeekYear(instant) % 10 ** token.length, token.length);
    default:
      return null;
  }
}

function ofTime(instant: Date, token: string): string | null {
  const hours = instant.getHours();
  switch (token.charAt(0)) {
    case 'H':
      return padded(hours, token.length);
    case 'h':
      return padded(hours % 12 === 0 ? 12 : hours % 12, token.length);
    case 'k':
      return padded(hours === 0 ? 24 : hours, token.length);
    case 'm':
      return padded(instant.getMinutes(), token.length);
    case 's':
      return padded(instant.getSeconds(), token.length);
    case 'S':
      return padded(instant.getMilliseconds(), 3).slice(0, token.length);
    case 'A':
      return hours < 12 ? 'AM' : 'PM';
    case 'a':
      return hours < 12 ? 'am' : 'pm';
    case 'Z':
      return offset(instant, token === 'Z' ? ':' : '');
    case 'X':
      return String(Math.floor(instant.getTime() / 1000));
    case 'x':
      return String(instant.getTime());
    default:
      return null;
  }
}

/** The number as the token's form asks: `D` 3, `DD` 03, `Do` 3rd; `most` digits where the token is that long. */
function counted(value: number, token: string, most = 2): string {
  if (!token.endsWith('o')) return padded(value, token.length >= most ? most : 1);
  const isTeen = Math.floor((value % 100) / 10) === 1;
  return `${value}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}

/** From 1. Counted in days of the calendar, so that the hour taken for summer time doesn't matter. */
function dayOfYear(instant: Date): number {
  const year = instant.getFullYear();
  return Math.round((Date.UTC(year, instant.getMonth(), instant.getDate()) - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
}

function offset(instant: Date, colon: string): string {
  const minutes = -instant.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${padded(Math.floor(size / 60), 2)}${colon}${padded(size % 60, 2)}`;
}
