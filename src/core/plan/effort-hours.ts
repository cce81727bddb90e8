/** Effort cells in hours of work: a day is 8, a week 40; a range is its middle. */
import { foldWords } from '../markdown/inline';
import { EFFORT_WORDS } from './vocabulary';

const HOURS: readonly (readonly [RegExp, number])[] = [
  // Each matches its unit at the start of what follows a number: "hours", "d", "Wochen"; not "points".
  [/^(?:h|hr|hrs|hours?|std|stunden?|horas?|heures?|小时|時間)(?![\p{L}])/iu, 1],
  [/^(?:m|min|mins|minutes?|minuten?)(?![\p{L}])/iu, 1 / 60],
  [/^(?:d|days?|pd|person[- ]days?|tage?n?|d[ií]as?|jours?|天|日)(?![\p{L}])/iu, 8],
  [/^(?:w|wks?|weeks?|wochen?|semanas?|semaines?|周|週間?)(?![\p{L}])/iu, 40],
  [/^(?:mo|months?|monate?n?|mes(?:es)?|mois|月)(?![\p{L}])/iu, 160],
];
/** A number or a range of two. Matches "0.5–1", "~2"; not "x". Groups: 1 first, 2 second number. */
const AMOUNT = /(\d{1,4}(?:[.,]\d{1,2})?)(?:\s*(?:-|–|—|to|bis)\s*(\d{1,4}(?:[.,]\d{1,2})?))?\s*/g;

const SIZES = new Map(Object.entries(EFFORT_WORDS));

/**
 * Hours that the cell states: "2-4 hours" → 3, "~1 week" → 40, "S" → 4, "S–M" → 10; null when it states none. `header` is the
 * column's header, whose unit counts for bare numbers: "Hours" over "6" → 6, "Effort (d)" over "2" → 16.
 */
export function effortHours(cell: string, header = ''): number | null {
  const text = foldWords(cell.slice(0, 200)).replace(/(\d)[a-z]?-(hour|day|week)/g, '$1 $2').replace(/\bhalf (?:an? )?/, '0.5 ');
  const sizes = text.replace(/\s*\(.*$/, '').split(/[-–—/]| to /).map((word) => SIZES.get(word.trim()));
  const [low = NaN, high = low] = sizes;
  if (sizes.length < 3 && low + high > 0) return (low + high) / 2;
  let total: number | null = null;
  for (const amount of text.matchAll(AMOUNT)) {
    const behind = text.slice(amount.index + amount[0].length);
    const factor: number | null = factorOf(behind) ?? (behind === '' && total === null ? factorOfHeader(header) : null);
    if (factor === null) continue;
    total = (total ?? 0) + middle(amount[1], amount[2]) * factor;
  }
  return total === null ? null : Math.round(total * 100) / 100;
}

function factorOf(unit: string): number | null {
  return HOURS.find(([pattern]) => pattern.test(unit))?.[1] ?? null;
}

/** Hours of the unit that a header names: "Hours", "Effort (h)", "Aufwand in Tagen"; a letter is one in brackets alone. */
function factorOfHeader(header: string): number | null {
  const inBrackets = /[([（【]\s*(?:in )?(\p{L}+)/u.exec(header)?.[1] ?? '';
  // Of m nobody knows whether it is minutes or months.
  const units = [inBrackets === 'm' ? '' : inBrackets, ...(header.match(/\p{L}{2,}/gu) ?? [])];
  return units.map(factorOf).find((factor) => factor !== null) ?? null;
}

function middle(low: string | undefined, high: string | undefined): number {
  const from = Number((low ?? '0').replace(',', '.'));
  return high === undefined ? from : (from + Number(high.replace(',', '.'))) / 2;
}
