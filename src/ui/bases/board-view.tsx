/** The view “Plan board” of Obsidian's Bases: the base says which notes, their plans say the rest. */
import { BasesView, Keymap, type QueryController } from 'obsidian';
import { render } from 'preact';
import { boardOf } from '../../core/indexing/plan-board';
import { type RollupRow, runQuery } from '../../core/indexing/query';
import { DEFAULT_WORKFLOW } from '../../core/status/workflow';
import { DrawPace } from '../draw-pace';
import type { PaneParts } from '../pane/rollup-view';
import { PlanBoard } from './plan-board';

export const BOARD_VIEW = 'plan-board';

export class PlanBoardView extends BasesView {
  readonly type = BOARD_VIEW;
  private readonly pace: DrawPace;
  private isShown = false;

  constructor(
    controller: QueryController,
    private readonly holder: HTMLElement,
    private readonly parts: PaneParts,
  ) {
    super(controller);
    this.pace = new DrawPace(holder, () => { if (this.isShown) this.draw(); });
  }

  override onload(): void {
    this.isShown = true;
    this.holder.addClass('plan-rollup');
    this.register(this.parts.feeder.subscribe(() => { this.pace.news(); }));
  }

  override onunload(): void {
    this.isShown = false;
    this.pace.stop();
    render(null, this.holder);
  }

  override onDataUpdated(): void {
    this.pace.news();
  }

  private draw(): void {
    const { app, holder } = this;
    const { index, feeder, settings, today, doors } = this.parts;
    const result = runQuery(index, '', { lens: 'plans', today: today(), staleDays: settings.current.staleDays });
    const plans = new Map(Array.from({ length: result.length }, (_none, at) => result.row(at)).map((row) => [row.path, row]));
    const paths = this.data.data.map(({ file }) => file.path);
    const shown = paths.flatMap((path) => plans.get(path) ?? []);
    const actions = {
      open: ({ path }: RollupRow, event: MouseEvent | KeyboardEvent): void => void app.workspace.openLinkText(path, '', Keymap.isModEvent(event)),
      pickStatus: ({ path }: RollupRow): void => { doors.pick(path); },
      moveTo: ({ path, status: from }: RollupRow, status: string): void => { doors.moveTo(path, status, from ?? ''); },
    };
    render(<PlanBoard columns={boardOf(shown, index.reading.workflows ?? [DEFAULT_WORKFLOW])} actions={actions} others={paths.length - shown.length} remaining={feeder.remaining} />, holder);
  }
}
