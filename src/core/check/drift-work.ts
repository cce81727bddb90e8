/** A status that the plan's boxes, phases or days don't bear out. */
import { daysBetween } from '../date/calendar-date';
import { plainText } from '../markdown/inline';
import type { PlanReading } from '../plan/parse-plan';
import { readGates } from '../plan/read-gates';
import { readPlainChecks } from '../plan/read-plain-checks';
import { readPhases } from '../plan/read-phases';
import { foldStatus, type StatusDefinition } from '../status/workflow';
import { type DriftCase, type DriftDay, type DriftFinding, someOf } from './drift-finding';
import { amount } from './gate-finding';
import { phaseLabel } from './gate-phase-order';
import { slotsToFill } from './gate-placeholders';
import { readLogRows } from './log-rows';
import { overtakenPhases } from './overtaken-phases';

/** A remark that admits to what is left. Matches "(except phase 3)", "— manual tests pending"; not "(PR #151)". */
const ADMITS = /\b(?:except|apart from|pending|partial\w*|partly|remaining|remains?|deferred|open|to-?do|mostly|phases? \d|mvp|manual|without|but|minus|follow-?ups?|not|bis auf|teilweise|offen|ohne)\b/i;
const REVIEW = /review|prüfung|revis|revue|审核|レビュー/i;
/** Why gates were passed over, as the log row of a move ends. Matches "(override: the rest is for May)"; group 1 is the reason. Not "override later". */
const OVERRIDE = /\(override: (.+)\)\s*$/;
/** Fewer ticked boxes say nothing about the work where none of them is a verification item. */
const FEW_BOXES = 3;

/** The plan is over by its status, and boxes are open. */
export function openItems(drift: DriftCase): DriftFinding | null {
  const { plan, status } = drift;
  if (status?.group !== 'done' || ADMITS.test(plan.status?.remark ?? '')) return null;
  const open = drift.work.filter(({ state }) => state === 'open');
  const checks = open.filter(({ kind }) => kind === 'verification');
  const [first] = checks.length > 0 ? checks : open;
  if (!first) return null;
  const what = checks.length === open.length ? amount(open.length, 'verification item is', 'verification items are') : amount(open.length, 'box is', 'boxes are');
  const override = overrideOf(plan, status);
  const items = someOf([first, ...open.filter((task) => task !== first)].map(({ text }) => plainText(text)));
  return {
    code: 'open-items',
    severity: override !== null ? 'info' : checks.length > 0 ? 'error' : 'warning',
    message: `The status is “${drift.said}”, but ${what} not ticked`,
    line: first.line,
    evidence: override === null ? items : `override: ${override} · ${items}`,
    mend: null,
  };
}

/** The reason for which the plan's last logged move, if it led to `status`, passed its gates; null where it gives none. */
function overrideOf(plan: PlanReading, { id }: StatusDefinition): string | null {
  const last = [...readLogRows(plan)].reverse().find(({ move }) => move?.kind === 'move');
  return last?.move?.to.status === id ? (OVERRIDE.exec(plainText(last.text))?.[1] ?? null) : null;
}

/** Every box is ticked, and by its status the plan is not over. Whether it is, its gates tell: so the mend is a move. */
export function allTicked(drift: DriftCase): DriftFinding | null {
  const { plan, status, context, work } = drift;
  if (!status || (status.group !== 'to-do' && status.group !== 'doing') || waitsForReview(drift)) return null;
  const isTelling = work.length >= FEW_BOXES || work.some(({ kind }) => kind === 'verification');
  if (!isTelling || work.some(({ state }) => state === 'open') || slotsToFill(context.slots).length > 0) return null;
  // Work that goes on may have more to do than its boxes say.
  if (status.group === 'doing' && hasMoreToDo(drift)) return null;
  const done = plan.workflow.statuses.find(({ group }) => group === 'done');
  return {
    code: 'all-ticked',
    severity: status.group === 'doing' ? 'info' : 'warning',
    message: `${work.length === 1 ? 'The one box is' : `All ${work.length} boxes are`} ticked, but the status is “${drift.said}”`,
    line: drift.statusLine,
    evidence: someOf(work.map(({ text }) => plainText(text))),
    mend: done ? { kind: 'move', to: done.id } : null,
  };
}

/** "Ready for review" may be said of the work as well as of the plan; the workflow's own name means the plan. */
function waitsForReview({ plan, status }: DriftCase): boolean {
  const raw = plan.status?.raw ?? '';
  return REVIEW.test(raw) && foldStatus(raw) !== foldStatus(status?.name ?? '');
}

function hasMoreToDo({ plan }: DriftCase): boolean {
  const { blocks, outline, tasks, priorities, words } = plan;
  return priorities.some(({ state }) => state === 'open')
    || tasks.some(({ kind, state }) => kind === 'question' && state === 'open')
    || readPhases(outline, tasks).some(({ total }) => total === 0)
    || readGates(blocks, outline).some(({ isPassed }) => !isPassed)
    || readPlainChecks(blocks, outline, words.titles).some(({ state }) => state === 'open');
}

/** A later phase is done before an earlier one. Of a plan that is over, the open boxes themselves are told. */
export function phaseOrder({ plan, status, work }: DriftCase): DriftFinding | null {
  if (status?.group === 'done' || status?.group === 'dropped') return null;
  const [first, ...more] = overtakenPhases(plan, work, ({ done, total }) => total > 0 && done === total);
  if (!first) return null;
  return {
    code: 'phase-order',
    severity: 'warning',
    message: `${first.ahead.name} is done, but ${first.open.name} is not`,
    line: first.open.line,
    evidence: someOf([first, ...more].map(({ open }) => phaseLabel(open))),
    mend: null,
  };
}

/** Of a plan in work: what is said of it on a day on which it is stale. */
export interface WorkInHand {
  /** The status in the note's own word, and its line. */
  readonly said: string;
  readonly line: number;
}

export function workInHand({ status, said, statusLine }: DriftCase): WorkInHand | null {
  return status?.group === 'doing' ? { said, line: statusLine } : null;
}

/** In work, and nobody has touched it for long. */
export function staleOn({ said, line }: WorkInHand, { today, touched, staleDays }: DriftDay): DriftFinding | null {
  if (touched === null || staleDays <= 0) return null;
  const days = daysBetween(touched, today);
  if (days < staleDays) return null;
  return { code: 'stale', severity: 'info', message: `The status is “${said}”, but nothing has changed for ${amount(days, 'day', 'days')}`, line, evidence: `last changed ${touched}`, mend: null };
}
