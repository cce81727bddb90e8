/** Writes what is changed of one row, to the line that was meant or not at all. */
import { setTaskMark } from '../../core/edit/edit-checklist';
import { setCell } from '../../core/edit/edit-table';
import type { CellRole } from '../../core/indexing/indexed-note';
import type { RollupRow } from '../../core/indexing/query';
import { plainText } from '../../core/markdown/inline';
import { refused } from '../../core/text/edit-result';
import { findLine, type LineTarget, targetLine } from '../../core/text/line-target';
import { applyChanges } from '../../core/text/text-change';
import type { EditOutcome, NoteAccess } from '../../vault/note-access';

const NO_LINE = refused('line-gone', 'The row has no line that could be found again. Open the note and look at it.');

/** Ticks the row's task, or unticks one that is done. */
export function writeTick(notes: NoteAccess, { path, target, state, text }: RollupRow): Promise<EditOutcome> {
  const isDone = state === 'done';
  return notes.edit(path, (note) => (target ? setTaskMark(note, target, isDone ? ' ' : 'x') : NO_LINE), `${isDone ? 'Untick' : 'Tick'} “${plainText(text)}”`);
}

/** `target` finds the row as it stands then. */
export async function writeCell(notes: NoteAccess, row: RollupRow, { role, value }: { readonly role: CellRole; readonly value: string }): Promise<{ readonly outcome: EditOutcome; readonly target: LineTarget | null; readonly name: string }> {
  const written = { target: row.target };
  const name = `${role.charAt(0).toUpperCase()}${role.slice(1)} of “${plainText(row.text)}”: ${row[role] ?? 'empty'} → ${value === '' ? 'empty' : value}`;
  const outcome = await notes.edit(row.path, (text) => {
    const result = row.target ? setCell(text, row.target, row.columns?.[role] ?? -1, value) : NO_LINE;
    const found = row.target && findLine(text, row.target);
    if (result.ok && found?.ok) written.target = targetLine(applyChanges(text, result.changes), found.line);
    return result;
  }, name);
  return { outcome, target: written.target, name };
}
