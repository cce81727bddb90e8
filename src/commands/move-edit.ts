/** Edits of moves in the form in which the doors ask for them: with reasons, checkboxes of the workflow, and links between plans. */
import { draftLogEntry } from '../core/edit/edit-change-log';
import { addMissingProperties, setProperty } from '../core/edit/edit-frontmatter';
import { movePlan as moveStatus, type TransitionRequest } from '../core/edit/edit-plan';
import type { PlanReading } from '../core/plan/parse-plan';
import { ChangedText } from '../core/text/compose-changes';
import { type EditResult, edited } from '../core/text/edit-result';

export interface MoveRequest extends TransitionRequest {
  /** Why: asked for by the status, or because a gate does not hold. */
  readonly reason?: string;
  /** Short names of the gates that do not hold: "2 open verification items". */
  readonly overridden?: readonly string[];
  /** The plan that takes this one's place, as a link's target: "Plans/B". */
  readonly successor?: string;
}

export interface ToggleRequest extends Omit<MoveRequest, 'to'> {
  readonly property: string;
  readonly value: boolean;
}

/** The whole move. No changes when the plan says so everywhere already. */
export function movePlan(plan: PlanReading, request: MoveRequest): EditResult {
  const note = noteOf(request);
  return moveStatus(plan, { ...request, ...(note === '' ? {} : { note }) });
}

/** Whether the note ticks the property. */
export function toggleState({ frontmatter }: PlanReading, property: string): boolean | null {
  const value = frontmatter?.properties.get(property.toLowerCase())?.value;
  return value === 'true' ? true : value === 'false' ? false : null;
}

/** Gives the toggle this state, with the move it stands for, or with a row in the log. */
export function setToggle(plan: PlanReading, { property, value, ...move }: ToggleRequest): EditResult {
  const toggle = plan.workflow.toggles?.find((each) => each.property === property);
  if (!toggle || (toggleState(plan, property) ?? false) === value) return edited();
  const { text } = plan.blocks;
  const isMove = value && toggle.to !== null && !isReached(plan, toggle.to);
  const change = value ? toggle.name : `No longer ${toggle.name.toLowerCase()}`;
  const first = isMove ? movePlan(plan, { ...move, to: toggle.to }) : draftLogEntry(text, plan, { date: move.date, author: move.author, change });
  if (!first.ok) return first;
  const both = new ChangedText(text);
  both.apply(first.changes);
  const set = setProperty(both.text, property, String(value));
  if (!set.ok) return set;
  both.apply(set.changes);
  return { ok: true, changes: both.changes() };
}

/** Whether the plan is at the status, or further on along the path: then a toggle that stands for it moves nothing. */
export function isReached({ status, workflow }: PlanReading, to: string): boolean {
  const path = workflow.statuses.filter(({ group }) => group !== 'dropped').map(({ id }) => id);
  const target = path.indexOf(to);
  return target >= 0 && path.indexOf(status?.status ?? '') >= target;
}

/** Adds a plan to those whose place this one takes. */
export function linkPredecessor(text: string, { predecessor }: { readonly predecessor: string; readonly date?: string; readonly author?: string }): EditResult {
  return addMissingProperties(text, [{ key: 'supersedes', value: [`[[${predecessor}]]`] }]);
}

/** What the log says behind the move. */
function noteOf({ note = '', reason = '', overridden = [], successor = '' }: MoveRequest): string {
  const parts = [successor === '' ? '' : `by [[${successor}]]`, overridden.length > 0 ? '' : reason, note, overridden.length > 0 ? `despite ${overridden.join(', ')}` : ''];
  return parts.filter((part) => part !== '').join('; ') + (overridden.length > 0 && reason !== '' ? ` (override: ${reason})` : '');
}
