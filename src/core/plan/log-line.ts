/** One dated line of a log, taken apart: `**v2** (17 Mar 2026) – what changed`. Put together, the parts are the line again. */
import { parseCalendarDate } from '../date/calendar-date';

export interface LogLine {
  /** Marks and brackets before the version or the date. */
  readonly open: string;
  /** "v2", "1.4.0"; '' without one. */
  readonly version: string;
  readonly between: string;
  readonly date: string;
  /** What stands between date and text. */
  readonly separator: string;
  readonly change: string;
}

/** A day as people write it, known or not. Matches "2026-03-17", "17.03.2026", "2026年3月17日", "March 17th, 2026", "17 Mar 2026", and "17/03/2026", which may be either order; not "17/03". */
const DATE = '\\d{4}-\\d{2}-\\d{2}|\\d{4}/\\d{2}/\\d{2}|\\d{4}年\\d{1,2}月\\d{1,2}日|\\d{1,2}/\\d{1,2}/\\d{4}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}|[a-z]{3,9}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\\.?,? \\d{4}';
/** Matches "v2", "1.4"; not "2", which counts something else. */
const VERSION = 'v?\\d{1,6}(?:\\.\\d{1,6})+|v\\d{1,6}';
const LINE = new RegExp(`^([*_\`[(]{0,6})(?:(${VERSION})([*_\`\\])]{0,6}\\s{0,3}[-–—,:]{0,3}\\s{0,3}[*_\`[(]{0,6}))?(${DATE})([*_\`\\])]*\\s*(?:[:：–—-]+[*_\`]*)?\\s*)(.*)$`, 'is');
const ANY_DATE = new RegExp(`(?:^|[^\\d.])(${DATE})(?![-\\d]|\\.\\d)`, 'gi');
const ANY_VERSION = new RegExp(`(?:^|[^\\w.])(${VERSION})(?![\\w.])`, 'i');

/** The parts of `source`; null when it does not start with a date, or a version and a date. */
export function readLogLine(source: string): LogLine | null {
  const [, open = '', version = '', between = '', date = '', separator = '', change = ''] = LINE.exec(source) ?? [];
  return isDate(date) ? { open, version, between, date, separator, change } : null;
}

/** The first date that a heading names, and its version: "v2 – 2026-03-17", "2026-03-17: v2, second reading". */
export function readLogHeading(title: string): { readonly date: string; readonly version: string } | null {
  const date = [...title.matchAll(ANY_DATE)].map(([, each = '']) => each).find(isDate);
  return date === undefined ? null : { date, version: ANY_VERSION.exec(title.replace(date, ' '))?.[1] ?? '' };
}

/** Dates in digits and dashes count even where there is no such day, with slashes even where nobody knows which: the line is meant as one. */
function isDate(date: string): boolean {
  return /^(?:\d{4}-|\d{1,2}\/)/.test(date) || parseCalendarDate(date) !== null;
}
