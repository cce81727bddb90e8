/** A flag of the workflow, such as `blocked`, in the change log: how a row tells of it, and what the log told last. */
import { foldWords } from '../markdown/inline';
import type { StatusToggle } from '../status/workflow';
import type { ChangeLog } from './plan';

/** What a row says of a flag that is set or taken away: "Blocked", "No longer blocked". */
export function describeToggle({ name }: StatusToggle, isOn: boolean): string {
  return isOn ? name : `No longer ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

/** A flag that was taken away, behind its name. Matches ": no", " – off"; not ": not by us". */
const OFF = /^[\s:–—-]*(?:no|off|false|cleared|removed)(?![\p{L}\p{N}])/iu;

/** Whether the flag was set, by the newest row that tells of it; null when none does. */
export function lastLoggedToggle(log: ChangeLog | null, { name }: StatusToggle): boolean | null {
  const flag = foldWords(name);
  const changes = (log?.entries ?? []).map(({ change }) => foldWords(change));
  const newestFirst = log?.order === 'newest-first' ? changes : changes.reverse();
  const tells = (change: string, words: string): boolean => change.startsWith(words) && !/^[\p{L}\p{N}-]/u.test(change.slice(words.length));
  for (const change of newestFirst) {
    if (tells(change, `no longer ${flag}`)) return false;
    if (tells(change, flag)) return !OFF.test(change.slice(flag.length));
  }
  return null;
}

/** Whether a property's value is that of a ticked box. */
export function isTicked(value: unknown): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}
