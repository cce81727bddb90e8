import { readPlan } from '../core/plan/parse-plan';
import { summarise } from '../core/plan/summary';
import { VerdictDialog } from '../ui/modals/show-verdict';
import { type AddCommand, type CommandParts, noteCommand } from './plan-commands';

/** The command that says why the open note is shown as a plan, or why it is not. */
export function addExplainCommands(add: AddCommand, parts: CommandParts): void {
  add(noteCommand(parts, { id: 'explain-plan', name: 'Why is this (not) a plan?', icon: 'help-circle' }, (path) => explain(parts, path)));
}

async function explain({ app, notes, settings, report }: CommandParts, path: string): Promise<void> {
  const text = await notes.read(path);
  if (text === null) {
    report.refusal({ code: 'note-gone', message: `There is no note “${path}” any more.` });
    return;
  }
  const plan = readPlan(text, { ...settings.reading, path });
  new VerdictDialog(app, plan.title ?? path, { verdict: plan.verdict, summary: summarise(plan) }).open();
}
