import type { ComponentChild } from 'preact';
import type { Lens } from '../../core/indexing/query';
import type { StatusColor } from '../../core/status/workflow';
import { DriftLine, type DriftLineProps } from './drift-line';
import { FactLine } from './fact-line';
import { type ItemLineProps, TaskLine } from './pane-rows';
import { PlanLine } from './plan-line';
import { type LineCells, PriorityLine } from './priority-line';

/** One row in the way of its lens. */
export function ItemLine({ lens, row, color, onStatus, onMend, onIgnore, cells, ...line }: ItemLineProps & Pick<DriftLineProps, 'onMend' | 'onIgnore'> & { readonly lens: Lens; readonly cells: LineCells | null; readonly color: StatusColor; readonly onStatus: () => void }): ComponentChild {
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
