/** A flag of the workflow, such as `blocked`, in the change log: how a row tells of it, and what the log told last. */
import { foldWords } from '../markdown/inline';
import type { StatusToggle } from '../status/workflow';
import type { ChangeLog } from './plan';

/** "Blocked: yes". */
export function describeToggle({ name }: StatusToggle, isOn: boolean): string {
  return `${name}: ${isOn ? 'yes' : 'no'}`;
}

/** A flag that was taken away, behind its name. Matches ": no", " – off"; not ": not by us". */
const OFF = /^[\s:–—-]*(?:no|off|false|cleared|removed)(?![\p{L}\p{N}])/iu;

/** Whether the flag was set, by the newest row that tells of it; null when none does. */
export function lastLoggedToggle(log: ChangeLog | null, { name }: StatusToggle): boolean | null {
  const flag = foldWords(name);
  const changes = (log?.entries ?? []).map(({ change }) => foldWords(change));
  const newestFirst = log?.order === 'newest-first' ? changes : changes.reverse();
  const told = newestFirst.find((change) => change === flag || change.startsWith(`${flag}:`) || change.startsWith(`${flag} `));
  return told === undefined ? null : !OFF.test(told.slice(flag.length));
}

/** Whether a property's value is that of a ticked box. */
export function isTicked(value: unknown): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}
