/**
 * Writes down what the rollup keeps of one note: integer columns of its tasks and priority rows, and all their texts
 * as one string. Numbers of texts count in that string; −1 stands for none.
 */
import type { PlanOverview } from '../plan/parse-plan';
import type { PriorityRow, Table, Task } from '../plan/plan';
import { findStatus, type StatusGroup } from '../status/workflow';
import { endOfLine, startOfLine } from '../text/line-index';
import { own } from '../text/own-string';
import { countTwins } from './line-twins';
import { type PackedText, TextPacker } from './packed-text';

export const STATES = ['open', 'done', 'dropped'] as const;
export type ItemState = (typeof STATES)[number];

/**
 * Columns of a task. `mark`: the code point of the character between the brackets, 0 for an item without a box, times three, plus the state's
 * place in `STATES`. `text`: where the task's text starts in its source line; below 0, −1 − the number of a text of
 * its own, as a wrapped task has. `length` is that of the text.
 */
export const T = { line: 0, mark: 1, twins: 2, source: 3, text: 4, length: 5, place: 6, width: 7 } as const;
/** Columns of a priority row; from `source` on, numbers of texts. `columns`: a byte for each of `CELL_ROLES`, its column + 1; 0 for none. `path` and `header`, the header's line, are written once for a table. */
export const P = { line: 0, state: 1, rank: 2, minutes: 3, columns: 4, twins: 5, source: 6, title: 7, detail: 8, priority: 9, effort: 10, impact: 11, when: 12, path: 13, header: 14, width: 15 } as const;

/** The cells of a priority row that are shown one by one, and edited. */
export const CELL_ROLES = ['priority', 'effort', 'impact', 'when'] as const;
export type CellRole = (typeof CELL_ROLES)[number];

/** What tasks that stand together have in common. */
export interface TaskPlace extends Pick<Task, 'kind' | 'verification'> {
  /** Numbers of texts; the path's headings are joined by `PATH_SEPARATOR`. */
  readonly path: number;
  readonly label: number;
  readonly phase: number;
}

/** Stands in no heading: a heading is one line. */
export const PATH_SEPARATOR = '\n';

export interface NoteRecord {
  /** Fingerprint of the text. */
  readonly note: number;
  /** Path at which the text was read: where a note lies is evidence for its being a plan. */
  readonly readAt: string;
  /** Null when the note is named by its file. */
  readonly title: string | null;
  readonly isPlan: boolean;
  /** Id of the status, or null; and the word as written. */
  readonly status: string | null;
  readonly statusText: string | null;
  /** The status in the note's workflow: its name, what it means, its place; null and −1 for a word it does not know. */
  readonly statusName: string | null;
  readonly statusGroup: StatusGroup | null;
  readonly statusRank: number;
  readonly hasConflict: boolean;
  /** How many checks are open, done, dropped; how many questions; how many priority rows. */
  readonly counts: readonly number[];
  readonly tasks: Int32Array;
  readonly rows: Int32Array;
  readonly places: readonly TaskPlace[];
  readonly texts: PackedText;
}

const EMPTY = new Int32Array(0);

/** Where the counts of each start. */
export const COUNTS = { verification: 0, question: STATES.length, row: 2 * STATES.length } as const;
const NO_COUNTS: readonly number[] = Array.from({ length: 3 * STATES.length }, () => 0);

/** A note never changes, and whoever asks how many of its items are open asks for all notes. */
function countStates({ tasks, priorities }: PlanOverview): readonly number[] {
  if (tasks.length === 0 && priorities.length === 0) return NO_COUNTS;
  const counts = [...NO_COUNTS];
  const count = (of: keyof typeof COUNTS, state: ItemState): void => {
    const at = COUNTS[of] + STATES.indexOf(state);
    counts[at] = (counts[at] ?? 0) + 1;
  };
  for (const { kind, state } of tasks) if (kind !== 'other') count(kind, state);
  for (const { state } of priorities) count('row', state);
  return counts;
}

/** The record of `text`, which reads as `plan` and whose fingerprint is `note`. */
export function recordNote(text: string, plan: PlanOverview, { note, path }: { readonly note: number; readonly path: string }): NoteRecord {
  const { tasks, priorities, status, workflow } = plan;
  const definition = status?.status == null ? null : findStatus(workflow, status.status);
  const writer = new RecordWriter(linesOfItems(text, plan), text);
  return {
    note,
    readAt: path,
    title: plan.title === null ? null : own(plan.title),
    isPlan: plan.isPlan,
    status: status?.status ?? null,
    statusText: status ? own(status.raw) : null,
    statusName: definition?.name ?? null,
    statusGroup: definition?.group ?? null,
    statusRank: definition ? workflow.statuses.indexOf(definition) : -1,
    hasConflict: status?.conflict ?? false,
    counts: countStates(plan),
    tasks: tasks.length === 0 ? EMPTY : writer.tasks(tasks),
    rows: priorities.length === 0 ? EMPTY : writer.rows(priorities, plan.tables),
    places: writer.places,
    texts: writer.texts.pack(),
  };
}

/** The lines that the tasks start on, then those of the priority rows. */
function linesOfItems(text: string, { tasks, priorities, tables }: PlanOverview): string[] {
  const lines = tasks.map(({ from }) => lineAt(text, from));
  for (const { table, row } of priorities) lines.push(lineAt(text, tables[table]?.rows[row]?.[0]?.from ?? 0));
  return lines;
}

/** The line that holds the offset, without the byte order mark. */
function lineAt(text: string, at: number): string {
  return text.slice(startOfLine(text, at, text.charCodeAt(0) === 0xfeff ? 1 : 0), endOfLine(text, at));
}

class RecordWriter {
  readonly texts = new TextPacker();
  readonly places: TaskPlace[] = [];
  private readonly twins: ReadonlyMap<string, number>;
  private next = 0;
  /** Of the last task, of the last table: what stands together is written once. */
  private last: Task | null = null;
  private lastTable: Table | null = null;
  private lastPath = -1;
  private lastHeader = -1;

  constructor(
    private readonly lines: readonly string[],
    private readonly text: string,
  ) {
    this.twins = countTwins(text, lines);
  }

  tasks(tasks: readonly Task[]): Int32Array {
    const data = new Int32Array(tasks.length * T.width);
    let at = 0;
    for (const task of tasks) {
      const line = this.lines[this.next++] ?? '';
      const textFrom = line.lastIndexOf(task.text);
      data[at + T.line] = task.line;
      data[at + T.mark] = (task.mark.codePointAt(0) ?? 0) * STATES.length + STATES.indexOf(task.state);
      data[at + T.twins] = this.twins.get(line) ?? 1;
      data[at + T.source] = this.texts.add(line);
      data[at + T.text] = textFrom >= 0 ? textFrom : -1 - this.texts.add(task.text);
      data[at + T.length] = task.text.length;
      data[at + T.place] = this.placeOf(task);
      at += T.width;
    }
    return data;
  }

  rows(rows: readonly PriorityRow[], tables: readonly Table[]): Int32Array {
    const data = new Int32Array(rows.length * P.width);
    let at = 0;
    let columns = 0;
    for (const row of rows) {
      const line = this.lines[this.next++] ?? '';
      const table = tables[row.table] ?? null;
      if (table !== null && table !== this.lastTable) {
        this.lastPath = this.addPath(table.path);
        this.lastHeader = this.texts.add(lineAt(this.text, table.header[0]?.from ?? 0));
        columns = packColumns(table);
        this.lastTable = table;
      }
      data[at + P.line] = row.line;
      data[at + P.state] = STATES.indexOf(row.state);
      data[at + P.rank] = row.rank;
      data[at + P.minutes] = row.hours === null ? -1 : Math.round(row.hours * 60);
      data[at + P.columns] = columns;
      data[at + P.twins] = this.twins.get(line) ?? 1;
      data[at + P.source] = this.texts.add(line);
      data[at + P.title] = this.texts.add(row.title);
      data[at + P.detail] = this.texts.add(row.detail);
      data[at + P.priority] = this.texts.add(row.priority);
      data[at + P.effort] = this.texts.add(row.effort);
      data[at + P.impact] = this.texts.add(row.impact);
      data[at + P.when] = this.texts.add(row.when);
      data[at + P.path] = this.lastPath;
      data[at + P.header] = this.lastHeader;
      at += P.width;
    }
    return data;
  }

  private addPath(path: readonly string[]): number {
    return this.texts.add(path.length === 0 ? null : path.join(PATH_SEPARATOR));
  }

  private placeOf(task: Task): number {
    const { last, places } = this;
    const isSamePath = last !== null && last.path === task.path;
    if (isSamePath && last.label === task.label && last.phase === task.phase && last.kind === task.kind && last.verification === task.verification) return places.length - 1;
    if (!isSamePath) this.lastPath = this.addPath(task.path);
    this.last = task;
    return places.push({ kind: task.kind, verification: task.verification, path: this.lastPath, label: this.texts.add(task.label), phase: this.texts.add(task.phase) }) - 1;
  }
}

function packColumns({ roles }: Table): number {
  return CELL_ROLES.reduce((packed, role, at) => packed | (((roles.lastIndexOf(role) + 1) & 0xff) << (8 * at)), 0);
}
