/**
 * What the rollup shows of one note, read from its record. It never changes: when the note does, another one takes its
 * place.
 */
import type { PlanOverview } from '../plan/parse-plan';
import type { PriorityRow, Task, VerificationClass } from '../plan/plan';
import type { StatusGroup } from '../status/workflow';
import type { LineTarget } from '../text/line-target';
import type { NoteFacts } from './note-facts';
import { CELL_ROLES, type CellRole, COUNTS, type ItemState, type NoteRecord, P, PATH_SEPARATOR, recordNote, STATES, T, type TaskPlace } from './note-record';
import type { DriftItem } from './plan-drift';
import { sectionTitle } from './section-title';

export { CELL_ROLES, type CellRole, type ItemState } from './note-record';

/** What is asked of a task that has none. */
const NO_PLACE: TaskPlace = { kind: 'other', verification: null, path: -1, label: -1, phase: -1 };

const SAID_OF_ROW = [P.title, P.detail, P.when] as const;

export class IndexedNote {
  readonly title: string;
  readonly taskCount: number;
  readonly rowCount: number;
  /** By place; made when the pane asks for them. */
  private readonly titles: string[] = [];

  private constructor(
    readonly path: string,
    private readonly record: NoteRecord,
    /** What the smaller lenses show; null until it is read, and for a note that is no plan. */
    readonly facts: NoteFacts | null,
    /** What the drift lens shows; empty but in a note that was made for it. */
    readonly drift: readonly DriftItem[] = [],
  ) {
    this.title = record.title ?? baseName(path);
    this.taskCount = record.tasks.length / T.width;
    this.rowCount = record.rows.length / P.width;
  }

  /** The note at `path` whose `text`, of this fingerprint, reads as `plan`. */
  static of(text: string, plan: PlanOverview, place: { readonly note: number; readonly path: string; readonly facts: NoteFacts | null }): IndexedNote {
    return new IndexedNote(place.path, recordNote(text, plan, place), place.facts);
  }

  /** The same note under another path, where it counts as not read yet. */
  moved(path: string): IndexedNote {
    return new IndexedNote(path, this.record, this.facts);
  }

  /** The same note, carrying what contradicts itself in it on some day. */
  withDrift(drift: readonly DriftItem[]): IndexedNote {
    return new IndexedNote(this.path, this.record, this.facts, drift);
  }

  /** Whether a text of this fingerprint is what was recorded, at this path; then nothing needs to be read again. */
  isOf(note: number): boolean {
    return this.record.readAt === this.path && note === this.record.note;
  }

  get isPlan(): boolean {
    return this.record.isPlan;
  }

  /** Id of the status, or null. */
  get status(): string | null {
    return this.record.status;
  }

  /** The status as written. */
  get statusText(): string | null {
    return this.record.statusText;
  }

  /** The status as the workflow calls it; null for a word it does not know. */
  get statusName(): string | null {
    return this.record.statusName;
  }

  get statusGroup(): StatusGroup | null {
    return this.record.statusGroup;
  }

  /** Place of the status in the workflow of the note; −1 for none. */
  get statusRank(): number {
    return this.record.statusRank;
  }

  get hasConflict(): boolean {
    return this.record.hasConflict;
  }

  /** How many of its checks, questions or priority rows are in a state. */
  countOf(of: keyof typeof COUNTS, state: ItemState): number {
    return this.record.counts[COUNTS[of] + STATES.indexOf(state)] ?? 0;
  }

  /** The tasks of a kind that are in one of these states. */
  tasksOf(kind: Task['kind'], states: readonly ItemState[]): number[] {
    const { tasks, places } = this.record;
    const found: number[] = [];
    const wanted = STATES.map((state) => states.includes(state));
    for (let task = 0, at = 0; at < tasks.length; task++, at += T.width) {
      if (wanted[(tasks[at + T.mark] ?? 0) % STATES.length] === true && places[tasks[at + T.place] ?? 0]?.kind === kind) found.push(task);
    }
    return found;
  }

  taskState(task: number): ItemState {
    return STATES[this.ofTask(task, T.mark) % STATES.length] ?? 'open';
  }

  /** All that is shown of a task. */
  task(task: number): { line: number; text: string; label: string | null; section: readonly string[]; phase: string | null; verification: VerificationClass | null; mark: string; state: ItemState; target: LineTarget } {
    return {
      line: this.taskLine(task),
      text: this.taskText(task),
      label: this.taskLabel(task),
      section: this.taskSection(task),
      phase: this.taskPhase(task),
      verification: this.taskClass(task),
      target: this.target(this.taskLine(task), this.ofTask(task, T.source), this.ofTask(task, T.twins)),
      mark: this.hasBox(task) ? String.fromCodePoint(Math.trunc(this.ofTask(task, T.mark) / STATES.length)) : '',
      state: this.taskState(task),
    };
  }

  /** A check may be listed that is a plain list item. */
  private hasBox(task: number): boolean {
    return this.ofTask(task, T.mark) >= STATES.length;
  }

  taskLine(task: number): number {
    return this.ofTask(task, T.line);
  }

  taskClass(task: number): VerificationClass | null {
    return this.place(task).verification;
  }

  taskPhase(task: number): string | null {
    return this.record.texts.get(this.place(task).phase);
  }

  /** Headings above it, from the top. */
  taskSection(task: number): readonly string[] {
    return this.pathOf(this.place(task).path);
  }

  taskText(task: number): string {
    const from = this.textFrom(task);
    return this.allTexts.slice(from, from + this.textLength(task));
  }

  textLength(task: number): number {
    return this.ofTask(task, T.length);
  }

  /** Equal for tasks that share their label. */
  labelNumber(task: number): number {
    return this.place(task).label;
  }

  taskLabel(task: number): string | null {
    return this.record.texts.get(this.place(task).label);
  }

  /** What the task's section is called in the pane. */
  sectionTitle(task: number): string {
    const { path, label } = this.place(task);
    return (this.titles[this.ofTask(task, T.place)] ??= sectionTitle(this.title, this.headingsOf(path), this.record.texts.get(label)));
  }

  rowState(row: number): 'open' | 'done' {
    return this.ofRow(row, P.state) === 0 ? 'open' : 'done';
  }

  rank(row: number): number {
    return this.ofRow(row, P.rank);
  }

  rowLine(row: number): number {
    return this.ofRow(row, P.line);
  }

  rowTitle(row: number): string {
    return this.record.texts.get(this.ofRow(row, P.title)) ?? '';
  }

  /** What the row's title alone does not say. */
  rowDetail(row: number): string | null {
    return this.record.texts.get(this.ofRow(row, P.detail));
  }

  /** Whether one of the row's title, detail and when passes; `holds` is told where in `allTexts` it stands. */
  someRowText(row: number, holds: (all: string, from: number, to: number) => boolean): boolean {
    const { texts } = this.record;
    return SAID_OF_ROW.some((column) => {
      const text = this.ofRow(row, column);
      return text >= 0 && holds(texts.all, texts.from(text), texts.to(text));
    });
  }

  /** Its effort; null where that is not known. */
  rowHours(row: number): number | null {
    const minutes = this.ofRow(row, P.minutes);
    return minutes < 0 ? null : minutes / 60;
  }

  /** Headings above it, from the top. */
  rowSection(row: number): readonly string[] {
    return this.pathOf(this.ofRow(row, P.path));
  }

  /** All that is shown of a priority row. */
  row(row: number): Omit<PriorityRow, 'table' | 'row' | 'title'> & { text: string; section: readonly string[]; columns: Readonly<Record<CellRole, number>>; priorityColumn: number; header: string | null; target: LineTarget } {
    const columns = unpackColumns(this.ofRow(row, P.columns));
    return {
      line: this.rowLine(row),
      text: this.rowTitle(row),
      detail: this.rowDetail(row),
      priority: this.cell(row, 'priority'),
      rank: this.rank(row),
      effort: this.cell(row, 'effort'),
      hours: this.rowHours(row),
      impact: this.cell(row, 'impact'),
      when: this.cell(row, 'when'),
      state: this.rowState(row),
      section: this.rowSection(row),
      columns,
      priorityColumn: columns.priority,
      header: this.record.texts.get(this.ofRow(row, P.header)),
      target: this.target(this.rowLine(row), this.ofRow(row, P.source), this.ofRow(row, P.twins)),
    };
  }

  cell(row: number, role: CellRole): string | null {
    return this.record.texts.get(this.ofRow(row, P[role]));
  }

  factTarget(fact: number): LineTarget | null {
    const { facts } = this;
    return facts && { line: facts.line(fact), source: facts.source(fact), twins: facts.twins(fact), note: this.record.note };
  }

  private target(line: number, source: number, twins: number): LineTarget {
    return { line, source: this.record.texts.get(source) ?? '', twins, note: this.record.note };
  }

  private ofTask(task: number, column: number): number {
    return this.record.tasks[task * T.width + column] ?? 0;
  }

  private ofRow(row: number, column: number): number {
    return this.record.rows[row * P.width + column] ?? 0;
  }

  private place(task: number): TaskPlace {
    return this.record.places[this.ofTask(task, T.place)] ?? NO_PLACE;
  }

  /** Every text that is kept of the note, one behind the other; `textFrom` counts in it. */
  get allTexts(): string {
    return this.record.texts.all;
  }

  textFrom(task: number): number {
    const { texts } = this.record;
    const from = this.ofTask(task, T.text);
    return from < 0 ? texts.from(-1 - from) : texts.from(this.ofTask(task, T.source)) + from;
  }

  /** As `headingsOf`; a single heading without text counts for none. */
  private pathOf(text: number): readonly string[] {
    const headings = this.headingsOf(text);
    return headings.length === 1 && headings[0] === '' ? [] : headings;
  }

  private headingsOf(text: number): readonly string[] {
    return this.record.texts.get(text)?.split(PATH_SEPARATOR) ?? [];
  }
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

function unpackColumns(packed: number): Record<CellRole, number> {
  const column = (role: CellRole): number => ((packed >>> (8 * CELL_ROLES.indexOf(role))) & 0xff) - 1;
  return { priority: column('priority'), effort: column('effort'), impact: column('impact'), when: column('when') };
}
