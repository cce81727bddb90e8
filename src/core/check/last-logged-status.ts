import type { PlanReading } from '../plan/parse-plan';
import { readLogRows } from './log-rows';

/** Id of the status that the newest row of the log ends in; null when that row tells of no status the workflow knows, or there is no log. */
export function lastLoggedStatus(plan: PlanReading): string | null {
  const rows = readLogRows(plan);
  return rows[rows.length - 1]?.move?.to.status ?? null;
}
