/** A value of several lines: those behind its first stay in the list item or quote that its slot is in. */
import { lineBreakNear, startOfLine } from '../text/line-index';
import type { TextChange } from '../text/text-change';

/** What a line begins with. Matches "> - " of "> - [ ] a", "2. ", ""; group 1 is what is repeated, group 2 what is blanked out. */
const START = /^([ \t>]{0,100})((?:[-*+]|\d{1,9}[.)])[ \t]{1,4})?/;

/** The change with the note's line breaks, and before each further line what keeps it in its block. */
export function continued(text: string, change: TextChange): TextChange {
  const lines = change.insert.split(/\r\n|\r|\n/);
  if (lines.length < 2) return change;
  const [, marks = '', bullet = ''] = START.exec(text.slice(startOfLine(text, change.from), change.from)) ?? [];
  const prefix = marks + bullet.replace(/[^\t]/g, ' ');
  const further = lines.slice(1).map((line) => (prefix + line).trimEnd());
  return { ...change, insert: [lines[0], ...further].join(lineBreakNear(text, change.from)) };
}
