/**
 * Tells titles that surely hold none of some words, without cutting the title into words: most headings of a vault
 * say nothing that the vocabulary knows. Each word sets one of 8,192 flags by its hash; a title passes when it has a
 * word whose flag is set, or a character whose meaning takes more than a look.
 */
const FLAGS = 8192;

export class WordSieve {
  private readonly flags = new Uint8Array(FLAGS);

  /** Words in lower case. What is not made of ASCII letters and digits alone needs no flag: a title that holds it passes by its characters. */
  constructor(words: Iterable<string>) {
    for (const word of words) if (/^[a-z0-9]+$/.test(word)) this.flags[Array.from(word).reduce((hash, letter) => mixed(hash, letter.charCodeAt(0)), 0)] = 1;
  }

  /** False when no word of `title`, in any case, is among the sieve's. */
  passes(title: string): boolean {
    let hash = 0;
    for (let at = 0; at < title.length; at++) {
      const kind = KINDS[title.charCodeAt(at)] ?? ODD;
      if (kind === ODD) return true;
      if (kind !== GAP) hash = mixed(hash, kind);
      else {
        if (this.flags[hash] === 1) return true;
        hash = 0;
      }
    }
    return this.flags[hash] === 1;
  }
}

function mixed(hash: number, code: number): number {
  return (hash * 31 + code) & (FLAGS - 1);
}

const ODD = 0;
const GAP = 1;
/** By ASCII code: letters and digits are themselves in lower case; what stands between words and changes none is a gap; marks of emphasis, code and links are odd. */
const KINDS = Uint8Array.from({ length: 128 }, (_none, code) => {
  const character = String.fromCharCode(code).toLowerCase();
  if (/[a-z0-9]/.test(character)) return character.charCodeAt(0);
  return ' .,:;!?()/\'"&+-#'.includes(character) ? GAP : ODD;
});
