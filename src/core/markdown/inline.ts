/** Inline Markdown reduced to the text that a person reads; for comparing words and for showing rows. */

/** A link. Matches `[text](url)`; not `[ ] text`. Group 1 is the text. */
const LINK = /!?\[([^[\]\n]{1,500})\]\([^()\s]{0,2000}(?:\s"[^"\n]{0,500}")?\)/g;
/** A wikilink. Matches `[[Note#Part|shown]]`; not `[[`. Group 1 is the target, 2 what is shown. */
const WIKILINK = /!?\[\[([^[\]|\n]{1,500})(?:\\?\|([^[\]\n]{1,500}))?\]\]/g;
/** Marks of emphasis, strike-through and code. Matches `**`; not a single `_` inside a word. */
const MARKS = /\*+|~~|`+|(?:__)/g;
/** A highlight. Matches `==text==`; not "a == b == c". Group 1 is the text. */
const HIGHLIGHT = /==([^\s=](?:[^=\n]{0,500}[^\s=])?)==/g;
/** What may be a mark or a link at all. Matches "*"; not "a_b". */
const MARKED = /[[*~`]|__|==/;
/** Emoji and what joins them, with the blanks behind. Matches "✅ "; not "1". */
const EMOJI = /(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\uFE0F|\u200D|\u20E3)+\s*/gu;
/** NBSP, zero-width characters and the byte order mark. Matches "\u00a0"; not " ". */
const ODD_SPACES = /[\u00a0\u200b\u200c\u2060\ufeff]|\u200d/g;

/** The text without marks and link targets: "**Run** [tests](x)" → "Run tests". Emoji stay. */
export function plainText(source: string): string {
  if (!MARKED.test(source)) return source.trim();
  let text = source;
  if (text.includes('[')) {
    text = text.replace(WIKILINK, (_all, target: string, shown: string | undefined) => shown ?? target).replace(LINK, (_all, shown: string) => shown);
  }
  if (text.includes('==')) text = text.replace(HIGHLIGHT, '$1');
  return text.replace(MARKS, '').trim();
}

/** Nothing to fold but case. Matches "Success criteria"; not "**Bold**", "a  b". */
const PLAIN_WORDS = /^[A-Za-z0-9](?:[A-Za-z0-9,/()'-]| (?! ))*[A-Za-z0-9)]$/;

/** Neither emoji nor odd spaces. Matches "Step 1: a"; not "✅ a". */
const ASCII = /^[\0-\x7f]*$/;

/** The words alone, for looking them up: no marks, emoji, odd spaces, edge punctuation; lower case, single blanks. */
export function foldWords(source: string): string {
  if (PLAIN_WORDS.test(source)) return source.toLowerCase();
  const text = plainText(source);
  const words = (ASCII.test(text) ? text : text.replace(ODD_SPACES, ' ').replace(EMOJI, ' ')).replace(/\s+/g, ' ');
  let from = 0;
  while (from < words.length && ' :.-–—_'.includes(words.charAt(from))) from++;
  let to = words.length;
  while (to > from && ' :.!_'.includes(words.charAt(to - 1))) to--;
  return words.slice(from, to).toLowerCase();
}

/** Whether the visible text is struck through from its first character: `~~done~~ rest`. */
export function isStruck(source: string): boolean {
  const start = source.trimStart();
  return start.startsWith('~~') && start.indexOf('~~', 2) > 2;
}
