/** What mends a contradiction, on the note as it is when the user asks for it; and what leaves it out. */
import { Menu } from 'obsidian';
import { DRIFT_NAMES, type DriftFinding, readDrift } from '../core/check/drift';
import { statedStatuses } from '../core/check/drift-status';
import { alignStatus } from '../core/edit/align-status';
import { describeMove } from '../core/edit/edit-plan';
import { ignoreDrift } from '../core/edit/ignore-drift';
import { type ParseOptions, type PlanReading, readPlan } from '../core/plan/parse-plan';
import { findStatus, type StatusDefinition } from '../core/status/workflow';
import { findPlaceholders } from '../core/template/placeholder';
import { edited } from '../core/text/edit-result';
import type { DriftDoors, ShownDrift } from '../ui/drift-doors';
import type { PlanDoors } from '../ui/plan-doors';
import type { MenuPlace } from '../ui/status/status-menu';
import { logMove } from '../vault/log-by-hand';
import type { NoteEdit } from '../vault/note-access';
import type { CommandParts } from './plan-commands';

export type MendParts = Pick<CommandParts, 'notes' | 'settings' | 'report' | 'today'>;

/** The doors to both. */
export function driftMends(parts: MendParts, doors: PlanDoors): DriftDoors {
  return {
    mend: (drift, place) => void mend(parts, doors, { ...drift, place }),
    ignore: (drift) => void ignore(parts, drift),
  };
}

async function mend(parts: MendParts, doors: PlanDoors, { path, kind, place }: ShownDrift & { readonly place: MenuPlace }): Promise<void> {
  const text = await parts.notes.read(path);
  if (text === null) {
    parts.report.refusal({ code: 'note-gone', message: `The note “${path}” can't be read. It may have been moved or deleted.` });
    return;
  }
  const plan = readPlan(text, readingOf(parts, path));
  const finding = readDrift(plan, { get slots() { return findPlaceholders(text); } }).told.find(({ code }) => code === kind);
  if (!finding) parts.report.info('The plan does not contradict itself in this any more.');
  else if (kind === 'open-items') doors.pick(path);
  else if (kind === 'two-statuses') chooseStated(parts, doors, { path, plan, finding, place });
  else if (finding.mend?.kind === 'move') doors.moveTo(path, finding.mend.to);
  else if (finding.mend?.kind === 'log') await addRow(parts, path, { plan, ...finding.mend });
}

interface StatedChoice {
  readonly path: string;
  readonly plan: PlanReading;
  readonly finding: DriftFinding;
  readonly place: MenuPlace;
}

/** A menu of the statuses that the note states, the one that its log ends in first. */
function chooseStated(parts: MendParts, doors: PlanDoors, { path, plan, finding, place }: StatedChoice): void {
  const logged = finding.mend?.kind === 'align' ? finding.mend.to : null;
  const menu = new Menu();
  for (const id of [...new Set([logged ?? '', ...statedStatuses(plan)])]) {
    const status = findStatus(plan.workflow, id);
    // A status that the plan is not known to have yet is a move, with its gates and its row in the log.
    const isMove = id !== logged && id !== plan.status?.status;
    const act = (to: StatusDefinition): void => { if (isMove) doors.moveTo(path, to.id); else void align(parts, path, to); };
    if (status) menu.addItem((item) => item.setTitle(`${status.name} everywhere${id === logged ? ', as the log says' : ''}`).setIcon('milestone').onClick(() => { act(status); }));
  }
  menu.showAtPosition({ x: place.x, y: place.y }, place.doc);
}

function align(parts: MendParts, path: string, { id, name }: StatusDefinition): Promise<void> {
  const edit = (text: string): ReturnType<NoteEdit> => {
    const plan = readPlan(text, readingOf(parts, path));
    return plan.status?.conflict === true ? alignStatus(plan, id) : edited();
  };
  return write(parts, path, { edit, label: `Status: ${name} everywhere`, done: `Status is ${name} everywhere now.` });
}

function addRow(parts: MendParts, path: string, { plan: { workflow }, from, to }: { readonly plan: PlanReading; readonly from: string; readonly to: string }): Promise<void> {
  const { settings, today } = parts;
  const nameOf = (id: string): string => findStatus(workflow, id)?.name ?? id;
  const row = describeMove(nameOf(from), nameOf(to));
  const edit: NoteEdit = (text) => logMove(text, readingOf(parts, path), { date: today(), author: settings.current.author, from: nameOf(from), to });
  return write(parts, path, { edit, label: `Log row “${row}”`, done: `Added to the change log: ${row}` });
}

function ignore(parts: MendParts, { path, kind }: ShownDrift): Promise<void> {
  const name = DRIFT_NAMES[kind];
  return write(parts, path, { edit: (text) => ignoreDrift(text, kind), label: `Ignore “${name}”`, done: `“${name}” is ignored in this plan from now on. Its property “plan-ignore” says so.` });
}

async function write({ notes, report }: MendParts, path: string, { edit, label, done }: { readonly edit: NoteEdit; readonly label: string; readonly done: string }): Promise<void> {
  const outcome = await notes.edit(path, edit, label);
  if (!outcome.ok) report.refusal(outcome.refusal);
  else report.done(outcome.isChanged ? done : 'The note says so already.', outcome.undo);
}

function readingOf({ settings }: MendParts, path: string): ParseOptions {
  return { ...settings.reading, path };
}
