/**
 * What a plan note says: the model that everything but the edits works on. All offsets are UTF-16 code units into
 * the note's text, all line numbers count from 0.
 */
import type { Cell } from '../markdown/table';
import type { Diagnostic } from '../text/diagnostic';
import type { StatusWord } from './status-word';

export type { Cell };

export interface Heading {
  level: number;
  /** The heading's text without inline marks. */
  text: string;
  line: number;
}

export type TaskKind = 'verification' | 'question' | 'other';
export type VerificationClass = 'automated' | 'manual' | 'invariant' | 'functional' | 'defaults' | 'compatibility' | 'ops' | 'other';

export interface Task {
  line: number;
  /** The list item from its bullet to the end of its own text, nested items left out. */
  from: number;
  to: number;
  /** The character between the brackets, and where it stands. */
  mark: string;
  markOffset: number;
  /** The text behind the brackets, wrapped lines joined by a blank; Markdown as written. */
  text: string;
  /** Line of the enclosing list item. */
  parentLine: number | null;
  /** Heading texts from the top. */
  path: readonly string[];
  /** The nearest bold line or parent bullet that labels it: "Automated". */
  label: string | null;
  kind: TaskKind;
  verification: VerificationClass | null;
  /** "Phase 1", from the nearest heading or label that names one. */
  phase: string | null;
  state: 'open' | 'done' | 'dropped';
}

export type TableKind = 'priority' | 'risk' | 'change-log' | 'other';

/** Row `i` of the body stands on line `line + 2 + i`: header and delimiter row come first. */
export interface Table {
  line: number;
  from: number;
  to: number;
  path: readonly string[];
  header: readonly Cell[];
  rows: readonly (readonly Cell[])[];
  /** What each column is for; of two columns with one role the first has it. */
  roles: readonly ColumnRole[];
  kind: TableKind;
}

/** What a table's column is for. */
export type ColumnRole = 'priority' | 'effort' | 'impact' | 'when' | 'status' | 'depends' | 'likelihood' | 'mitigation' | 'date' | 'author' | 'change' | 'version' | 'index' | null;

export interface PriorityRow {
  /** Index into `Plan.tables`, and of the body row in it. */
  table: number;
  row: number;
  line: number;
  title: string;
  /** What the title alone does not say: the next text column, or the heading that a number such as "1.2" stands for. */
  detail: string | null;
  /** The cell as written, without inline marks. */
  priority: string | null;
  /** 0 is most urgent; unknown words rank 9. */
  rank: number;
  effort: string | null;
  hours: number | null;
  impact: string | null;
  when: string | null;
  state: 'open' | 'done';
}

export type StatusSourceKind = 'property' | 'line' | 'heading' | 'section';

/** A place where the document states its own status; the range is the status word alone. */
export interface StatusSource extends StatusWord {
  readonly kind: StatusSourceKind;
}

export interface StatusReading {
  raw: string;
  status: string | null;
  remark: string;
  sources: readonly StatusSource[];
  /** Whether the places disagree. */
  conflict: boolean;
}

export interface ChangeLogEntry {
  /** Where its date stands; in a log of headings that is the heading. */
  readonly line: number;
  /** As written. */
  readonly date: string;
  readonly author: string;
  /** As written; '' without one. */
  readonly version: string;
  readonly change: string;
}

export interface ChangeLog {
  readonly form: 'table' | 'list' | 'headings' | 'empty';
  /** Index into `Plan.tables` when the log is a table. */
  readonly table: number | null;
  /** Line of the section's heading or label; null when a table alone was recognised. */
  readonly headingLine: number | null;
  readonly order: 'oldest-first' | 'newest-first';
  readonly entries: readonly ChangeLogEntry[];
}

export interface Plan {
  isPlan: boolean;
  title: string | null;
  status: StatusReading | null;
  headings: readonly Heading[];
  tasks: readonly Task[];
  tables: readonly Table[];
  priorities: readonly PriorityRow[];
  changeLog: ChangeLog | null;
  diagnostics: readonly Diagnostic[];
}
