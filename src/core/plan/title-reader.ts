/**
 * What a heading or label is about, looked up in the vocabulary once. A vault has few distinct titles and many
 * headings, so a reader remembers what it has looked up.
 */
import { foldTitle } from './match-words';
import { PhraseIndex } from './phrase-index';
import type { TaskKind, VerificationClass } from './plan';
import { CHANGE_LOG_WORDS, PHASE_WORDS, PLAN_SECTION_WORDS, PLAN_TITLE_WORDS, QUESTION_WORDS, STATUS_WORDS, STEP_WORDS, STRONG_TITLE_WORDS, VERIFICATION_CLASSES, VERIFICATION_WORDS, WEAK_VERIFICATION_WORDS, WORK_WORDS } from './vocabulary';

export interface TitleFacts {
  /** Lower case, without marks, numbering and remark. */
  readonly folded: string;
  /** What tasks below it are; null when it decides nothing. */
  readonly kind: TaskKind | null;
  /** Whether `kind` holds only for items that are not tests to be written. */
  readonly isWeak: boolean;
  readonly verification: VerificationClass | null;
  readonly isChangeLog: boolean;
  readonly isStatus: boolean;
  /** Which section of a plan it names, if any. */
  readonly planSection: string | null;
  /** How clearly the title is one of a plan. */
  readonly planTitle: 'strong' | 'weak' | null;
  /** "Phase 1". */
  readonly phase: string | null;
}

type Role = 'verification' | 'weak verification' | 'work' | `section ${string}` | 'question' | 'change-log' | 'status' | 'plan' | 'strong plan' | `class ${VerificationClass}`;

/** Words to look for beside the built-in ones. */
export type ExtraTitleWords = Readonly<Partial<Record<'verification' | 'question' | 'changeLog' | 'status' | 'planTitle', readonly string[]>>>;

/** A longer title is prose. */
const LONGEST_TITLE = 300;
/** Titles remembered before the memory starts anew. */
const MOST_TITLES = 4096;

export class TitleReader {
  private readonly phrases: PhraseIndex<Role>;
  private readonly known = new Map<string, TitleFacts>();

  /** `extra` are words that count like the built-in ones of their role, folded. */
  constructor(extra: ExtraTitleWords = {}) {
    this.phrases = phraseIndex(extra);
  }

  read(title: string): TitleFacts {
    const known = this.known.get(title);
    if (known) return known;
    if (this.known.size >= MOST_TITLES) this.known.clear();
    const facts = this.look(title);
    this.known.set(title, facts);
    return facts;
  }

  private look(title: string): TitleFacts {
    const folded = foldTitle(title);
    const roles = this.phrases.roles(folded);
    return {
      folded,
      kind: roles.has('question') ? 'question' : roles.has('work') ? 'other' : roles.has('verification') || roles.has('weak verification') ? 'verification' : null,
      isWeak: !roles.has('verification'),
      verification: VERIFICATION_CLASSES.find(([name]) => roles.has(`class ${name}`))?.[0] ?? null,
      isChangeLog: roles.has('change-log'),
      isStatus: roles.has('status'),
      planSection: PLAN_SECTION_WORDS.find((word) => roles.has(`section ${word}`)) ?? null,
      planTitle: roles.has('strong plan') ? 'strong' : roles.has('plan') ? 'weak' : null,
      phase: phaseOf(title),
    };
  }
}

function phraseIndex({ verification = [], question = [], changeLog = [], status = [], planTitle = [] }: ExtraTitleWords): PhraseIndex<Role> {
  return new PhraseIndex<Role>([
    ...[...VERIFICATION_WORDS, ...verification].map((word) => [word, 'verification'] as const),
    ...WEAK_VERIFICATION_WORDS.map((word) => [word, 'weak verification'] as const),
    ...WORK_WORDS.map((word) => [word, 'work'] as const),
    ...PLAN_SECTION_WORDS.map((word) => [word, `section ${word}`] as const),
    ...[...QUESTION_WORDS, ...question].map((word) => [word, 'question'] as const),
    ...[...CHANGE_LOG_WORDS, ...changeLog].map((word) => [word, 'change-log'] as const),
    ...[...STATUS_WORDS, ...status].map((word) => [`${word}=`, 'status'] as const),
    ...[...PLAN_TITLE_WORDS, ...planTitle].map((word) => [word, 'plan'] as const),
    ...STRONG_TITLE_WORDS.map((word) => [word, 'strong plan'] as const),
    ...VERIFICATION_CLASSES.flatMap(([name, words]) => words.map((word) => [word, `class ${name}`] as const)),
  ]);
}

/** A word for a part of the work and its number. Matches "Phase 1", "4. Step 1.2"; not "phases 1". Groups: 1 word, 2 number. */
const NUMBERED_PART = new RegExp(`(?:^|[^\\p{L}])(${PHASE_WORDS.join('|')})[\\s:(–—-]+(\\d{1,3}(?:\\.\\d{1,3}){0,3}[a-z]?)(?![\\p{L}\\d])`, 'iu');
/** A phase with a letter, which needs an end to be told from a sentence. Matches "Phase B: Show", "Phase E0"; not "Phase A is over". Groups: 1 word, 2 letter. */
const LETTERED_PART = /(?:^|[^\p{L}])([Pp]hase|PHASE)\s+([A-Z]\d?)(?=\s*(?:[:—–(-]|$))/u;

/** What makes a part a neighbour only. Matches "After"; not "The day after: ". */
const BESIDE = /(?:^|\s)(?:after|before|until|beyond|nach|vor)$/i;

/** "Phase 1", from "Phase 1: Storage", "### Phase 1 Verification" or "4. Step 1"; null where no part of the work is named. */
export function phaseOf(title: string): string | null {
  const start = title.slice(0, LONGEST_TITLE);
  const part = (/\d/.test(start) ? NUMBERED_PART.exec(start) : null) ?? LETTERED_PART.exec(start);
  if (!part || BESIDE.test(start.slice(0, part.index))) return null;
  const [, word, number] = part;
  return word === undefined || number === undefined ? null : `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()} ${number}`;
}

/** Whether what `phaseOf` answered is a piece of a larger part, where one is named too. */
export function isStep(phase: string): boolean {
  const word = phase.split(' ', 1)[0]?.toLowerCase() ?? '';
  return (STEP_WORDS as readonly string[]).includes(word);
}
