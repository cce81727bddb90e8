/** Link reference definitions, `[label]: target "title"`, one a line (CommonMark 0.31, section 4.7). */

/** One definition. Matches `[a]: /b "c"`; not `[^1]: note` (a footnote) nor `[a]: b c`. */
const DEFINITION = /^ {0,3}\[(?!\^)[^[\]]{1,999}\]:[ \t]*[^ \t]+(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$/;

/** Whether every line of `paragraph` is a definition. */
export function isOnlyDefinitions(paragraph: string): boolean {
  return paragraph.split(/\r\n?|\n/).every((line) => DEFINITION.test(line));
}
