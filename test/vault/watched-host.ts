/** A vault whose statuses are watched, with a person at the keyboard, and what they are told. */
import type { Plugin } from 'obsidian';
import { vi } from 'vitest';
import { PlanIndex } from '../../src/core/indexing/plan-index';
import { PlanWords } from '../../src/core/plan/plan-words';
import { DEFAULT_WORKFLOW } from '../../src/core/status/workflow';
import type { Undo } from '../../src/vault/note-access';
import { IndexFeeder } from '../../src/vault/index-feeder';
import { ObsidianNotes } from '../../src/vault/obsidian-notes';
import { StatusWatch } from '../../src/vault/status-watch';
import { WriteJournal } from '../../src/vault/write-journal';
import { press } from '../support/at-the-keyboard';
import { openHost, type OpenHost } from '../support/open-host';

export const ROW_DATE = '2026-03-14';
const PAUSE = 30;

export interface Said {
  readonly message: string;
  readonly action?: string;
  readonly run?: () => void;
  readonly undo?: Undo;
}

export class WatchedHost {
  readonly said: Said[] = [];
  readonly moves: string[] = [];
  readonly index = new PlanIndex();
  readonly settings = { current: { handMoves: 'ask' as 'off' | 'ask' | 'automatic', author: 'Ops' }, reading: { workflows: [DEFAULT_WORKFLOW], words: new PlanWords({}) } };
  readonly journal: WriteJournal;
  readonly watch: StatusWatch;
  private readonly feeder: IndexFeeder;

  private constructor(readonly host: OpenHost<Plugin>) {
    const { app } = host;
    this.journal = new WriteJournal(new ObsidianNotes(app));
    this.feeder = new IndexFeeder(app, this.index);
    const report = {
      info: (message: string, action?: { name: string; run: () => void }): void => void this.said.push({ message, ...(action && { action: action.name, run: action.run }) }),
      done: (message: string, undo?: Undo): void => void this.said.push({ message, ...(undo && { undo }) }),
      refusal: ({ message }: { message: string }): void => void this.said.push({ message: `refused: ${message}` }),
    };
    this.watch = new StatusWatch({ app, notes: this.journal, index: this.index, feeder: this.feeder, settings: this.settings, report, today: () => ROW_DATE, move: (path, status) => void this.moves.push(`${path} → ${status}`) }, PAUSE);
  }

  static async open(files: Readonly<Record<string, string>>, handMoves: 'off' | 'ask' | 'automatic' = 'ask'): Promise<WatchedHost> {
    const watched = new WatchedHost(await openHost({ files }));
    watched.settings.current.handMoves = handMoves;
    watched.feeder.load();
    watched.watch.load();
    await watched.host.settle();
    return watched;
  }

  text(path = 'a.md'): string | undefined {
    return this.host.disk.get(path);
  }

  /** Replaces a piece of the open note as a person does, by keys; it is saved a little later. */
  type(from: string, to: string): void {
    const editor = this.host.editor();
    press('a');
    const at = editor.getValue().indexOf(from);
    if (at < 0) throw new Error(`“${from}” is not in the note.`);
    editor.transaction({ changes: [{ from: editor.offsetToPos(at), to: editor.offsetToPos(at + from.length), text: to }] });
  }

  /** A person changes a property in the panel beside or above the note: the file is written, the editor follows. */
  async setInProperties(path: string, from: string, to: string): Promise<void> {
    document.body.click();
    const file = this.host.app.vault.getFileByPath(path);
    if (file) await this.host.app.vault.process(file, (text) => text.replace(from, () => to));
    await this.host.settle();
  }

  messages(): string[] {
    return this.said.map(({ message, action }) => (action === undefined ? message : `${message} [${action}]`));
  }

  /** Presses the button of the last message. */
  async accept(): Promise<void> {
    const run = this.said.at(-1)?.run;
    if (!run) throw new Error('There is no button.');
    run();
    await this.host.settle();
  }

  async close(): Promise<void> {
    this.watch.unload();
    this.feeder.unload();
    await this.host.close();
    vi.restoreAllMocks();
  }
}
