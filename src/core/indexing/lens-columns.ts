/** The columns of each lens: what a row says in each, as text. The pane, the code block and exports all show these. */
import { DRIFT_NAMES } from '../check/drift';
import type { Lens } from './lens';
import type { RollupRow } from './rollup-row';

export interface LensColumn {
  /** Stable; saved with column widths. */
  readonly id: string;
  readonly name: string;
  /** Without Markdown marks; '' for nothing. */
  readonly value: (row: RollupRow) => string;
  /** The same of a column of numbers, for programs; null for none. */
  readonly number?: (row: RollupRow) => number | null;
  /** Whether it names the row's note. */
  readonly isLink?: boolean;
}

/** A column of numbers. */
function count(id: string, name: string, of: (row: RollupRow) => number | null | undefined): LensColumn {
  return { id, name, value: (row) => String(of(row) ?? ''), number: (row) => of(row) ?? null };
}

const text = (name: string): LensColumn => ({ id: 'text', name, value: (row) => row.text });
const PLAN: LensColumn = { id: 'plan', name: 'Plan', value: (row) => row.plan, isLink: true };
const PATH: LensColumn = { id: 'path', name: 'Path', value: (row) => row.path };
const LINE = count('line', 'Line', (row) => row.line + 1);
const STATE: LensColumn = { id: 'state', name: 'State', value: (row) => row.state };
const STATUS: LensColumn = { id: 'status', name: 'Status', value: (row) => row.status ?? '' };
const OWNER: LensColumn = { id: 'owner', name: 'Owner', value: (row) => row.owner ?? '' };
const SECTION: LensColumn = { id: 'section', name: 'Section', value: (row) => row.section.join(' › ') };

const field = (id: 'priority' | 'effort' | 'impact' | 'when' | 'phase' | 'likelihood' | 'mitigation' | 'id' | 'level' | 'date' | 'author' | 'detail' | 'severity' | 'evidence', name: string): LensColumn => ({ id, name, value: (row) => row[id] ?? '' });

const progress = ({ done, total }: { readonly done: number; readonly total: number }): string => (total === 0 ? '' : `${done}/${total}`);

const COLUMNS: Readonly<Record<Lens, readonly LensColumn[]>> = {
  plans: [
    { ...text('Plan'), isLink: true },
    STATUS,
    { id: 'checks', name: 'Checks', value: (row) => (row.checks ? progress(row.checks) : '') },
    { id: 'phases', name: 'Phases', value: (row) => (row.phases ?? []).map((phase) => `${phase.name} ${progress(phase)}`).join(', ') },
    { id: 'next', name: 'Next open check', value: (row) => row.nextItem?.text ?? '' },
    count('age', 'Days untouched', (row) => row.age),
    OWNER,
    PATH,
  ],
  priorities: [field('priority', 'Priority'), text('Task'), field('detail', 'Detail'), field('effort', 'Effort'), count('hours', 'Hours', (row) => row.hours), field('impact', 'Impact'), field('when', 'When'), STATE, PLAN, STATUS, PATH, LINE],
  verification: [STATE, text('Check'), { id: 'class', name: 'Class', value: ({ verification = null }) => (verification === 'other' ? '' : (verification ?? '')) }, field('phase', 'Phase'), SECTION, PLAN, STATUS, PATH, LINE],
  questions: [STATE, text('Question'), PLAN, STATUS, PATH, LINE],
  risks: [count('score', 'Score', (row) => row.score), text('Risk'), field('likelihood', 'Likelihood'), field('impact', 'Impact'), field('mitigation', 'Mitigation'), PLAN, STATUS, PATH, LINE],
  requirements: [field('id', 'Id'), field('level', 'Level'), text('Requirement'), count('checkCount', 'Checks', (row) => row.checkCount), STATE, PLAN, STATUS, PATH, LINE],
  drift: [field('severity', 'Severity'), text('Contradiction'), { id: 'kind', name: 'Kind', value: ({ kind }) => (kind === undefined ? '' : DRIFT_NAMES[kind]) }, field('evidence', 'Evidence'), { id: 'state', name: 'State', value: ({ state }) => (state === 'dropped' ? 'ignored' : '') }, PLAN, STATUS, PATH, LINE],
  activity: [field('date', 'Date'), text('Change'), field('author', 'Author'), PLAN, STATUS, PATH, LINE],
};

export function columnsOf(lens: Lens): readonly LensColumn[] {
  return COLUMNS[lens];
}
