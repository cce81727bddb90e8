/** The current settings, for everyone who needs them; saved only when the user changes one. */
import type { ParseOptions } from '../core/plan/parse-plan';
import { PlanWords } from '../core/plan/plan-words';
import type { StatusDefinition } from '../core/status/workflow';
import { migrateSettings, unknownParts } from './migrate-settings';
import { DEFAULT_SETTINGS, type Settings } from './settings';

/** Where settings are kept; Obsidian's plugin is one. */
export interface SettingsStorage {
  loadData(): Promise<unknown>;
  saveData(data: unknown): Promise<void>;
}

/** How the user's notes are read. */
export type Reading = Required<Pick<ParseOptions, 'workflows' | 'words' | 'marks' | 'plainChecks'>>;

export class SettingsStore {
  private settings = migrateSettings(null);
  private unknown: Readonly<Record<string, unknown>> = {};
  private made: { readonly of: string; readonly reading: Reading } = { of: '', reading: readingOf(this.settings) };
  private saving = Promise.resolve();
  private readonly listeners = new Set<() => void>();
  private readonly changeListeners = new Set<(before: Settings) => void>();

  constructor(private readonly storage: SettingsStorage) {
    this.made = { of: keyOf(this.settings), reading: this.made.reading };
  }

  get current(): Settings {
    return this.settings;
  }

  /** What `current` says of how notes are read, and by which workflows. */
  get reading(): Reading {
    return this.made.reading;
  }

  /** Calls `listener` whenever notes are read in another way; a workflow's colors, gates, toggles and next statuses are no part of that. */
  onReadingChange(listener: () => void): void {
    this.listeners.add(listener);
  }

  /** Calls `listener` whenever `current` is another one, with the one before. */
  onChange(listener: (before: Settings) => void): void {
    this.changeListeners.add(listener);
  }

  /** Reads what is stored; a file that can't be read leaves the defaults, and is left alone. */
  async load(): Promise<void> {
    const stored: unknown = await this.storage.loadData().catch(() => null);
    this.unknown = unknownParts(stored);
    this.use(migrateSettings(stored));
  }

  /** Counts at once; resolves when it is written down. */
  async change(part: Partial<Omit<Settings, 'version'>>): Promise<void> {
    this.use({ ...this.settings, ...part });
    // One write after the other: a slow one must not end behind a later one.
    this.saving = this.saving.catch(() => undefined).then(() => this.storage.saveData({ ...this.unknown, ...storedOf(this.settings) }));
    await this.saving;
  }

  private use(settings: Settings): void {
    const before = this.settings;
    this.settings = settings;
    const key = keyOf(settings);
    if (key !== this.made.of) {
      this.made = { of: key, reading: readingOf(settings) };
      for (const listener of this.listeners) listener();
    } else if (settings.workflows !== before.workflows) this.made = { of: key, reading: { ...this.made.reading, workflows: settings.workflows } };
    for (const listener of this.changeListeners) listener(before);
  }
}

/** The settings that a reading depends on: how notes are read, and which ones are none. */
function keyOf({ words, showsPlainChecks, doneMarks, droppedMarks, templateFolder, workflows }: Settings): string {
  const statusKey = ({ id, name, group, aliases }: StatusDefinition): unknown => [id, name, group, aliases];
  const readBy = workflows.map(({ id, name, templates, folders, statuses }) => [id, name, templates, folders, statuses.map(statusKey)]);
  return JSON.stringify([words, showsPlainChecks, doneMarks, droppedMarks, templateFolder, readBy]);
}

/** What is written down. Workflows only once the user made others of them: until then those of a later version reach everybody. */
function storedOf({ workflows, ...others }: Settings): Partial<Settings> {
  return JSON.stringify(workflows) === JSON.stringify(DEFAULT_SETTINGS.workflows) ? others : { ...others, workflows };
}

/** A blank is the mark of an open task, whatever the settings say. */
function readingOf({ words, showsPlainChecks, doneMarks, droppedMarks, workflows }: Settings): Reading {
  const marks = { done: doneMarks.replace(/\s/g, ''), dropped: droppedMarks.replace(/\s/g, '') };
  return { workflows, words: new PlanWords(words), marks, plainChecks: showsPlainChecks };
}
