// Owns: a note that is open, in one view or several: its text, its format on disk, its saving.
// Invariants: all its views show the same text at once; a save never overwrites what another program wrote; typing is never lost to a change outside.
import type { ChangeSet, Text } from '@codemirror/state';
import { pendingWork } from '../base/pending-work';
import { detectFormat, fromDisk, toDisk, type DiskFormat } from '../editor/disk-format';
import { UnsavedChanges } from '../editor/unsaved-changes';
import { Notice } from '../ui/notice';
import type { TFile } from '../vault/file';
import type { Vault } from '../vault/vault';

/** From the last keystroke to the save, in ms. */
const AUTOSAVE = 400;

export interface NoteView {
  /** Shows changes that were not typed in this view. */
  showChanges(changes: ChangeSet): void;
  /** The file's text has changed and been taken over. */
  noteTakenOver(): void;
}

export class OpenNote {
  readonly views = new Set<NoteView>();
  private readonly unsaved: UnsavedChanges;
  private format: DiskFormat;
  private cancelSave: (() => void) | null = null;

  constructor(
    private readonly vault: Vault,
    readonly file: TFile,
    private disk: string,
  ) {
    this.format = detectFormat(disk);
    this.unsaved = new UnsavedChanges(fromDisk(disk));
  }

  get doc(): Text {
    return this.unsaved.doc;
  }

  get isDirty(): boolean {
    return this.unsaved.isDirty;
  }

  /** A view's typing: the other views follow, a save follows a little later. */
  type(by: NoteView, changes: ChangeSet): void {
    this.unsaved.type(changes);
    for (const view of this.views) if (view !== by) view.showChanges(changes);
    this.requestSave();
  }

  requestSave(): void {
    this.cancelSave?.();
    this.cancelSave = pendingWork.later(AUTOSAVE, () => this.saveOrSay());
  }

  /** Writes what was typed into the file as it is then; nothing typed, nothing written. Rejects when it can't be written. */
  async save(): Promise<void> {
    this.cancelAutosave();
    if (!this.isDirty) return;
    let written = this.disk;
    try {
      await this.vault.process(this.file, (disk) => {
        this.takeDisk(disk);
        written = toDisk(this.unsaved.startWrite(), this.format);
        this.disk = written;
        return written;
      });
    } catch (error) {
      this.unsaved.endWrite(false);
      throw error;
    }
    this.unsaved.endWrite(true);
    if (this.isDirty) this.requestSave();
  }

  /** The file says `disk` now, by whomever. */
  takeDisk(disk: string): void {
    if (disk === this.disk) return;
    this.disk = disk;
    this.format = detectFormat(disk);
    const changes = this.unsaved.carryOver(fromDisk(disk));
    if (!changes.empty) for (const view of this.views) view.showChanges(changes);
    for (const view of this.views) view.noteTakenOver();
  }

  cancelAutosave(): void {
    this.cancelSave?.();
    this.cancelSave = null;
  }

  async saveOrSay(): Promise<void> {
    try {
      await this.save();
    } catch (error) {
      new Notice(`${this.file.basename} could not be saved. ${error instanceof Error ? error.message : ''}`);
    }
  }
}

/** The notes open now, by file. */
export class OpenNotes {
  private readonly notes = new Map<TFile, OpenNote>();

  constructor(private readonly vault: Vault) {
    vault.on('modify', (file: TFile) => {
      const note = this.notes.get(file);
      if (note) void pendingWork.track(this.vault.cachedRead(file).then((disk) => note.takeDisk(disk)));
    });
    vault.on('delete', (file: TFile) => {
      this.notes.get(file)?.cancelAutosave();
      this.notes.delete(file);
    });
  }

  async open(file: TFile, view: NoteView): Promise<OpenNote> {
    const disk = this.notes.has(file) ? '' : await this.vault.read(file);
    const note = this.notes.get(file) ?? new OpenNote(this.vault, file, disk);
    this.notes.set(file, note);
    note.views.add(view);
    return note;
  }

  /** Saves and lets go. A note whose text could not be saved is kept, so that opening it again shows the text. */
  async close(note: OpenNote, view: NoteView): Promise<void> {
    await note.saveOrSay();
    note.views.delete(view);
    if (note.views.size === 0 && !note.isDirty && this.notes.get(note.file) === note) this.notes.delete(note.file);
  }
}
