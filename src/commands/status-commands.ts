/** Commands that move a plan's status. Each is one `transition`, checked against the status the user saw. */
import { movePlan } from '../core/edit/edit-plan';
import { type PlanReading, readPlan } from '../core/plan/parse-plan';
import { findStatus, nextStatus, previousStatus, type StatusDefinition, type Workflow } from '../core/status/workflow';
import { chooseStatus } from '../ui/modals/choose-status';
import { type AddCommand, type CommandParts, noteCommand } from './plan-commands';

export function addStatusCommands(add: AddCommand, parts: CommandParts): void {
  add(noteCommand(parts, { id: 'set-status', name: 'Set plan status…', icon: 'milestone' }, (path) => pickStatus(parts, path)));
  add(noteCommand(parts, { id: 'advance-status', name: 'Advance plan status', icon: 'arrow-right' }, (path) => step(parts, path, 'next')));
  add(noteCommand(parts, { id: 'revert-status', name: 'Revert plan status', icon: 'arrow-left' }, (path) => step(parts, path, 'previous')));
  for (const { id, name } of distinctStatuses(parts.settings.reading.workflows)) {
    add(noteCommand(parts, { id: `set-status-${id}`, name: `Set plan status to ${name}`, icon: 'milestone' }, (path) => setStatus(parts, path, id)));
  }
}

/** Statuses of all workflows; of those with one id the first. */
function distinctStatuses(workflows: readonly Workflow[]): StatusDefinition[] {
  return [...new Map(workflows.flatMap(({ statuses }) => statuses).reverse().map((status) => [status.id, status])).values()].reverse();
}

async function pickStatus(parts: CommandParts, path: string): Promise<void> {
  const plan = await currentPlan(parts, path);
  if (plan === null) return;
  const { workflow, status } = plan;
  const chosen = await chooseStatus(parts.app, { workflow, current: status === null ? null : findStatus(workflow, status.raw) ? status.raw : (status.status ?? status.raw) });
  if (chosen) await move(parts, path, { to: chosen.id, expect: status?.raw ?? '' });
}

async function step(parts: CommandParts, path: string, direction: 'next' | 'previous'): Promise<void> {
  const plan = await currentPlan(parts, path);
  if (plan === null) return;
  const { workflow, status } = plan;
  const from = status === null ? null : (status.status ?? status.raw);
  const to = direction === 'next' ? nextStatus(workflow, from) : previousStatus(workflow, from);
  if (to) await move(parts, path, { to: to.id, expect: status?.raw ?? '' });
  else {
    const known = from === null ? null : findStatus(workflow, from);
    const why = known === null ? 'is none the workflow knows' : known.group === 'dropped' ? 'stands off the path' : `is the ${direction === 'next' ? 'last' : 'first'} of its path`;
    parts.report.refusal({ code: 'no-next-status', message: `The plan's status “${status?.raw ?? 'not set'}” ${why}. Use “Set plan status…” to choose another.` });
  }
}

/** Moves the plan to a status by id. */
export async function setStatus(parts: CommandParts, path: string, to: string): Promise<void> {
  const plan = await currentPlan(parts, path);
  if (plan !== null) await move(parts, path, { to, expect: plan.status?.raw ?? '' });
}

/** The plan as it is now; null when the note can't be read, and then the user has been told. */
async function currentPlan({ notes, settings, report }: CommandParts, path: string): Promise<PlanReading | null> {
  const text = await notes.read(path);
  if (text !== null) return readPlan(text, { ...settings.reading, path });
  report.refusal({ code: 'note-gone', message: `The note “${path}” can't be read. It may have been moved or deleted.` });
  return null;
}

async function move({ notes, settings, report, today }: CommandParts, path: string, { to, expect }: { to: string; expect: string }): Promise<void> {
  const request = { to, date: today(), author: settings.current.author, expect };
  let name = to;
  const outcome = await notes.edit(path, (text) => {
    const plan = readPlan(text, { ...settings.reading, path });
    name = findStatus(plan.workflow, to)?.name ?? to;
    return movePlan(plan, request);
  });
  if (!outcome.ok) report.refusal(outcome.refusal);
  else report.info(outcome.isChanged ? `Status is ${name} now.` : `Status was ${name} already.`);
}
