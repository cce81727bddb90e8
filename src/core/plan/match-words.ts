/** Looks words of the vocabulary up in headings, labels and cells. */
import { foldWords } from '../markdown/inline';

/** Numbering in front of a heading. Matches "3.3 ", "8) ", "IV. "; not "3D view". */
const NUMBERING = /^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|[ivx]{1,5}[.)])\s+/;
/** A remark in brackets at the end. Matches " (should be empty)"; not "(a) b". */
const REMARK = /\s*[([（][^()[\]（）]{0,200}[)\]）]$/;

/** What is longer is prose: only its beginning is looked up. */
const LONGEST_TITLE = 300;

/** A heading or label reduced to its words: no numbering, no trailing remark in brackets. */
export function foldTitle(source: string): string {
  return foldWords(foldWords(source.slice(0, LONGEST_TITLE)).replace(NUMBERING, '').replace(REMARK, ''));
}

/** Whether `title` (folded) is one of `words`, or holds one as whole words; a word that ends in `=` must be all of it. */
export function matchesWords(title: string, words: readonly string[]): boolean {
  return words.some((word) => (word.endsWith('=') ? title === word.slice(0, -1) : holdsWord(title, word)));
}

function holdsWord(title: string, word: string): boolean {
  for (let at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) {
    if (isEdge(title[at - 1]) && isEdge(title[at + word.length])) return true;
  }
  return false;
}

/** Chinese and Japanese are written without blanks: there every place is a word's edge. */
function isEdge(character: string | undefined): boolean {
  return character === undefined || !/[\p{L}\p{N}]/u.test(character) || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character);
}
