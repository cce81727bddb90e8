/** Reads what stands between brackets and says what kind of slot it would be, and how sure the words alone make us. */
import type { PlaceholderStyle } from './slot';
import { ASKING, FIELD_NOUNS, holds, JOINING, OPENERS, OPTION_WORDS, SLOT_NOUNS, wordsOf } from './slot-words';

export type Bracket = 'square' | 'curly';

/**
 * - `certain`: a slot wherever it stands: `[Describe the way in]`, `{FEATURE_TITLE}`, `[Yes/No]`
 * - `usual`: made of the words of slots alone, a slot where nothing else is in the field or line: `| [Action] |`, `- [Key change]`
 * - `likely`: with some such word, a slot behind a label or in a cell: `Email: [maintainer of the project]`
 * - `possible`: a phrase like any other: `[Some words]`
 * - `open`: says that something is still open, in a plan: `[TBD]`, `[N]`
 * - `faint`: a single word like any other: `[Chorus]`
 */
export type Weight = 'certain' | 'usual' | 'likely' | 'possible' | 'open' | 'faint';

export interface Wording {
  readonly style: PlaceholderStyle;
  readonly weight: Weight;
  readonly options?: readonly string[];
}

const LONGEST = 300;

/** The wording of a slot's inner text, or null when no slot can read like that. */
export function readWording(inner: string, bracket: Bracket): Wording | null {
  if (isOpenMark(inner) && bracket === 'square') return { style: bracket, weight: 'open' };
  if (inner.length < 2 || inner.length > LONGEST || inner !== inner.trim()) return null;
  const date = readDate(inner);
  if (date) return date;
  const options = readOptions(inner);
  if (options && !(bracket === 'curly' && isType(options))) return { style: 'choice', weight: 'certain', options };
  if (isSampleList(inner)) return { style: bracket, weight: 'certain' };
  if (!canBeWords(inner, bracket)) return null;
  const words = wordsOf(isShouted(inner) ? inner.replace(/[_-]/g, ' ') : inner.replaceAll('_', ' '));
  const weight = words.length > 1 ? weighPhrase(inner, words, bracket) : weighWord(inner, words[0] ?? '', bracket);
  return { style: bracket, weight };
}

/** Whether it stands for whatever is not known yet, so that two of them are never the same. */
export function isOpenMark(name: string): boolean {
  return name === 'TBD' || name === 'TODO' || name === 'TBC' || name === 'N';
}

function readDate(inner: string): Wording | null {
  // Matches "YYYY-MM-DD" and "YYYY-MM-DD HH:mm"; not "YYYY-MM-DDD".
  if (/^(?:YYYY[-/.]MM[-/.]DD|DD[-/.]MM[-/.]YYYY|MM\/DD\/YYYY)(?: HH:mm)?$/.test(inner)) return { style: 'date', weight: 'certain' };
  if (inner === 'DATE' || inner === 'TODAY') return { style: 'date', weight: 'certain' };
  if (inner === 'Date' || inner === 'date') return { style: 'date', weight: 'likely' };
  return null;
}

/**
 * The options of `Low/Medium/High — remark` or `A | B | C`, or null when the text is no list to choose from.
 * Slashes join ordinary words too (`[Component/Area]`), so there each option must be a known one.
 */
export function readOptions(text: string): string[] | null {
  const plain = text.replaceAll('\\|', '|');
  const remark = [' — ', ' – ', ' - ', ': '].map((mark) => plain.indexOf(mark)).filter((at) => at > 0);
  const list = remark.length > 0 ? plain.slice(0, Math.min(...remark)) : plain;
  const bar = list.includes('|');
  const options = list.split(bar ? '|' : '/').map((option) => option.trim());
  if (options.length < 2 || options.length > 20) return null;
  const known = options.filter((option) => OPTION_WORDS.has(option.toLowerCase())).length;
  if (known === options.length) return options;
  return bar && (known >= 2 || (list.includes(' | ') && options.every(isTitle))) ? options : null;
}

/** Whether the list is one of types, as in the documentation of an interface: "Buffer | URL". */
function isType(options: readonly string[]): boolean {
  return options.every((option) => !option.includes(' ') && !OPTION_WORDS.has(option.toLowerCase()));
}

/** Whether the option is one to four words of which the first is capitalised: "In Review", not "number". */
function isTitle(option: string): boolean {
  // Matches "In"; not "in" or "-v".
  return /^\p{Lu}\p{L}/u.test(option) && option.length <= 40 && wordsOf(option).length <= 4;
}

/** Whether the text lists sample identifiers: "S-001, UC-003, etc.", "#123, #124"; real numbers ("#45") are a value. */
function isSampleList(inner: string): boolean {
  // Matches "#123, #124" and "TICKET-456"; not "#45, #46".
  return /^#123(?:, #(?:124|456))*$/.test(inner) || /^(?:TICKET|ISSUE|JIRA|TASK)-(?:\d{3}|X{2,3}|#{1,3})$/.test(inner) || /^###-[a-z-]{3,40}$/.test(inner);
}

/** Whether the characters are those of words, not of code, a citation, a time or a mark such as `[P]`, `[US1]`, `[^1]`, `[!note]`. */
function canBeWords(inner: string, bracket: Bracket): boolean {
  // Matches "1-2 sentence", "Name", "\"done\" means"; not "^1", "!note", "@key", "#tag", "-v".
  if (!/^["“]?[\p{L}\p{N}]/u.test(inner)) return false;
  // Matches "1", "12:30", "P", "US1", "1.0.0"; not "Gap 1".
  if (/^(?:[\d.:, -]+|\p{L}{1,3}\d+|\p{L})$/u.test(inner)) return false;
  // Matches "Smith 2020"; not "route 66".
  if (/(?:19|20)\d\d(?!\d)/.test(inner)) return false;
  // Matches "\"a\"" and "\"a b\", \"c\"", the insides of a JSON list; not "\"done\" means".
  if (/^["“]/.test(inner) && (!inner.includes(' ') || /["”]$/.test(inner))) return false;
  // An item of a list in JSON: matches "1, x", "Name, \"b\", c"; not "what \"done\" means, and why".
  if (/^\d+,|, ?"[^"]*"(?:,|$)/.test(inner)) return false;
  // Matches "Version 2.1"; not "Phase 2".
  if (/^\S+ v?\d+(?:\.\d+)+$/.test(inner)) return false;
  // Matches "REQ-TEST-02", "TASK-1", a real identifier; not "Gap-1", "PLAN-ID".
  if (/^\p{Lu}[\p{Lu}\d]*(?:-[\p{Lu}\d]+)*-\d+$/u.test(inner)) return false;
  // Matches "Feature:Storage"; not "file:line", "Note: why".
  if (/^\p{Lu}\S*:\S+$/u.test(inner)) return false;
  // Matches "a=b", "x;y", "a\b"; not "a/b".
  if (/[=;\\]|:\/\//.test(inner)) return false;
  // Code in curly brackets: matches "a: 1", "a,b", "f(x)", "a[i]"; not "what it does, so far".
  return bracket === 'square' || !(/["'`()$|[\]]|: |,\S|^[\p{Ll}\d]+\.\p{L}/u.test(inner) || isSet(inner));
}

/** "feat, fix, docs": as many words as there are commas, and one. */
function isSet(inner: string): boolean {
  return inner.includes(',') && inner.split(',').every((part) => !part.trim().includes(' '));
}

function weighPhrase(inner: string, words: readonly string[], bracket: Bracket): Weight {
  const first = words[0] ?? '';
  const capital = startsUpper(inner);
  const nouns = words.some((word) => holds(FIELD_NOUNS, word));
  if (asksForIt(inner, words)) return 'certain';
  if (capital && !inner.endsWith('?') && ASKING.has(first) && (words.length > 2 || nouns)) return 'certain';
  if (isShouted(inner) && (nouns || bracket === 'curly')) return 'certain';
  if (nouns && capital && isNumbered(words)) return 'certain';
  if (capital && isNamedNoun(inner, words)) return 'certain';
  if (bracket === 'curly' && ASKING.has(first)) return 'certain';
  if (isSampleText(inner, words)) return 'likely';
  if (bracket === 'curly' && isVariable(inner)) return 'possible';
  if (words.every(isSlotWord)) return 'usual';
  return (nouns || OPENERS.has(first)) && !inner.endsWith('.') ? 'likely' : 'possible';
}

function weighWord(inner: string, word: string, bracket: Bracket): Weight {
  if (bracket === 'curly' && isShouted(inner) && (holds(FIELD_NOUNS, word) || inner.length > 4)) return 'certain';
  if (SLOT_NOUNS.has(word) && startsUpper(inner)) return 'certain';
  if (!holds(FIELD_NOUNS, word)) return 'faint';
  // Documentation of an interface names types so: matches "Error"; not "error".
  return bracket === 'curly' && /^\p{Lu}\p{Ll}/u.test(inner) ? 'possible' : 'usual';
}

function isSlotWord(word: string): boolean {
  return holds(FIELD_NOUNS, word) || OPENERS.has(word) || holds(JOINING, word) || (word.length === 1 && word >= '1' && word <= '9');
}

/** Whether the phrase itself says that something is to be put in its place. */
function asksForIt(inner: string, words: readonly string[]): boolean {
  const start = `${words.slice(0, 2).join(' ')} `;
  if (start === 'needs clarification ') return true;
  if (words.at(-1) === 'etc' && words.length > 2) return true;
  // Matches the parts of "feature/<issue-number>-<short-description>"; not "a < b > c".
  const fixed = inner.replace(/<[a-z][a-z -]{1,40}>/g, '');
  if (fixed !== inner && !fixed.includes(' ')) return true;
  // Matches "1-2 sentence summary"; not "1-2 eggs".
  return /^\d(?:[-–]\d)? (?:sentence|paragraph|line)/.test(inner);
}

/** "for example S-1", "e.g., Windows 11": a slot where something is to be filled in, a remark anywhere else. */
function isSampleText(inner: string, words: readonly string[]): boolean {
  const [first, second] = words;
  return inner.includes(' ') && ((first === 'for' && second === 'example') || (first === 'e' && second === 'g'));
}

/** "project_root": more often a variable of code that is talked about. */
function isVariable(inner: string): boolean {
  return inner.includes('_') && inner === inner.toLowerCase();
}

/** "Gap 1", "Contract Y": a noun with a sample number or letter. */
function isNumbered(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  return words.length <= 3 && (last === 'x' || last === 'y' || last === 'z' || (last.length === 1 && last >= '1' && last <= '9'));
}

/** "Brief Description", "Component or Module Name", "Project/Feature": a slot's noun, or two, among words that are usual in slots. */
function isNamedNoun(inner: string, words: readonly string[]): boolean {
  return (holds(SLOT_NOUNS, words.at(-1) ?? '') || inner.includes('/')) && words.every((word) => word === 'or' || word === 'and' || OPENERS.has(word) || holds(FIELD_NOUNS, word));
}

function isShouted(inner: string): boolean {
  return inner === inner.toUpperCase() && inner !== inner.toLowerCase();
}

function startsUpper(inner: string): boolean {
  // Matches "Name", "\"Done\" looks"; not "name".
  return /^["“]?\p{Lu}/u.test(inner);
}
