/**
 * The words a reading goes by: the built-in vocabulary, and what the user adds to it. What each word list is for is
 * told by its role; a word may end in `=`, which asks for the whole heading or label to be it.
 */
import { foldWords } from '../markdown/inline';
import type { Cell } from '../markdown/table';
import type { ColumnRole } from './plan';
import { TitleReader } from './title-reader';
import { COLUMN_WORDS, PLAN_FOLDER_WORDS, STATUS_WORDS } from './vocabulary';

/** Lists that a user can add to. */
export const WORD_ROLES = ['verification', 'question', 'changeLog', 'status', 'planTitle', 'planFolder', 'priority', 'effort', 'impact', 'when'] as const;
export type WordRole = (typeof WORD_ROLES)[number];
export type ExtraWords = Readonly<Partial<Record<WordRole, readonly string[]>>>;

const COLUMN_ROLES = Object.keys(COLUMN_WORDS) as (keyof typeof COLUMN_WORDS)[];

/** More words of one's own in a list than anybody needs; each costs a look at every line. */
const MOST_WORDS = 500;

export class PlanWords {
  readonly titles: TitleReader;
  /** Keys of status lines and properties, lower case. */
  readonly statusKeys: readonly string[];
  private readonly folders: ReadonlySet<string>;
  private readonly columns: ReadonlyMap<string, ColumnRole>;

  constructor(extra: ExtraWords = {}) {
    const added = (role: WordRole): readonly string[] => (extra[role] ?? []).slice(0, MOST_WORDS).map(foldWords).filter((word) => word !== '');
    this.titles = new TitleReader({ verification: added('verification'), question: added('question'), changeLog: added('changeLog'), status: added('status'), planTitle: added('planTitle') });
    this.statusKeys = [...STATUS_WORDS, ...added('status')];
    this.folders = new Set([...PLAN_FOLDER_WORDS, ...added('planFolder')]);
    // Of the roles that share a word the one listed first has it, so the first comes last here.
    const known = [...COLUMN_ROLES].reverse().flatMap((role) => COLUMN_WORDS[role].map((word) => [word, role] as const));
    const more = (['priority', 'effort', 'impact', 'when'] as const).flatMap((role) => added(role).map((word) => [word, role] as const));
    this.columns = new Map<string, ColumnRole>([...known, ...more]);
  }

  /** What each column is for, by its header; of two columns with one role the first has it. */
  columnRoles(header: readonly Cell[]): ColumnRole[] {
    const taken = new Set<ColumnRole>();
    return header.map(({ text }) => {
      const role = this.roleOf(foldWords(text));
      if (role === null || taken.has(role)) return null;
      taken.add(role);
      return role;
    });
  }

  /** Whether a folder's name, lower case, says that plans lie in it. */
  isPlanFolder(name: string): boolean {
    return this.folders.has(name);
  }

  /** A remark in brackets does not count, nor does a unit: "Effort (h)", "Aufwand in Tagen". */
  private roleOf(word: string): ColumnRole {
    return this.columns.get(word) ?? this.columns.get(word.replace(/ ?[([（【].*$|,? in \p{L}+$/u, '').trim()) ?? null;
  }
}

/** Remembers only what titles mean, so that sharing it changes no result. */
export const DEFAULT_WORDS = new PlanWords();
