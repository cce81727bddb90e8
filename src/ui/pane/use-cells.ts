/**
 * The cells of a priority row: which one the arrows have reached, and which one is being edited. What is typed is
 * written when Enter or Tab says so, the focus goes elsewhere, or the row goes out of the list, as it does when another
 * lens is chosen; Escape throws it away.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { cellText } from '../../core/edit/table-style';
import { CELL_ROLES, type CellRole } from '../../core/indexing/indexed-note';
import type { RollupRow } from '../../core/indexing/query';
import type { PaneActions } from './pane-actions';

/** What ends an edit. */
export type CellEnd = 'keep' | 'next' | 'previous' | 'cancel';

export interface CellEdit {
  /** Names the line that shows the row; see `RowsModel.name`. */
  readonly name: string;
  /** The row as it was when the edit began: a note that has changed since is not written. */
  readonly row: RollupRow;
  readonly role: CellRole;
  readonly before: string;
  /** What is typed; it outlives its input, which may be scrolled away. */
  readonly draft: { text: string };
}

export interface Cells {
  readonly edit: CellEdit | null;
  /** The cell that the arrows have reached; null while the row as a whole is current. */
  readonly focused: { readonly name: string; readonly role: CellRole } | null;
  readonly focus: (name: string, role: CellRole | null) => void;
  readonly start: (name: string, row: RollupRow, role: CellRole) => void;
  readonly end: (how: CellEnd) => void;
}

/** Cells that the row's table has, in the order in which they are shown. */
export function cellsOf({ columns, target }: RollupRow): readonly CellRole[] {
  return target && columns ? CELL_ROLES.filter((role) => columns[role] >= 0) : [];
}

export interface CellParts {
  readonly actions: PaneActions;
  readonly say: (message: string) => void;
  /** Whether the current line has this name, and may be edited: only there an edit goes on. */
  readonly isCurrent: (name: string) => boolean;
}

export function useCells({ actions, say, isCurrent }: CellParts): Cells {
  const [edit, setEdit] = useState<CellEdit | null>(null);
  const [focused, setFocused] = useState<Cells['focused']>(null);
  const latest = useRef(edit);
  const set = (next: CellEdit | null): void => {
    latest.current = next;
    setEdit(next);
  };
  const begin = (name: string, row: RollupRow, role: CellRole): void => {
    const before = cellText(row.target?.source ?? '', row.columns?.[role] ?? -1);
    set({ name, row, role, before, draft: { text: before } });
    setFocused({ name, role });
  };
  /** `onward` is the cell of the row that is edited next: in the row as it stands when it has been written. */
  const end = (how: CellEnd, onward?: CellRole): void => {
    const ended = latest.current;
    if (!ended) return;
    set(null);
    const { name, row, role, before, draft } = ended;
    const go = (to: RollupRow): void => {
      const next = how === 'next' || how === 'previous' ? cellsOf(to)[cellsOf(to).indexOf(role) + (how === 'next' ? 1 : -1)] : onward;
      if (next && latest.current === null) begin(name, to, next);
    };
    const value = draft.text.trim();
    if (how === 'cancel' || value === before) go(row);
    else void actions.setCell(row, role, value).then((changed) => {
      if (!changed) return;
      say(`${role} is ${value === '' ? 'empty' : value} now.`);
      go(changed);
    });
  };
  /** What was being typed into another cell is kept. */
  const start = (name: string, row: RollupRow, role: CellRole): void => {
    if (latest.current?.name === name) end('keep', role);
    else {
      end('keep');
      begin(name, row, role);
    }
  };
  useEffect(() => {
    if (edit && !isCurrent(edit.name)) end('keep');
  });
  useEffect(() => () => { end('keep'); }, []);
  return { edit, focused, focus: (name, role) => { setFocused(role && { name, role }); }, start, end: (how) => { end(how); } };
}
