import { appendLogEntry } from '../core/edit/edit-change-log';
import { askText } from '../ui/modals/ask-text';
import { type AddCommand, type CommandParts, noteCommand } from './plan-commands';

/** The command that adds an entry of the user's own to the plan's change log. */
export function addLogCommands(add: AddCommand, parts: CommandParts): void {
  add(noteCommand(parts, { id: 'add-log-entry', name: 'Add change-log entry…', icon: 'history' }, (path) => addEntry(parts, path)));
}

async function addEntry({ app, notes, settings, report, today }: CommandParts, path: string): Promise<void> {
  const change = await askText(app, {
    title: 'Add change-log entry',
    label: 'What changed',
    description: `Becomes a row of ${today()} in the plan's change log.`,
    action: 'Add',
    problem: (text) => (text.trim() === '' ? 'Say in a few words what changed.' : null),
  });
  if (change === null) return;
  const outcome = await notes.edit(path, (text) => appendLogEntry(text, { date: today(), author: settings.current.author, change }, settings.reading), `Change-log entry “${change}”`);
  if (!outcome.ok) report.refusal(outcome.refusal);
  else report.info(outcome.isChanged ? 'Change-log entry added.' : 'The newest entry says so already.');
}
