import type { WriteJournal } from '../vault/write-journal';
import type { AddCommand, CommandParts } from './plan-commands';

/** The command that takes back what this plugin changed last, in open and closed notes alike. Offered only when there is something. */
export function addUndoCommands(add: AddCommand, { report }: Pick<CommandParts, 'report'>, journal: Pick<WriteJournal, 'canUndo' | 'undoLast'>): void {
  add({
    id: 'undo-last-change',
    name: 'Undo last plan change',
    icon: 'undo-2',
    checkCallback: (isChecking) => {
      if (!journal.canUndo) return false;
      if (!isChecking) void undoLast();
      return true;
    },
  });

  async function undoLast(): Promise<void> {
    const undone = await journal.undoLast();
    if (!undone.ok) report.refusal(undone.refusal);
    else report.info(`Undone in ${undone.paths.length === 1 ? `“${undone.paths[0] ?? ''}”` : `${undone.paths.length} notes`}: ${undone.label}`);
  }
}
