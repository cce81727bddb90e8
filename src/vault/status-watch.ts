/**
 * Notices a status, or a checkbox property that the workflow names, that was changed by other means than this plugin:
 * in the properties, a Base, or the text. What was done here and now is offered for the change log, or logged where the
 * settings say so. What arrives by Sync, at start-up or from another program is left to the pane.
 */
import { type App, type CachedMetadata, Component, type TFile } from 'obsidian';
import { HandMove, type UnloggedMove } from '../core/check/hand-move';
import type { CalendarDate } from '../core/date/calendar-date';
import { describeMove } from '../core/edit/edit-plan';
import type { PlanIndex } from '../core/indexing/plan-index';
import { type ParseOptions, type PlanReading, readPlan } from '../core/plan/parse-plan';
import { describeToggle, isTicked, lastLoggedToggle } from '../core/plan/toggle-row';
import { findStatus, type StatusToggle } from '../core/status/workflow';
import type { Refusal } from '../core/text/edit-result';
import type { Settings } from '../settings/settings';
import { HereAndNow } from './here-and-now';
import type { NoteChange } from './index-feeder';
import { logMove, logToggle } from './log-by-hand';
import { movedPath } from './moved-path';
import type { NoteAccess, NoteEdit, Undo } from './note-access';

/** A status stands for as long before anything is made of it: people type, and change their minds. In milliseconds. */
const PAUSE = 2000;

export interface StatusWatchParts {
  readonly app: App;
  readonly notes: NoteAccess;
  readonly index: PlanIndex;
  readonly feeder: { onChange(listener: (change: NoteChange) => void): () => void };
  readonly settings: { readonly current: Pick<Settings, 'handMoves' | 'author'>; readonly reading: ParseOptions };
  readonly report: {
    info(message: string, action?: { readonly name: string; readonly run: () => void }): void;
    done(message: string, undo?: Undo): void;
    refusal(refusal: Refusal): void;
  };
  readonly today: () => CalendarDate;
  /** Moves the plan to a status by id, past its gates and with all that belongs to it. */
  readonly move: (path: string, status: string) => void;
}

/** What is known of a note; its path follows renames. */
interface WatchedNote {
  path: string;
  readonly move: HandMove;
  /** Keys of the properties that were ticked when last seen, in lower case; null before that. */
  ticks: ReadonlySet<string> | null;
  /** Keys of those that the user has changed since. */
  readonly flipped: Set<string>;
  /** Whether the user was at work in the note itself. */
  isSure: boolean;
  timer: number | null;
}

/** Something to be done for a change made by hand, when the user or the settings say so. */
interface Offer {
  readonly said: string;
  readonly action: string;
  readonly run: () => void;
}

export class StatusWatch extends Component {
  private readonly watched = new Map<string, WatchedNote>();
  private readonly user: HereAndNow;
  private isStopped = false;

  constructor(
    private readonly parts: StatusWatchParts,
    private readonly pause = PAUSE,
  ) {
    super();
    this.user = this.addChild(new HereAndNow(parts.app));
  }

  override onload(): void {
    const { vault, workspace, metadataCache } = this.parts.app;
    this.register(this.parts.feeder.onChange((change) => {
      this.see(change);
    }));
    this.registerEvent(vault.on('rename', ({ path }, from) => {
      this.follow(from, path);
    }));
    this.registerEvent(vault.on('delete', ({ path }) => {
      this.forget(path);
    }));
    const meet = (file: TFile | null): void => {
      const cache = file && metadataCache.getFileCache(file);
      if (cache) this.noteAt(file.path).ticks ??= ticksOf(cache);
    };
    this.registerEvent(workspace.on('file-open', meet));
    workspace.onLayoutReady(() => {
      meet(workspace.getActiveFile());
    });
  }

  override onunload(): void {
    this.isStopped = true;
    for (const { timer } of this.watched.values()) if (timer !== null) window.clearTimeout(timer);
    this.watched.clear();
  }

  /** What most changes change is neither the status nor a box: then nothing is read. */
  private see({ path, text, cache, before, after }: NoteChange): void {
    const known = this.watched.get(path);
    const flipped = known?.ticks ? difference(known.ticks, ticksOf(cache)) : [];
    if (known) known.ticks = ticksOf(cache);
    const isMoved = (before !== undefined || known?.move.isOpen === true) && before?.statusText !== after?.statusText;
    if ((!isMoved && flipped.length === 0) || this.parts.settings.current.handMoves === 'off') return;
    const plan = this.read(path, text);
    const place = this.user.sourceOf(path, text) === 'outside' ? 'elsewhere' : this.user.placeOf(path);
    const note = this.noteAt(path);
    if (place !== 'elsewhere') {
      note.isSure = place === 'note';
      for (const { property } of plan.workflow.toggles ?? []) if (flipped.includes(property.toLowerCase())) note.flipped.add(property.toLowerCase());
    }
    const isOpen = isMoved && note.move.see({ status: before?.status ?? null, raw: before?.statusText ?? null }, plan, place !== 'elsewhere');
    if (isOpen || note.flipped.size > 0) this.wait(note);
  }

  private wait(note: WatchedNote): void {
    if (note.timer !== null) window.clearTimeout(note.timer);
    note.timer = window.setTimeout(() => {
      note.timer = null;
      void this.consider(note);
    }, this.pause);
  }

  /** Looks at the note again, as it is now. */
  private async consider(note: WatchedNote): Promise<void> {
    const text = await this.parts.notes.read(note.path);
    const { handMoves } = this.parts.settings.current;
    if (text === null || this.isStopped || handMoves === 'off') return;
    const plan = this.read(note.path, text);
    const flipped = [...note.flipped];
    note.flipped.clear();
    if (!plan.isPlan) return;
    // What is being typed is not in the index yet; its change is still to come.
    const isSettled = (this.parts.index.get(note.path)?.status ?? null) === (plan.status?.status ?? null);
    const move = isSettled ? note.move.unlogged(plan) : null;
    const toggles = (plan.workflow.toggles ?? []).filter(({ property }) => flipped.includes(property.toLowerCase()));
    const offers = [move && this.offerOfMove(note, plan, move), ...toggles.map((toggle) => this.offerOfToggle(note, plan, toggle))];
    for (const offer of offers) {
      if (offer && handMoves === 'automatic' && note.isSure) offer.run();
      else if (offer) this.parts.report.info(offer.said, { name: offer.action, run: offer.run });
    }
  }

  private offerOfMove(note: WatchedNote, plan: PlanReading, { from, to }: UnloggedMove): Offer {
    const row = describeMove(from, to.name);
    const edit: NoteEdit = (text) => logMove(text, this.readingOf(note.path), { ...this.row(), from, to: to.id });
    return { said: `“${nameOf(note, plan)}”: the change log has no row for “${row}”.`, action: 'Add log row', run: () => void this.log(note, edit, row) };
  }

  /** Null when nothing follows from it: the log or the status says so already, or the box that moves a plan was unticked. */
  private offerOfToggle(note: WatchedNote, plan: PlanReading, toggle: StatusToggle): Offer | null {
    const isOn = isTicked(plan.frontmatter?.properties.get(toggle.property.toLowerCase())?.value);
    const said = `“${nameOf(note, plan)}”: ${toggle.name} was ${isOn ? 'ticked' : 'unticked'}.`;
    if (toggle.to === null) {
      if ((lastLoggedToggle(plan.changeLog, toggle) ?? false) === isOn) return null;
      const edit: NoteEdit = (text) => logToggle(text, this.readingOf(note.path), { ...this.row(), toggle });
      return { said, action: 'Add log row', run: () => void this.log(note, edit, describeToggle(toggle, isOn)) };
    }
    const to = findStatus(plan.workflow, toggle.to);
    if (!isOn || !to || stepOf(plan, to.id) <= stepOf(plan, plan.status?.status ?? null)) return null;
    const run = (): void => {
      this.parts.move(note.path, to.id);
    };
    return { said: `${said} Move the plan to ${to.name}?`, action: 'Move', run };
  }

  private async log(note: WatchedNote, edit: NoteEdit, row: string): Promise<void> {
    const { notes, report } = this.parts;
    const outcome = await notes.edit(note.path, edit, `Log row “${row}”`);
    if (!outcome.ok) {
      report.refusal(outcome.refusal);
      return;
    }
    report.done(outcome.isChanged ? `Added to the change log: ${row}` : 'The change log says so already.', outcome.undo);
    const text = await notes.read(note.path);
    if (text !== null) note.move.settle(this.read(note.path, text));
  }

  private row(): { readonly date: CalendarDate; readonly author: string } {
    return { date: this.parts.today(), author: this.parts.settings.current.author };
  }

  private read(path: string, text: string): PlanReading {
    return readPlan(text, this.readingOf(path));
  }

  private readingOf(path: string): ParseOptions {
    return { ...this.parts.settings.reading, path };
  }

  private noteAt(path: string): WatchedNote {
    let note = this.watched.get(path);
    if (!note) {
      note = { path, move: new HandMove(), ticks: null, flipped: new Set(), isSure: false, timer: null };
      this.watched.set(path, note);
    }
    return note;
  }

  private follow(from: string, to: string): void {
    for (const note of [...this.watched.values()]) {
      const path = movedPath(note.path, from, to);
      if (path === note.path) continue;
      this.watched.delete(note.path);
      note.path = path;
      this.watched.set(path, note);
    }
  }

  /** Of the note, or of all that lie in the folder. */
  private forget(path: string): void {
    for (const note of [...this.watched.values()]) {
      if (note.path !== path && !note.path.startsWith(`${path}/`)) continue;
      if (note.timer !== null) window.clearTimeout(note.timer);
      this.watched.delete(note.path);
    }
  }
}

function ticksOf({ frontmatter = {} }: CachedMetadata): ReadonlySet<string> {
  return new Set(Object.entries(frontmatter).flatMap(([key, value]) => (isTicked(value) ? [key.toLowerCase()] : [])));
}

/** What is in one of them only. */
function difference(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a, ...b].filter((each) => a.has(each) !== b.has(each));
}

function nameOf({ path }: WatchedNote, { title }: PlanReading): string {
  return title ?? path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}

/** How far along its path a status stands; −1 off the path. */
function stepOf({ workflow }: PlanReading, status: string | null): number {
  return workflow.statuses.filter(({ group }) => group !== 'dropped').findIndex(({ id }) => id === status);
}
