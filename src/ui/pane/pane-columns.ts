/** The columns of a pane that is wide enough for a table: which ones a lens has, how wide they are, what they sort by. Pure. */
import { columnsOf, type LensColumn } from '../../core/indexing/lens-columns';
import { type Lens, LENSES, type RollupRow, type SortKey } from '../../core/indexing/query';
import { evidenceOf, nextCheck, severityName } from './row-words';

export interface PaneColumn extends Pick<LensColumn, 'id' | 'name' | 'value'> {
  /** In CSS pixels, unless the user has chosen; null for the column that takes what is left. */
  readonly width: number | null;
}

/** Chosen widths in CSS pixels by the ids of columns. */
export type ColumnWidths = Readonly<Record<string, number>>;

export const NARROWEST = 40;
export const WIDEST = 800;
/** The column that takes what is left is never narrower. */
export const TEXT_NARROWEST = 200;

/** Ids in order, with widths; `text` takes what is left. */
const WIDTHS: Readonly<Record<Lens, Readonly<Record<string, number>>>> = {
  plans: { status: 120, text: 0, checks: 150, next: 220, owner: 110, age: 125 },
  priorities: { priority: 125, text: 0, effort: 90, impact: 90, when: 110, plan: 200 },
  verification: { text: 0, class: 110, phase: 150, plan: 200 },
  questions: { text: 0, plan: 240 },
  risks: { score: 75, text: 0, likelihood: 95, impact: 85, mitigation: 280, plan: 180 },
  requirements: { id: 110, text: 0, level: 90, checkCount: 90, plan: 200 },
  drift: { severity: 95, text: 0, evidence: 280, plan: 180, actions: 190 },
  activity: { date: 110, text: 0, author: 130, plan: 220 },
};

/** Percent of the pane that they have where that is more: what stands in them is long. */
const SHARES: Readonly<Record<string, number>> = { next: 20, mitigation: 22, evidence: 22, plan: 15 };

/** Said in the pane alone, or in other words than in an export. */
const OWN_VALUES: Readonly<Record<string, (row: RollupRow) => string>> = { next: nextCheck, evidence: evidenceOf, severity: severityName };

const COLUMNS = new Map(LENSES.map((lens) => [lens, Object.entries(WIDTHS[lens]).map(([id, width]): PaneColumn => {
  const { name = 'Actions', value = () => '' } = columnsOf(lens).find((column) => column.id === id) ?? {};
  return { id, name, value: OWN_VALUES[id] ?? value, width: id === 'text' ? null : width };
})]));

/** Under headings of plans no row says its plan again. */
export function paneColumns(lens: Lens, group: string): readonly PaneColumn[] {
  const columns = COLUMNS.get(lens) ?? [];
  return group === 'plan' ? columns.filter(({ id }) => id !== 'plan') : columns;
}

/** Widths that were stored, as far as they are ones of the lens's columns; never throws. */
export function readWidths(lens: Lens, stored: unknown): ColumnWidths {
  if (typeof stored !== 'object' || stored === null) return {};
  const isWidth = (id: string, width: unknown): width is number => id !== 'text' && Object.hasOwn(WIDTHS[lens], id) && typeof width === 'number' && width >= NARROWEST && width <= WIDEST;
  return Object.fromEntries(Object.entries(stored).filter(([id, width]) => isWidth(id, width)));
}

export function widthOf({ id, width }: PaneColumn, widths: ColumnWidths): number {
  return widths[id] ?? width ?? TEXT_NARROWEST;
}

/** The value of `grid-template-columns`: where all of them don't fit, the widest give way first. */
export function gridTemplate(columns: readonly PaneColumn[], widths: ColumnWidths): string {
  return columns.map((column) => {
    if (column.width === null) return `minmax(${TEXT_NARROWEST}px, 1fr)`;
    const width = widthOf(column, widths);
    const share = widths[column.id] === undefined ? SHARES[column.id] : undefined;
    const least = isRigid(column) ? Math.min(width, column.width) : NARROWEST;
    return `minmax(${least}px, ${share === undefined ? `${width}px` : `max(${width}px, ${share}%)`})`;
  }).join(' ');
}

/** Whether what stands in it can't be cut: it never gives way. */
function isRigid({ id }: PaneColumn): boolean {
  return id === 'actions';
}

/** What a click on the column's header sorts by, among the keys that the lens offers. */
export function sortKeyOf({ id }: PaneColumn, sorts: readonly (SortKey | '')[]): SortKey | null {
  const key = id === 'checks' ? 'progress' : id;
  return sorts.find((each): each is SortKey => each !== '' && each === key) ?? null;
}

/** Widths by the ids of columns, as they are drawn at the moment. */
export type ShownWidths = ReadonlyMap<string, number>;

/**
 * The widths chosen when one column is made `width` wide, within its limits: the text gives what it can, then the other
 * columns make room. What was cut for want of space becomes a choice too, so that no border moves by itself.
 */
export function resized({ columns, widths }: { readonly columns: readonly PaneColumn[]; readonly widths: ColumnWidths }, shown: ShownWidths, id: string, width: number): ColumnWidths {
  const shownOf = (column: PaneColumn): number => shown.get(column.id) ?? widthOf(column, widths);
  const slackOf = (column: PaneColumn): number => (isRigid(column) ? 0 : Math.max(0, shownOf(column) - NARROWEST));
  const others = columns.filter((column) => column.width !== null && column.id !== id);
  const slack = others.reduce((sum, column) => sum + slackOf(column), 0);
  const spare = Math.max(0, (shown.get('text') ?? Infinity) - TEXT_NARROWEST);
  const free = (shown.get(id) ?? 0) + spare;
  const wanted = Math.round(Math.max(NARROWEST, Math.min(width, WIDEST, free + slack)));
  const missing = Math.max(0, wanted - free);
  const made = spare > 0 && missing === 0 ? [] : others.map((column): [string, number] => [column.id, Math.floor(shownOf(column) - (missing === 0 ? 0 : (missing * slackOf(column)) / slack))]);
  return { ...widths, ...Object.fromEntries(made), [id]: wanted };
}
