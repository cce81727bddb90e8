/**
 * A plan's move to another status as one edit: the status wherever the document states it, the day and version of its
 * header, the link to the plan that takes its place, and the change-log entry. All or nothing: what would not read back
 * as meant is refused as a whole.
 */
import { parseCalendarDate } from '../date/calendar-date';
import { type MovablePlan, readMovable } from '../plan/parse-plan';
import { DEFAULT_WORDS, type PlanWords } from '../plan/plan-words';
import { DEFAULT_WORKFLOW, findStatus, foldStatus, type Workflow } from '../status/workflow';
import { type EditResult, refused } from '../text/edit-result';
import { alignStatus } from './align-status';
import { loggedEdit } from './edit-change-log';
import { frontmatterRefusal, type PropertyValue } from './edit-frontmatter';
import { linkTarget, noLink, successorProperty } from './link-plans';
import { saysEverywhere, statusInText, statusProperty } from './status-places';

/** What a move can be asked for; all of it goes into the log. */
export interface MoveReasons {
  /** Why: asked for by the status, or because a gate does not hold. */
  readonly reason?: string;
  /** Short names of the gates that do not hold: "2 open verification items". */
  readonly overridden?: readonly string[];
  /** The plan that takes this one's place, as a link's target: "Plans/B". It is named in the frontmatter too. */
  readonly successor?: string;
}

export interface TransitionRequest extends MoveReasons {
  /** Status to move to, by id, name or alias. */
  readonly to: string;
  /** 'YYYY-MM-DD'. */
  readonly date: string;
  readonly author: string;
  /** What the log says beyond the move itself. */
  readonly note?: string;
  /** Status that the plan had when the user decided; another one now is a refusal. */
  readonly expect?: string;
}

/** The whole move. No changes when the plan says so everywhere already; where it says so, and not everywhere, the other places are brought into line, which is no move and gets no log row. */
export function transition(text: string, request: TransitionRequest, workflow: Workflow = DEFAULT_WORKFLOW, words: PlanWords = DEFAULT_WORDS): EditResult {
  return movePlan(readMovable(text, { workflow, words }), request);
}

/** As `transition`, of a plan that has been read already, by the workflow it was read by; `properties` are set with it. */
export function movePlan(plan: MovablePlan, request: TransitionRequest, properties: readonly PropertyValue[] = []): EditResult {
  const { workflow } = plan;
  const to = findStatus(workflow, request.to);
  if (!to) return refused('status-unknown', `The workflow has no status “${request.to}”. It has: ${workflow.statuses.map(({ name }) => name).join(', ')}.`);
  if (parseCalendarDate(request.date) !== request.date) return refused('date-invalid', `“${request.date}” is not a date of the form YYYY-MM-DD.`);
  const problem = frontmatterRefusal(plan) ?? expectation(plan, request.expect, workflow);
  if (problem) return problem;
  const target = linkTarget(request.successor ?? '');
  if (target === null && (request.successor ?? '').trim() !== '') return noLink(request.successor ?? '');
  const linked = [...(target === null ? [] : successorProperty(plan, target)), ...properties];
  // What the plan counts as having already is no move.
  if (saysEverywhere(plan, to) || plan.status?.status === to.id) return alignStatus(plan, to.id, linked);
  const status = statusInText(plan, to);
  if (!status.ok) return status;
  const change = describeMove(plan.status?.raw ?? null, to.name, request.note, { ...request, successor: target ?? '' });
  const entry = { date: request.date, author: request.author, change };
  const places = Math.max(1, plan.statusSources.length);
  return loggedEdit(plan, { entry, changes: status.changes, properties: [...statusProperty(plan, to), ...linked] }, (after) => {
    const isMoved = saysEverywhere(after, to) && after.statusSources.length === places;
    return isMoved ? null : refused('status-not-replaceable', 'The status is written in a way that can\'t be replaced safely. Change it by hand.');
  });
}

/**
 * What the log says of a move: "Status: Draft → In Review", and what more is known behind it: "Status: In Progress →
 * Completed — shipped; despite 2 open verification items (override: the rest is for May)", "Status: Draft →
 * Superseded — by [[Plans/B]]".
 */
export function describeMove(from: string | null, to: string, note = '', reasons: MoveReasons = {}): string {
  const [reason, successor] = [reasons.reason?.trim() ?? '', linkTarget(reasons.successor ?? '')];
  const overridden = reasons.overridden ?? [];
  const gates = overridden.map((name) => name.trim()).filter((name) => name !== '').join(', ');
  const parts = [successor === null ? '' : `by [[${successor}]]`, overridden.length > 0 ? '' : reason, note.trim(), gates === '' ? '' : `despite ${gates}`];
  const said = parts.filter((part) => part !== '').join('; ');
  const override = overridden.length > 0 && reason !== '' ? ` (override: ${reason})` : '';
  return `Status: ${from === null || from === '' ? '' : `${from} → `}${to}${said === '' ? '' : ` — ${said}`}${override}`;
}

function expectation(plan: MovablePlan, expected: string | undefined, workflow: Workflow): (EditResult & { readonly ok: false }) | null {
  if (expected === undefined) return null;
  const meaning = (word: string): string => findStatus(workflow, word)?.id ?? foldStatus(word);
  const current = plan.status?.raw ?? '';
  if (meaning(current) === meaning(expected)) return null;
  return refused('status-changed', `The plan's status was “${expected === '' ? 'not set' : expected}” and is “${current === '' ? 'not set' : current}” now. Look at it again before you move it.`);
}
