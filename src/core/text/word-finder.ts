/** Looks for one word in a part of a long string, whatever the case of its letters, and copies nothing. */

const SMALL = 0x20;

export class WordFinder {
  /** For a word of plain ASCII: its characters, letters small, and for each what to set in a character before comparing. */
  private readonly codes: Uint16Array | null;
  private readonly masks: Uint8Array;
  private readonly pattern: RegExp;

  /** A blank in the word stands for any: texts hold no-break ones. */
  constructor(readonly word: string) {
    const isPlain = word !== '' && /^[!-~]+$/.test(word);
    const small = word.toLowerCase();
    this.codes = isPlain ? Uint16Array.from(small, (sign) => sign.charCodeAt(0)) : null;
    this.masks = Uint8Array.from(isPlain ? small : '', (sign) => (sign >= 'a' && sign <= 'z' ? SMALL : 0));
    this.pattern = new RegExp(word.replace(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`).replace(/ /g, '\\s'), 'iu');
  }

  /** Whether the word stands within `from` … `to` of the text. */
  isIn(text: string, from = 0, to = text.length): boolean {
    const { codes, masks } = this;
    if (codes === null) return this.pattern.test(text.slice(from, to));
    // A pattern takes three times as long: it is entered anew for each of a hundred thousand short texts.
    const first = codes[0];
    const mask = masks[0] ?? 0;
    for (let at = from, last = to - codes.length; at <= last; at++) {
      if ((text.charCodeAt(at) | mask) === first && this.isAt(text, at, codes)) return true;
    }
    return false;
  }

  private isAt(text: string, at: number, codes: Uint16Array): boolean {
    for (let next = 1; next < codes.length; next++) {
      if ((text.charCodeAt(at + next) | (this.masks[next] ?? 0)) !== codes[next]) return false;
    }
    return true;
  }
}
