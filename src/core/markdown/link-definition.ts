/** Link reference definitions, `[label]: target "title"`, each over one line or more (CommonMark 0.31, section 4.7). */

/**
 * One definition and the end of its last line. Matches `[a]: /b "c"`, `[a]:⏎/b⏎'c'`; not `[^1]: note` (a footnote) nor
 * `[a]: b c`. Each part ends at a sign that it can't hold, so nothing is tried twice.
 */
const DEFINITION = /\[(?!\^|\s*\])(?:[^[\]\\]|\\.){1,999}\]:[ \t]*\n?(?:<[^<>\n]*>|[^ \t\n<][^ \t\n]*)(?:(?:[ \t]+|[ \t]*\n)(?:"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\((?:[^()\\]|\\[^])*\)))?[ \t]*(?:\n|$)/y;

/** Whether `paragraph` is made of definitions alone; indentation and quote marks before its lines don't count. */
export function isOnlyDefinitions(paragraph: string): boolean {
  const lines = paragraph.split(/\r\n?|\n/).map((line) => line.replace(/^[ \t>]+/, '')).join('\n');
  DEFINITION.lastIndex = 0;
  while (DEFINITION.lastIndex < lines.length) if (!DEFINITION.test(lines)) return false;
  return true;
}
