import type { ComponentChild } from 'preact';
import { DriftLine } from './drift-line';
import { FactLine } from './fact-line';
import type { PaneColumn } from './pane-columns';
import { TaskLine } from './pane-rows';
import { PlanLine } from './plan-line';
import { PriorityLine } from './priority-line';
import { TableLine, type TableLineProps } from './table-line';

export interface AnyLineProps extends Omit<TableLineProps, 'columns'> {
  /** Null where the pane is too narrow for a table. */
  readonly columns: readonly PaneColumn[] | null;
}

/** One row: of a table where there is room for one, else in the way of its lens. */
export function ItemLine({ columns, ...props }: AnyLineProps): ComponentChild {
  if (columns !== null) return <TableLine columns={columns} {...props} />;
  const { lens, row, color, onStatus, onMend, onIgnore, cells, ...line } = props;
  switch (lens) {
    case 'plans':
      return <PlanLine row={row} color={color} index={line.index} isSelected={line.isSelected} onOpen={line.onOpen} onStatus={line.isLocked ? null : onStatus} />;
    case 'priorities':
      return <PriorityLine row={row} index={line.index} onOpen={line.onOpen} cells={cells} />;
    case 'verification':
    case 'questions':
      return <TaskLine row={row} {...line} />;
    case 'drift':
      return <DriftLine row={row} index={line.index} onOpen={line.onOpen} onMend={onMend} onIgnore={onIgnore} />;
    case 'risks':
    case 'requirements':
    case 'activity':
      return <FactLine lens={lens} row={row} index={line.index} onOpen={line.onOpen} />;
  }
}
