/**
 * What a heading or label is about, looked up in the vocabulary once. A vault has few distinct titles and many
 * headings, so a reader remembers what it has looked up.
 */
import { own } from '../text/own-string';
import { foldTitle } from './match-words';
import { PhraseIndex } from './phrase-index';
import type { TaskKind, VerificationClass } from './plan';
import { WordSieve } from './word-sieve';
import { CHANGE_LOG_WORDS, PHASE_WORDS, PLAN_TITLE_WORDS, QUESTION_WORDS, STATUS_WORDS, STRONG_TITLE_WORDS, VERIFICATION_CLASSES, VERIFICATION_WORDS } from './vocabulary';

export interface TitleFacts {
  /** What tasks below it are; null when it decides nothing. */
  readonly kind: Exclude<TaskKind, 'other'> | null;
  readonly verification: VerificationClass | null;
  readonly isChangeLog: boolean;
  readonly isStatus: boolean;
  /** How clearly the title is one of a plan. */
  readonly planTitle: 'strong' | 'weak' | null;
  /** "Phase 1". */
  readonly phase: string | null;
}

type Role = 'verification' | 'question' | 'change-log' | 'status' | 'plan' | 'strong plan' | `class ${VerificationClass}`;

const CLASS_ROLES = VERIFICATION_CLASSES.map(([name]) => ({ name, role: `class ${name}` as const }));

/** A longer title is prose. */
const LONGEST_TITLE = 300;
/** What most headings of a vault are about. */
const NOTHING: TitleFacts = { kind: null, verification: null, isChangeLog: false, isStatus: false, planTitle: null, phase: null };
/** Titles remembered before the memory starts anew. */
const MOST_TITLES = 4096;

export class TitleReader {
  private readonly phrases = new PhraseIndex<Role>([
    ...VERIFICATION_WORDS.map((word) => [word, 'verification'] as const),
    ...QUESTION_WORDS.map((word) => [word, 'question'] as const),
    ...CHANGE_LOG_WORDS.map((word) => [word, 'change-log'] as const),
    ...STATUS_WORDS.map((word) => [`${word}=`, 'status'] as const),
    ...PLAN_TITLE_WORDS.map((word) => [word, 'plan'] as const),
    ...STRONG_TITLE_WORDS.map((word) => [word, 'strong plan'] as const),
    ...VERIFICATION_CLASSES.flatMap(([name, words]) => words.map((word) => [word, `class ${name}`] as const)),
  ]);
  private readonly sieve = new WordSieve([...this.phrases.starts, ...PHASE_WORDS]);
  private readonly known = new Map<string, TitleFacts>();

  read(title: string): TitleFacts {
    if (title.length <= LONGEST_TITLE && !this.sieve.passes(title)) return NOTHING;
    const known = this.known.get(title);
    if (known) return known;
    if (this.known.size >= MOST_TITLES) this.known.clear();
    const facts = this.look(title);
    this.known.set(own(title), facts);
    return facts;
  }

  private look(title: string): TitleFacts {
    const roles = this.phrases.roles(foldTitle(title));
    const phase = phaseOf(title);
    if (roles.size === 0 && phase === null) return NOTHING;
    return {
      kind: roles.has('question') ? 'question' : roles.has('verification') ? 'verification' : null,
      verification: CLASS_ROLES.find(({ role }) => roles.has(role))?.name ?? null,
      isChangeLog: roles.has('change-log'),
      isStatus: roles.has('status'),
      planTitle: roles.has('strong plan') ? 'strong' : roles.has('plan') ? 'weak' : null,
      phase,
    };
  }
}

/** "Phase 1", from "Phase 1: Storage", "### Phase 1 Verification" or "4. Step 1"; null where no part of the work is named. */
export function phaseOf(title: string): string | null {
  if (!/\d/.test(title)) return null;
  const words = title.slice(0, LONGEST_TITLE).split(/[\s:,.)(–—-]+/, 12);
  const index = words.findIndex((word, at) => PHASE_WORDS.some((phase) => phase === word.toLowerCase()) && /^\d{1,3}[a-z]?$/i.test(words[at + 1] ?? ''));
  const word = words[index];
  return index < 0 || word === undefined ? null : `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()} ${words[index + 1] ?? ''}`;
}
