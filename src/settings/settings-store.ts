/** The current settings, for everyone who needs them; saved only when the user changes one. */
import { migrateSettings } from './migrate-settings';
import type { Settings } from './settings';

/** Where settings are kept; Obsidian's plugin is one. */
export interface SettingsStorage {
  loadData(): Promise<unknown>;
  saveData(data: unknown): Promise<void>;
}

export class SettingsStore {
  private settings = migrateSettings(null);

  constructor(private readonly storage: SettingsStorage) {}

  get current(): Settings {
    return this.settings;
  }

  /** Reads what is stored; a file that can't be read leaves the defaults, and is left alone. */
  async load(): Promise<void> {
    const stored: unknown = await this.storage.loadData().catch(() => null);
    this.settings = migrateSettings(stored);
  }

  async change(part: Partial<Omit<Settings, 'version'>>): Promise<void> {
    this.settings = { ...this.settings, ...part };
    await this.storage.saveData(this.settings);
  }
}
