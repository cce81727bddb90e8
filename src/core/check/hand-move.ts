/**
 * What was seen of one note's status: whether it was moved by hand, so that the change log lacks a row. The log itself
 * is the judge. A status that its newest row ends in was logged, by whomever; a status that went together with the row
 * that told of it was taken back; a status that is again what it was is no move.
 */
import type { PlanReading } from '../plan/parse-plan';
import { findStatus, foldStatus, type StatusDefinition } from '../status/workflow';
import { lastLoggedStatus } from './last-logged-status';

/** A status as it stands in a note: its id, null for words the workflow does not know; and as written. */
export interface StatusStand {
  readonly status: string | null;
  readonly raw: string | null;
}

export interface UnloggedMove {
  /** As it was written. */
  readonly from: string | null;
  readonly to: StatusDefinition;
}

export class HandMove {
  /** Where the log's newest row ended when it was last looked at, and how many rows there were. */
  private told: { readonly status: string | null; readonly rows: number } = { status: null, rows: 0 };
  /** How the status stood before it was moved by hand; null while nothing is to be logged. */
  private from: StatusStand | null = null;
  /** The status for which a row was offered already. */
  private offered: string | null = null;

  /** Whether the log may lack a row. */
  get isOpen(): boolean {
    return this.from !== null;
  }

  /**
   * The status was `before` and is another one in `plan`; `isByHand` when the user can have done that. A plan that had none
   * was not moved by getting one. Answers `isOpen`.
   */
  see(before: StatusStand, plan: PlanReading, isByHand: boolean): boolean {
    const { told } = this;
    this.look(plan);
    const now = standOf(plan);
    const wasTold = told.status !== null && told.status === before.status;
    const isTakenBack = wasTold && this.told.status !== told.status && this.told.rows < told.rows;
    this.from = isByHand && !isTakenBack && !this.isTold(now) ? (this.from ?? (before.raw === null ? null : before)) : null;
    if (this.from && isSameStatus(this.from, now)) this.from = null;
    if (!this.from) this.offered = null;
    return this.isOpen;
  }

  /** The move that the log of `plan` lacks; null when there is none, the status is none the workflow knows, or the row was offered before. */
  unlogged(plan: PlanReading): UnloggedMove | null {
    const now = standOf(plan);
    const to = now.status === null ? null : findStatus(plan.workflow, now.status);
    if (!this.from || !to || this.offered === to.id) return null;
    this.look(plan);
    if (this.isTold(now)) this.from = null;
    this.offered = to.id;
    return this.from && { from: this.from.raw, to };
  }

  /** The row is in the log of `plan` now. */
  settle(plan: PlanReading): void {
    this.look(plan);
    this.from = null;
    this.offered = null;
  }

  private look(plan: PlanReading): void {
    this.told = { status: lastLoggedStatus(plan), rows: plan.changeLog?.entries.length ?? 0 };
  }

  private isTold({ status }: StatusStand): boolean {
    return status !== null && status === this.told.status;
  }
}

function standOf({ status }: PlanReading): StatusStand {
  return { status: status?.status ?? null, raw: status?.raw ?? null };
}

/** Whether both mean the same: "done" and "Completed" do. */
function isSameStatus(a: StatusStand, b: StatusStand): boolean {
  return a.status === null ? b.status === null && foldStatus(a.raw ?? '') === foldStatus(b.raw ?? '') : a.status === b.status;
}
