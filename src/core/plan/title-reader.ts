/**
 * What a heading or label is about, looked up in the vocabulary once. A vault has few distinct titles and many
 * headings, so a reader remembers what it has looked up.
 */
import { own } from '../text/own-string';
import { foldTitle } from './match-words';
import { PhraseIndex } from './phrase-index';
import type { TaskKind, VerificationClass } from './plan';
import { WordSieve } from './word-sieve';
import { CHANGE_LOG_WORDS, PHASE_WORDS, PLAN_SECTION_WORDS, PLAN_TITLE_WORDS, QUESTION_WORDS, STATUS_WORDS, STEP_WORDS, STRONG_TITLE_WORDS, VAGUE_CHANGE_LOG_WORDS, VERIFICATION_CLASSES, VERIFICATION_WORDS, WEAK_VERIFICATION_WORDS, WORK_WORDS } from './vocabulary';

export interface TitleFacts {
  /** What tasks below it are; null when it decides nothing. */
  readonly kind: TaskKind | null;
  /** Whether `kind` holds only for items that are not tests to be written. */
  readonly isWeak: boolean;
  readonly verification: VerificationClass | null;
  readonly isChangeLog: boolean;
  /** Whether it may also head a story of the past: then it names a log only where there are entries. */
  readonly isVagueLog: boolean;
  readonly isStatus: boolean;
  /** Which section of a plan it names, if any. */
  readonly planSection: string | null;
  /** How clearly the title is one of a plan. */
  readonly planTitle: 'strong' | 'weak' | null;
  /** "Phase 1". */
  readonly phase: string | null;
}

type Role = 'verification' | 'weak verification' | 'work' | 'vague change-log' | `section ${string}` | 'question' | 'change-log' | 'status' | 'plan' | 'strong plan' | `class ${VerificationClass}`;

/** Words to look for beside the built-in ones. */
export type ExtraTitleWords = Readonly<Partial<Record<'verification' | 'question' | 'changeLog' | 'status' | 'planTitle', readonly string[]>>>;

const SECTION_ROLES = PLAN_SECTION_WORDS.map((name) => ({ name, role: `section ${name}` as const }));
const CLASS_ROLES = VERIFICATION_CLASSES.map(([name]) => ({ name, role: `class ${name}` as const }));

/** A longer title is prose. */
const LONGEST_TITLE = 300;
/** What most headings of a vault are about. */
const NOTHING: TitleFacts = { kind: null, isWeak: false, verification: null, isChangeLog: false, isVagueLog: false, isStatus: false, planSection: null, planTitle: null, phase: null };
/** Titles remembered before the memory starts anew. */
const MOST_TITLES = 4096;

export class TitleReader {
  private readonly phrases: PhraseIndex<Role>;
  private readonly sieve: WordSieve;
  private readonly known = new Map<string, TitleFacts>();

  /** `extra` are words that count like the built-in ones of their role, folded. */
  constructor(extra: ExtraTitleWords = {}) {
    this.phrases = phraseIndex(extra);
    this.sieve = new WordSieve([...this.phrases.starts, ...PHASE_WORDS]);
  }

  read(title: string): TitleFacts {
    if (title.length <= LONGEST_TITLE && !this.sieve.passes(title)) return NOTHING;
    const known = this.known.get(title);
    if (known) return known;
    if (this.known.size >= MOST_TITLES) this.known.clear();
    const facts = this.look(title);
    this.known.set(own(title), facts);
    return facts;
  }

  /** Whether a heading of this text says anything about a plan. */
  isTelling(title: string): boolean {
    return this.read(title) !== NOTHING;
  }

  private look(title: string): TitleFacts {
    const roles = this.phrases.roles(foldTitle(title));
    const phase = phaseOf(title);
    if (roles.size === 0 && phase === null) return NOTHING;
    return {
      kind: roles.has('question') ? 'question' : roles.has('work') ? 'other' : roles.has('verification') || roles.has('weak verification') ? 'verification' : null,
      isWeak: !roles.has('verification'),
      verification: CLASS_ROLES.find(({ role }) => roles.has(role))?.name ?? null,
      isChangeLog: roles.has('change-log') || roles.has('vague change-log'),
      isVagueLog: !roles.has('change-log'),
      isStatus: roles.has('status'),
      planSection: SECTION_ROLES.find(({ role }) => roles.has(role))?.name ?? null,
      planTitle: roles.has('strong plan') ? 'strong' : roles.has('plan') ? 'weak' : null,
      phase,
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
    ...VAGUE_CHANGE_LOG_WORDS.map((word) => [word, 'vague change-log'] as const),
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
