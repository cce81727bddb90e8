/** The order in which people expect titles. */

let collator: Intl.Collator | null = null;

/** 2 before 10, whatever the case. The collator takes some milliseconds to make, which no start of the app should wait for. */
export function compareTitles(a: string, b: string): number {
  collator ??= new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  return collator.compare(a, b);
}
