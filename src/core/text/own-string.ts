/** Strings that outlive the note they were cut from: the engine's slices hold the whole text they come from. */

/**
 * A copy that shares no memory with the text it was cut from: joining makes a new string, and the slice of it keeps
 * that one alive, one character longer. Shorter strings are always copied by the engine.
 */
export function own(value: string): string {
  return value.length < 13 ? value : ` ${value}`.slice(1);
}
