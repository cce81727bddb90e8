import { type App, MarkdownRenderChild } from 'obsidian';
import { render } from 'preact';
import { type BlockOptions, readBlockOptions } from '../../core/indexing/block-options';
import { type KeptItem, type QueryResult, runQuery } from '../../core/indexing/query';
import { DrawPace } from '../draw-pace';
import { PaneActions } from '../pane/pane-actions';
import type { PaneParts } from '../pane/rollup-view';
import { RollupTable } from './rollup-table';

/** The code block's place in a rendered note; it follows the index for as long as it is shown, and draws at most once a frame. */
export class RollupBlock extends MarkdownRenderChild {
  private readonly options: BlockOptions;
  private readonly actions: PaneActions;
  private readonly pace: DrawPace;

  constructor(
    el: HTMLElement,
    source: string,
    app: App,
    private readonly parts: PaneParts,
  ) {
    super(el);
    this.pace = new DrawPace(el, () => { this.draw(); });
    this.actions = new PaneActions(app, parts);
    this.options = readBlockOptions(source);
  }

  override onload(): void {
    this.register(this.parts.feeder.subscribe(() => { this.pace.news(); }));
    // At once, so that an export to PDF has it.
    this.draw();
  }

  override onunload(): void {
    this.pace.stop();
    render(null, this.containerEl);
  }

  private draw(): void {
    const { index, feeder, settings, today } = this.parts;
    const { lens, query, group, sort } = this.options;
    const ask = (kept: readonly KeptItem[]): QueryResult =>
      runQuery(index, query, { lens, today: today(), staleDays: settings.current.staleDays, excluded: settings.current.excludedFolders, kept, ...(group !== undefined && { group }), ...(sort !== undefined && { sort }) });
    render(<RollupTable options={this.options} index={index} ask={ask} actions={this.actions} remaining={feeder.remaining} />, this.containerEl);
  }
}
