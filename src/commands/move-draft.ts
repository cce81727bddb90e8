/**
 * A move as it would be made on a text: what stands in its way, and what it would write. Pure; whoever writes makes the
 * draft anew on the text that is there then, and compares it with the one that was looked at.
 */
import { checkGates, type GateResult } from '../core/check/check-gates';
import { describeMove, movePlan } from '../core/edit/edit-plan';
import { setToggle } from '../core/edit/edit-toggle';
import { type ParseOptions, type PlanReading, readPlan } from '../core/plan/parse-plan';
import { gatesOf } from '../core/status/gate';
import { findStatus, type StatusDefinition } from '../core/status/workflow';
import { findPlaceholders } from '../core/template/placeholder';
import { changedLines } from '../core/text/changed-lines';
import type { EditResult } from '../core/text/edit-result';
import { isNoChange } from '../core/text/text-change';
import { type MoveAnswers, NO_ANSWERS } from '../ui/modals/move-answers';
import type { ShownStatus } from '../ui/status/status-chip';
import { shortName } from './gate-names';

export interface MoveOrder {
  /** Id of the status. */
  readonly to: string;
  /** Status as written when the user decided; another one now is a refusal. */
  readonly expect?: string;
  readonly answers?: MoveAnswers;
  /** Checkbox property that stands for the move and is ticked with it. */
  readonly toggle?: string;
}

/** What a draft depends on beside the text. */
export interface DraftContext {
  readonly reading: ParseOptions;
  readonly path: string;
  readonly date: string;
  readonly author: string;
}

export interface MoveDraft {
  readonly plan: PlanReading;
  readonly order: MoveOrder;
  /** Null for a status that the workflow does not know. */
  readonly to: StatusDefinition | null;
  readonly gates: readonly GateResult[];
  readonly edit: EditResult;
}

export function draftMove(text: string, order: MoveOrder, context: DraftContext): MoveDraft {
  return draftOf(readPlan(text, { ...context.reading, path: context.path }), order, context);
}

/** The same of a plan that has been read already. */
export function draftOf(plan: PlanReading, order: MoveOrder, context: DraftContext): MoveDraft {
  const to = findStatus(plan.workflow, order.to);
  const gates = to ? standingOf(plan)(to) : [];
  return { plan, order, to, gates, edit: editOf(plan, { order, gates, context }) };
}

/** The draft on the text that is there now; the same one while that is the text it was made on. */
export function redrafted(draft: MoveDraft, text: string, context: DraftContext): MoveDraft {
  return draft.plan.blocks.text === text ? draft : draftMove(text, draft.order, context);
}

/** The same move with other answers. */
export function answered(draft: MoveDraft, answers: MoveAnswers, context: DraftContext): MoveDraft {
  const order = { ...draft.order, answers };
  return { ...draft, order, edit: editOf(draft.plan, { order, gates: draft.gates, context }) };
}

/** What the plan is called where people read of it. */
export function titleOf({ title }: PlanReading, path: string): string {
  return title ?? noteName(path);
}

/** The name of the note at `path`, without its folder. */
export function noteName(path: string): string {
  return path.replace(/^.*\/|\.md$/g, '');
}

/** The plan's status as it is shown: as written, in the colour of what it means. Null for a plan that states none. */
export function statusOfPlan({ status, workflow }: PlanReading): ShownStatus | null {
  if (!status) return null;
  const color = findStatus(workflow, status.status ?? status.raw)?.color;
  return { name: status.raw, ...(color === undefined ? {} : { color }) };
}

/** The gates of moves from where the plan is; its placeholders are looked for once, and only when a gate asks for them. */
export function standingOf(plan: PlanReading): (to: StatusDefinition) => readonly GateResult[] {
  const from = plan.status?.status ?? null;
  let found: ReturnType<typeof findPlaceholders> | null = null;
  return ({ id }) => {
    const { placeholders = 'off', ...levels } = gatesOf(plan.workflow.gates ?? [], from, id);
    if (placeholders === 'off' && Object.values(levels).every((level) => level === 'off')) return [];
    const slots = placeholders === 'off' ? [] : (found ??= findPlaceholders(plan.blocks.text));
    return checkGates(plan, { from, to: id, slots });
  };
}

/** Messages of the gates that are not held, those that block first. */
export function unmet(gates: readonly GateResult[], level?: GateResult['level']): string[] {
  const open = gates.filter(({ isHeld }) => !isHeld);
  return [...open.filter((gate) => gate.level === 'block'), ...open.filter((gate) => gate.level !== 'block')].filter((gate) => level === undefined || gate.level === level).map(({ message }) => message);
}

/** Whether the plan had no change log, and gets one with the move. */
export function beginsLog({ plan, edit }: MoveDraft): boolean {
  return plan.changeLog === null && edit.ok && edit.changes.some(({ insert }) => /^#{1,6} /m.test(insert));
}

/** Whether the plan says so everywhere already. */
export function isMade({ plan, edit }: MoveDraft): boolean {
  return edit.ok && isNoChange(plan.blocks.text, edit.changes);
}

export function linesOf({ plan, edit }: MoveDraft): ReturnType<typeof changedLines> {
  return edit.ok ? changedLines(plan.blocks.text, edit.changes) : [];
}

/** Whether `now` is what a person saw in `shown`: the same lines, and nothing more that stands in the way. The lines may stand elsewhere. */
export function isAsShown(now: MoveDraft, shown: MoveDraft): boolean {
  const lines = (draft: MoveDraft): string => JSON.stringify(linesOf(draft).map(({ removed, added }) => [removed, added]));
  const known = unmet(shown.gates);
  return lines(now) === lines(shown) && unmet(now.gates).every((message) => known.includes(message));
}

/** "Status: Draft → In Review". */
export function nameOf({ plan, to, order }: MoveDraft): string {
  return describeMove(plan.status?.raw ?? null, to?.name ?? order.to);
}

function editOf(plan: PlanReading, { order, gates, context }: { order: MoveOrder; gates: readonly GateResult[]; context: DraftContext }): EditResult {
  const { answers = NO_ANSWERS, to, expect, toggle } = order;
  const overridden = gates.filter(({ isHeld, level }) => !isHeld && level === 'block').map(shortName);
  const request = { ...answers, overridden, date: context.date, author: context.author, ...(expect === undefined ? {} : { expect }) };
  return toggle === undefined ? movePlan(plan, { ...request, to }) : setToggle(plan, { ...request, property: toggle, value: true });
}
