/**
 * Parts of a plan that are still open while a later one of their kind has moved ahead. Only parts whose word has an
 * order are held to it, in the order of text and numbers alike: tasks, slices and work streams are done as they come.
 * A part that says of itself that it is done, put off or runs in parallel is never open.
 */
import { findSectionEntry } from '../plan/header-entry';
import type { PlanReading } from '../plan/parse-plan';
import type { Task } from '../plan/plan';
import { type Phase, readPhases } from '../plan/read-phases';
import { statusOf } from '../plan/read-status';
import { isPutOff } from './work-items';

export interface Overtaken {
  readonly open: Phase;
  /** The nearest later part that is ahead. */
  readonly ahead: Phase;
}

const UNORDERED = ['task', 'slice', 'workstream', 'chunk', 'part'];
/** Says in its heading that it is over. Matches "Storage ✅", "Storage (done)", "Storage [COMPLETE]"; not "Done list". */
const DONE_TITLE = /[✅☑✔]|[([](?:done|completed?|finished|shipped|merged|erledigt|fertig|abgeschlossen)\b[^()[\]]{0,40}[)\]]|(?:^|[–—:-] ?)(?:done|completed?|finished|shipped|merged|erledigt|fertig|abgeschlossen)[.!]?$/iu;

/** Open parts in text order, each with the next one that `isAhead`; `work` are the plan's `workItems`. */
export function overtakenPhases(plan: PlanReading, work: readonly Task[], isAhead: (phase: Phase) => boolean): readonly Overtaken[] {
  const mayDiffer = work.some(({ state }) => state === 'open') && work.some(({ state }) => state === 'done');
  if (!mayDiffer || plan.outline.sections.filter(({ topic }) => topic?.phase != null).length < 2) return [];
  const found: Overtaken[] = [];
  for (const siblings of groupsOf(readPhases(plan.outline, work))) {
    let ahead: Phase | null = null;
    for (const phase of [...siblings].reverse()) {
      if (ahead && phase.done < phase.total && compareNumbers(phase.number, ahead.number) < 0 && !isExcused(plan, phase)) found.push({ open: phase, ahead });
      if (isAhead(phase)) ahead = phase;
    }
  }
  return found.sort((a, b) => a.open.line - b.open.line);
}

/** Whether the phase's heading or its own status line says that it is over, or off the path. */
export function isExcused(plan: PlanReading, phase: Phase): boolean {
  return DONE_TITLE.test(phase.title) || isPutOff(phase.title) || /\bparallel\b/i.test(phase.title) || saysDone(plan, phase);
}

function saysDone({ blocks, outline, words, workflow }: PlanReading, { line }: Phase): boolean {
  const section = outline.sections.find(({ heading }) => heading?.line === line);
  const entry = section && findSectionEntry(blocks, section, words.statusKeys);
  const said = entry ? statusOf(blocks.text.slice(entry.from, entry.to), workflow) : null;
  const group = workflow.statuses.find(({ id }) => id === said)?.group;
  return group === 'done' || group === 'dropped';
}

/** Parts of one word that stand in the same part, in text order. */
function groupsOf(phases: readonly Phase[]): Iterable<readonly Phase[]> {
  const groups = new Map<string, Phase[]>();
  const around: Phase[] = [];
  for (const phase of phases) {
    for (let last = around[around.length - 1]; last && last.lineTo <= phase.line; last = around[around.length - 1]) around.pop();
    const [word = ''] = phase.name.split(' ', 1);
    const key = `${around[around.length - 1]?.line ?? ''} ${word}`;
    around.push(phase);
    if (UNORDERED.includes(word.toLowerCase())) continue;
    const group = groups.get(key);
    if (group) group.push(phase);
    else groups.set(key, [phase]);
  }
  return groups.values();
}

/** Below 0 where `a` comes first: "2" before "10", "1.9" before "1.10", "3a" before "3b". */
function compareNumbers(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
