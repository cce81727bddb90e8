/** The header of the table in a wide pane: a click sorts by a column, Shift and a click by one more, and a handle beside each sets its width. */
import type { ComponentChild } from 'preact';
import type { SortOrder } from '../../core/indexing/query';
import { type PaneColumn, sortKeyOf } from './pane-columns';
import { alsoSortedBy, ordersOf, sortedBy } from './pane-sort';
import type { PaneTable } from './pane-table';
import { WidthHandle } from './width-handle';

export function ColumnHeader({ table }: { readonly table: PaneTable }): ComponentChild {
  const { lens, columns, sort } = table;
  const orders = ordersOf(lens.id, sort);
  const text = columns.findIndex(({ width }) => width === null);
  return (
    <div class="plan-rollup-columns" role="row" aria-rowindex={1}>
      {columns.map((column, at) => <HeaderCell key={column.id} table={table} column={column} orders={orders} isBehindText={at > text} />)}
    </div>
  );
}

interface HeaderCellProps {
  readonly table: PaneTable;
  readonly column: PaneColumn;
  readonly orders: readonly SortOrder[];
  readonly isBehindText: boolean;
}

function HeaderCell({ table, column, orders, isBehindText }: HeaderCellProps): ComponentChild {
  const { lens, sort, onSort } = table;
  const { id, name, width } = column;
  const key = sortKeyOf(column, lens.sorts);
  const place = orders.findIndex((order) => order.key === key);
  const order = orders[place];
  const activate = ({ shiftKey }: MouseEvent | KeyboardEvent): void => {
    if (key !== null) onSort((shiftKey ? alsoSortedBy : sortedBy)(lens.id, sort, key));
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    if (!event.repeat) activate(event);
  };
  return (
    <div
      class={`plan-rollup-column is-${id}${key === null ? '' : ' is-sortable'}${isBehindText ? ' is-behind-text' : ''}`}
      role="columnheader"
      aria-label={name}
      title={name}
      {...(key !== null && { 'tabIndex': 0, 'aria-sort': order ? (order.isDescending ? 'descending' : 'ascending') : 'none', 'onClick': activate, 'onKeyDown': onKey } as const)}
    >
      <span class="plan-rollup-column-name">{name}</span>
      {order && <span class="plan-rollup-column-order" aria-hidden="true">{`${order.isDescending ? '↓' : '↑'}${orders.length > 1 ? place + 1 : ''}`}</span>}
      {width !== null && <WidthHandle table={table} column={column} isBehindText={isBehindText} />}
    </div>
  );
}
