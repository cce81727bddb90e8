/**
 * Keeps a plan's counts in its properties, where the settings ask for it: when a number has become another one, and its
 * note has been left alone for a while. Start-up and plans that nobody touches are left as they are. Counts that were
 * taken back although the numbers stand, as an undo may do it, are put there again, once.
 */
import { type App, type CachedMetadata, Component } from 'obsidian';
import { COUNT_KEYS, keepCounts } from '../core/edit/count-properties';
import type { IndexedNote } from '../core/indexing/indexed-note';
import type { ParseOptions } from '../core/plan/parse-plan';
import type { NoteChange } from './index-feeder';
import type { NoteAccess } from './note-access';

/** A note is left alone when nothing has been typed in it, and nothing else changed it, for as long; in milliseconds. */
const PAUSE = 10_000;

export interface CountKeeperParts {
  readonly app: App;
  /** Writes what follows from a change of the note. */
  readonly write: NoteAccess['edit'];
  readonly feeder: { onChange(listener: (change: NoteChange) => void): () => void };
  readonly settings: { readonly current: { readonly countsInProperties: boolean }; readonly reading: ParseOptions };
}

export class CountKeeper extends Component {
  /** Timers by path. */
  private readonly waiting = new Map<string, number>();
  /** By path, what the properties said before they were brought up to date; null when they have been put there again since. */
  private readonly replaced = new Map<string, string | null>();

  constructor(
    private readonly parts: CountKeeperParts,
    private readonly pause = PAUSE,
  ) {
    super();
  }

  override onload(): void {
    const { app, feeder } = this.parts;
    this.register(feeder.onChange(({ path, cache, before, after }) => {
      if (after?.isPlan !== true) return;
      const isOther = !before || countsOf(before) !== countsOf(after);
      const isTakenBack = this.replaced.get(path) === saidIn(cache);
      if (isOther) this.replaced.delete(path);
      else if (isTakenBack) this.replaced.set(path, null);
      if (isOther || isTakenBack) this.wait(path);
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
    const { app, write, settings } = this.parts;
    const file = app.vault.getFileByPath(path);
    if (!settings.current.countsInProperties || !file) return;
    const said = saidIn(app.metadataCache.getFileCache(file));
    const outcome = await write(path, (text) => ({ ...keepCounts(text, { ...settings.reading, path }), isUnasked: true }));
    if (outcome.ok && outcome.isChanged && !this.replaced.has(path)) this.replaced.set(path, said);
  }
}

/** What the properties say. */
function saidIn(cache: CachedMetadata | null): string {
  return JSON.stringify(COUNT_KEYS.map((key) => (cache?.frontmatter?.[key] as unknown) ?? null));
}

/** Open, done and open by hand: what the properties are made of. Other devices may count in another way, which is no change here. */
function countsOf(note: IndexedNote): string {
  const open = note.tasksOf('verification', ['open']);
  const byHand = open.filter((task) => note.taskClass(task) === 'manual');
  return `${open.length} ${note.countOf('verification', 'done')} ${byHand.length}`;
}
