import { debounce, ItemView, Platform, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { render } from 'preact';
import type { PlanIndex } from '../../core/indexing/plan-index';
import { type Lens, runQuery } from '../../core/indexing/query';
import type { CalendarDate } from '../../core/date/calendar-date';
import type { Settings } from '../../settings/settings';
import type { UndoableNotes } from '../../vault/note-access';
import { DrawPace } from '../draw-pace';
import type { IndexNews } from '../index-news';
import type { DriftDoors } from '../drift-doors';
import type { PlanDoors } from '../plan-doors';
import type { Report } from '../report';
import type { Shown } from './export-menu';
import { type Asked, FIRST_LENS, lensOf, lensQuery } from './pane-lenses';
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

/** The rollup pane in the sidebar. It draws at most once a frame, and twice a second for what happens in the vault. */
export class RollupView extends ItemView {
  private state: PaneState = readPaneState(null, firstState());
  private readonly saveLater = debounce(() => void this.app.workspace.requestSaveLayout(), SAVED_AFTER, true);
  private readonly pace = new DrawPace(this.contentEl, () => { this.draw(); });
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
    this.slotsLeft = new SlotsLeft(parts.notes, () => { if (this.isShown) this.pace.soon(); });
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
    this.pace.soon();
  }

  protected override onOpen(): Promise<void> {
    if (this.parts.feeder.isStopped) {
      // Switched off while this view was being opened: it came too late to be closed with the others.
      this.contentEl.win.setTimeout(() => { this.leaf.detach(); });
      return Promise.resolve();
    }
    this.isShown = true;
    this.contentEl.addClass('plan-rollup');
    this.stopListening = this.parts.feeder.subscribe(() => { this.pace.news(); });
    this.draw();
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.isShown = false;
    this.stopListening();
    this.pace.stop();
    render(null, this.contentEl);
    return Promise.resolve();
  }

  /** Shows the lens in the way it was shown last. */
  show(lens: Lens): void {
    this.state = { ...this.state, lens };
    this.pace.soon();
    this.saveLater();
  }

  /** What it shows at the moment. */
  get shown(): Shown {
    const { query, options } = lensQuery(this.state, this.asked());
    return { lens: lensOf(this.state), query, result: runQuery(this.parts.index, query, options) };
  }

  private asked(): Asked {
    const { settings: { current }, today } = this.parts;
    return { today: today(), staleDays: current.staleDays, excluded: current.excludedFolders };
  }

  private draw(): void {
    const { index, feeder } = this.parts;
    const change = (state: PaneState): void => {
      this.state = state;
      this.draw();
      this.saveLater();
    };
    render(<RollupPane index={index} actions={this.actions} slotsLeft={this.slotsLeft} state={this.state} onState={change} asked={this.asked()} reading={feeder} />, this.contentEl);
  }
}

/** A finger that scrolls must not tick: on a phone the pane is locked at first. */
function firstState(): Pick<PaneState, 'lens' | 'isLocked'> {
  return { lens: FIRST_LENS.id, isLocked: Platform.isPhone };
}
