/** A change-log entry by the columns of its table: a move fills From and To, or Status, where the table has them. */
import { changeInRow, type LogColumns } from '../plan/log-columns';

/** "Status: Draft → In Review — note": what stood before, what stands now, and what more is said. Groups: 1 before, 2 after, 3 more. */
const MOVE = /^Status: (?:((?:(?! — ).)+?) → )?((?:(?! — ).)+)(?: — (.*))?$/s;

/** The cells of an entry that says `change`, by column; null where no column can hold it. */
export function logCells(columns: LogColumns, change: string): ReadonlyMap<number, string> | null {
  const [, before = '', after = '', more = ''] = MOVE.exec(change) ?? [];
  const status = more === '' ? after : `${after} — ${more}`;
  if (after !== '' && columns.from >= 0) return new Map([[columns.from, before], ...(columns.change < 0 ? [[columns.to, status] as const] : [[columns.to, after] as const, [columns.change, more] as const])]);
  if (columns.change >= 0) return new Map([[columns.change, change], ...(after === '' || columns.status < 0 ? [] : [[columns.status, after.replace(/ \(override: .*$/s, '')] as const])]);
  return after !== '' && columns.status >= 0 ? new Map([[columns.status, status]]) : null;
}

/** What an entry that says `change` is read as: a table without a column for it does not say all. */
export function heldChange(columns: LogColumns | null, change: string): string {
  const cells = columns && logCells(columns, change);
  return cells ? changeInRow(columns, (column) => cells.get(column) ?? '') : change;
}
