/** A row of a priority table: how urgent it is, what it is about, and its cells, each of which can be edited where it stands. */
import type { ComponentChild } from 'preact';
import type { CellRole } from '../../core/indexing/indexed-note';
import type { RollupRow } from '../../core/indexing/query';
import { CellInput, type CellInputProps } from './cell-input';
import { badgeRank, rowText, rowTitle } from './row-words';
import { cellsOf } from './use-cells';

export interface PriorityLineProps {
  readonly row: RollupRow;
  readonly index: number;
  readonly onOpen: (event: MouseEvent) => void;
  /** Null when nothing may be edited. */
  readonly cells: LineCells | null;
}

/** What the row's cells can do, and do at the moment. */
export interface LineCells {
  /** Id of the cell that the arrows have reached. */
  readonly id: string;
  /** The cell that the arrows have reached. */
  readonly focused: CellRole | null;
  readonly input: CellInputProps | null;
  readonly onFocus: (role: CellRole) => void;
  readonly onEdit: (role: CellRole) => void;
}

export function PriorityLine({ row, index, onOpen, cells }: PriorityLineProps): ComponentChild {
  const first = loudCell(row);
  const cell = (role: CellRole, look: Pick<CellProps, 'text' | 'class' | 'title'>): ComponentChild => <Cell role={role} row={row} cells={cells} {...look} />;
  return (
    <div class="plan-rollup-item is-priority" role="row" aria-rowindex={index + 1} onClick={onOpen}>
      <div class="plan-rollup-priority-line" role="presentation">
        {cell(first, { text: row.priority ?? (row.impact == null ? 'No priority' : `impact ${row.impact}`), class: `plan-rollup-badge is-rank-${badgeRank('priorities', row)}`, title: row.priority === null ? 'Impact; the table has no priority column' : 'Priority' })}
        <div class="plan-rollup-item-title" role="gridcell" title={rowTitle('priorities', row)}>
          {rowText('priorities', row)}
        </div>
      </div>
      <div class="plan-rollup-facts" role="presentation">
        <span class="plan-rollup-plan" role="gridcell">{row.plan}</span>
        {cell('effort', { text: row.effort ?? '', title: 'Effort' })}
        {first !== 'impact' && cell('impact', { text: row.impact == null ? '' : `impact ${row.impact}`, title: 'Impact' })}
        {cell('when', { text: row.when ?? '', title: 'When' })}
      </div>
    </div>
  );
}

/** The cell that says how urgent the row is: the impact, where its table has no priorities. */
export function loudCell({ priority, impact, priorityColumn }: RollupRow): 'priority' | 'impact' {
  return priority === null && impact !== null && priorityColumn === -1 ? 'impact' : 'priority';
}

export interface CellProps extends Pick<PriorityLineProps, 'row' | 'cells'> {
  readonly role: CellRole;
  readonly text: string;
  readonly title: string;
  readonly class?: string;
  /** Whether it stands below its column's header, also where it is empty. */
  readonly isInColumn?: boolean;
  /** What shows the text. */
  readonly children?: ComponentChild;
}

/** An empty one is there where its table has the column: shown for the current row alone, by its name. */
export function Cell({ role, row, cells, text, title, class: look = '', isInColumn = false, children = text }: CellProps): ComponentChild {
  const isEditable = cells !== null && cellsOf(row).includes(role);
  if (cells?.input?.edit.role === role) return <CellInput key={role} {...cells.input} />;
  if (text === '' && !isEditable && !isInColumn) return null;
  const isNamed = text === '' && !isInColumn;
  const isFocused = cells?.focused === role;
  const events = isEditable && {
    onClick: (event: MouseEvent) => {
      event.stopPropagation();
      cells.onFocus(role);
    },
    onDblClick: () => { cells.onEdit(role); },
  };
  return (
    <span class={`${look}${isEditable ? ' plan-rollup-cell' : ''}${isNamed ? ' is-empty' : ''}${isFocused ? ' is-focused' : ''}`} role="gridcell" title={isInColumn && text !== '' ? text : title} aria-label={text === '' ? `${title}: empty` : undefined} {...(isFocused && { id: cells.id })} {...events}>
      {isNamed ? role : children}
    </span>
  );
}
