/**
 * What the rollup keeps of one note: integer columns and the source lines of its items in one string. The note's
 * text is not kept, and no slice of it is, or the engine would hold the whole note in memory for one line.
 */
import { IntTable } from '../text/int-table';
import type { PlanReading } from '../plan/parse-plan';
import type { PriorityRow, Task, VerificationClass } from '../plan/plan';
import { fingerprint } from '../text/fingerprint';
import type { LineTarget } from '../text/line-target';
import { countTwins } from './line-twins';
import { sectionTitle } from './section-title';

const STATES = ['open', 'done', 'dropped'] as const;
export type ItemState = (typeof STATES)[number];
const CLASSES: readonly VerificationClass[] = ['automated', 'manual', 'invariant', 'functional', 'defaults', 'compatibility', 'ops', 'other'];
const KINDS = ['verification', 'question', 'other'] as const;

/** Columns of a task. */
const T = { line: 0, state: 1, kind: 2, verification: 3, twins: 4, sourceFrom: 5, sourceTo: 6, text: 7, label: 8, path: 9, phase: 10, mark: 11, section: 12 } as const;
/** Columns of a priority row. */
const P = { line: 0, state: 1, rank: 2, minutes: 3, twins: 4, sourceFrom: 5, sourceTo: 6, title: 7, priority: 8, effort: 9, impact: 10, when: 11, path: 12, priorityColumn: 13, detail: 14 } as const;
const NONE = -1;

export class IndexedNote {
  readonly title: string;
  readonly isPlan: boolean;
  /** Id of the status, or null; and the word as written. */
  readonly status: string | null;
  readonly statusText: string | null;
  readonly hasConflict: boolean;
  private readonly note: number;
  /** Path at which the text was read: where a note lies is evidence for its being a plan. */
  private readonly readAt: string;
  private readonly isNamedByFile: boolean;
  private readonly tasks = new IntTable(13, 4);
  private readonly rows = new IntTable(15, 2);
  private readonly sources: string;
  private readonly strings: string[] = [];

  constructor(
    readonly path: string,
    text: string,
    plan: PlanReading,
  ) {
    this.readAt = path;
    this.isNamedByFile = plan.title === null;
    this.title = own(plan.title ?? baseName(path));
    this.isPlan = plan.isPlan;
    this.status = plan.status?.status ?? null;
    this.statusText = plan.status ? own(plan.status.raw) : null;
    this.hasConflict = plan.status?.conflict ?? false;
    this.note = fingerprint(text);
    this.sources = this.record(text, plan);
  }

  /** The same note under another path, where it counts as not read yet. */
  moved(path: string): IndexedNote {
    const copy = Object.create(IndexedNote.prototype) as IndexedNote;
    return Object.assign(copy, this, { path, title: this.isNamedByFile ? baseName(path) : this.title });
  }

  /** Whether `text` is what was recorded, at this path; then nothing needs to be read again. */
  isOf(text: string): boolean {
    return this.readAt === this.path && fingerprint(text) === this.note;
  }

  get taskCount(): number {
    return this.tasks.length;
  }

  get rowCount(): number {
    return this.rows.length;
  }

  taskState(task: number): ItemState {
    return STATES[this.tasks.get(task, T.state)] ?? 'open';
  }

  taskKind(task: number): Task['kind'] {
    return KINDS[this.tasks.get(task, T.kind)] ?? 'other';
  }

  task(task: number): { line: number; text: string; label: string | null; section: readonly string[]; phase: string | null; verification: VerificationClass | null; mark: string; state: ItemState } {
    const verification = this.tasks.get(task, T.verification);
    return {
      line: this.tasks.get(task, T.line),
      text: this.taskText(task),
      label: this.taskLabel(task),
      section: this.pathOf(this.tasks.get(task, T.path)),
      phase: this.string(this.tasks.get(task, T.phase)),
      verification: verification === NONE ? null : (CLASSES[verification] ?? 'other'),
      mark: String.fromCodePoint(this.tasks.get(task, T.mark)),
      state: this.taskState(task),
    };
  }

  taskText(task: number): string {
    return this.string(this.tasks.get(task, T.text)) ?? '';
  }

  taskLabel(task: number): string | null {
    return this.string(this.tasks.get(task, T.label));
  }

  /** What the task's section is called in the pane. */
  sectionTitle(task: number): string {
    return this.string(this.tasks.get(task, T.section)) ?? '';
  }

  rowState(row: number): 'open' | 'done' {
    return this.rows.get(row, P.state) === 0 ? 'open' : 'done';
  }

  rank(row: number): number {
    return this.rows.get(row, P.rank);
  }

  row(row: number): Omit<PriorityRow, 'table' | 'row'> & { section: readonly string[]; priorityColumn: number } {
    const minutes = this.rows.get(row, P.minutes);
    return {
      line: this.rows.get(row, P.line),
      title: this.string(this.rows.get(row, P.title)) ?? '',
      detail: this.string(this.rows.get(row, P.detail)),
      priority: this.string(this.rows.get(row, P.priority)),
      rank: this.rank(row),
      effort: this.string(this.rows.get(row, P.effort)),
      hours: minutes === NONE ? null : minutes / 60,
      impact: this.string(this.rows.get(row, P.impact)),
      when: this.string(this.rows.get(row, P.when)),
      state: this.rowState(row),
      section: this.pathOf(this.rows.get(row, P.path)),
      priorityColumn: this.rows.get(row, P.priorityColumn),
    };
  }

  taskTarget(task: number): LineTarget {
    return this.target(this.tasks, task);
  }

  rowTarget(row: number): LineTarget {
    return this.target(this.rows, row);
  }

  private target(table: IntTable, at: number): LineTarget {
    return {
      line: table.get(at, T.line),
      source: this.sources.slice(table.get(at, T.sourceFrom), table.get(at, T.sourceTo)),
      twins: table.get(at, T.twins),
      note: this.note,
    };
  }

  /** Fills the columns; answers the items' source lines as one string. */
  private record(text: string, plan: PlanReading): string {
    const intern = new Map<string, number>();
    const id: Intern = (value) => {
      if (value === null) return NONE;
      const known = intern.get(value);
      if (known !== undefined) return known;
      intern.set(value, this.strings.push(own(value)) - 1);
      return this.strings.length - 1;
    };
    const places = new PlaceNames(this.title, id);
    for (const task of plan.tasks) this.addTask(task, id, places);
    for (const row of plan.priorities) this.addRow(row, plan, id);
    return this.recordSources(text);
  }

  private addTask(task: Task, id: Intern, places: PlaceNames): void {
    const at = this.tasks.push();
    const { data } = this.tasks;
    data[at + T.line] = task.line;
    data[at + T.state] = STATES.indexOf(task.state);
    data[at + T.kind] = KINDS.indexOf(task.kind);
    data[at + T.verification] = task.verification === null ? NONE : CLASSES.indexOf(task.verification);
    data[at + T.text] = id(task.text);
    data[at + T.label] = id(task.label);
    data[at + T.path] = places.path(task.path);
    data[at + T.section] = places.section(task.path, task.label);
    data[at + T.phase] = id(task.phase);
    data[at + T.mark] = task.mark.codePointAt(0) ?? 32;
  }

  private addRow(row: PriorityRow, plan: PlanReading, id: Intern): void {
    const table = plan.tables[row.table];
    const at = this.rows.push();
    const { data } = this.rows;
    data[at + P.line] = row.line;
    data[at + P.state] = row.state === 'open' ? 0 : 1;
    data[at + P.rank] = row.rank;
    data[at + P.minutes] = row.hours === null ? NONE : Math.round(row.hours * 60);
    data[at + P.title] = id(row.title);
    data[at + P.detail] = id(row.detail);
    data[at + P.priority] = id(row.priority);
    data[at + P.effort] = id(row.effort);
    data[at + P.impact] = id(row.impact);
    data[at + P.when] = id(row.when);
    data[at + P.path] = id((table?.path ?? []).join(PATH_SEPARATOR));
    data[at + P.priorityColumn] = table?.roles.indexOf('priority') ?? NONE;
  }

  private recordSources(text: string): string {
    const lines = [...this.linesOf(this.tasks), ...this.linesOf(this.rows)];
    const sorted = [...new Set(lines)].sort((a, b) => a - b);
    const found = new Map(countTwins(text, sorted).map((entry, at) => [sorted[at] ?? 0, entry] as const));
    let sources = '';
    for (const table of [this.tasks, this.rows]) {
      for (let at = 0; at < table.length; at++) {
        const entry = found.get(table.get(at, T.line));
        if (!entry) continue;
        table.set(at, T.twins, entry.twins);
        table.set(at, T.sourceFrom, sources.length);
        sources += text.slice(entry.from, entry.to);
        table.set(at, T.sourceTo, sources.length);
      }
      table.trim();
    }
    return own(sources);
  }

  private linesOf(table: IntTable): number[] {
    return Array.from({ length: table.length }, (_none, at) => table.get(at, T.line));
  }

  private string(id: number): string | null {
    return id === NONE ? null : (this.strings[id] ?? null);
  }

  private pathOf(id: number): readonly string[] {
    const joined = this.string(id);
    return joined === null || joined === '' ? [] : joined.split(PATH_SEPARATOR);
  }
}

/** Number of a string among the note's strings. */
type Intern = (value: string | null) => number;

/** Tasks of one section stand together, so the names of their place are made once. */
class PlaceNames {
  private lastPath: readonly string[] | null = null;
  private lastPathId = NONE;
  private lastLabel: string | null = null;
  private lastSectionId = NONE;

  constructor(
    private readonly plan: string,
    private readonly id: Intern,
  ) {}

  path(path: readonly string[]): number {
    this.look(path);
    return this.lastPathId;
  }

  section(path: readonly string[], label: string | null): number {
    this.look(path);
    if (this.lastSectionId === NONE || label !== this.lastLabel) {
      this.lastLabel = label;
      this.lastSectionId = this.id(sectionTitle(this.plan, path, label));
    }
    return this.lastSectionId;
  }

  private look(path: readonly string[]): void {
    if (path === this.lastPath) return;
    this.lastPath = path;
    this.lastPathId = this.id(path.join(PATH_SEPARATOR));
    this.lastSectionId = NONE;
  }
}

/** Stands in no heading: a heading is one line. */
const PATH_SEPARATOR = '\n';

/**
 * A copy that shares no memory with the text it was cut from: joining makes a new string, and the slice of it keeps
 * that one alive, one character longer. Shorter strings are always copied by the engine.
 */
function own(value: string): string {
  return value.length < 13 ? value : ` ${value}`.slice(1);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}
