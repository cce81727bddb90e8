/** What people wrote, as Markdown that shows it where it stands now: nothing in it hides, embeds, tags or is HTML. */

/**
 * What an escape, a code span, or something that acts begins with. Matches `\\#`, "``", "%%", the "<" of "<img" and "<!--",
 * the "!" of "![[", the "#" of " #tag"; not "100 %", "a < b", "C#". Group 1 is what stands before the "#".
 */
const ACTING = /\\[!-/:-@[-`{-~]|`+|%{2,}|<(?=[A-Za-z/!?])|!(?=\[)|(^|[\s(*_~"'“,;:>])#(?=[\p{L}\p{N}_/-])/gu;

/** Emphasis, links and code stay as they are. Linear in the text's length, but for odd runs of backticks. */
export function asShown(text: string): string {
  let shown = '';
  let done = 0;
  const unclosed = new Set<string>();
  const acting = new RegExp(ACTING);
  for (let match = acting.exec(text); match !== null; match = acting.exec(text)) {
    const { 0: sign, 1: before, index } = match;
    if (sign.startsWith('`')) acting.lastIndex = codeEnd(text, { sign, at: acting.lastIndex, unclosed });
    else if (!sign.startsWith('\\')) {
      shown += text.slice(done, index) + (before === undefined ? (sign === '!' ? '!\\' : sign.replace(/./g, '\\$&')) : `${before}\\#`);
      done = sign === '!' ? index + 1 : acting.lastIndex;
    }
  }
  return shown + text.slice(done);
}

/** Where the code span ends that `sign` begins; `at`, right behind it, when it begins none. */
function codeEnd(text: string, { sign, at, unclosed }: { readonly sign: string; readonly at: number; readonly unclosed: Set<string> }): number {
  if (unclosed.has(sign)) return at;
  for (let from = text.indexOf(sign, at); from >= 0; from = text.indexOf(sign, from)) {
    let to = from;
    while (text[to] === '`') to++;
    if (to - from === sign.length) return to;
    from = to;
  }
  unclosed.add(sign);
  return at;
}
