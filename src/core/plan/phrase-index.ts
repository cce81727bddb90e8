/**
 * Looks up which of many phrases a title holds as whole words, in one pass over the title. Each phrase stands for a
 * role; a phrase that ends in `=` must be the whole title. Titles and phrases are folded (lower case, no marks).
 */
const WORD = /[\p{L}\p{N}]/u;
/** Chinese and Japanese are written without blanks: there every place is a word's edge. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

interface Phrase<R> {
  readonly words: string;
  readonly isWhole: boolean;
  readonly role: R;
}

export class PhraseIndex<R> {
  /** By the phrase's first word, or by its first character where words are not set apart. */
  private readonly byStart = new Map<string, Phrase<R>[]>();

  constructor(phrases: Iterable<readonly [string, R]>) {
    for (const [phrase, role] of phrases) {
      const isWhole = phrase.endsWith('=');
      const words = isWhole ? phrase.slice(0, -1) : phrase;
      const start = words.slice(0, endOfWord(words, 0));
      const known = this.byStart.get(start);
      if (known) known.push({ words, isWhole, role });
      else this.byStart.set(start, [{ words, isWhole, role }]);
    }
  }

  /** First words of all phrases. */
  get starts(): Iterable<string> {
    return this.byStart.keys();
  }

  /** Roles of all phrases that `title` holds. */
  roles(title: string): Set<R> {
    const found = new Set<R>();
    for (let at = 0; at < title.length; ) {
      if (!isWordCharacter(title, at)) {
        at++;
        continue;
      }
      const to = endOfWord(title, at);
      for (const { words, isWhole, role } of this.byStart.get(title.slice(at, to)) ?? []) {
        const matches = isWhole ? title === words : title.startsWith(words, at) && isEdge(title, at + words.length);
        if (matches) found.add(role);
      }
      at = to;
    }
    return found;
  }
}

function endOfWord(text: string, from: number): number {
  if (isUnspaced(text, from)) return from + 1;
  let to = from + 1;
  while (to < text.length && isWordCharacter(text, to) && !isUnspaced(text, to)) to++;
  return to;
}

function isEdge(text: string, at: number): boolean {
  return at >= text.length || !isWordCharacter(text, at) || isUnspaced(text, at) || isUnspaced(text, at - 1);
}

function isUnspaced(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 128 && UNSPACED.test(text.charAt(at));
}

function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? (code >= 97 && code <= 122) || (code >= 48 && code <= 57) : WORD.test(text.charAt(at));
}
