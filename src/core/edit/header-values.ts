/** What a plan's header says of its last change, and brings up to date with the next: the day, the version. */
import { parseCalendarDate } from '../date/calendar-date';
import { writeDateLike } from '../date/date-style';
import { findSectionEntry, type TextRange } from '../plan/header-entry';
import type { MovablePlan } from '../plan/parse-plan';
import { headOf } from '../plan/read-status';
import { isSameVersion, nextVersion } from '../plan/version';
import type { TextChange } from '../text/text-change';
import type { PropertyValue } from './edit-frontmatter';
import { newestFirst } from './log-entry';

/** Properties to set, and changes of the lines below them. */
export interface HeaderEdit {
  readonly properties: readonly PropertyValue[];
  readonly changes: readonly TextChange[];
}

const UPDATED_KEYS = ['updated', 'last-updated', 'last_updated', 'lastupdated', 'last updated'];
const VERSION_KEYS = ['version', 'plan version', 'document version'];

/** The day of the last change where the header has one, in its own style. What says more than a day, or when on it, is left alone. */
export function updatedInHeader(plan: MovablePlan, date: string): HeaderEdit {
  return headerEdit(plan, UPDATED_KEYS, (said, place) => {
    const isDay = said === 'YYYY-MM-DD' || (parseCalendarDate(said) !== null && !said.includes(':'));
    return isDay || (said === '' && place === 'property') ? writeDateLike(date, [said]) : null;
  });
}

/**
 * The version where the header has one and it is the log's newest: then it goes on with the log, as it is written.
 * Any other version counts something else, or somebody else keeps it.
 */
export function versionInHeader(plan: MovablePlan, next: string): HeaderEdit {
  const newest = next === '' || !plan.changeLog ? '' : (newestFirst(plan.changeLog).find(({ version }) => version !== '')?.version ?? '');
  return headerEdit(plan, newest === '' ? [] : VERSION_KEYS, (said) => (isSameVersion(said, newest) ? nextVersion(said) : null));
}

/** Gives the property and the first line under one of `keys` the value that `next` answers; null leaves it. */
function headerEdit({ frontmatter, outline, blocks }: MovablePlan, keys: readonly string[], next: (said: string, place: 'property' | 'line') => string | null): HeaderEdit {
  const property = keys.map((key) => frontmatter?.properties.get(key)).find((found) => found !== undefined);
  const said = typeof property?.value === 'string' ? property.value : '';
  const value = property ? next(said, 'property') : null;
  const properties = property && value !== null && value !== said ? [{ key: property.key, value }] : [];
  return { properties, changes: lineChanges(blocks.text, firstEntry({ outline, blocks }, keys), next) };
}

function firstEntry({ outline, blocks }: Pick<MovablePlan, 'outline' | 'blocks'>, keys: readonly string[]): TextRange | null {
  if (keys.length === 0) return null;
  for (const section of headOf(outline)) {
    const entry = findSectionEntry(blocks, section, keys);
    if (entry) return entry;
  }
  return null;
}

function lineChanges(text: string, entry: TextRange | null, next: (said: string, place: 'line') => string | null): TextChange[] {
  if (!entry) return [];
  const said = text.slice(entry.from, entry.to);
  const value = next(said, 'line');
  return value === null || value === said ? [] : [{ ...entry, insert: value }];
}
