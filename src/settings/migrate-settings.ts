/** Settings from whatever `data.json` held: the sound parts are kept, broken or missing ones get their defaults. */
import { DEFAULT_SETTINGS, type Settings } from './settings';

/** Never throws; the result put in again comes out the same. */
export function migrateSettings(stored: unknown): Settings {
  return {
    version: 1,
    planFolder: textOf(stored, 'planFolder') ?? DEFAULT_SETTINGS.planFolder,
    author: textOf(stored, 'author') ?? DEFAULT_SETTINGS.author,
  };
}

function textOf(stored: unknown, key: string): string | null {
  if (typeof stored !== 'object' || stored === null || !Object.hasOwn(stored, key)) return null;
  const value = (stored as Record<string, unknown>)[key];
  return typeof value === 'string' ? value : null;
}
