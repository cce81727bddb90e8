/**
 * The number in front of a heading or list text: `2.1 Current flow`, `Phase 3: Storage`, `**REQ-5** …`. Offsets are
 * relative to the source that was handed in.
 */

export interface Numbering {
  /** The word before the number, lower case: "phase", "req"; null for a bare number. */
  readonly word: string | null;
  /** `2.1` → [2, 1], and so `2a.1`. */
  readonly parts: readonly number[];
  /** The digits with their dots and what letters stand between, and where they are. */
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

/** Groups: 1 marks before, 2 word with what joins it to the number, 3 digits, 4 letter, 5 separator. Matches "## Phase 2: x" without its marks, "2.1 x", "Step 2a.1"; not "3D view". */
const NUMBERED = /^([^\p{L}\p{N}[{]{0,12})((?:\p{L}{1,20}|test case)(?: |-|#| #)?)?(\d{1,3}(?:[a-z]?\.\d{1,3}){0,4})([a-z]?)(?![\p{L}\p{N}])((?:\*\*|__)?[ \t]*(?:[.:)：–—-](?!\d))*(?:\*\*|__)?[ \t]*)/iu;
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
  return { word, parts: digits.split('.').map((part) => parseInt(part, 10)), digits, from, to, suffix, separator, titleFrom: all.length };
}

/** Words that number the pieces of the work in headings. */
const WORK_WORDS: ReadonlySet<string> = new Set([
  'phase', 'stage', 'milestone', 'iteration', 'sprint', 'part', 'chunk', 'wave', 'slice', 'workstream', 'etappe', 'teil', 'meilenstein', 'fase', 'étape', 'etapa', 'step', 'task', 'schritt', 'aufgabe', 'paso', 'tâche', 'tarea', '阶段', '步骤', 'フェーズ', 'ステップ',
]);

/** Words that number other parts of a plan. */
const OTHER_WORDS: ReadonlySet<string> = new Set([
  'finding', 'discovery', 'decision', 'risk', 'question', 'requirement', 'option', 'alternative', 'scenario', 'test', 'test case', 'case', 'story', 'gap', 'issue', 'fix', 'change', 'goal', 'entscheidung', 'risiko', 'frage', 'anforderung', 'testfall', 'erkenntnis',
]);

/** Whether the number counts pieces of the work by a word: "Phase 2", "Task 3"; not "Decision 1". */
export function isWorkPart(numbering: Numbering | null): boolean {
  return numbering?.word != null && WORK_WORDS.has(numbering.word);
}

/** Whether the number counts parts of the plan by a word, with which a heading is one of several of its kind: "Phase 2", "Decision 1". */
export function isPart(numbering: Numbering | null): boolean {
  return isWorkPart(numbering) || (numbering?.word != null && OTHER_WORDS.has(numbering.word));
}

/** The number with other parts: `2.1` with [3, 1] → `3.1`. Leading zeros stay as many, and letters stay: `2a.1` with [3, 1] → `3a.1`. */
export function writeNumber(numbering: Numbering, parts: readonly number[]): string {
  const widths = numbering.digits.split('.');
  return parts
    .map((part, at) => {
      const written = widths[at] ?? '';
      const letter = /[a-z]$/i.exec(written)?.[0] ?? '';
      return String(part).padStart(written.startsWith('0') ? written.length - letter.length : 0, '0') + letter;
    })
    .join('.');
}

export function startsWithParts(parts: readonly number[], start: readonly number[]): boolean {
  return parts.length > start.length && start.every((part, at) => parts[at] === part);
}
