/**
 * Keeps a plan's counts in its properties, where the settings ask for it: after its note has changed and then been left
 * alone for a while, and only when a number is another one. Start-up and plans that nobody touches are left as they are.
 */
import { type App, Component } from 'obsidian';
import { keepCounts } from '../core/edit/count-properties';
import type { ParseOptions } from '../core/plan/parse-plan';
import type { NoteChange } from './index-feeder';
import type { NoteAccess } from './note-access';

/** A note is left alone when nothing has been typed in it, and nothing else changed it, for as long; in milliseconds. */
const PAUSE = 10_000;

export interface CountKeeperParts {
  readonly app: App;
  readonly notes: NoteAccess;
  readonly feeder: { onChange(listener: (change: NoteChange) => void): () => void };
  readonly settings: { readonly current: { readonly countsInProperties: boolean }; readonly reading: ParseOptions };
}

export class CountKeeper extends Component {
  /** Timers by path. */
  private readonly waiting = new Map<string, number>();

  constructor(
    private readonly parts: CountKeeperParts,
    private readonly pause = PAUSE,
  ) {
    super();
  }

  override onload(): void {
    const { app, feeder } = this.parts;
    this.register(feeder.onChange(({ path, after }) => {
      if (after?.isPlan === true) this.wait(path);
    }));
    this.registerEvent(app.workspace.on('editor-change', (_editor, { file }) => {
      if (file && this.waiting.has(file.path)) this.wait(file.path);
    }));
    this.registerEvent(app.vault.on('rename', ({ path }, from) => {
      if (this.forget(from)) this.wait(path);
    }));
  }

  override onunload(): void {
    for (const path of [...this.waiting.keys()]) this.forget(path);
  }

  private wait(path: string): void {
    if (!this.parts.settings.current.countsInProperties) return;
    this.forget(path);
    this.waiting.set(path, window.setTimeout(() => {
      this.waiting.delete(path);
      void this.write(path);
    }, this.pause));
  }

  private forget(path: string): boolean {
    window.clearTimeout(this.waiting.get(path));
    return this.waiting.delete(path);
  }

  /** A note that can't take them keeps its own: frontmatter that is broken is told of elsewhere. */
  private async write(path: string): Promise<void> {
    const { app, notes, settings } = this.parts;
    if (!settings.current.countsInProperties || !app.vault.getFileByPath(path)) return;
    await notes.edit(path, (text) => keepCounts(text, { ...settings.reading, path }), 'Counts in properties');
  }
}
