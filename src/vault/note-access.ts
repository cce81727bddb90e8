/**
 * The one door through which notes are read and written. An edit is a pure function of the text that is there when
 * it is made, so a note that changed in the meantime is never overwritten: the function finds its place again or
 * refuses. Edits of one note happen one after the other.
 */
import type { EditResult, Refusal } from '../core/text/edit-result';

/** Offsets in the text after the edit. */
export interface Selection {
  readonly from: number;
  readonly to: number;
}

/**
 * What an edit function answers: changes, what is selected when the note is open in an editor, and whether nobody asked
 * for them: then they are no step of the editor's undo, which goes on with what the user did last.
 */
export type NoteEdit = (text: string) => EditResult & { readonly select?: Selection | null; readonly isUnasked?: boolean };

/** Takes a change back, as long as the note is what the change made it to be. */
export type Undo = () => Promise<EditOutcome>;

/** `undo` is missing where nothing was changed. */
export type EditOutcome = { readonly ok: true; readonly isChanged: boolean; readonly undo?: Undo } | { readonly ok: false; readonly refusal: Refusal };
/** `taken` is the note that has the name already, in whatever case or Unicode form. */
export type CreateOutcome = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly refusal: Refusal; readonly taken?: string };

export interface NoteAccess {
  /** The note as an edit would find it: the editor's text where it is open, else the file's. Null when there is none that can be read. */
  read(path: string): Promise<string | null>;
  /**
   * Applies one edit: in the editor, as one undo step, where the note is open there; else to the file, atomically.
   * `label` names the action for people who may want to undo it: "Status: Draft → In Review".
   */
  edit(path: string, edit: NoteEdit, label?: string): Promise<EditOutcome>;
  /** A new note, with the folders it needs; never over another one. */
  create(path: string, text: string): Promise<CreateOutcome>;
}

/** Notes whose changes are remembered, so that they can be taken back. */
export interface UndoableNotes extends NoteAccess {
  /** What `run` edits through the access it is given is one change, in however many notes. `undo` is missing where it changed nothing. */
  group<T>(label: string, run: (notes: NoteAccess) => Promise<T>): Promise<{ readonly result: T; readonly undo?: Undo }>;
}
