/** Writes what is changed of one row, to the line that was meant or not at all. */
import { setTaskMark } from '../../core/edit/edit-checklist';
import { followColumn, headerAbove, setKnownCell } from '../../core/edit/known-column';
import { CELL_ROLES, type CellRole } from '../../core/indexing/indexed-note';
import type { RollupRow } from '../../core/indexing/query';
import { plainText } from '../../core/markdown/inline';
import { type EditResult, refused } from '../../core/text/edit-result';
import { findLine, type LineTarget, targetLine } from '../../core/text/line-target';
import { applyChanges } from '../../core/text/text-change';
import type { EditOutcome, NoteAccess } from '../../vault/note-access';
import type { OwnWrites } from './own-writes';

const NO_LINE = refused('line-gone', 'The row has no line that could be found again. Open the note and look at it.');

/** Where rows are written, and what was written there before. */
export interface WriteParts {
  readonly notes: NoteAccess;
  readonly own: OwnWrites;
}

/** Ticks the row's task, or unticks one that is done. */
export function writeTick(parts: WriteParts, { path, target, state, text }: RollupRow): Promise<EditOutcome> {
  const isDone = state === 'done';
  return write(parts, { path, target, label: `${isDone ? 'Untick' : 'Tick'} “${plainText(text)}”` }, (note, found) => setTaskMark(note, found, isDone ? ' ' : 'x'));
}

/** `row` is the row as it stands then: found again, with its columns where the table has them now. */
export async function writeCell(parts: WriteParts, row: RollupRow, { role, value }: { readonly role: CellRole; readonly value: string }): Promise<{ readonly outcome: EditOutcome; readonly row: RollupRow; readonly name: string }> {
  const written = { row };
  const { path, target, columns } = row;
  const name = `${role.charAt(0).toUpperCase()}${role.slice(1)} of “${plainText(row.text)}”: ${row[role] ?? 'empty'} → ${value === '' ? 'empty' : value}`;
  const outcome = await write(parts, { path, target, label: name }, (text, known) => {
    const result = setKnownCell(text, known, { header: row.header ?? '', column: columns?.[role] ?? -1 }, value);
    const found = findLine(text, known);
    if (result.ok && found.ok) written.row = { ...row, ...columnsNow(row, headerAbove(text, found.line)), target: targetLine(applyChanges(text, result.changes), found.line), [role]: value === '' ? null : value };
    return result;
  });
  return { outcome, row: written.row, name };
}

/** `edit` leaves every line in its place. */
async function write({ notes, own }: WriteParts, { path, target, label }: { readonly path: string; readonly target: LineTarget | null; readonly label: string }, edit: (text: string, target: LineTarget) => EditResult): Promise<EditOutcome> {
  const made = { before: '', after: '' };
  const outcome = await notes.edit(path, (text) => {
    const result = target ? edit(text, own.follow(path, text, target)) : NO_LINE;
    if (result.ok) Object.assign(made, { before: text, after: applyChanges(text, result.changes) });
    return result;
  }, label);
  if (outcome.ok && outcome.isChanged) own.add(path, made.before, made.after);
  return outcome;
}

/** Where the row's columns stand below the header `now`. */
function columnsNow({ header, columns }: RollupRow, now: string | null): Pick<RollupRow, 'header' | 'columns'> {
  if (header == null || now === null || columns === undefined) return {};
  const entries = CELL_ROLES.map((role) => [role, columns[role] < 0 ? -1 : followColumn({ header, column: columns[role] }, now)] as const);
  return { header: now, columns: Object.fromEntries(entries) as Record<CellRole, number> };
}
