/**
 * A note that is open in an editor, for the in-memory twin: LF and no byte order mark inside, whatever the disk has;
 * typing joins into one undo step, an edit is a step of its own; all panes of a note share it.
 */
import { applyChanges, type TextChange } from '../../src/core/text/text-change';
import type { Selection } from '../../src/vault/note-access';

interface Step {
  readonly before: string;
  readonly isTyping: boolean;
}

export class EditableNote {
  text: string;
  selection: Selection = { from: 0, to: 0 };
  /** One entry per pane: whether it shows the source. */
  readonly panes: { isSource: boolean }[] = [];
  private saved: string;
  private readonly steps: Step[] = [];
  private mark: string;
  private lineBreak: string;

  constructor(disk: string) {
    [this.mark, this.lineBreak] = formatOf(disk);
    this.text = plain(disk);
    this.saved = this.text;
  }

  get isDirty(): boolean {
    return this.text !== this.saved;
  }

  get hasEditor(): boolean {
    return this.panes.some(({ isSource }) => isSource);
  }

  type(at: number, typed: string): void {
    if (!this.steps.at(-1)?.isTyping) this.steps.push({ before: this.text, isTyping: true });
    this.text = this.text.slice(0, at) + typed + this.text.slice(at);
  }

  apply(changes: readonly TextChange[]): void {
    this.steps.push({ before: this.text, isTyping: false });
    this.text = applyChanges(this.text, changes.map((change) => ({ ...change, insert: change.insert.replace(/\r\n?/g, '\n') })));
  }

  undo(): void {
    this.text = this.steps.pop()?.before ?? this.text;
  }

  /** The text in the file's own form. */
  toDisk(): string {
    return this.mark + this.text.replace(/\n/g, this.lineBreak);
  }

  noteSaved(): void {
    this.saved = this.text;
  }

  /**
   * Another program wrote the file.
   *
   * @throws when there is unsaved typing: merging is Obsidian's art, the twin has none.
   */
  takeOver(disk: string): void {
    if (this.isDirty) throw new Error('The twin does not merge a change from outside into unsaved typing.');
    [this.mark, this.lineBreak] = formatOf(disk);
    this.text = plain(disk);
    this.noteSaved();
  }
}

function plain(disk: string): string {
  return disk.replace(/^\uFEFF/, '').replace(/\r\n/g, '\n');
}

function formatOf(disk: string): [mark: string, lineBreak: string] {
  return [disk.startsWith('\uFEFF') ? '\uFEFF' : '', disk.includes('\r\n') ? '\r\n' : '\n'];
}
