/**
 * The one action behind every door to a plan's status: read, look what stands in the way, ask where something must be
 * asked, write on the text that is there then, and say what was done. One move of a note at a time.
 */
import type { App } from 'obsidian';
import { isReached, setToggle, toggleState } from '../core/edit/edit-toggle';
import type { CalendarDate } from '../core/date/calendar-date';
import { type PlanReading, readPlan } from '../core/plan/parse-plan';
import { findStatus, nextStatus, previousStatus, type StatusToggle } from '../core/status/workflow';
import { refused } from '../core/text/edit-result';
import type { SettingsStore } from '../settings/settings-store';
import { chooseStatus } from '../ui/modals/choose-status';
import { askForMove } from '../ui/modals/move-dialog';
import type { PlanDoors } from '../ui/plan-doors';
import type { Report } from '../ui/report';
import type { EditOutcome, UndoableNotes } from '../vault/note-access';
import { beginsLog, type DraftContext, draftOf, isMade, type MoveDraft, type MoveOrder, nameOf, redrafted, standingOf, titleOf, unmet } from './move-draft';
import { DialogSession } from './move-session';
import { linkedFrom, type Successors } from './successors';

export interface MoveParts {
  readonly app: App;
  readonly notes: UndoableNotes;
  readonly settings: SettingsStore;
  readonly report: Report;
  readonly today: () => CalendarDate;
  readonly successors: Successors;
  /** Lets the user say what the word, which the plan's workflow does not know, means. */
  readonly mapStatus: (plan: PlanReading, word: string) => Promise<void>;
}

/** A click so soon after the same one, in milliseconds, is the second of a double click. Obsidian takes care of keys that are held. */
const TOO_SOON = 400;

export class PlanMoves {
  private readonly busy = new Set<string>();
  /** The last click. */
  private last = { what: '', at: 0 };
  /** The note that the last message was about. */
  private told: string | null = null;

  constructor(readonly parts: MoveParts) {}

  /** The same for those who need not wait. */
  readonly doors: PlanDoors = {
    pick: (path) => void this.pick(path),
    advance: (path) => void this.once(`${path} next`, () => this.step(path, 'next')),
    revert: (path) => void this.once(`${path} previous`, () => this.step(path, 'previous')),
    moveTo: (path, status, from) => void this.moveTo(path, status, from),
    toggle: (path, property) => void this.once(`${path} ${property}`, () => this.toggle(path, property)),
  };

  async pick(path: string): Promise<void> {
    const { app, mapStatus } = this.parts;
    const plan = await this.read(path);
    if (plan === null) return;
    const { workflow, status } = plan;
    const gates = standingOf(plan);
    const picked = await chooseStatus(app, {
      workflow,
      current: status === null ? null : findStatus(workflow, status.raw) ? status.raw : (status.status ?? status.raw),
      standing: (to) => unmet(gates(to)).join('; ') || null,
      canMap: true,
    });
    if (picked?.status) {
      const { status: to, hasNote } = picked;
      await this.alone(path, (now) => this.decide(path, this.draft(path, now, { to: to.id, expect: status?.raw ?? '' }), hasNote));
    } else if (picked) await mapStatus(plan, status?.raw ?? '');
  }

  step(path: string, direction: 'next' | 'previous'): Promise<void> {
    return this.alone(path, async (plan) => {
      const { workflow, status } = plan;
      const from = status === null ? null : (status.status ?? status.raw);
      const to = direction === 'next' ? nextStatus(workflow, from) : previousStatus(workflow, from);
      if (to) await this.decide(path, this.draft(path, plan, { to: to.id }), false);
      else {
        const known = from === null ? null : findStatus(workflow, from);
        const why = known === null ? 'is none the workflow knows' : known.group === 'dropped' ? 'stands off the path' : `is the ${direction === 'next' ? 'last' : 'first'} of its path`;
        this.parts.report.refusal({ code: 'no-next-status', message: `The plan's status “${status?.raw ?? 'not set'}” ${why}. Use “Set plan status…” to choose another.` });
      }
    });
  }

  moveTo(path: string, to: string, from?: string): Promise<void> {
    return this.alone(path, (plan) => this.decide(path, this.draft(path, plan, { to, ...(from !== undefined && { expect: from }) }), false));
  }

  /** A toggle that stands for a status moves the plan there when it is ticked; any other change of one is only logged. */
  toggle(path: string, property: string): Promise<void> {
    return this.alone(path, async (plan) => {
      const toggle = plan.workflow.toggles?.find((each) => each.property === property);
      const value = toggleState(plan, property) !== true;
      if (!toggle) this.parts.report.info(`The plan's workflow has no checkbox “${property}”.`);
      else if (value && toggle.to !== null && !isReached(plan, toggle.to)) await this.decide(path, this.draft(path, plan, { to: toggle.to, toggle: property }), false);
      else await this.flip(path, { plan, toggle }, value);
    });
  }

  /** What a draft of the note's move is made with. */
  context(path: string): DraftContext {
    const { settings, today } = this.parts;
    return { reading: settings.reading, path, date: today(), author: settings.current.author };
  }

  /** The plan as it is now; null when the note can't be read, and then the user has been told. */
  private async read(path: string): Promise<PlanReading | null> {
    const text = await this.parts.notes.read(path);
    if (text !== null) return readPlan(text, { ...this.parts.settings.reading, path });
    this.parts.report.refusal({ code: 'note-gone', message: `The note “${path}” can't be read. It may have been moved or deleted.` });
    return null;
  }

  /** The move as it would be made from where the plan is, unless the user decided on another status than that. */
  private draft(path: string, plan: PlanReading, order: MoveOrder): MoveDraft {
    return draftOf(plan, { expect: plan.status?.raw ?? '', ...order }, this.context(path));
  }

  private async decide(path: string, draft: MoveDraft, asks: boolean): Promise<void> {
    const { to, edit, gates } = draft;
    const mustAnswer = to?.asks !== undefined;
    if (isMade(draft)) this.tell(path, draft, { outcome: { ok: true, isChanged: false } });
    else if (!edit.ok && (!mustAnswer || edit.refusal.code === 'status-changed')) this.parts.report.refusal(edit.refusal);
    else if (asks || mustAnswer || unmet(gates, 'block').length > 0) await this.ask(path, draft);
    else await this.write(path, draft);
  }

  private async ask(path: string, draft: MoveDraft): Promise<void> {
    const { app, notes, report, successors } = this.parts;
    await askForMove(app, new DialogSession({ app, notes, report, successors, path, context: () => this.context(path), done: (made, outcome, linked) => { this.tell(path, made, { outcome, linked }); } }, draft));
  }

  /** At once, without a question; what has come to stand in the way meanwhile asks it after all. */
  private async write(path: string, draft: MoveDraft): Promise<void> {
    const found: { draft: MoveDraft; isBlocked: boolean } = { draft, isBlocked: false };
    const outcome = await this.parts.notes.edit(path, (text) => {
      const now = redrafted(draft, text, this.context(path));
      Object.assign(found, { draft: now, isBlocked: !isMade(now) && now.edit.ok && unmet(now.gates, 'block').length > 0 });
      return found.isBlocked ? refused('note-changed', 'The note has changed meanwhile. Look at it again.') : now.edit;
    }, nameOf(draft));
    if (found.isBlocked) await this.ask(path, found.draft);
    else this.tell(path, found.draft, { outcome });
  }

  private tell(path: string, draft: MoveDraft, { outcome, linked }: { readonly outcome: EditOutcome; readonly linked?: string | undefined }): void {
    const { report } = this.parts;
    const { plan, to, order, gates } = draft;
    const name = to?.name ?? order.to;
    if (!outcome.ok) report.refusal(outcome.refusal);
    else if (outcome.isChanged) {
      const left = unmet(gates).map((message) => ` ${message}.`);
      report.done(`${this.whose(path, plan)}Status is ${name} now.${beginsLog(draft) ? ' The note has a change log from now on.' : ''}${linkedFrom(linked)}${left.join('')}`, outcome.undo);
    } else report.info(`${this.whose(path, plan)}Status was ${name} already.`);
  }

  /** Names the plan where it is not the one in front of the user, or another one was told of before. */
  private whose(path: string, plan: PlanReading): string {
    const isPlain = this.parts.app.workspace.getActiveFile()?.path === path && (this.told === null || this.told === path);
    this.told = path;
    return isPlain ? '' : `“${titleOf(plan, path)}”: `;
  }

  private async flip(path: string, { plan, toggle: { property, name } }: { readonly plan: PlanReading; readonly toggle: StatusToggle }, value: boolean): Promise<void> {
    const { date, author, reading } = this.context(path);
    const message = `${name} is ${value ? 'on' : 'off'} now.`;
    const outcome = await this.parts.notes.edit(path, (text) => setToggle(readPlan(text, { ...reading, path }), { property, value, date, author }), message);
    if (!outcome.ok) this.parts.report.refusal(outcome.refusal);
    else if (outcome.isChanged) this.parts.report.done(`${this.whose(path, plan)}${message}`, outcome.undo);
  }

  /** Runs `task` unless the same was done just now. */
  private async once(what: string, task: () => Promise<void>): Promise<void> {
    const now = performance.now();
    const isSoon = this.last.what === what && now - this.last.at < TOO_SOON;
    this.last = { what, at: now };
    if (!isSoon) await task();
  }

  /** Runs `task` with the plan as it is now, unless it is being moved already: a second click is not a second move. */
  private async alone(path: string, task: (plan: PlanReading) => Promise<void>): Promise<void> {
    if (this.busy.has(path)) return;
    this.busy.add(path);
    try {
      const plan = await this.read(path);
      if (plan) await task(plan);
    } finally {
      this.busy.delete(path);
    }
  }
}
