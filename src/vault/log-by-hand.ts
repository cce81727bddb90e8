/** The rows that a change log lacks when a status or a flag was changed by hand, as edits of the note as it is then. */
import { lastLoggedStatus } from '../core/check/last-logged-status';
import { appendLogEntry } from '../core/edit/edit-change-log';
import { describeMove } from '../core/edit/edit-plan';
import type { CalendarDate } from '../core/date/calendar-date';
import { type ParseOptions, readPlan } from '../core/plan/parse-plan';
import { describeToggle, isTicked, lastLoggedToggle } from '../core/plan/toggle-row';
import { findStatus, type StatusToggle } from '../core/status/workflow';
import { type EditResult, edited, refused } from '../core/text/edit-result';

interface Row {
  readonly date: CalendarDate;
  readonly author: string;
}

/** The row of a move from a status as it was written to a status by id. No changes when the newest row ends in it already. */
export function logMove(text: string, reading: ParseOptions, { from, to, ...row }: Row & { readonly from: string | null; readonly to: string }): EditResult {
  const plan = readPlan(text, reading);
  const name = findStatus(plan.workflow, to)?.name ?? to;
  if (plan.status?.status !== to) return refused('status-changed', `The plan's status is “${plan.status?.raw ?? 'not set'}” now, not “${name}”, so no row was added.`);
  return lastLoggedStatus(plan) === to ? edited() : appendLogEntry(text, { ...row, change: describeMove(from, name) }, reading);
}

/** The row of a flag as it stands in the note. No changes when the log says so already. */
export function logToggle(text: string, reading: ParseOptions, { toggle, ...row }: Row & { readonly toggle: StatusToggle }): EditResult {
  const { frontmatter, changeLog } = readPlan(text, reading);
  const isOn = isTicked(frontmatter?.properties.get(toggle.property.toLowerCase())?.value);
  return (lastLoggedToggle(changeLog, toggle) ?? false) === isOn ? edited() : appendLogEntry(text, { ...row, change: describeToggle(toggle, isOn) }, reading);
}
