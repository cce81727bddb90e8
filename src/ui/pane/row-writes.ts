/** Writes what is changed of one row, to the line that was meant or not at all. */
import { setTaskMark } from '../../core/edit/edit-checklist';
import { followColumn, headerAbove, setKnownCell } from '../../core/edit/known-column';
import { CELL_ROLES, type CellRole } from '../../core/indexing/indexed-note';
import type { RollupRow } from '../../core/indexing/query';
import { plainText } from '../../core/markdown/inline';
import { refused } from '../../core/text/edit-result';
import { findLine, targetLine } from '../../core/text/line-target';
import { applyChanges } from '../../core/text/text-change';
import type { EditOutcome, NoteAccess } from '../../vault/note-access';

const NO_LINE = refused('line-gone', 'The row has no line that could be found again. Open the note and look at it.');

/** Ticks the row's task, or unticks one that is done. */
export function writeTick(notes: NoteAccess, { path, target, state, text }: RollupRow): Promise<EditOutcome> {
  const isDone = state === 'done';
  return notes.edit(path, (note) => (target ? setTaskMark(note, target, isDone ? ' ' : 'x') : NO_LINE), `${isDone ? 'Untick' : 'Tick'} “${plainText(text)}”`);
}

/** `row` is the row as it stands then: found again, with its columns where the table has them now. */
export async function writeCell(notes: NoteAccess, row: RollupRow, { role, value }: { readonly role: CellRole; readonly value: string }): Promise<{ readonly outcome: EditOutcome; readonly row: RollupRow; readonly name: string }> {
  const written = { row };
  const { target, columns } = row;
  const name = `${role.charAt(0).toUpperCase()}${role.slice(1)} of “${plainText(row.text)}”: ${row[role] ?? 'empty'} → ${value === '' ? 'empty' : value}`;
  const outcome = await notes.edit(row.path, (text) => {
    const result = target ? setKnownCell(text, target, { header: row.header ?? '', column: columns?.[role] ?? -1 }, value) : NO_LINE;
    const found = target && findLine(text, target);
    if (result.ok && found?.ok) written.row = { ...row, ...columnsNow(row, headerAbove(text, found.line)), target: targetLine(applyChanges(text, result.changes), found.line), [role]: value === '' ? null : value };
    return result;
  }, name);
  return { outcome, row: written.row, name };
}

/** Where the row's columns stand below the header `now`. */
function columnsNow({ header, columns }: RollupRow, now: string | null): Pick<RollupRow, 'header' | 'columns'> {
  if (header == null || now === null || columns === undefined) return {};
  const entries = CELL_ROLES.map((role) => [role, columns[role] < 0 ? -1 : followColumn({ header, column: columns[role] }, now)] as const);
  return { header: now, columns: Object.fromEntries(entries) as Record<CellRole, number> };
}
