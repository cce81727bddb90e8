import { debounce, ItemView, Platform, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { render } from 'preact';
import type { PlanIndex } from '../../core/indexing/plan-index';
import type { Lens } from '../../core/indexing/query';
import type { CalendarDate } from '../../core/date/calendar-date';
import type { Settings } from '../../settings/settings';
import type { UndoableNotes } from '../../vault/note-access';
import type { IndexNews } from '../index-news';
import type { DriftDoors } from '../drift-doors';
import type { PlanDoors } from '../plan-doors';
import type { Report } from '../report';
import { FIRST_LENS } from './pane-lenses';
import { type PaneState, readPaneState } from './pane-state';
import { PaneActions } from './pane-actions';
import { RollupPane } from './rollup-pane';
import { SlotsLeft } from './slots-left';

export const ROLLUP_VIEW = 'plan-rollup';

export interface PaneParts {
  readonly index: PlanIndex;
  readonly feeder: IndexNews;
  readonly notes: UndoableNotes;
  readonly report: Report;
  readonly settings: { readonly current: Pick<Settings, 'staleDays' | 'excludedFolders' | 'viewsNote'> };
  /** The clock: the day it is for the user. */
  readonly today: () => CalendarDate;
  readonly doors: PlanDoors;
  readonly drift: DriftDoors;
  readonly moveSeveral: (paths: readonly string[]) => void;
}

/** Milliseconds after the last change of the pane's state until the workspace is saved with it. */
const SAVED_AFTER = 1000;

/** The rollup pane in the sidebar. It renders at most once a frame, whatever happens in the vault. */
export class RollupView extends ItemView {
  private state: PaneState = readPaneState(null, firstState());
  private readonly saveLater = debounce(() => void this.app.workspace.requestSaveLayout(), SAVED_AFTER, true);
  private frame: number | null = null;
  private isShown = false;
  private readonly slotsLeft: SlotsLeft;
  private readonly actions: PaneActions;
  private stopListening = (): void => undefined;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly parts: PaneParts,
  ) {
    super(leaf);
    this.icon = 'list-checks';
    this.actions = new PaneActions(this.app, parts);
    this.slotsLeft = new SlotsLeft(parts.notes, () => { if (this.isShown) this.schedule(); });
  }

  override getViewType(): string {
    return ROLLUP_VIEW;
  }

  override getDisplayText(): string {
    return 'Plan rollup';
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), ...this.state };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    this.state = readPaneState(state, this.state);
    this.schedule();
  }

  protected override onOpen(): Promise<void> {
    if (this.parts.feeder.isStopped) {
      // Switched off while this view was being opened: it came too late to be closed with the others.
      this.contentEl.win.setTimeout(() => { this.leaf.detach(); });
      return Promise.resolve();
    }
    this.isShown = true;
    this.contentEl.addClass('plan-rollup');
    this.stopListening = this.parts.feeder.subscribe(() => { this.schedule(); });
    this.draw();
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.isShown = false;
    this.stopListening();
    if (this.frame !== null) this.contentEl.win.cancelAnimationFrame(this.frame);
    this.frame = null;
    render(null, this.contentEl);
    return Promise.resolve();
  }

  /** Shows the lens in the way it was shown last. */
  show(lens: Lens): void {
    this.state = { ...this.state, lens };
    this.schedule();
    this.saveLater();
  }

  private schedule(): void {
    this.frame ??= this.contentEl.win.requestAnimationFrame(() => {
      this.frame = null;
      this.draw();
    });
  }

  private draw(): void {
    const { index, feeder, settings, today } = this.parts;
    const change = (state: PaneState): void => {
      this.state = state;
      this.draw();
      this.saveLater();
    };
    const asked = { today: today(), staleDays: settings.current.staleDays, excluded: settings.current.excludedFolders };
    render(<RollupPane index={index} actions={this.actions} slotsLeft={this.slotsLeft} state={this.state} onState={change} asked={asked} remaining={feeder.remaining} />, this.contentEl);
  }
}

/** A finger that scrolls must not tick: on a phone the pane is locked at first. */
function firstState(): Pick<PaneState, 'lens' | 'isLocked'> {
  return { lens: FIRST_LENS.id, isLocked: Platform.isPhone };
}
