/** Settings from whatever `data.json` held: the sound parts are kept, broken or missing ones get their defaults. */
import { type ExtraWords, WORD_ROLES, type WordRole } from '../core/plan/plan-words';
import { soundWorkflows } from '../core/status/sound-workflows';
import { DEFAULT_SETTINGS, FLAG_KEYS, HAND_MOVES, type Settings, TEXT_KEYS } from './settings';

/** Never throws; the result put in again comes out the same. */
export function migrateSettings(stored: unknown): Settings {
  const sound = [...TEXT_KEYS, ...FLAG_KEYS].flatMap((key) => {
    const value = valueOf(stored, key);
    return typeof value === typeof DEFAULT_SETTINGS[key] ? [[key, value] as const] : [];
  });
  const staleDays = valueOf(stored, 'staleDays');
  return {
    ...DEFAULT_SETTINGS,
    ...Object.fromEntries(sound),
    words: wordsIn(valueOf(stored, 'words')),
    workflows: soundWorkflows(valueOf(stored, 'workflows')),
    handMoves: HAND_MOVES.find((each) => each === valueOf(stored, 'handMoves')) ?? DEFAULT_SETTINGS.handMoves,
    excludedFolders: textsIn(valueOf(stored, 'excludedFolders')),
    staleDays: typeof staleDays === 'number' && Number.isInteger(staleDays) && staleDays >= 0 ? staleDays : DEFAULT_SETTINGS.staleDays,
  };
}

/** What the file holds beside the settings: perhaps from a later version, so it is kept. */
export function unknownParts(stored: unknown): Readonly<Record<string, unknown>> {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return {};
  return Object.fromEntries(Object.entries(stored).filter(([key]) => !Object.hasOwn(DEFAULT_SETTINGS, key)));
}

function wordsIn(stored: unknown): ExtraWords {
  const words: Partial<Record<WordRole, readonly string[]>> = {};
  for (const role of WORD_ROLES) {
    const sound = textsIn(valueOf(stored, role));
    if (sound.length > 0) words[role] = sound;
  }
  return words;
}

/** The texts of a list that say anything. */
function textsIn(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((text): text is string => typeof text === 'string' && text.trim() !== '') : [];
}

function valueOf(stored: unknown, key: string): unknown {
  return typeof stored === 'object' && stored !== null && Object.hasOwn(stored, key) ? (stored as Record<string, unknown>)[key] : undefined;
}
