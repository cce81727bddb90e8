import type { ExtraWords } from '../core/plan/plan-words';
import { DEFAULT_WORKFLOW, type Workflow } from '../core/status/workflow';

/** What happens when a status was changed by other means than this plugin's commands. */
export const HAND_MOVES = ['off', 'ask', 'automatic'] as const;
export type HandMoves = (typeof HAND_MOVES)[number];

/** What the user can set; everything has a default that works without a visit to the settings. */
export interface Settings {
  /** Counts changes of this shape; `migrateSettings` reads every earlier one. */
  readonly version: 1;
  /** Folder for new plans; '' is the vault's root. */
  readonly planFolder: string;
  /** Folder of the user's own templates; '' for none. */
  readonly templateFolder: string;
  /** How a new plan's note is named: `{{date}} {{title}}`. */
  readonly noteName: string;
  /** Name that change-log rows carry. */
  readonly author: string;
  /** Whether a template's warnings are inserted as callouts instead of tags. */
  readonly hasCallouts: boolean;
  /** Words that the user's plans use beside the built-in vocabulary. */
  readonly words: ExtraWords;
  /** Whether the pane lists verification items that are plain list items, without a box to tick. */
  readonly showsPlainChecks: boolean;
  /** Characters between a task's brackets that mean done; and dropped, which counts neither way. */
  readonly doneMarks: string;
  readonly droppedMarks: string;
  /** Whether the editor marks the placeholders that are still to be filled. */
  readonly markPlaceholders: boolean;
  /** The first is that of notes which no other one claims; never empty. */
  readonly workflows: readonly Workflow[];
  /** Whether plans show their status on top of the note. */
  readonly showsHeader: boolean;
  readonly handMoves: HandMoves;
  /** Days without a change after which a plan in progress counts as stale; 0 for never. */
  readonly staleDays: number;
  /** Folders whose plans the pane leaves out. */
  readonly excludedFolders: readonly string[];
  /** The note that holds the pane's saved views. */
  readonly viewsNote: string;
  /** Whether plans carry their counts as properties. */
  readonly countsInProperties: boolean;
}

export const DEFAULT_SETTINGS: Settings = { version: 1, planFolder: 'Plans', templateFolder: '', noteName: '{{title}}', author: '', hasCallouts: false, words: {}, showsPlainChecks: false, doneMarks: 'xX', droppedMarks: '-', markPlaceholders: true, workflows: [DEFAULT_WORKFLOW], showsHeader: true, handMoves: 'ask', staleDays: 30, excludedFolders: [], viewsNote: 'Plan views.md', countsInProperties: false };

/** Settings that are a line of text, and those that are on or off. */
export const TEXT_KEYS = ['planFolder', 'templateFolder', 'noteName', 'author', 'doneMarks', 'droppedMarks', 'viewsNote'] as const;
export const FLAG_KEYS = ['hasCallouts', 'showsPlainChecks', 'markPlaceholders', 'showsHeader', 'countsInProperties'] as const;
