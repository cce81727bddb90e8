/** The name of a new note, made by a pattern: "{{date}} {{title}}". */
import type { CalendarDate } from '../date/calendar-date';
import { formatted } from './slot-date';

export interface NameParts {
  readonly title: string;
  readonly today: CalendarDate;
  /** What the note's properties say, by key: `{{plan-id}}`. */
  readonly properties?: ReadonlyMap<string, string>;
}

/**
 * The pattern with title, date and properties in it. A property without a value leaves nothing, an unknown name stays
 * as it is; values are not expanded again. A pattern that is empty is `{{title}}`.
 */
export function noteName(pattern: string, { title, today, properties }: NameParts): string {
  const wanted = pattern.trim() === '' ? '{{title}}' : pattern;
  // Matches "{{date:YYYY-MM}}", "{{ title }}"; not "{title}". Groups: 1 name, 2 format.
  const name = wanted.replace(/\{\{\s*([\w-]{1,40})\s*(?::([^{}]{1,40}))?\}\}/g, (whole, key: string, format?: string) => {
    if (key === 'title') return title;
    if (key === 'date') return formatted(format ?? 'YYYY-MM-DD', today) ?? today;
    return properties?.get(key) ?? whole;
  });
  // What an empty value leaves at the ends: matches " - " of " - Sync"; not "Sync".
  return name.replace(/^[\s-]+|[\s-]+$/g, '').replace(/\s{2,}/g, ' ');
}
