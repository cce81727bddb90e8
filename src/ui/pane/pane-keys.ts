/** What a key means to the line that is current, beyond moving on. */
import type { RollupRow } from '../../core/indexing/query';
import { placeBelow } from '../status/status-menu';
import { mayIgnore, mendOf } from './drift-line';
import type { PaneActions } from './pane-actions';
import { keyToRead } from './reading-direction';
import type { ListLine, RowsModel } from './rows-model';
import { type Cells, cellsOf } from './use-cells';
import type { Selection } from './use-selection';
import type { Ticks } from './use-ticks';

/** Keys that may be held. */
const MOVING = ['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageDown', 'PageUp', 'Home', 'End'];

/** Whether the key is only still held: it moves on, but acts once, as the next row takes the place of the first. */
export function isHeldBack(event: KeyboardEvent, { edit }: Cells): boolean {
  const isHeld = event.repeat && !MOVING.includes(event.key) && edit === null;
  if (isHeld) event.preventDefault();
  return isHeld;
}

/** Whether the key meant something to a heading; the status is that of the plan it stands for. A row that has gone may have left its place to one. */
export function onGroupKey(event: KeyboardEvent, { group, isCollapsed }: ListLine & { readonly kind: 'group' }, { actions, isLocked, onToggle }: GroupDoors): boolean {
  const { ctrlKey, metaKey, altKey } = event;
  const key = keyToRead(event);
  if (key === 'Enter' || key === ' ' || key === (isCollapsed ? 'ArrowRight' : 'ArrowLeft')) onToggle(group.key);
  else if (key !== 's' || group.path === '' || ctrlKey || metaKey || altKey) return false;
  else if (isLocked) actions.tellLocked();
  else actions.pickStatus(group);
  return true;
}

export interface GroupDoors {
  readonly actions: PaneActions;
  readonly isLocked: boolean;
  readonly onToggle: (key: string) => void;
}

/** Keys that mean the same wherever in the pane the focus is, but where text is typed or chosen. */
export function onPaneKey(event: KeyboardEvent, actions: PaneActions): void {
  if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).matches('input, select, textarea')) return;
  if (event.key === '?') actions.showKeys();
  else if (event.key === '/') (event.currentTarget as HTMLElement).querySelector<HTMLElement>('input[type="search"]')?.focus();
  else return;
  event.preventDefault();
}

/** Whether the key chose rows, or lets them go. */
export function onSelectionKey({ key, ctrlKey, metaKey }: KeyboardEvent, at: number, selection: Selection): boolean {
  if (key === 'Escape' && selection.rows.length > 0) selection.clear();
  else if (!ctrlKey && !metaKey) return false;
  else if (key === 'a') selection.all();
  else if (key === ' ') selection.toggle(at);
  else return false;
  return true;
}

/** Left goes to the heading above; whether there is one. */
export function onLeftKey(event: KeyboardEvent, { model, at, go }: { readonly model: RowsModel; readonly at: number; readonly go: (line: number) => void }): boolean {
  const heading = keyToRead(event) === 'ArrowLeft' ? model.headingOf(at) : null;
  if (heading !== null) go(heading);
  return heading !== null;
}

/** A row, and what can be done with it. */
export interface CurrentRow {
  readonly row: RollupRow;
  /** See `RowsModel.name`. */
  readonly name: string;
  readonly actions: PaneActions;
  readonly ticks: Ticks;
  readonly cells: Cells;
  readonly isLocked: boolean;
}

/** Keys that change a note. */
const CHANGING = [' ', 's', 'm', 'i', 'F2'];

/** Whether the key meant something to a row. */
export function onItemKey(event: KeyboardEvent, { row, actions, ticks, cells, name, isLocked }: CurrentRow): boolean {
  if (isLocked && CHANGING.includes(event.key)) actions.tellLocked();
  else if (!isLocked && onCellKey(event, { row, name, cells })) return true;
  else if (event.key === 'Enter') actions.open(row, event);
  else if (event.key === ' ') (ticks.canUndo(row) ? ticks.undo : ticks.tick)(row);
  else if (event.ctrlKey || event.metaKey || event.altKey) return false;
  else if (event.key === 's') actions.pickStatus(row);
  else if (event.key === 'm' && mendOf(row) !== null) actions.mend(row, placeBelow(currentElement(event.currentTarget as HTMLElement)));
  else if (event.key === 'i' && mayIgnore(row)) actions.ignore(row);
  else return false;
  return true;
}

/** The element of the list's current line. */
function currentElement(list: HTMLElement): HTMLElement {
  return list.ownerDocument.getElementById(list.getAttribute('aria-activedescendant') ?? '') ?? list;
}

/** Right and left go through the row's cells, Enter and F2 edit one. */
function onCellKey(event: KeyboardEvent, { row, name, cells }: Pick<CurrentRow, 'row' | 'name' | 'cells'>): boolean {
  const key = keyToRead(event);
  const roles = cellsOf(row);
  const at = cells.focused?.name === name ? roles.indexOf(cells.focused.role) : -1;
  const role = roles[key === 'ArrowRight' ? Math.min(at + 1, roles.length - 1) : key === 'F2' ? Math.max(0, at) : at];
  if (key === 'ArrowLeft' || key === 'Escape') {
    if (at < 0) return false;
    cells.focus(name, key === 'Escape' ? null : (roles[at - 1] ?? null));
  } else if (role === undefined) return false;
  else if (key === 'ArrowRight') cells.focus(name, role);
  else if (key === 'F2' || key === 'Enter') cells.start(name, row, role);
  else return false;
  return true;
}
