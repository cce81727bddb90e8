/** `NoteAccess` over Obsidian. Nothing else in the plugin reads or writes notes. */
import { type App, MarkdownView, type TFile, TFolder } from 'obsidian';
import { type Refusal, refused } from '../core/text/edit-result';
import { asInEditor } from '../core/text/editor-text';
import { applyChanges, isNoChange, type TextChange } from '../core/text/text-change';
import type { CreateOutcome, EditOutcome, NoteAccess, NoteEdit } from './note-access';
import { OneAtATime } from './one-at-a-time';

/** Marks our transactions: without an origin, the editor merges them into the user's own typing as one undo step. */
const ORIGIN = 'plan-rollup';
/** Marks those that nobody asked for; see `outsideUndo`. */
export const UNASKED_ORIGIN = 'plan-rollup.unasked';
/** How often, and how many milliseconds apart, an open note is asked whether it has caught up with its file. */
const MOST_TRIES = 30;
const PAUSE = 100;

/** In place of a path: no note has an empty one. */
const CREATING = '';

export class ObsidianNotes implements NoteAccess {
  private readonly queue = new OneAtATime();

  constructor(private readonly app: App) {}

  async read(path: string): Promise<string | null> {
    const view = this.editorOf(path);
    if (view) return view.editor.getValue();
    const file = this.app.vault.getFileByPath(path);
    return file ? this.app.vault.read(file).catch(() => null) : null;
  }

  edit(path: string, edit: NoteEdit): Promise<EditOutcome> {
    return this.queue.run(path, () => this.editNow(path, edit));
  }

  create(path: string, text: string): Promise<CreateOutcome> {
    // One at a time, whatever the path: two may need the same new folder, or differ in case only.
    return this.queue.run(CREATING, () => this.createNow(path, text));
  }

  private async editNow(path: string, edit: NoteEdit): Promise<EditOutcome> {
    const file = this.app.vault.getFileByPath(path);
    if (!file) return noteGone(path);
    try {
      const view = this.editorOf(path);
      return view ? await this.editOpen(view, file, edit) : await this.editFile(file, edit);
    } catch (error) {
      // A file that is gone is known here before Obsidian has noticed.
      const isThere = this.app.vault.getFileByPath(file.path) === file && (await this.app.vault.adapter.exists(file.path).catch(() => true));
      return isThere ? writeFailed(path, error) : noteGone(path);
    }
  }

  /** The open editor of the note; the active one first. Reading views have no editor that shows the text. */
  private editorOf(path: string): MarkdownView | null {
    const views = this.viewsOf(path).filter((view) => view.getMode() === 'source');
    const active = this.app.workspace.getActiveViewOfType(MarkdownView);
    return views.find((view) => view === active) ?? views[0] ?? null;
  }

  private viewsOf(path: string): MarkdownView[] {
    return this.app.workspace.getLeavesOfType('markdown').flatMap(({ view }) => (view instanceof MarkdownView && view.file?.path === path ? [view] : []));
  }

  /**
   * The editor learns a little late of what other programs write. An edit made on its text before that would be merged
   * into a text it was not made for, so the editor and the file must agree first.
   */
  private async editOpen(view: MarkdownView, file: TFile, edit: NoteEdit): Promise<EditOutcome> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      if (tries > 0) await new Promise((resolve) => window.setTimeout(resolve, PAUSE));
      await view.save();
      const disk = await this.app.vault.read(file);
      if (this.editorOf(file.path) !== view) return this.editNow(file.path, edit);
      if (asInEditor(disk) !== view.editor.getValue()) continue;
      const outcome = await editInEditor(view, edit);
      const isGone = this.app.vault.getFileByPath(file.path) !== file;
      return outcome.ok && outcome.isChanged && isGone ? refused('note-gone', `“${file.path}” was renamed or deleted while it was being changed. Look whether the change is in it.`) : outcome;
    }
    return refused('note-changed', `“${file.path}” is being changed by another program. Nothing was written; try again.`);
  }

  private async editFile(file: TFile, edit: NoteEdit): Promise<EditOutcome> {
    // A reading view may still hold typing that is not saved; the file must have it before it is edited.
    for (const view of this.viewsOf(file.path)) await view.save();
    const made: { outcome: EditOutcome | null } = { outcome: null };
    await this.app.vault.process(file, (text) => {
      // Opened while the write waited for its turn: then the editor's text is the one that counts.
      if (this.editorOf(file.path)) return text;
      const result = edit(text);
      made.outcome = result.ok ? { ok: true, isChanged: !isNoChange(text, result.changes) } : result;
      return result.ok && !isNoChange(text, result.changes) ? applyChanges(text, result.changes) : text;
    });
    return made.outcome ?? this.editNow(file.path, edit);
  }

  private async createNow(path: string, text: string): Promise<CreateOutcome> {
    const { vault } = this.app;
    try {
      const names = path.split('/');
      const name = names.pop() ?? path;
      let folder = vault.getRoot();
      for (const segment of names) {
        const known = childNamed(folder, segment);
        if (known && !(known instanceof TFolder)) return refused('path-taken', `“${known.path}” is a file, so it can't be a folder. Choose another folder.`);
        folder = known ?? (await vault.createFolder(joined(folder, segment)));
      }
      const taken = childNamed(folder, name);
      if (taken) return { ...refused('path-taken', `There is a note “${taken.path}” already. Choose another title.`), ...(taken instanceof TFolder ? {} : { taken: taken.path }) };
      const file = await vault.create(joined(folder, name), text);
      return { ok: true, path: file.path };
    } catch (error) {
      return writeFailed(path, error);
    }
  }
}

async function editInEditor(view: MarkdownView, edit: NoteEdit): Promise<EditOutcome> {
  const { editor } = view;
  const text = editor.getValue();
  const result = edit(text);
  if (!result.ok) return result;
  const isChanged = !isNoChange(text, result.changes);
  if (isChanged) {
    const changes = result.changes.map(({ from, to, insert }: TextChange) => ({ from: editor.offsetToPos(from), to: editor.offsetToPos(to), text: insert.replace(/\r\n?/g, '\n') }));
    editor.transaction({ changes: mergeInsertions(changes) }, result.isUnasked === true ? UNASKED_ORIGIN : ORIGIN);
  }
  if (result.select) {
    editor.setSelection(editor.offsetToPos(result.select.from), editor.offsetToPos(result.select.to));
    editor.scrollIntoView({ from: editor.offsetToPos(result.select.from), to: editor.offsetToPos(result.select.to) }, true);
  }
  return (isChanged ? await unsaved(view) : null) ?? { ok: true, isChanged };
}

/** Saves the view; why that failed, or null. The editor keeps the change, and Obsidian saves it with the next typing. */
async function unsaved(view: MarkdownView): Promise<EditOutcome | null> {
  try {
    await view.save();
    return null;
  } catch (error) {
    return refused('write-failed', `The change stands in the open note, but the note could not be saved: ${reasonOf(error)}. Look at the note before you close it.`);
  }
}

type EditorChange = { readonly from: { line: number; ch: number }; readonly to: { line: number; ch: number }; readonly text: string };

/** Two insertions at one place become one, so that their order does not depend on the editor. */
function mergeInsertions(changes: readonly EditorChange[]): EditorChange[] {
  const merged: EditorChange[] = [];
  const samePlace = (a: EditorChange['from'], b: EditorChange['from']): boolean => a.line === b.line && a.ch === b.ch;
  for (const change of changes) {
    const at = merged.findIndex((other) => samePlace(other.from, change.from) && samePlace(other.from, other.to));
    const other = merged[at];
    if (other) merged[at] = { ...change, text: other.text + change.text };
    else merged.push(change);
  }
  return merged;
}

/** File systems may ignore case and Unicode form, so names that differ only there are one. */
function childNamed(folder: TFolder, name: string): TFolder['children'][number] | undefined {
  const fold = (text: string): string => text.normalize('NFC').toLowerCase();
  return folder.children.find((child) => fold(child.name) === fold(name));
}

function joined(folder: TFolder, name: string): string {
  return folder.isRoot() ? name : `${folder.path}/${name}`;
}

function noteGone(path: string): { readonly ok: false; readonly refusal: Refusal } {
  return refused('note-gone', `The note “${path}” is not there any more. Nothing was written.`);
}

function writeFailed(path: string, error: unknown): { readonly ok: false; readonly refusal: Refusal } {
  return refused('write-failed', `“${path}” could not be written: ${reasonOf(error)}. Nothing was lost; try again.`);
}

/** The error's message as a part of a sentence: without its full stop, and the place on the disk. Matches `, open '/home/a.md'`. */
function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/, [a-z]+ '.*'$/i, '').replace(/\.$/, '');
}
