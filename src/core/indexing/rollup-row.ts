/** One row of a lens, made when it is asked for. */
import type { DriftCode, Mend, Severity } from '../check/drift';
import type { VerificationClass } from '../plan/plan';
import type { StatusGroup } from '../status/workflow';
import type { LineTarget } from '../text/line-target';
import type { CellRole, IndexedNote } from './indexed-note';
import { ageOf, isStale, type QueryContext } from './item-values';
import { formOf, itemsOf, type Lens, stateOf, statesOf } from './lens';
import type { ItemState } from './note-record';

/** How much of something is ticked; dropped items count neither way. */
export interface Progress {
  readonly name: string;
  readonly done: number;
  readonly total: number;
}

export interface RollupRow {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  readonly state: ItemState;
  /** Title of the plan the row belongs to, its status as written, and the status's id where the workflow knows it. */
  readonly plan: string;
  readonly status: string | null;
  readonly statusId: string | null;
  readonly statusGroup: StatusGroup | null;
  /** Null until the plan's facts have been read. */
  readonly owner: string | null;
  /** Headings above it, from the top. */
  readonly section: readonly string[];
  /** How the line is found again for an edit; null for a whole plan. */
  readonly target: LineTarget | null;
  readonly label?: string | null;
  readonly phase?: string | null;
  readonly verification?: VerificationClass | null;
  /** The character between the brackets; '' for an item without a box. */
  readonly mark?: string;
  /** What the text alone does not say; see `PriorityRow`. */
  readonly detail?: string | null;
  readonly priority?: string | null;
  /** Column of each cell in the row's table, −1 for none. */
  readonly columns?: Readonly<Record<CellRole, number>>;
  /** The line of the table's header, which names the columns. */
  readonly header?: string | null;
  /** That of the priority cell. */
  readonly priorityColumn?: number;
  readonly rank?: number;
  readonly effort?: string | null;
  readonly hours?: number | null;
  readonly impact?: string | null;
  readonly when?: string | null;
  /** Of a plan: its checks in all, by class and by phase (parts of the checks, those in no phase left out), and the first open one. */
  readonly checks?: Omit<Progress, 'name'>;
  readonly classes?: readonly Progress[];
  readonly phases?: readonly Progress[];
  readonly nextItem?: { readonly line: number; readonly text: string } | null;
  /** Days since the plan was touched; null where nobody knows. */
  readonly age?: number | null;
  readonly isStale?: boolean;
  /** Of a risk; its `impact` stands above. `score` is likelihood × impact, null where either is unknown. */
  readonly likelihood?: string | null;
  readonly mitigation?: string | null;
  readonly score?: number | null;
  /** Of a requirement: its id, weight, and how many checks name it; null without an id. */
  readonly id?: string | null;
  readonly level?: string | null;
  readonly checkCount?: number | null;
  /** Of a log entry. `date` is 'YYYY-MM-DD' where it can be read. */
  readonly date?: string;
  readonly author?: string | null;
  /** Of a contradiction, which is the row's text: its kind, what it rests on, and the edit that mends it, null for none. */
  readonly kind?: DriftCode;
  readonly severity?: Severity;
  readonly evidence?: string;
  readonly mend?: Mend | null;
}

/** The row of a note's item. */
export function rowOf({ note, item }: { readonly note: IndexedNote; readonly item: number }, lens: Lens, context: QueryContext): RollupRow {
  switch (formOf(note, lens)) {
    case 'plan':
      return inPlan(note, { line: 0, text: note.title, state: stateOf(note, 0, 'plans'), section: [], target: null, ...planProgress(note), age: ageOf(note, context), isStale: isStale(note, context) });
    case 'row':
      return inPlan(note, note.row(item));
    case 'task':
      return inPlan(note, note.task(item));
    case 'drift':
      return inPlan(note, { section: [], line: 0, text: '', ...driftOf(note, item), state: stateOf(note, item, lens), target: null });
    case 'fact':
      return inPlan(note, { section: [], line: 0, text: '', state: 'open', ...factOf(note, item, lens), target: note.factTarget(item) });
  }
}

/** What a row says of itself, and what its plan adds. One spread, at the end: a property added behind a spread takes V8 ten times as long. */
function inPlan(note: IndexedNote, own: Omit<RollupRow, 'path' | 'plan' | 'status' | 'statusId' | 'statusGroup' | 'owner'>): RollupRow {
  return { path: note.path, plan: note.title, status: note.statusText, statusId: note.status, statusGroup: note.statusGroup, owner: note.facts?.owner ?? null, ...own };
}

function driftOf({ drift }: IndexedNote, item: number): Partial<RollupRow> {
  const found = drift[item];
  return found ? { line: found.line, text: found.message, kind: found.code, severity: found.severity, evidence: found.evidence, mend: found.mend } : {};
}

function factOf({ facts }: IndexedNote, item: number, lens: Lens): Partial<RollupRow> {
  if (!facts) return {};
  const about = { line: facts.line(item), text: facts.text(item), state: facts.state(item) };
  const number = facts.number(item, 0);
  if (lens === 'risks') return { ...about, likelihood: facts.note(item, 0), impact: facts.note(item, 1), mitigation: facts.note(item, 2), score: number === 0 ? null : number };
  if (lens === 'requirements') return { ...about, id: facts.note(item, 0), level: facts.note(item, 1), checkCount: number < 0 ? null : number };
  if (lens === 'activity') return { ...about, date: facts.note(item, 0) ?? '', author: facts.note(item, 1) };
  return { ...about, mark: facts.mark(item), label: null };
}

/** An indexed note never changes, so this is counted once, and goes when the note goes. */
const counted = new WeakMap<IndexedNote, PlanProgress>();

type PlanProgress = Required<Pick<RollupRow, 'checks' | 'classes' | 'phases' | 'nextItem'>>;

function planProgress(note: IndexedNote): PlanProgress {
  let known = counted.get(note);
  if (!known) counted.set(note, (known = countProgress(note)));
  return known;
}

function countProgress(note: IndexedNote): PlanProgress {
  const { done, open } = statesOf(note, 'verification');
  const [next] = itemsOf(note, 'verification', ['open']);
  return { checks: { done, total: done + open }, classes: classesOf(note), phases: phasesOf(note), nextItem: next === undefined ? null : { line: note.taskLine(next), text: note.taskText(next) } };
}

function classesOf(note: IndexedNote): Progress[] {
  return tally(note, [], (item) => note.taskClass(item) ?? 'other');
}

/** Phases with checks, in the order of the plan; its steps, which are no checks, don't count. */
function phasesOf(note: IndexedNote): Progress[] {
  const { facts } = note;
  const [from, to] = facts?.range('phase') ?? [0, 0];
  const names = Array.from({ length: to - from }, (_none, at) => facts?.note(from + at, 0) ?? '');
  return tally(note, names, (item) => note.taskPhase(item));
}

/** Checks by name: names in the order given, then as they come; what has none, and names without checks, are left out. */
function tally(note: IndexedNote, names: readonly string[], nameOf: (item: number) => string | null): Progress[] {
  const sums = new Map(names.map((name) => [name, { done: 0, total: 0 }]));
  for (const item of itemsOf(note, 'verification', ['open', 'done'])) {
    const name = nameOf(item);
    if (name === null) continue;
    const { done, total } = sums.get(name) ?? { done: 0, total: 0 };
    sums.set(name, { done: done + (note.taskState(item) === 'done' ? 1 : 0), total: total + 1 });
  }
  return [...sums].flatMap(([name, sum]) => (sum.total > 0 ? [{ name, ...sum }] : []));
}
