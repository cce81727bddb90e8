/** Places that should name one status and don't: the document's own, and its change log. */
import { plainText } from '../markdown/inline';
import type { PlanReading } from '../plan/parse-plan';
import type { StatusSource } from '../plan/plan';
import { findStatus, foldStatus, type StatusDefinition, type Workflow } from '../status/workflow';
import type { DriftCase, DriftFinding } from './drift-finding';
import { type LogRow, readLogRows } from './log-rows';

/** Two places of the note name two statuses, both of which the workflow knows. The log may tell which one is right. */
export function twoStatuses(drift: DriftCase): DriftFinding | null {
  const { plan } = drift;
  if (plan.status?.conflict !== true) return null;
  const certain = certainSources(plan);
  const [first] = certain;
  const other = certain.find(({ status }) => status !== first?.status);
  if (!first || !other) return null;
  const last = lastTold(readLogRows(plan), plan.workflow);
  const logged = last && !isQualified(last) ? (last.move?.to.status ?? null) : null;
  const isStated = certain.some(({ status }) => status === logged);
  return {
    code: 'two-statuses',
    severity: 'error',
    message: `The note says “${first.raw}” in one place and “${other.raw}” in another`,
    line: drift.lineAt(other.from),
    // What stands on the finding's own line comes first: its number is told with it.
    evidence: `${other.raw} · line ${drift.lineAt(first.from) + 1}${first.kind === 'property' ? ' (property)' : ''}: ${first.raw}`,
    mend: logged !== null && isStated ? { kind: 'align', to: logged } : null,
  };
}

/** The log ends in another status than the plan has: somebody moved it without a row. */
export function logDiffers(drift: DriftCase): DriftFinding | null {
  const { plan, status } = drift;
  if (!status || !plan.changeLog) return null;
  const rows = readLogRows(plan);
  const last = lastTold(rows, plan.workflow);
  const logged = plan.workflow.statuses.find(({ id }) => id === last?.move?.to.status);
  if (!last || !logged || logged === status || isQualified(last)) return null;
  // Where dates and places of rows disagree, either may be meant; and a row below may tell of the move in its own words.
  if (latestMove(rows)?.move?.to.status === status.id || rows.slice(rows.indexOf(last) + 1).some((row) => mayTellOf(row, status))) return null;
  return {
    code: 'log-differs',
    severity: 'warning',
    message: `The status is “${drift.said}”, but the change log ends in “${last.move?.to.raw ?? ''}”`,
    line: last.line,
    evidence: plainText(last.text),
    mend: { kind: 'log', from: logged.id, to: status.id },
  };
}

/** Ids of the statuses that the note's places state for certain, each once, in text order. */
export function statedStatuses(plan: PlanReading): string[] {
  return [...new Set(certainSources(plan).flatMap(({ status }) => status ?? []))];
}

function certainSources({ status, workflow }: PlanReading): StatusSource[] {
  return (status?.sources ?? []).filter((source) => isCertain(source, workflow));
}

/** A word that the workflow knows, and no beginning of a sentence: "Completed the first half". */
function isCertain({ kind, raw, remark, status }: StatusSource, workflow: Workflow): boolean {
  return status !== null && findStatus(workflow, raw)?.id === status && (kind === 'property' || !/^\p{L}/u.test(remark));
}

/** The newest row that says the status changed; a bare status in the very last row counts as well. A row that names the first status alone tells how the log began. */
function lastTold(rows: readonly LogRow[], { statuses }: Workflow): LogRow | undefined {
  const isBeginning = ({ move }: LogRow): boolean => move?.from === null && move.to.status === statuses[0]?.id;
  const last = rows[rows.length - 1];
  if (last?.move?.kind === 'word' && !isBeginning(last)) return last;
  return [...rows].reverse().find((row) => row.move?.kind === 'move' && !isBeginning(row));
}

/** A row that takes its move back, or tells of a part of the work. Matches "…; reopened", "… (phase 1 only)", "Milestone 2 → Done"; not "Reopened: In Progress". */
const QUALIFIED = /\S.*\bre-?opened\b|\b(?:then|and) back\b|[;,(–—]\s*(?:then |later )?(?:reverted|undone|withdrawn|taken back|rolled back|moved back|set back)\b|\bphases?\b|\b(?:step|stage|milestone|sprint|slice|wave|iteration|part|task|etappe|schritt|fase)\s+(?:\d|[a-z]\b|one\b|two\b)|\b(?:wieder (?:geöffnet|aufgenommen)|zurückgenommen)\b/i;

function isQualified({ text }: LogRow): boolean {
  return QUALIFIED.test(plainText(text));
}

/** The move of the latest day; of that day the last. */
function latestMove(rows: readonly LogRow[]): LogRow | undefined {
  return rows.reduce<LogRow | undefined>((latest, row) => (row.move !== null && row.date !== null && row.date >= (latest?.date ?? '') ? row : latest), undefined);
}

/** Whether the row holds a name of the status: "Development started" may tell of In Progress. */
function mayTellOf({ text, move }: LogRow, { name, aliases }: StatusDefinition): boolean {
  if (move !== null && move.kind !== 'move') return true;
  const words = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return [name, ...aliases].some((alias) => words.includes(` ${alias.toLowerCase()} `)) || foldStatus(text).includes(foldStatus(name));
}
