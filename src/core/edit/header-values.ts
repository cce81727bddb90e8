/** What a plan's header says of its last change, and brings up to date with the next: the day, the version. */
import { parseCalendarDate } from '../date/calendar-date';
import { writeDateLike } from '../date/date-style';
import { findSectionEntry, type TextRange } from '../plan/header-entry';
import type { MovablePlan } from '../plan/parse-plan';
import { type CellWords, findTableEntry } from '../plan/header-table';
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

/** Gives the property and the first line, or else cell, under one of `keys` the value that `next` answers; null leaves it. */
function headerEdit(plan: MovablePlan, keys: readonly string[], next: (said: string, place: 'property' | 'line') => string | null): HeaderEdit {
  const { frontmatter, blocks: { text } } = plan;
  const property = keys.map((key) => frontmatter?.properties.get(key)).find((found) => found !== undefined);
  const said = typeof property?.value === 'string' ? property.value : '';
  const value = property ? next(said, 'property') : null;
  const properties = property && value !== null && value !== said ? [{ key: property.key, value }] : [];
  return { properties, changes: lineChanges(text, firstEntry(plan, { keys, isValue: (value) => next(value, 'line') !== null }), next) };
}

/** A row of the log is no header, though it may be the only one. */
function firstEntry({ outline, blocks, tables, changeLog }: MovablePlan, words: CellWords): TextRange | null {
  if (words.keys.length === 0) return null;
  const head = headOf(outline);
  const log = tables[changeLog?.table ?? -1];
  const isLogged = ({ from }: TextRange): boolean => log !== undefined && from >= log.from && from < log.to;
  for (const section of head) {
    const entry = findSectionEntry(blocks, section, words.keys);
    if (entry) return entry;
  }
  for (const section of head) {
    const entry = findTableEntry(blocks, section, words);
    if (entry && !isLogged(entry)) return entry;
  }
  return null;
}

function lineChanges(text: string, entry: TextRange | null, next: (said: string, place: 'line') => string | null): TextChange[] {
  if (!entry) return [];
  const said = text.slice(entry.from, entry.to);
  const value = next(said, 'line');
  return value === null || value === said ? [] : [{ ...entry, insert: value }];
}
