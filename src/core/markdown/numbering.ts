/**
 * The number in front of a heading or list text: `2.1 Current flow`, `Phase 3: Storage`, `**REQ-5** …`. Offsets are
 * relative to the source that was handed in.
 */

export interface Numbering {
  /** The word before the number, lower case: "phase", "req"; null for a bare number. */
  readonly word: string | null;
  /** `2.1` → [2, 1]. */
  readonly parts: readonly number[];
  /** The digits with their dots, and where they stand. */
  readonly digits: string;
  readonly from: number;
  readonly to: number;
  /** A letter right behind the digits: the b of "Phase 3b". */
  readonly suffix: string;
  /** What stands between number and title: `: `, `. `, a blank; empty where no title follows. */
  readonly separator: string;
  /** Where the title starts. */
  readonly titleFrom: number;
}

/** Groups: 1 marks before, 2 word with what joins it to the number, 3 digits, 4 letter, 5 separator. Matches "## Phase 2: x" without its marks, "2.1 x"; not "3D view". */
const NUMBERED = /^([^\p{L}\p{N}[{]{0,12})((?:\p{L}{1,20}|test case)(?: |-|#| #)?)?(\d{1,3}(?:\.\d{1,3}){0,4})([a-z]?)(?![\p{L}\p{N}])((?:\*\*|__)?[ \t]*(?:[.:)：–—-](?!\d))*(?:\*\*|__)?[ \t]*)/iu;
/** What is no bare number: a date, a size, a time. Matches "2026-01", "12%", "1/2". */
const NO_NUMBER = /^[%/°,'’x×-]?\d|^[%/°]/;

/** The numbering of a heading's or item's text, or null when it has none. A bare number needs a dot, a bracket or a title behind it. */
export function readNumbering(source: string): Numbering | null {
  const match = NUMBERED.exec(source.slice(0, 120));
  const [all = '', lead = '', joined = '', digits = '', suffix = '', separator = ''] = match ?? [];
  if (!match) return null;
  const word = joined === '' ? null : joined.replace(/[ #-]+$/, '').toLowerCase();
  const from = lead.length + joined.length;
  const to = from + digits.length;
  const rest = source.slice(all.length);
  const isBare = word === null;
  if (isBare && (suffix !== '' || NO_NUMBER.test(rest) || NO_NUMBER.test(source.slice(to)))) return null;
  if (isBare && separator === '') return null;
  if (isBare && !digits.includes('.') && !/[.)]/.test(separator)) return null;
  return { word, parts: digits.split('.').map(Number), digits, from, to, suffix, separator, titleFrom: all.length };
}

/** Words that number the parts of a plan in its headings; with a number behind, a heading is one of several of its kind. */
export const PART_WORDS: ReadonlySet<string> = new Set([
  'phase', 'stage', 'milestone', 'iteration', 'sprint', 'part', 'etappe', 'fase', 'étape', 'etapa', 'step', 'task', 'schritt', 'aufgabe', 'paso', 'tâche', 'tarea',
  'finding', 'discovery', 'decision', 'risk', 'question', 'requirement', 'option', 'alternative', 'scenario', 'test', 'test case', 'case', 'story', 'milestone', 'wave', 'slice', 'workstream', 'gap', 'issue', 'fix', 'change', 'goal', '阶段', '步骤', 'フェーズ', 'ステップ',
]);

/** Whether the number counts parts of the plan by a word: "Phase 2". */
export function isPart(numbering: Numbering | null): boolean {
  return numbering?.word != null && PART_WORDS.has(numbering.word);
}

/** `text` with the numbers in front replaced: `2.1` with [3, 1] → `3.1`. Leading zeros stay as many. */
export function writeNumber(numbering: Numbering, parts: readonly number[]): string {
  const widths = numbering.digits.split('.');
  return parts
    .map((part, at) => {
      const written = widths[at] ?? '';
      return String(part).padStart(written.startsWith('0') ? written.length : 0, '0');
    })
    .join('.');
}

export function startsWithParts(parts: readonly number[], start: readonly number[]): boolean {
  return parts.length > start.length && start.every((part, at) => parts[at] === part);
}
