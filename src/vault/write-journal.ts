/**
 * Remembers what was changed in notes, so that it can be taken back: at the button of a message, or the last change by
 * command. A change is taken back through the same door as it was made, and only while its note reads as the change
 * made it read. Once, and not after a restart: the journal is kept in memory.
 */
import { ChangedText } from '../core/text/compose-changes';
import { type Refusal, refused } from '../core/text/edit-result';
import { type MadeEdit, takeBack } from '../core/text/take-back';
import type { TextChange } from '../core/text/text-change';
import { movedPath } from './moved-path';
import type { CreateOutcome, EditOutcome, NoteAccess, NoteEdit, Undo, UndoableNotes } from './note-access';
import { OneAtATime } from './one-at-a-time';

/** So many changes are remembered, as long as their notes hold no more characters than this together: some 20 MB. */
const MOST_CHANGES = 50;
const MOST_CHARACTERS = 10_000_000;
/** A message names this many notes. */
const MOST_NAMED = 3;

/** An edit of one note; its path follows renames. */
interface Part extends MadeEdit {
  path: string;
  changes: readonly TextChange[];
}

/** What one action did: an edit, or several that belong together. */
interface Change {
  readonly label: string;
  /** In the order in which they were made; those that were taken back are gone. */
  parts: readonly Part[];
}

export type UndoneChange = { readonly ok: true; readonly label: string; readonly paths: readonly string[] } | { readonly ok: false; readonly refusal: Refusal };

export class WriteJournal implements UndoableNotes {
  /** The last one is the newest. */
  private changes: Change[] = [];
  /** Edits of changes that are being made. */
  private readonly underWay = new Set<Part>();
  private readonly queue = new OneAtATime();

  constructor(private readonly notes: NoteAccess) {}

  read(path: string): Promise<string | null> {
    return this.notes.read(path);
  }

  create(path: string, text: string): Promise<CreateOutcome> {
    return this.notes.create(path, text);
  }

  async edit(path: string, edit: NoteEdit, label = 'Plan change'): Promise<EditOutcome> {
    const change: Change = { label, parts: [] };
    const outcome = await this.record(change, path, edit);
    const undo = this.remember(change);
    return outcome.ok && undo ? { ...outcome, undo } : outcome;
  }

  /**
   * An edit that follows from what was done to the note, and is no change of its own: it is taken back with the note's
   * newest change, where that left the note as the edit found it.
   */
  async follow(path: string, edit: NoteEdit): Promise<EditOutcome> {
    const made: Change = { label: '', parts: [] };
    const outcome = await this.record(made, path, edit);
    const [part] = made.parts;
    if (!part) return outcome;
    this.underWay.delete(part);
    const last = this.changes.flatMap(({ parts }) => parts).reverse().find((each) => each.path === part.path);
    const text = new ChangedText(last?.before ?? '');
    text.apply(last?.changes ?? []);
    if (last && text.text === part.before) {
      text.apply(part.changes);
      last.changes = text.changes();
    }
    return outcome;
  }

  async group<T>(label: string, run: (notes: NoteAccess) => Promise<T>): Promise<{ readonly result: T; readonly undo?: Undo }> {
    const change: Change = { label, parts: [] };
    const notes: NoteAccess = { read: (path) => this.read(path), create: (path, text) => this.create(path, text), edit: (path, edit) => this.record(change, path, edit) };
    const running = run(notes);
    // What was done before `run` failed can be taken back as well.
    const undo = await running.then(() => this.remember(change), () => this.remember(change));
    return { result: await running, ...(undo && { undo }) };
  }

  /** Whether there is a change that might be taken back. */
  get canUndo(): boolean {
    return this.changes.length > 0;
  }

  /** Takes the newest change back. One that can't be any more is forgotten, so the next call turns to the one before it. */
  undoLast(): Promise<UndoneChange> {
    return this.inTurn(async () => {
      const change = this.changes.at(-1);
      if (!change) return refused('nothing-to-undo', 'There is no change to undo. Changes are remembered until Obsidian is closed.');
      const paths = change.parts.map(({ path }) => path);
      const { outcome, isInVain } = await this.undoNow(change);
      if (isInVain) this.forget(change);
      return outcome.ok ? { ok: true, label: change.label, paths: [...new Set(paths)] } : outcome;
    });
  }

  /** A note, or a folder with notes in it, has a new path. */
  moved(from: string, to: string): void {
    for (const part of [...this.underWay, ...this.changes.flatMap(({ parts }) => parts)]) part.path = movedPath(part.path, from, to);
  }

  /** Makes the edit and adds what it did to the change. */
  private async record(change: Change, path: string, edit: NoteEdit): Promise<EditOutcome> {
    const part: Part = { path, before: '', changes: [] };
    this.underWay.add(part);
    try {
      const outcome = await this.notes.edit(path, (text) => {
        // It may be asked for more than once; the last answer is the one that is written.
        const result = edit(text);
        if (result.ok) Object.assign(part, { before: text, changes: result.changes });
        return result;
      });
      if (outcome.ok && outcome.isChanged) change.parts = [...change.parts, part];
      return outcome;
    } finally {
      if (!change.parts.includes(part)) this.underWay.delete(part);
    }
  }

  /** How to take the change back; null when it changed nothing. */
  private remember(change: Change): Undo | null {
    if (change.parts.length === 0) return null;
    for (const part of change.parts) this.underWay.delete(part);
    this.changes.push(change);
    while (this.changes.length > MOST_CHANGES || this.changes.reduce((sum, each) => sum + sizeOf(each), 0) > MOST_CHARACTERS) this.changes.shift();
    return () => this.inTurn(async () => (await this.undoNow(change)).outcome);
  }

  private inTurn<T>(undo: () => Promise<T>): Promise<T> {
    return this.queue.run('', undo);
  }

  private forget(change: Change): void {
    this.changes = this.changes.filter((each) => each !== change);
  }

  /**
   * Takes back what can be, the newest part first; a note that reads as before already is as good as undone. `isInVain`
   * when it is no use trying again.
   */
  private async undoNow(change: Change): Promise<{ readonly outcome: EditOutcome; readonly isInVain: boolean }> {
    const { label, parts } = change;
    const left: Left[] = [];
    for (const part of [...parts].reverse()) {
      const seen = { isStale: false };
      const outcome = await this.notes.edit(part.path, (text) => {
        const result = takeBack(text, part);
        seen.isStale = !result.ok;
        return result;
      });
      if (!outcome.ok) left.push({ part, refusal: outcome.refusal, isInVain: seen.isStale || outcome.refusal.code === 'note-gone' });
    }
    const isDone = left.length < parts.length;
    const failed = isDone ? left.filter(({ refusal }) => refusal.code !== 'nothing-to-undo') : left;
    change.parts = parts.filter((part) => left.some((each) => each.part === part));
    const outcome = isDone && failed.length === 0 ? { ok: true as const, isChanged: true } : notUndone(label, parts.length, failed);
    if (outcome.ok) this.forget(change);
    return { outcome, isInVain: left.every(({ isInVain }) => isInVain) };
  }
}

/** A part that was not taken back, and whether trying again is in vain. */
interface Left {
  readonly part: Part;
  readonly refusal: Refusal;
  readonly isInVain: boolean;
}

function notUndone(label: string, count: number, failed: readonly Left[]): { readonly ok: false; readonly refusal: Refusal } {
  const [first] = failed;
  if (!first || failed.every(({ refusal }) => refusal.code === 'nothing-to-undo')) return refused('nothing-to-undo', `“${label}” has been undone already.`);
  const { code } = first.refusal;
  if (count > 1) {
    const names = failed.slice(0, MOST_NAMED).map(({ part, refusal, isInVain }) => (isInVain ? `“${part.path}” has changed or gone since` : refusal.message.replace(/\.$/, '')));
    return refused(code, `“${label}” was not undone in ${failed.length} of ${count} notes: ${names.join('; ')}${failed.length > MOST_NAMED ? '; …' : ''}.`);
  }
  return code === 'note-changed' && first.isInVain ? refused(code, `“${first.part.path}” has changed since “${label}”, so nothing was undone. Change it by hand, or use the undo of its editor.`) : { ok: false, refusal: first.refusal };
}

/** Characters that are kept for it. */
function sizeOf({ parts }: Change): number {
  return parts.reduce((sum, { before, changes }) => sum + before.length + changes.reduce((inserted, { insert }) => inserted + insert.length, 0), 0);
}
