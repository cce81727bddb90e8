/**
 * How many placeholders the plans in sight have left. They are counted when a plan is shown, not when the vault is
 * read: a search takes a quarter of what all else of a plan takes to read, and few plans are ever looked at.
 */
import type { IndexedNote } from '../../core/indexing/indexed-note';
import { findPlaceholders } from '../../core/template/placeholder';
import type { NoteAccess } from '../../vault/note-access';

export class SlotsLeft {
  /** By path. Of a note that has changed, the last count stands until there is another one. */
  private readonly counts = new Map<string, { readonly note: IndexedNote; readonly count: number }>();

  /** `onCounted` is called when a count is another one than was answered before. */
  constructor(
    private readonly notes: Pick<NoteAccess, 'read'>,
    private readonly onCounted: () => void,
  ) {}

  /** 0 for a note that is no plan, and until the plan has been read. */
  of(note: IndexedNote | undefined): number {
    if (note?.isPlan !== true) return 0;
    const known = this.counts.get(note.path);
    const count = known?.count ?? 0;
    if (known?.note === note) return count;
    this.counts.set(note.path, { note, count });
    void this.count(note, count);
    return count;
  }

  private async count(note: IndexedNote, before: number): Promise<void> {
    const text = await this.notes.read(note.path);
    if (this.counts.get(note.path)?.note !== note) return;
    const count = text === null ? 0 : findPlaceholders(text).length;
    this.counts.set(note.path, { note, count });
    if (count !== before) this.onCounted();
  }
}
