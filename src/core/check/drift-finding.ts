/** What a contradiction in a plan is called, and what is told of it. Lines count from 0. */
import type { CalendarDate } from '../date/calendar-date';
import type { PlanReading } from '../plan/parse-plan';
import type { Task } from '../plan/plan';
import { findStatus, type StatusDefinition } from '../status/workflow';
import { LineIndex } from '../text/line-index';
import type { LeftSlot } from './gate-finding';
import { workItems } from './work-items';

/** Every kind of contradiction, in the order in which they are best looked at; what `plan-ignore` names. */
export const DRIFTS = ['frontmatter', 'hidden-content', 'two-statuses', 'open-items', 'log-differs', 'all-ticked', 'phase-order', 'questions', 'placeholders', 'stale', 'duplicate-id', 'conflict-copy', 'unknown-ignore'] as const;
export type DriftCode = (typeof DRIFTS)[number];

/** What each is called in lists. */
export const DRIFT_NAMES: Readonly<Record<DriftCode, string>> = {
  frontmatter: 'Broken properties',
  'hidden-content': 'Hidden content',
  'two-statuses': 'Two statuses',
  'open-items': 'Done with open items',
  'log-differs': 'Log says otherwise',
  'all-ticked': 'All ticked, not done',
  'phase-order': 'Phases out of order',
  questions: 'Open questions',
  placeholders: 'Placeholders left',
  stale: 'Stale',
  'duplicate-id': 'One id twice',
  'conflict-copy': 'Sync copy',
  'unknown-ignore': 'Unknown word to ignore',
};

/** `error`: the plan says what is not so, or cannot be read; `warning`: two things in it don't go together; `info`: worth a look. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * A safe edit that mends the contradiction, by name. `move`: the plan moves to a status, through the gates of that
 * move. `log`: the log gets the row of a move that was made without one. `align`: every place for the status says the
 * one that the log ends in. Statuses are ids.
 */
export type Mend =
  | { readonly kind: 'move'; readonly to: string }
  | { readonly kind: 'log'; readonly from: string; readonly to: string }
  | { readonly kind: 'align'; readonly to: string };

export interface DriftFinding {
  readonly code: DriftCode;
  readonly severity: Severity;
  /** One sentence for people. */
  readonly message: string;
  readonly line: number;
  /** What the message rests on, in the note's own words. */
  readonly evidence: string;
  /** Null where no edit is safe. */
  readonly mend: Mend | null;
}

/** What tells whether a plan is stale. */
export interface DriftDay {
  readonly today: CalendarDate;
  /** Day on which the note was last changed; null when nobody knows. */
  readonly touched: CalendarDate | null;
  /** Days after which a plan in work counts as stale; 0 for never. */
  readonly staleDays: number;
}

/** What is known of a plan beyond its text. */
export interface DriftContext extends DriftDay {
  /** Placeholders that are left in the plan's text. Asked for only of plans past their first status and of those that are ticked: as finding them takes longer than the rest, it may be a getter. */
  readonly slots: readonly LeftSlot[];
}

/** A plan that is looked at. */
export class DriftCase {
  /** The status that the plan states everywhere, in a word its workflow knows; null for any other. What rests on the status rests on this. */
  readonly status: StatusDefinition | null;
  private lines: LineIndex | null = null;
  private knownWork: readonly Task[] | null = null;

  constructor(
    readonly plan: PlanReading,
    readonly context: Pick<DriftContext, 'slots'>,
  ) {
    const { status, workflow } = plan;
    this.status = status === null || status.conflict ? null : findStatus(workflow, status.raw);
  }

  /** The plan's `workItems`. */
  get work(): readonly Task[] {
    return (this.knownWork ??= workItems(this.plan));
  }

  /** The status in the note's own word. */
  get said(): string {
    return this.plan.status?.raw ?? '';
  }

  /** The line of an offset into the plan's text. */
  lineAt(offset: number): number {
    this.lines ??= new LineIndex(this.plan.blocks.text);
    return this.lines.lineAt(offset);
  }

  /** The line that states the status; of several the first. */
  get statusLine(): number {
    return this.lineAt(this.plan.status?.sources[0]?.from ?? 0);
  }
}

/** At most three things of many: "a · b · c · 4 more". */
export function someOf(texts: readonly string[]): string {
  return [...texts.slice(0, 3), ...(texts.length > 3 ? [`${texts.length - 3} more`] : [])].join(' · ');
}
