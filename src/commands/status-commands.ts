/** Commands that move a plan's status. Each is one `transition`, checked against the status the user saw. */
import { transition } from '../core/edit/edit-plan';
import { readPlan } from '../core/plan/parse-plan';
import { findStatus, nextStatus, previousStatus, type StatusDefinition } from '../core/status/workflow';
import { chooseStatus } from '../ui/modals/choose-status';
import { type AddCommand, type CommandParts, noteCommand } from './plan-commands';

export function addStatusCommands(add: AddCommand, parts: CommandParts): void {
  add(noteCommand(parts, { id: 'set-status', name: 'Set plan status…', icon: 'milestone' }, (path) => pickStatus(parts, path)));
  add(noteCommand(parts, { id: 'advance-status', name: 'Advance plan status', icon: 'arrow-right' }, (path) => step(parts, path, 'next')));
  add(noteCommand(parts, { id: 'revert-status', name: 'Revert plan status', icon: 'arrow-left' }, (path) => step(parts, path, 'previous')));
  for (const status of parts.settings.reading.workflow.statuses) {
    add(noteCommand(parts, { id: `set-status-${status.id}`, name: `Set plan status to ${status.name}`, icon: 'milestone' }, (path) => setStatus(parts, path, status)));
  }
}

interface CurrentStatus {
  readonly raw: string;
  readonly status: string | null;
}

async function pickStatus(parts: CommandParts, path: string): Promise<void> {
  const current = await currentStatus(parts, path);
  if (current === null) return;
  const chosen = await chooseStatus(parts.app, { workflow: parts.settings.reading.workflow, current: current.raw === '' ? null : findStatus(parts.settings.reading.workflow, current.raw) ? current.raw : (current.status ?? current.raw) });
  if (chosen) await move(parts, path, { to: chosen, expect: current.raw });
}

async function step(parts: CommandParts, path: string, direction: 'next' | 'previous'): Promise<void> {
  const current = await currentStatus(parts, path);
  if (current === null) return;
  const { workflow } = parts.settings.reading;
  const from = current.raw === '' ? null : (current.status ?? current.raw);
  const to = direction === 'next' ? nextStatus(workflow, from) : previousStatus(workflow, from);
  if (to) await move(parts, path, { to, expect: current.raw });
  else {
    const known = from === null ? null : findStatus(workflow, from);
    const why = known === null ? 'is none the workflow knows' : known.group === 'dropped' ? 'stands off the path' : `is the ${direction === 'next' ? 'last' : 'first'} of its path`;
    parts.report.refusal({ code: 'no-next-status', message: `The plan's status “${current.raw === '' ? 'not set' : current.raw}” ${why}. Use “Set plan status…” to choose another.` });
  }
}

async function setStatus(parts: CommandParts, path: string, to: StatusDefinition): Promise<void> {
  const current = await currentStatus(parts, path);
  if (current !== null) await move(parts, path, { to, expect: current.raw });
}

/** The status as written and as it is meant, '' for none; null when the note can't be read, and then the user has been told. */
async function currentStatus({ notes, settings, report }: CommandParts, path: string): Promise<CurrentStatus | null> {
  const text = await notes.read(path);
  if (text === null) report.refusal({ code: 'note-gone', message: `The note “${path}” can't be read. It may have been moved or deleted.` });
  if (text === null) return null;
  const { status } = readPlan(text, settings.reading);
  return { raw: status?.raw ?? '', status: status?.status ?? null };
}

async function move({ notes, settings, report, today }: CommandParts, path: string, { to, expect }: { to: StatusDefinition; expect: string }): Promise<void> {
  const { workflow, words } = settings.reading;
  const request = { to: to.id, date: today(), author: settings.current.author, expect };
  const outcome = await notes.edit(path, (text) => transition(text, request, workflow, words));
  if (!outcome.ok) report.refusal(outcome.refusal);
  else report.info(outcome.isChanged ? `Status is ${to.name} now.` : `Status was ${to.name} already.`);
}
