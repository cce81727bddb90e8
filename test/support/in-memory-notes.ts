/**
 * The twin of `ObsidianNotes` over a map, for tests that want no app: edits of one note take turns, each reads and
 * writes in one go, an open note is edited in its editor, writes can be made to fail. The contract in
 * test/vault/note-access.test.ts holds both to the same behaviour.
 */
import { type Refusal, refused } from '../../src/core/text/edit-result';
import { applyChanges, isNoChange } from '../../src/core/text/text-change';
import type { CreateOutcome, EditOutcome, NoteAccess, NoteEdit } from '../../src/vault/note-access';
import { EditableNote } from './editable-note';

export class InMemoryNotes implements NoteAccess {
  /** Path → text, exactly as on disk. */
  readonly disk: Map<string, string>;
  /** Writes so far, by path. */
  readonly writes: string[] = [];
  /** While set, every write fails for this reason. */
  failure: string | null = null;
  private readonly editors = new Map<string, EditableNote>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.disk = new Map(Object.entries(files));
  }

  async read(path: string): Promise<string | null> {
    await Promise.resolve();
    return this.editorOf(path)?.text ?? this.disk.get(path) ?? null;
  }

  edit(path: string, edit: NoteEdit): Promise<EditOutcome> {
    return this.inTurn(() => this.editNow(path, edit));
  }

  create(path: string, text: string): Promise<CreateOutcome> {
    return this.inTurn(() => {
      const taken = this.takenName(path);
      if (taken !== null) return { ...refused('path-taken', `There is “${taken}” already.`), taken };
      const free = this.inKnownFolders(path);
      const failed = this.write(free, text);
      return failed ?? { ok: true, path: free };
    });
  }

  // --- what a person and other programs do

  open(path: string, isSource = true): EditableNote {
    const disk = this.disk.get(path);
    if (disk === undefined) throw new Error(`There is no note ${path}.`);
    const note = this.editors.get(path) ?? new EditableNote(disk);
    this.editors.set(path, note);
    note.panes.push({ isSource });
    return note;
  }

  /** What is typed and not saved yet is saved now. */
  saveAll(): void {
    for (const [path, note] of this.editors) this.save(path, note);
  }

  writeExternally(path: string, text: string): void {
    this.disk.set(path, text);
    this.editors.get(path)?.takeOver(text);
  }

  removeExternally(path: string): void {
    this.disk.delete(path);
    this.editors.delete(path);
  }

  // --- inside

  private inTurn<T>(task: () => T): Promise<T> {
    const mine = this.last.then(task);
    this.last = mine.catch(() => undefined);
    return mine;
  }

  private editorOf(path: string): EditableNote | null {
    const note = this.editors.get(path);
    return note?.hasEditor ? note : null;
  }

  private editNow(path: string, edit: NoteEdit): EditOutcome {
    const open = this.editors.get(path);
    const unsaved = open ? this.save(path, open) : null;
    if (unsaved) return unsaved;
    const disk = this.disk.get(path);
    if (disk === undefined) return refused('note-gone', `The note “${path}” is not there any more. Nothing was written.`);
    const editor = this.editorOf(path);
    const text = editor?.text ?? disk;
    const result = edit(text);
    if (!result.ok) return result;
    const isChanged = !isNoChange(text, result.changes);
    if (isChanged && editor) editor.apply(result.changes);
    if (editor && result.select) editor.selection = result.select;
    const failed = !isChanged ? null : editor ? this.save(path, editor) : this.writeClosed(path, applyChanges(text, result.changes));
    return failed ?? { ok: true, isChanged };
  }

  private writeClosed(path: string, text: string): ReturnType<InMemoryNotes['write']> {
    const failed = this.write(path, text);
    if (!failed) this.editors.get(path)?.takeOver(text);
    return failed;
  }

  private save(path: string, note: EditableNote): ReturnType<InMemoryNotes['write']> {
    if (!note.isDirty) return null;
    const failed = this.write(path, note.toDisk());
    if (!failed) note.noteSaved();
    return failed;
  }

  private write(path: string, text: string): { readonly ok: false; readonly refusal: Refusal } | null {
    if (this.failure !== null) return refused('write-failed', `“${path}” could not be written: ${this.failure}.`);
    this.disk.set(path, text);
    this.writes.push(path);
    return null;
  }

  /** The note, or the file in a folder's place, that stands in the way. */
  private takenName(path: string): string | null {
    const wanted = fold(path);
    return [...this.disk.keys()].find((known) => fold(known) === wanted || wanted.startsWith(`${fold(known)}/`)) ?? null;
  }

  /** The path with its folders spelled as they are already. */
  private inKnownFolders(path: string): string {
    const depth = path.split('/').length - 1;
    const folders = [...this.disk.keys()].map((known) => known.split('/').slice(0, -1));
    for (let at = depth; at > 0; at--) {
      const above = path.split('/').slice(0, at).join('/');
      const known = folders.find((names) => fold(names.slice(0, at).join('/')) === fold(above));
      if (known) return [...known.slice(0, at), ...path.split('/').slice(at)].join('/');
    }
    return path;
  }
}

function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
