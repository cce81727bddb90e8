/** The lenses of the pane: a name, how rows may be grouped and sorted, how tall they are, and what an empty one says. */
import type { GroupKey, HiddenItems, Lens, QueryOptions, SortKey } from '../../core/indexing/query';
import { lensState, type PaneState } from './pane-state';
import type { LineHeights } from './rows-model';

export interface PaneLens {
  readonly id: Lens;
  readonly name: string;
  /** What can be grouped by; the first unless the user chooses. */
  readonly groups: readonly (GroupKey | 'none')[];
  /** What can be sorted by; the lens's own way unless the user chooses. '' is the order of the notes. */
  readonly sorts: readonly (SortKey | '')[];
  /** Whether what is done is shown too, unless the query says otherwise. */
  readonly showsAllStates?: boolean;
  readonly heights: LineHeights;
  /** What is no longer shown because somebody is through with it; "done" unless said. */
  readonly through?: string;
  /** Whether nothing in it is ever done: then headings count their rows. */
  readonly isList?: boolean;
  /** What the vault would need to have for this lens to show anything. */
  readonly hint: string;
}

const HEIGHTS: LineHeights = { item: 50, plan: 44, section: 28 };

export const PANE_LENSES: readonly [PaneLens, ...PaneLens[]] = [
  {
    id: 'plans',
    name: 'Plans',
    groups: ['none', 'status', 'owner', 'folder'],
    sorts: ['', 'status', 'progress', 'age', 'text', 'owner'],
    showsAllStates: true,
    heights: { ...HEIGHTS, item: 70, plan: 30 },
    hint: 'No plans yet. “Create plan note from a template” makes one; “Why is this (not) a plan?” tells what a note is taken for.',
  },
  {
    id: 'priorities',
    name: 'Priorities',
    groups: ['none', 'plan', 'priority', 'status', 'owner', 'folder'],
    sorts: ['priority', 'effort', 'impact', 'when', 'plan', 'status', 'text'],
    heights: HEIGHTS,
    hint: 'No priority tables yet. A table with a column such as “Priority”, or with “Effort” and “Impact”, shows up here.',
  },
  {
    id: 'verification',
    name: 'Verification',
    groups: ['plan', 'class', 'phase', 'status', 'owner', 'folder', 'none'],
    sorts: ['', 'plan', 'status', 'text'],
    heights: { ...HEIGHTS, item: 40 },
    hint: 'No verification items yet. Checkboxes under a heading such as “Verification” or “Success criteria” show up here.',
  },
  {
    id: 'questions',
    name: 'Questions',
    groups: ['plan', 'status', 'owner', 'folder', 'none'],
    sorts: ['', 'plan', 'text'],
    heights: { ...HEIGHTS, item: 40 },
    hint: 'No open questions. List items under a heading such as “Open questions” show up here.',
  },
  {
    id: 'risks',
    name: 'Risks',
    groups: ['none', 'plan', 'status', 'owner', 'folder'],
    sorts: ['score', 'plan', 'text'],
    heights: HEIGHTS,
    hint: 'No risks yet. A table with “Likelihood” and “Impact”, or items such as “**Risk**: …”, show up here.',
  },
  {
    id: 'requirements',
    name: 'Requirements',
    groups: ['plan', 'status', 'owner', 'folder', 'none'],
    sorts: ['', 'id', 'text'],
    heights: HEIGHTS,
    hint: 'No requirements yet. Items with an id, such as “**REQ-1 (MUST)**: …”, show up here.',
  },
  {
    id: 'drift',
    name: 'Drift',
    groups: ['none', 'severity', 'kind', 'plan', 'status', 'owner', 'folder'],
    sorts: ['severity', 'plan', 'status', 'text'],
    heights: { ...HEIGHTS, item: 112, plan: 30 },
    through: 'ignored',
    isList: true,
    hint: 'No plan contradicts itself.',
  },
  {
    id: 'activity',
    name: 'Activity',
    groups: ['none', 'plan', 'owner', 'folder'],
    sorts: ['date', 'plan', 'text'],
    showsAllStates: true,
    heights: HEIGHTS,
    hint: 'No change logs yet. Each move of a plan’s status adds an entry to its log.',
  },
];

/** What a query needs beside the index and the pane's state. */
export type Asked = Pick<QueryOptions, 'today' | 'staleDays' | 'excluded'>;

/** The lens that the state names. */
export function lensOf({ lens }: PaneState): PaneLens {
  return PANE_LENSES.find(({ id }) => id === lens) ?? FIRST_LENS;
}

const NO_FOLDERS: readonly string[] = [];

/** What is asked of the index for the lens that the state names. */
export function lensQuery(state: PaneState, { excluded = NO_FOLDERS, ...asked }: Asked): { readonly query: string; readonly options: QueryOptions } {
  const lens = lensOf(state);
  const { query, group, sort } = lensState(state, lens.id);
  return { query, options: { ...asked, excluded: state.showsExcluded ? NO_FOLDERS : excluded, lens: lens.id, group: group || (lens.groups[0] ?? 'none'), sort } };
}

/** What the pane shows until the user chooses. */
export const FIRST_LENS: PaneLens = PANE_LENSES[1] ?? PANE_LENSES[0];

export const GROUP_NAMES: Readonly<Record<GroupKey | 'none', string>> = { none: 'No groups', plan: 'Plan', phase: 'Phase', class: 'Class', priority: 'Priority', status: 'Status', owner: 'Owner', folder: 'Folder', severity: 'Severity', kind: 'Kind' };
export const SORT_NAMES: Readonly<Record<SortKey | '', string>> = {
  '': 'Place in the note',
  priority: 'Priority',
  effort: 'Effort',
  score: 'Score',
  status: 'Status',
  age: 'Days untouched',
  progress: 'Progress',
  date: 'Date',
  plan: 'Plan',
  path: 'Path',
  text: 'Text',
  when: 'When',
  impact: 'Impact',
  owner: 'Owner',
  id: 'Id',
  severity: 'Severity',
};

export interface EmptyState {
  readonly isFiltered: boolean;
  readonly total: number;
  readonly isReading: boolean;
  /** Whether something is wrong with the filter, which is said below it. */
  readonly isWrong: boolean;
}

/** Why nothing is shown, and what to do about it. */
export function emptyMessage(lens: PaneLens, state: EmptyState): string {
  const { through = 'done' } = lens;
  if (state.isFiltered && state.total > 0 && state.isWrong) return `None of ${state.total.toLocaleString()} rows match the filter. What is wrong with it is said below it.`;
  if (state.isFiltered && state.total > 0) return `None of ${state.total.toLocaleString()} rows match the filter. “is:any” shows those that are ${through} as well.`;
  if (state.isReading) return 'Reading the vault…';
  if (state.total > 0) return `All ${state.total.toLocaleString()} are ${through}. Type “is:any” into the filter to see them.`;
  return lens.hint;
}

/** What is hidden, reason by reason, and what shows it. */
export interface HiddenReason {
  readonly text: string;
  readonly shows: 'states' | 'excluded' | 'filtered';
}

/** "34 ticked", "180 in excluded folders"; none where all is shown. */
export function hiddenReasons({ excluded, open, done, dropped, filtered }: HiddenItems, { through = 'dropped' }: Pick<PaneLens, 'through'> = {}): HiddenReason[] {
  const reasons: (HiddenReason | null)[] = [
    filtered > 0 ? { text: `${filtered.toLocaleString()} don’t match`, shows: 'filtered' } : null,
    done > 0 ? { text: `${done.toLocaleString()} done`, shows: 'states' } : null,
    dropped > 0 ? { text: `${dropped.toLocaleString()} ${through}`, shows: 'states' } : null,
    open > 0 ? { text: `${open.toLocaleString()} open`, shows: 'states' } : null,
    excluded > 0 ? { text: `${excluded.toLocaleString()} in excluded folders`, shows: 'excluded' } : null,
  ];
  return reasons.filter((reason) => reason !== null);
}
