/** Commands that look for contradictions: in the open note, and in all plans. */
import { calendarDateOf } from '../core/date/calendar-date';
import { type Drift, type DriftDay, driftOn, readDrift } from '../core/check/drift';
import { driftWithOthers } from '../core/indexing/drift-notes';
import { lastTouched } from '../core/indexing/item-values';
import type { PlanIndex } from '../core/indexing/plan-index';
import { type PlanReading, readPlan } from '../core/plan/parse-plan';
import { findPlaceholders } from '../core/template/placeholder';
import { goToLine } from '../ui/go-to-line';
import { showDrift } from '../ui/modals/show-drift';
import { openRollup } from './pane-commands';
import { type AddCommand, type CommandParts, noteCommand } from './plan-commands';

export function addCheckCommands(add: AddCommand, parts: CommandParts, index: PlanIndex): void {
  add(noteCommand(parts, { id: 'check-plan', name: 'Check plan for contradictions', icon: 'shield-question' }, (path) => checkPlan(parts, index, path)));
  add({ id: 'check-all-plans', name: 'Check all plans', icon: 'shield-question', callback: () => void openRollup(parts.app, { isFocused: true, lens: 'drift' }) });
}

/** The day, for what is told of the note at `path`. */
export function driftDay({ app, settings, today }: Pick<CommandParts, 'app' | 'settings' | 'today'>, index: PlanIndex, path: string): DriftDay {
  const note = index.get(path);
  const { staleDays } = settings.current;
  const day = today();
  // A note that the index has not read yet was touched when its file was.
  const mtime = app.vault.getFileByPath(path)?.stat.mtime;
  const touched = note ? lastTouched(note, { today: day, staleDays, mtimeOf: () => mtime ?? null }) : mtime === undefined ? null : calendarDateOf(new Date(mtime));
  return { today: day, touched, staleDays };
}

async function checkPlan(parts: CommandParts, index: PlanIndex, path: string): Promise<void> {
  const { app, notes, settings, report } = parts;
  const text = await notes.read(path);
  const plan = text === null ? null : readPlan(text, { ...settings.reading, path });
  if (!plan?.isPlan) {
    report.info(plan ? 'This note is no plan, so there is nothing to check. “Why is this (not) a plan?” says why.' : `The note “${path}” can't be read.`);
    return;
  }
  const { told, ignored } = contradictions(parts, index, { path, plan });
  const found = [...told, ...driftWithOthers(index, path)];
  if (found.length === 0) report.info(`No contradictions${ignored.length === 0 ? '' : `; ${ignored.length} ${ignored.length === 1 ? 'is' : 'are'} ignored`}.`);
  else showDrift(app, { title: plan.title ?? path, found, jump: (line) => void goToLine(app, path, line) });
}

/** The plan's own, as the note is now. */
function contradictions(parts: CommandParts, index: PlanIndex, { path, plan }: { readonly path: string; readonly plan: PlanReading }): Drift {
  return driftOn(readDrift(plan, { get slots() { return findPlaceholders(plan.blocks.text); } }), driftDay(parts, index, path));
}
