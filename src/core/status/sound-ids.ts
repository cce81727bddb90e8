/** Ids of statuses and workflows: lower case with hyphens, stable, part of command ids. */
import { foldStatus } from './workflow';

/** Matches "in-review", "v2"; not "In Review", "-x". */
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export interface Named {
  /** The id that was stored, if it is one. */
  readonly id: unknown;
  readonly name: string;
}

/**
 * An id for each entry, no two of one spelling, and none spelled like another entry's name. Sound ids stay as they
 * are; the others are made of the name ("Überprüft" → "uberpruft"), or of `otherwise`, with a number where that is taken.
 */
export function soundIds(entries: readonly Named[], otherwise: string): readonly string[] {
  const names = new Map([...entries.entries()].reverse().map(([at, { name }]) => [foldStatus(name), at]));
  const taken = new Set<string>();
  const take = (id: string, at: number): boolean => {
    const spelling = foldStatus(id);
    if (taken.has(spelling) || (names.get(spelling) ?? at) !== at) return false;
    taken.add(spelling);
    return true;
  };
  const kept = entries.map(({ id }, at) => (typeof id === 'string' && ID.test(id) && take(id, at) ? id : null));
  return kept.map((id, at) => {
    const entry = entries[at];
    const base = slug(entry?.id) || slug(entry?.name) || otherwise;
    let made = id ?? base;
    if (id === null) for (let number = 2; !take(made, at); number++) made = `${base}-${number}`;
    return made;
  });
}

/** Letters without their marks, digits, and hyphens between words. */
function slug(text: unknown): string {
  if (typeof text !== 'string') return '';
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
  return (plain.match(/[a-z0-9]+/g) ?? []).join('-');
}
