/** Looks for one word in a part of a long string, whatever the case of its letters, and copies nothing. */

const SMALL = 0x20;
const ASCII = 128;

export class WordFinder {
  /** For a word of plain ASCII, letters small; else a pattern is used, which takes many times as long on short texts. */
  private readonly codes: Uint16Array | null;
  /** For each character what to set in that of a text before comparing. */
  private readonly masks: Uint8Array;
  /** How far the word can be moved on when this character stands at its end (Horspool's way): most of a text is never looked at. */
  private readonly shifts: Uint8Array;
  private readonly pattern: RegExp;

  /** A blank in the word stands for any: texts hold no-break ones. */
  constructor(readonly word: string) {
    const isPlain = /^[!-~]{1,250}$/.test(word);
    const small = isPlain ? word.toLowerCase() : '';
    this.codes = isPlain ? Uint16Array.from(small, (sign) => sign.charCodeAt(0)) : null;
    this.masks = Uint8Array.from(small, (sign) => (sign >= 'a' && sign <= 'z' ? SMALL : 0));
    this.shifts = new Uint8Array(ASCII).fill(small.length);
    for (let at = 0; at < small.length - 1; at++) {
      for (const sign of [small.charAt(at), small.charAt(at).toUpperCase()]) this.shifts[sign.charCodeAt(0)] = small.length - 1 - at;
    }
    this.pattern = new RegExp(word.replace(/[\\^$.*+?()[\]{}|/]/g, (sign) => `\\${sign}`).replace(/ /g, '\\s'), 'iu');
  }

  /** Whether the word stands within `from` … `to` of the text. */
  isIn(text: string, from = 0, to = text.length): boolean {
    const { codes, masks, shifts } = this;
    if (codes === null) return this.pattern.test(text.slice(from, to));
    const end = codes.length - 1;
    const last = codes[end];
    const mask = masks[end] ?? 0;
    for (let at = from + end; at < to; ) {
      const sign = text.charCodeAt(at);
      if ((sign | mask) === last && this.isAt(text, at - end, codes)) return true;
      at += sign < ASCII ? (shifts[sign] ?? 1) : end + 1;
    }
    return false;
  }

  private isAt(text: string, at: number, codes: Uint16Array): boolean {
    for (let next = codes.length - 2; next >= 0; next--) {
      if ((text.charCodeAt(at + next) | (this.masks[next] ?? 0)) !== codes[next]) return false;
    }
    return true;
  }
}
