/**
 * Values that would be no text where they are put: at the start of a line "# a" makes a heading, "```" turns all that
 * follows into code, "---" makes a heading of the line above or closes frontmatter that was never meant as such.
 */
import { startOfLine } from '../text/line-index';
import type { TextChange } from '../text/text-change';

/** What may stand before a line's content. Matches "> - "; not "- [ ] ", "**", "a". */
const CONTAINERS = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*$/;
/**
 * Matches "```", "# a", "- a", "> a", "---", "<!-- a", "%%"; not "#a", "-5 °C", "<b>", "a". Group 1 is what stands
 * before the character that a backslash takes the meaning from: the digits of "1. a".
 */
const START = /^[ \t]*((?=[-*+>#`~=_<%$])|\d{1,9}(?=[.)](?:[ \t]|$)))(?:`{3}|~{3}|#{1,6}(?:[ \t]|$)|[-*+](?:[ \t]|$)|[.)]|>|[-=]+[ \t]*$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|<(?:!|\?|(?:script|style|pre|textarea)(?:[ \t>]|$))|%%|\$\$)/i;
/** Longer lines are looked at in part. */
const LONGEST = 200;

/** Whether the change puts in what starts a block. */
export function startsBlock(text: string, change: TextChange): boolean {
  return withoutBlockStarts(text, change) !== change.insert;
}

/** What the change puts in, with a backslash before each beginning of a block. */
export function withoutBlockStarts(text: string, { from, to, insert }: TextChange): string {
  const before = text.slice(startOfLine(text, from, Math.max(0, from - LONGEST)), from);
  const lines = insert.split('\n');
  const behind = text.slice(to, to + LONGEST).split(/[\r\n]/, 1)[0] ?? '';
  return lines
    .map((line, at) => {
      if (at === 0 && !CONTAINERS.test(before)) return line;
      const match = START.exec((line + (at === lines.length - 1 ? behind : '')).slice(0, LONGEST + line.length));
      if (!match || line.trim() === '') return line;
      const mark = line.length - line.trimStart().length + (match[1]?.length ?? 0);
      return `${line.slice(0, mark)}\\${line.slice(mark)}`;
    })
    .join('\n');
}
