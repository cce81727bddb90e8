import { type App, ItemView, Keymap, type ViewStateResult, type WorkspaceLeaf } from 'obsidian';
import { render } from 'preact';
import { setTaskMark } from '../../core/edit/edit-checklist';
import type { PlanIndex } from '../../core/indexing/plan-index';
import type { RollupRow } from '../../core/indexing/query';
import type { NoteAccess } from '../../vault/note-access';
import type { Report } from '../report';
import { PANE_LENSES, type PaneLens } from './pane-lenses';
import { type PaneActions, RollupPane } from './rollup-pane';

export const ROLLUP_VIEW = 'plan-rollup';

/** Tells when the index has changed, and how much of it is still to come. */
export interface IndexNews {
  readonly remaining: number;
  /** The plugin has been switched off: no news will come. */
  readonly isStopped: boolean;
  /** Answers how to stop listening. */
  subscribe(listener: () => void): () => void;
  /** Resolves when the index has what was just written to the note. */
  catchUp(path: string): Promise<void>;
}

export interface PaneParts {
  readonly index: PlanIndex;
  readonly feeder: IndexNews;
  readonly notes: NoteAccess;
  readonly report: Report;
}

/** The rollup pane in the sidebar. It renders at most once a frame, whatever happens in the vault. */
export class RollupView extends ItemView {
  private lens: PaneLens = PANE_LENSES[0];
  private frame: number | null = null;
  private stopListening = (): void => undefined;

  constructor(
    leaf: WorkspaceLeaf,
    private readonly parts: PaneParts,
  ) {
    super(leaf);
    this.icon = 'list-checks';
  }

  override getViewType(): string {
    return ROLLUP_VIEW;
  }

  override getDisplayText(): string {
    return 'Plan rollup';
  }

  override getState(): Record<string, unknown> {
    return { ...super.getState(), lens: this.lens.id };
  }

  override async setState(state: unknown, result: ViewStateResult): Promise<void> {
    await super.setState(state, result);
    const wanted = typeof state === 'object' && state !== null && 'lens' in state ? state.lens : null;
    this.lens = PANE_LENSES.find(({ id }) => id === wanted) ?? this.lens;
    this.schedule();
  }

  protected override onOpen(): Promise<void> {
    if (this.parts.feeder.isStopped) {
      // Switched off while this view was being opened: it came too late to be closed with the others.
      this.contentEl.win.setTimeout(() => { this.leaf.detach(); });
      return Promise.resolve();
    }
    this.contentEl.addClass('plan-rollup');
    this.stopListening = this.parts.feeder.subscribe(() => { this.schedule(); });
    this.draw();
    return Promise.resolve();
  }

  protected override onClose(): Promise<void> {
    this.stopListening();
    if (this.frame !== null) this.contentEl.win.cancelAnimationFrame(this.frame);
    this.frame = null;
    render(null, this.contentEl);
    return Promise.resolve();
  }

  private schedule(): void {
    this.frame ??= this.contentEl.win.requestAnimationFrame(() => {
      this.frame = null;
      this.draw();
    });
  }

  private draw(): void {
    const { index, feeder } = this.parts;
    const choose = (lens: PaneLens): void => {
      this.lens = lens;
      this.draw();
      void this.app.workspace.requestSaveLayout();
    };
    render(<RollupPane index={index} actions={paneActions(this.app, this.parts)} lens={this.lens} onLens={choose} remaining={feeder.remaining} />, this.contentEl);
  }
}

function paneActions(app: App, { feeder, notes, report }: PaneParts): PaneActions {
  return {
    open({ path, line }: RollupRow, event): void {
      const file = app.vault.getFileByPath(path);
      const opened = file ? app.workspace.getLeaf(event ? Keymap.isModEvent(event) : false).openFile(file, { active: true, eState: { line } }) : Promise.reject(new Error('It is gone'));
      opened.catch((error: unknown) => {
        report.refusal({ code: 'note-gone', message: `The note “${path}” can't be opened. ${error instanceof Error ? error.message : ''}` });
      });
    },
    async tick({ path, target, state, text }: RollupRow): Promise<void> {
      if (!target) return;
      const outcome = await notes.edit(path, (note) => setTaskMark(note, target, state === 'done' ? ' ' : 'x'), `${state === 'done' ? 'Untick' : 'Tick'} “${text}”`);
      if (!outcome.ok) report.refusal(outcome.refusal);
      else if (outcome.isChanged) await feeder.catchUp(path);
    },
  };
}
