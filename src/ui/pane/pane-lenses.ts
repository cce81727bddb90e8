/** The lenses of the pane: a name, how rows are grouped, how tall they are, and what an empty one says. */
import type { Lens } from '../../core/indexing/query';
import type { LineHeights } from './rows-model';

export interface PaneLens {
  readonly id: Lens;
  readonly name: string;
  readonly group: 'plan' | 'none';
  readonly heights: LineHeights;
  /** What the vault would need to have for this lens to show anything. */
  readonly hint: string;
}

export const PANE_LENSES: readonly [PaneLens, ...PaneLens[]] = [
  {
    id: 'priorities',
    name: 'Priorities',
    group: 'none',
    heights: { item: 50, plan: 44, section: 28 },
    hint: 'No priority tables yet. A table with a column such as “Priority”, or with “Effort” and “Impact”, shows up here.',
  },
  {
    id: 'verification',
    name: 'Verification',
    group: 'plan',
    heights: { item: 40, plan: 44, section: 28 },
    hint: 'No verification items yet. Checkboxes under a heading such as “Verification” or “Success criteria” show up here.',
  },
];

/** Why nothing is shown, and what to do about it. */
export function emptyMessage(lens: PaneLens, state: { isFiltered: boolean; total: number; isReading: boolean }): string {
  if (state.isFiltered && state.total > 0) return `None of ${state.total.toLocaleString()} rows match the filter. “is:any” shows those that are done as well.`;
  if (state.isReading) return 'Reading the vault…';
  if (state.total > 0) return `All ${state.total.toLocaleString()} are done. Type “is:any” into the filter to see them.`;
  return lens.hint;
}
