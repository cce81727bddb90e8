/** The name of a new note, made by a pattern: "{{date}} {{title}}". */
import { type CoreValues, coreValue } from './core-slots';

export interface NameParts {
  readonly title: string;
  readonly format: CoreValues['format'];
  /** What the note's properties say, by key: `{{plan-id}}`. */
  readonly properties?: ReadonlyMap<string, string>;
}

/**
 * The pattern with title, date, time and properties in it. A property without a value leaves nothing, an unknown name
 * stays as it is; values are not expanded again. A pattern that is empty is `{{title}}`.
 */
export function noteName(pattern: string, { title, format, properties }: NameParts): string {
  const wanted = pattern.trim() === '' ? '{{title}}' : pattern;
  // Matches "{{date:YYYY-MM}}", "{{ title }}"; not "{title}", "{{a{b}}". Group 1 is what stands inside.
  const name = wanted.replace(/\{\{([^{}\n\r]{1,98})\}\}/g, (whole, inner: string) => coreValue(inner, { format, title }) ?? properties?.get(inner.trim()) ?? whole);
  return withoutEnds(name).replace(/\s{2,}/g, ' ');
}

/** Without what an empty value leaves at the ends: "Sync" of " - Sync". */
function withoutEnds(name: string): string {
  const isEnd = (char: string): boolean => char === '-' || char.trim() === '';
  let from = 0;
  let to = name.length;
  while (from < to && isEnd(name.charAt(from))) from++;
  while (to > from && isEnd(name.charAt(to - 1))) to--;
  return name.slice(from, to);
}
