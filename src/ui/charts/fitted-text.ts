/** Text that has to fit into a picture, where nothing is cut off by itself. */

/** Widths of letters at the size of the pictures' texts, a little more than most are: those of Chinese and the like, and all others. */
const WIDE = 12;
const NARROW = 6.8;

/** The text, or as much of its start as fits into `width` units, with an ellipsis. */
export function fitted(text: string, width: number): string {
  const letters = Array.from(text);
  let used = 0;
  const past = letters.findIndex((letter) => (used += /[\u1100-\u115f\u2e80-\uffdc]|[\u{1f000}-\u{3ffff}]/u.test(letter) ? WIDE : NARROW) > width);
  return past < 0 ? text : `${letters.slice(0, Math.max(0, past - 1)).join('').trimEnd()}…`;
}
