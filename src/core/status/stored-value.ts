/** Reads values of which nothing is known: what `data.json` held. Never throws. */

export type StoredObject = Readonly<Record<string, unknown>>;

export function isStoredObject(value: unknown): value is StoredObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; none when it is no list. */
export function objectsIn(value: unknown): readonly StoredObject[] {
  return Array.isArray(value) ? value.filter(isStoredObject) : [];
}

/** A text on one line, without blanks around it; '' when it is none. */
export function lineIn(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
}

/** The texts of a list, each once. */
export function linesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? [...new Set(value.map(lineIn))].filter((line) => line !== '') : [];
}

export function choiceIn<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value);
}

/** What stands beside the known keys: perhaps from a later version, so it is kept. */
export function restOf(stored: StoredObject, known: readonly string[]): StoredObject {
  return Object.fromEntries(Object.entries(stored).filter(([key]) => !known.includes(key)));
}
