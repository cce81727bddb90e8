// Owns: a note's text in the editor, and what has been typed since it and the disk last agreed.
// Invariant: `base` plus `changes` is `doc`; so a change on disk can be carried over without losing the typing.
import { ChangeSet, Text } from '@codemirror/state';
import { diffText } from './diff-text';

export class UnsavedChanges {
  doc: Text;
  private base: Text;
  private changes: ChangeSet;
  /** The text being written, and what was typed since the write began. */
  private writing: { readonly doc: Text; since: ChangeSet } | null = null;

  /** `text` is LF, as the disk has it. */
  constructor(text: string) {
    this.doc = Text.of(text.split('\n'));
    this.base = this.doc;
    this.changes = ChangeSet.empty(this.doc.length);
  }

  get isDirty(): boolean {
    return !this.changes.empty && !this.doc.eq(this.base);
  }

  /** Typing: changes of `doc`. */
  type(changes: ChangeSet): void {
    this.doc = changes.apply(this.doc);
    this.changes = this.changes.compose(changes);
    if (this.writing) this.writing.since = this.writing.since.compose(changes);
  }

  /** Takes over that the disk now says `text` (LF): the changes this makes in `doc`, the typing kept. */
  carryOver(text: string): ChangeSet {
    const outside = ChangeSet.of(diffText(this.base.toString(), text), this.base.length);
    const inEditor = this.doc.toString() === text ? ChangeSet.empty(this.doc.length) : outside.map(this.changes);
    this.base = outside.apply(this.base);
    this.doc = inEditor.apply(this.doc);
    this.changes = this.doc.eq(this.base) ? ChangeSet.empty(this.doc.length) : this.changes.map(outside, true);
    return inEditor;
  }

  /** From here on `doc` is being written. */
  startWrite(): string {
    this.writing = { doc: this.doc, since: ChangeSet.empty(this.doc.length) };
    return this.doc.toString();
  }

  /** The write is over; if it failed everything is as unsaved as before. */
  endWrite(isWritten: boolean): void {
    const { writing } = this;
    this.writing = null;
    if (!writing || !isWritten) return;
    this.base = writing.doc;
    this.changes = writing.since;
  }
}
