/** A row of a wide pane: one line, with a cell below each header. What stands in the cells is that of the narrow lines. */
import type { ComponentChild } from 'preact';
import { CELL_ROLES } from '../../core/indexing/indexed-note';
import type { Lens } from '../../core/indexing/query';
import type { StatusColor } from '../../core/status/workflow';
import { DriftButtons, type DriftLineProps } from './drift-line';
import type { PaneColumn } from './pane-columns';
import { type ItemLineProps, TaskTick, UndoButton } from './pane-rows';
import { PlanChecks, PlanStatus } from './plan-line';
import { Cell, type LineCells, loudCell } from './priority-line';
import { badgeRank, rowText, rowTitle } from './row-words';

export interface TableLineProps extends ItemLineProps, Pick<DriftLineProps, 'onMend' | 'onIgnore'> {
  readonly lens: Lens;
  readonly columns: readonly PaneColumn[];
  readonly color: StatusColor;
  readonly onStatus: () => void;
  /** Null when nothing may be edited. */
  readonly cells: LineCells | null;
}

export function TableLine(line: TableLineProps): ComponentChild {
  const { lens, columns, row, index, isBusy, isSelected, onOpen, onUndo } = line;
  const isTask = lens === 'verification' || lens === 'questions';
  return (
    <div
      class={`plan-rollup-item is-table is-${row.state}${isBusy ? ' is-busy' : ''}${onUndo ? ' is-kept' : ''}`}
      role="row"
      aria-level={isTask ? 3 : undefined}
      aria-selected={isTask || lens === 'plans' ? isSelected : undefined}
      aria-rowindex={index + 2}
      aria-busy={isTask ? isBusy : undefined}
      onClick={onOpen}
    >
      {columns.map((column) => tableCell(column, line))}
    </div>
  );
}

function tableCell(column: PaneColumn, line: TableLineProps): ComponentChild {
  const { lens, row, cells } = line;
  const { id, name } = column;
  const text = id === 'text' ? rowText(lens, row) : column.value(row);
  const role = lens === 'priorities' ? CELL_ROLES.find((each) => each === id) : undefined;
  if (role) {
    const badge = role === loudCell(row) && text !== '' ? <Badge line={line} text={text} /> : text;
    return <Cell key={id} role={role} row={row} cells={cells} text={text} title={name} class="plan-rollup-table-cell" isInColumn>{badge}</Cell>;
  }
  const isStale = id === 'age' && row.isStale === true;
  return (
    <div key={id} class={`plan-rollup-table-cell is-${id}${isStale ? ' is-stale' : ''}`} role="gridcell" title={id === 'text' ? rowTitle(lens, row) : text}>
      {contentOf(id, text, line)}
    </div>
  );
}

function contentOf(id: string, text: string, line: TableLineProps): ComponentChild {
  const { row } = line;
  switch (id) {
    case 'text':
      return row.mark === undefined ? <span class="plan-rollup-item-title">{text}</span> : <Task line={line} text={text} />;
    case 'status':
      return <PlanStatus row={row} color={line.color} onStatus={line.isLocked ? null : line.onStatus} />;
    case 'checks':
      return <PlanChecks row={row} />;
    case 'score':
    case 'id':
    case 'severity':
      return text === '' ? null : <Badge line={line} text={text} />;
    case 'actions':
      return <DriftButtons row={row} onMend={line.onMend} onIgnore={line.onIgnore} />;
    default:
      return text;
  }
}

interface PartProps {
  readonly line: TableLineProps;
  readonly text: string;
}

function Badge({ line: { lens, row }, text }: PartProps): ComponentChild {
  return <span class={`plan-rollup-badge is-rank-${badgeRank(lens, row)}`}>{text}</span>;
}

/** A click beside the box, or on Undo, does not open the note. */
function Task({ line: { row, isBusy, isLocked, onTick, onUndo }, text }: PartProps): ComponentChild {
  const stop = (event: Event): void => { event.stopPropagation(); };
  return (
    <>
      <div class="plan-rollup-tick-cell" onClick={stop}>
        <TaskTick row={row} isBusy={isBusy} isLocked={isLocked} onTick={onUndo ?? onTick} />
      </div>
      <span class="plan-rollup-item-text">{text}</span>
      {onUndo && <span onClick={stop}><UndoButton text={text} onUndo={onUndo} /></span>}
    </>
  );
}
