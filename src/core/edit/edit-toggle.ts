/**
 * Checkbox properties that a workflow names: one that stands for a move, such as `approved`, and flags, such as
 * `blocked`. Ticking one is one edit: the property, the move it stands for, and the row in the log.
 */
import type { MovablePlan } from '../plan/parse-plan';
import { describeToggle, lastLoggedToggle } from '../plan/toggle-row';
import { findStatus } from '../status/workflow';
import { type EditResult, edited, refused } from '../text/edit-result';
import { loggedEdit } from './edit-change-log';
import { frontmatterRefusal } from './edit-frontmatter';
import { movePlan, type TransitionRequest } from './edit-plan';

export interface ToggleRequest extends Omit<TransitionRequest, 'to'> {
  /** Key of the property. */
  readonly property: string;
  readonly value: boolean;
}

/** Whether the note ticks the property; null where it has none, leaves it empty, or says something else than yes or no. */
export function toggleState({ frontmatter }: Pick<MovablePlan, 'frontmatter'>, property: string): boolean | null {
  const value = frontmatter?.properties.get(property.toLowerCase())?.value;
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (['true', 'yes', 'on'].includes(word)) return true;
  return ['false', 'no', 'off'].includes(word) ? false : null;
}

/**
 * Gives the toggle this state. Ticked, it moves the plan where it stands for a move and the plan is not there or
 * further on yet; else the log gets a row that says so. A box that is as asked keeps its spelling, and what the log
 * says last of a flag is not said again: so it is the same whether the box was ticked by hand before or is ticked now.
 */
export function setToggle(plan: MovablePlan, request: ToggleRequest): EditResult {
  const { property, value, ...move } = request;
  const toggle = plan.workflow.toggles?.find((each) => each.property.toLowerCase() === property.toLowerCase());
  if (!toggle) return refused('toggle-unknown', `The workflow has no checkbox “${property}”. It has: ${(plan.workflow.toggles ?? []).map((each) => each.property).join(', ')}.`);
  const broken = frontmatterRefusal(plan) ?? notACheckbox(plan, property);
  if (broken) return broken;
  const box = (toggleState(plan, property) ?? false) === value ? [] : [{ key: toggle.property, value }];
  if (value && toggle.to !== null && !isReached(plan, toggle.to)) return movePlan(plan, { ...move, to: toggle.to }, box);
  const isLogged = toggle.to !== null || (lastLoggedToggle(plan.changeLog, toggle) ?? false) === value;
  if (box.length === 0 && isLogged) return edited();
  const note = [request.note, request.reason].map((part) => part?.trim() ?? '').filter((part) => part !== '').join('; ');
  const change = describeToggle(toggle, value) + (note === '' ? '' : ` — ${note}`);
  const entry = { date: request.date, author: request.author, change };
  return loggedEdit(plan, { entry, properties: box }, (after) => ((toggleState(after, property) ?? false) === value ? null : NOT_A_BOX));
}

const NOT_A_BOX = refused('property-not-plain', 'The checkbox is written in a way that can\'t be changed safely. Change it by hand.');

/** A property that says more than yes or no is no box: ticking it would delete what it says. */
function notACheckbox(plan: MovablePlan, property: string): (EditResult & { readonly ok: false }) | null {
  const value = plan.frontmatter?.properties.get(property.toLowerCase())?.value ?? '';
  if (toggleState(plan, property) !== null || value === '') return null;
  return refused('property-not-plain', `The property “${property}” says “${[value].flat().join(', ')}”, which is neither ticked nor unticked. Change it by hand.`);
}

/** Whether the plan is at the status of a toggle, or further on along the path. */
export function isReached({ status, workflow }: MovablePlan, to: string): boolean {
  const path = workflow.statuses.filter(({ group }) => group !== 'dropped').map(({ id }) => id);
  const target = path.indexOf(findStatus(workflow, to)?.id ?? '');
  return target >= 0 && path.indexOf(status?.status ?? '') >= target && status?.conflict === false;
}
