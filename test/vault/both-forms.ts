/** The two forms of `NoteAccess`, each with a person and another program around it, in the same words. */
import { MarkdownView } from 'obsidian';
import type { NoteAccess } from '../../src/vault/note-access';
import { ObsidianNotes } from '../../src/vault/obsidian-notes';
import { InMemoryNotes } from '../support/in-memory-notes';
import { openHost } from '../support/open-host';

/** A note in front of a person. */
export interface Pane {
  text(): string;
  /** Not saved yet. */
  type(at: number, text: string): void;
  undo(): void;
  /** What is selected; '' for a caret. */
  selected(): string;
}

export interface World {
  readonly notes: NoteAccess;
  onDisk(path: string): string | undefined;
  paths(): string[];
  /** How often anything has been written. */
  writes(): number;
  open(path: string, mode?: 'source' | 'preview'): Promise<Pane>;
  writeExternally(path: string, text: string): Promise<void>;
  removeExternally(path: string): Promise<void>;
  /** From now on writes fail for this reason; null: they work again. */
  failWrites(reason: string | null): void;
  /** Until what was typed is saved and nothing happens any more. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export type Form = (files: Readonly<Record<string, string>>) => Promise<World>;

export const inMemory: Form = (files) => {
  const notes = new InMemoryNotes(files);
  return Promise.resolve({
    notes,
    onDisk: (path) => notes.disk.get(path),
    paths: () => [...notes.disk.keys()].sort(),
    writes: () => notes.writes.length,
    open: (path, mode = 'source') => {
      const note = notes.open(path, mode === 'source');
      return Promise.resolve({
        text: () => note.text,
        type: (at, text) => { note.type(at, text); },
        undo: () => { note.undo(); },
        selected: () => note.text.slice(note.selection.from, note.selection.to),
      });
    },
    writeExternally: (path, text) => Promise.resolve(notes.writeExternally(path, text)),
    removeExternally: (path) => Promise.resolve(notes.removeExternally(path)),
    failWrites: (reason) => { notes.failure = reason; },
    settle: () => Promise.resolve(notes.saveAll()),
    close: () => Promise.resolve(),
  });
};

export const inObsidian: Form = async (files) => {
  const host = await openHost({ files });
  const write = host.adapter.write.bind(host.adapter);
  let failure: string | null = null;
  let writes = 0;
  host.adapter.write = (...args) => {
    if (failure !== null) return Promise.reject(new Error(failure));
    writes++;
    return write(...args);
  };
  return {
    notes: new ObsidianNotes(host.app),
    onDisk: (path) => host.disk.get(path),
    paths: () => [...host.disk.keys()].sort(),
    writes: () => writes,
    async open(path, mode = 'source') {
      const view = await host.open(path, host.app.workspace.getLeavesOfType('markdown').length > 0);
      if (mode === 'preview') await view.setState({ mode }, { history: false });
      await host.settle();
      return paneOf(view);
    },
    async writeExternally(path, text) {
      host.writeExternally(path, text);
      await host.settle();
    },
    async removeExternally(path) {
      host.removeExternally(path);
      await host.settle();
    },
    failWrites: (reason) => { failure = reason; },
    settle: () => host.settle(),
    close: () => host.close(),
  };
};

function paneOf(view: MarkdownView): Pane {
  return {
    text: () => view.editor.getValue(),
    type(at, text) {
      const place = view.editor.offsetToPos(at);
      view.editor.transaction({ changes: [{ from: place, to: place, text }] });
    },
    undo: () => { view.editor.undo(); },
    selected: () => view.editor.getSelection(),
  };
}
