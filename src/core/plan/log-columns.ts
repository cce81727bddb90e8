/** What the columns of a change log's table are for, and what a row says by them. Columns count from 0, −1 for none. */
import { foldWords } from '../markdown/inline';
import type { Table } from './plan';

export interface LogColumns {
  /** What changed, in words. */
  readonly change: number;
  /** The status before and after the change; both or neither. */
  readonly from: number;
  readonly to: number;
  /** The status after it, where no other column says what it was before. */
  readonly status: number;
  /** The phase or task that a row is about: one that is filled in is not about the plan. */
  readonly part: number;
}

/** Matches "From", "Old status"; not "From whom". */
const FROM = /^(?:(?:from|von)(?: status)?|(?:old|previous|alter) status)$/;
const TO = /^(?:(?:to|nach)(?: status)?|(?:new|neuer) status)$/;
const STATUS = /^(?:(?:plan|new) )?status$/;
const PART = /^(?:phases?|tasks?|items?|steps?|stor(?:y|ies)|tickets?|issues?|milestones?|features?|requirements?|aufgaben?|schritte?)$/;
/** A text that tells of a move itself. Matches "Status: Draft → Done", "a → b"; not "budget". */
const TOLD = /^\W*status\b|→|->/i;

export function logColumns({ header, roles }: Pick<Table, 'header' | 'roles'>): LogColumns {
  const names = header.map(({ text }) => foldWords(text));
  const column = (pattern: RegExp): number => names.findIndex((name) => pattern.test(name));
  const [first, last] = [column(FROM), column(TO)];
  const isMove = first >= 0 && last >= 0;
  const [from, to, status] = [isMove ? first : -1, isMove ? last : -1, isMove ? -1 : column(STATUS)];
  const named = roles.indexOf('change');
  const free = roles.findIndex((role, at) => role === null && at !== from && at !== to && at !== status);
  const name = names[free] ?? '';
  const isPart = isMove || PART.test(name);
  // A task may be all that a log without a status tells of; a phase is none.
  const isOnlyPart = isPart && (isMove || status >= 0 || /^phase/.test(name));
  const change = named >= 0 ? named : isOnlyPart ? -1 : free;
  return { change, from, to, status, part: isPart && free !== change ? free : -1 };
}

/** What a row says in one sentence: its text, or that the status changed, by the columns that tell so. */
export function changeInRow({ change, from, to, status, part }: LogColumns, cell: (column: number) => string): string {
  const [said, about] = [cell(change), cell(part)];
  const after = cell(from >= 0 ? to : status);
  const isTold = after === '' || about !== '' || (from >= 0 ? TOLD.test(said) : change >= 0);
  if (isTold) return change >= 0 ? said : about;
  const before = cell(from);
  return `Status: ${before === '' ? '' : `${before} → `}${after}${said === '' ? '' : ` — ${said}`}`;
}
