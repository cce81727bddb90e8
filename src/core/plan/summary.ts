/** What the reader found in a note, in a few sentences: for people who ask why it is shown as it is. */
import { foldStatus } from '../status/workflow';
import { LineIndex } from '../text/line-index';
import type { PlanReading } from './parse-plan';
import type { Task } from './plan';
import { readDetails } from './read-details';

/** Headings named in one line. */
const MOST_PLACES = 5;

export interface PlanSummary {
  /** "5 verification items, 2 of them open"; nothing found leaves nothing. */
  readonly found: readonly string[];
  /** What hides content or contradicts itself, with its line from 1. */
  readonly problems: readonly string[];
}

export function summarise(plan: PlanReading): PlanSummary {
  const { phases, plainChecks, questions, risks, requirements, warnings } = readDetails(plan);
  const checks = plan.tasks.filter(({ kind }) => kind === 'verification');
  const others = plan.tasks.filter(({ kind }) => kind === 'other');
  const isOpen = ({ state }: { readonly state: string }): boolean => state === 'open';
  const found = [
    statusLine(plan),
    counted(checks.length, 'verification item', checks.filter(isOpen).length),
    counted(plainChecks.length, 'verification item', null, ' without a box'),
    counted(plan.priorities.length, 'priority row', plan.priorities.filter(isOpen).length),
    counted(questions.length, 'question', questions.filter(({ isResolved }) => !isResolved).length),
    counted(others.length, 'other task', others.filter(isOpen).length, placesOf(others)),
    counted(phases.length, 'phase'),
    counted(requirements.length, 'requirement'),
    counted(risks.length, 'risk'),
    counted(warnings.length, 'warning'),
    plan.changeLog && `A change log with ${amount(plan.changeLog.entries.length, 'entry', 'entries')}`,
  ];
  const lines = new LineIndex(plan.blocks.text);
  return { found: found.filter((line) => line !== null), problems: plan.diagnostics.map(({ message, from }) => `Line ${lines.lineAt(from) + 1}: ${message}`) };
}

function statusLine({ status }: PlanReading): string | null {
  if (!status) return null;
  if (status.status === null) return `The status “${status.raw}”, which the workflow does not know`;
  return foldStatus(status.raw) === foldStatus(status.status) ? `The status “${status.raw}”` : `The status “${status.raw}”, which means ${status.status}`;
}

/** Where tasks stand that are no checks: whoever misses some of them can see which heading to add in the settings. */
function placesOf(tasks: readonly Task[]): string {
  const places = [...new Set(tasks.map(({ label, path }) => label ?? path[path.length - 1] ?? ''))].filter((place) => place !== '');
  const named = places.slice(0, MOST_PLACES).map((place) => `“${place}”`).join(', ');
  return places.length === 0 ? '' : ` (below ${named}${places.length > MOST_PLACES ? ' and others' : ''})`;
}

function counted(count: number, what: string, open: number | null = null, more = ''): string | null {
  if (count === 0) return null;
  const openOnes = open === null ? '' : count === 1 ? (open === 1 ? ', open' : ', done') : `, ${open} of them open`;
  return `${amount(count, what)}${more}${openOnes}`;
}

function amount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
