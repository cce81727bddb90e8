/** What the reader found in a note, in a few sentences: for people who ask why it is shown as it is. */
import { LineIndex } from '../text/line-index';
import type { PlanReading } from './parse-plan';
import { readDetails } from './read-details';

export interface PlanSummary {
  /** "5 verification items, 2 of them open"; nothing found leaves nothing. */
  readonly found: readonly string[];
  /** What hides content or contradicts itself, with its line from 1. */
  readonly problems: readonly string[];
}

export function summarise(plan: PlanReading): PlanSummary {
  const { phases, plainChecks, questions, risks, requirements } = readDetails(plan);
  const checks = plan.tasks.filter(({ kind }) => kind === 'verification');
  const others = plan.tasks.filter(({ kind }) => kind === 'other');
  const isOpen = ({ state }: { readonly state: string }): boolean => state === 'open';
  const found = [
    statusLine(plan),
    counted(checks.length, 'verification item', checks.filter(isOpen).length),
    counted(plainChecks.length, 'verification item without a box'),
    counted(plan.priorities.length, 'priority row', plan.priorities.filter(isOpen).length),
    counted(questions.length, 'question', questions.filter(({ isResolved }) => !isResolved).length),
    counted(others.length, 'other task', others.filter(isOpen).length),
    counted(phases.length, 'phase'),
    counted(requirements.length, 'requirement'),
    counted(risks.length, 'risk'),
    plan.changeLog && `A change log with ${amount(plan.changeLog.entries.length, 'entry', 'entries')}`,
  ];
  const lines = new LineIndex(plan.blocks.text);
  return { found: found.filter((line) => line !== null), problems: plan.diagnostics.map(({ message, from }) => `Line ${lines.lineAt(from) + 1}: ${message}`) };
}

function statusLine({ status }: PlanReading): string | null {
  if (!status) return null;
  return status.status === null ? `The status “${status.raw}”, which the workflow does not know` : `The status “${status.raw}”`;
}

function counted(count: number, what: string, open: number | null = null): string | null {
  if (count === 0) return null;
  return open === null ? amount(count, what) : `${amount(count, what)}, ${open} of them open`;
}

function amount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
