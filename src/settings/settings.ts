import type { ExtraWords } from '../core/plan/plan-words';

/** What the user can set; everything has a default that works without a visit to the settings. */
export interface Settings {
  /** Counts changes of this shape; `migrateSettings` reads every earlier one. */
  readonly version: 1;
  /** Folder for new plans; '' is the vault's root. */
  readonly planFolder: string;
  /** How a new plan's note is named: `{{date}} {{title}}`. */
  readonly noteName: string;
  /** Name that change-log rows carry. */
  readonly author: string;
  /** Whether a template's warnings are inserted as callouts instead of tags. */
  readonly hasCallouts: boolean;
  /** Words that the user's plans use beside the built-in vocabulary. */
  readonly words: ExtraWords;
  /** Characters between a task's brackets that mean done; and dropped, which counts neither way. */
  readonly doneMarks: string;
  readonly droppedMarks: string;
}

export const DEFAULT_SETTINGS: Settings = { version: 1, planFolder: 'Plans', noteName: '{{title}}', author: '', hasCallouts: false, words: {}, doneMarks: 'xX', droppedMarks: '-' };
