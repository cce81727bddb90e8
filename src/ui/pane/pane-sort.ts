/** The order of the pane's rows as text, "plan,-score": what its select box, its arrow and the headers of columns make of it. Pure. */
import { type Lens, OWN_SORTS, readSort, type SortKey, type SortOrder } from '../../core/indexing/query';

/** How rows are sorted: as the user chose, or in the lens's own way. */
export function ordersOf(lens: Lens, sort: string): readonly SortOrder[] {
  const asked = readSort(sort);
  return asked.length > 0 ? asked : readSort(OWN_SORTS[lens]);
}

/** The sort after a click on a header: by this key alone, or the other way round where it is so already. */
export function sortedBy(lens: Lens, sort: string, key: SortKey): string {
  const orders = ordersOf(lens, sort);
  const [first] = orders;
  if (orders.length === 1 && first?.key === key) return writeOrders(lens, [turned(first)]);
  return sortChosen(lens, key);
}

/** By this key alone, in the lens's own direction where it is its own key. */
export function sortChosen(lens: Lens, key: string): string {
  return key === OWN_SORTS[lens].replace('-', '') ? '' : key;
}

/** The same after a click with Shift: the key joins the others, or is turned round among them. */
export function alsoSortedBy(lens: Lens, sort: string, key: SortKey): string {
  const orders = ordersOf(lens, sort);
  const isThere = orders.some((order) => order.key === key);
  return writeOrders(lens, isThere ? orders.map((order) => (order.key === key ? turned(order) : order)) : [...orders, { key, isDescending: false }]);
}

export function turned({ key, isDescending }: SortOrder): SortOrder {
  return { key, isDescending: !isDescending };
}

/** '' for the lens's own way. */
export function writeOrders(lens: Lens, orders: readonly SortOrder[]): string {
  const sort = orders.map(({ key, isDescending }) => `${isDescending ? '-' : ''}${key}`).join(',');
  return sort === OWN_SORTS[lens] ? '' : sort;
}
