/** The list of the pane: its lines, and what keys and clicks do to them. */
import type { ComponentChild } from 'preact';
import type { PlanIndex } from '../../core/indexing/plan-index';
import type { RollupRow } from '../../core/indexing/query';
import { usedValues } from '../../core/indexing/used-values';
import { statusColor } from '../../core/status/status-color';
import { DEFAULT_WORKFLOW } from '../../core/status/workflow';
import { shortRow } from '../short-text';
import { useCurrentLine } from './current-line';
import { ItemLine } from './item-line';
import { offerOf } from './offer-of';
import { MOST_OFFERED, type PaneActions } from './pane-actions';
import { isHeldBack, onGroupKey, onItemKey, onLeftKey, onSelectionKey } from './pane-keys';
import type { PaneLens } from './pane-lenses';
import { GroupLine } from './pane-rows';
import type { PaneTable } from './pane-table';
import type { LineCells } from './priority-line';
import type { RowsModel } from './rows-model';
import type { SlotsLeft } from './slots-left';
import { SelectionBar } from './selection-bar';
import { type Cells, useCells } from './use-cells';
import { useSelection } from './use-selection';
import type { Ticks } from './use-ticks';
import { cellId, VirtualList, type VirtualListProps } from './virtual-list';

export interface PaneListProps {
  /** Of the pane: what the ids of its elements begin with. */
  readonly id: string;
  readonly lens: PaneLens;
  readonly model: RowsModel;
  readonly index: PlanIndex;
  readonly actions: PaneActions;
  readonly slotsLeft: SlotsLeft;
  readonly ticks: Ticks;
  /** Null where the pane is too narrow for one. */
  readonly table: PaneTable | null;
  /** Whether ticks and edits are off. */
  readonly isLocked: boolean;
  /** Folds or unfolds the group of this key. */
  readonly onToggle: (key: string) => void;
  /** Tells people who don't see the list. */
  readonly say: (message: string) => void;
}

export function PaneList({ id, lens, model, index, actions, slotsLeft, ticks, table, isLocked, onToggle, say }: PaneListProps): ComponentChild {
  const { result } = model;
  const [current, setCurrent] = useCurrentLine(model);
  const currentName = current < model.length ? model.name(current) : null;
  const cells = useCells({ actions, say, isCurrent: (name) => !isLocked && name === currentName });
  const selection = useSelection({ index, lens: lens.id, model, isLocked, tell: () => { if (isLocked) actions.tellLocked(); else actions.tellNoChoice(); } });
  const handleKey = (event: KeyboardEvent, at: number, go: (line: number) => void): void => {
    if (isHeldBack(event, cells)) return;
    const line = at < model.length ? model.line(at) : null;
    const isDone = onSelectionKey(event, at, selection) || (line?.kind === 'group' ? onGroupKey(event, line, { actions, isLocked, onToggle }) : line !== null && onItemKey(event, { row: result.row(line.row), name: model.name(at), actions, ticks, cells, isLocked }));
    if (isDone) setCurrent(at);
    if (isDone || onLeftKey(event, { model, at, go })) event.preventDefault();
  };
  const menu = (where: MouseEvent | HTMLElement, at: number): void => { actions.showMenu(where, offerOf({ lens: lens.id, model, at, actions, ticks, selection, isLocked, edit: cells.start })); };
  const hover = (event: MouseEvent, at: number): void => {
    const line = model.line(at);
    if (line.kind === 'item') actions.preview(result.row(line.row), event);
  };
  const render = (at: number): ComponentChild => {
    const line = model.line(at);
    if (line.kind === 'group') {
      const { level, path } = line.group;
      return <GroupLine group={line.group} slotsLeft={level === 0 ? slotsLeft.of(index.get(path)) : 0} isList={lens.isList === true} isCollapsed={line.isCollapsed} index={table ? at + 1 : at} onToggle={() => { onToggle(line.group.key); }} />;
    }
    const row = result.row(line.row);
    return (
      <ItemLine
        {...{ lens: lens.id, columns: table?.columns ?? null, row: shortRow(row), color: statusColor(index.reading.workflows ?? [DEFAULT_WORKFLOW], row.statusId) }}
        index={at}
        isBusy={ticks.isBusy(row)}
        isSelected={selection.has(row)}
        onOpen={(event) => { if (!selection.click(event, at)) actions.open(row, event); }}
        isLocked={isLocked}
        onTick={() => { if (isLocked) actions.tellLocked(); else ticks.tick(row); }}
        onStatus={() => { actions.pickStatus(row); }}
        onMend={(place) => { if (isLocked) actions.tellLocked(); else actions.mend(row, place); }}
        onIgnore={() => { if (isLocked) actions.tellLocked(); else actions.ignore(row); }}
        cells={lens.id === 'priorities' && !isLocked ? lineCells(cells, { row, name: model.name(at), isCurrent: at === current, index, id }) : null}
        {...(!isLocked && ticks.canUndo(row) && { onUndo: () => { ticks.undo(row); } })}
      />
    );
  };
  return (
    <>
      <SelectionBar selection={selection} lens={lens.id} actions={actions} />
      <VirtualList id={id} model={model} label={lens.name} current={current} onMove={setCurrent} onKey={handleKey} onMenu={menu} onHover={hover} render={render} onExtend={selection.extend} cell={cellOf(cells, currentName)} table={table} />
    </>
  );
}

function lineCells(cells: Cells, { row, name, isCurrent, index, id }: { readonly row: RollupRow; readonly name: string; readonly isCurrent: boolean; readonly index: PlanIndex; readonly id: string }): LineCells {
  const { edit, focused } = cells;
  return {
    id: cellId(id),
    focused: isCurrent && focused?.name === name ? focused.role : null,
    input: isCurrent && edit?.name === name ? { edit, onEnd: cells.end, values: () => usedValues(index, { path: row.path, role: edit.role }, MOST_OFFERED) } : null,
    onFocus: (role) => { cells.focus(name, role); },
    onEdit: (role) => { cells.start(name, row, role); },
  };
}

/** What the current line, of this name, is doing with its cells. */
function cellOf({ edit, focused }: Cells, name: string | null): NonNullable<VirtualListProps['cell']> | null {
  return edit?.name === name ? 'edited' : focused?.name === name ? 'focused' : null;
}
