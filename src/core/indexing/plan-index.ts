/**
 * Path → what the rollup shows of that note. Order of events does not matter: the index after any sequence of `put`,
 * `remove` and `rename` equals one built from the final texts.
 */
import { type ParseOptions, type PlanOverview, readOverview, Scratch } from '../plan/parse-plan';
import { readFacts } from '../plan/read-facts';
import { fingerprint } from '../text/fingerprint';
import { IndexedNote } from './indexed-note';
import { NoteFacts } from './note-facts';
import { type FindSlots, planDrift } from './plan-drift';

export class PlanIndex {
  private readonly notes = new Map<string, IndexedNote>();
  private options: ParseOptions;
  /** Notes that were read with earlier options. */
  private stale = new Set<string>();
  private inOrder: readonly IndexedNote[] = [];
  /** Paths whose notes are not in `inOrder` as they are now. */
  private readonly outOfOrder = new Set<string>();
  private changes = 0;
  private readonly scratch = new Scratch();
  private readonly mtimes = new Map<string, number>();
  private hasFacts: boolean;

  /** Facts are what the smaller lenses show: read at once with each note, or from `readFacts` on. Without `findSlots` no plan has placeholders left. */
  constructor(options: ParseOptions = {}, facts: 'at once' | 'later' = 'at once', private readonly findSlots: FindSlots = () => []) {
    this.options = options;
    this.hasFacts = facts === 'at once';
  }

  /** Grows by one with every change of content; equal revisions mean equal content. */
  get revision(): number {
    return this.changes;
  }

  /** Number of notes that hold anything. */
  get size(): number {
    return this.notes.size;
  }

  /** How notes are read. */
  get reading(): ParseOptions {
    return this.options;
  }

  /** From now on notes are read with other options. Those known are shown as they were until they are put again. */
  readAs(options: ParseOptions): void {
    this.options = options;
    this.stale = new Set(this.notes.keys());
  }

  /** From now on facts are read with each note. Answers the paths of the plans that have been read without, to be put again. */
  readFacts(): string[] {
    this.hasFacts = true;
    return [...this.notes.values()].filter((note) => this.lacksFacts(note)).map(({ path }) => path);
  }

  /** Reads a note; the last text put for a path counts. Text that is known already changes nothing. `mtime` is when the file was changed, in milliseconds since 1970. */
  put(path: string, text: string, mtime?: number): void {
    if (mtime !== undefined) this.mtimes.set(path, mtime);
    const known = this.notes.get(path);
    const note = known && fingerprint(text);
    if (note !== undefined && known?.isOf(note) && !this.stale.has(path) && !this.lacksFacts(known)) return;
    this.stale.delete(path);
    const plan = readOverview(text, { ...this.options, path }, this.scratch);
    if (plan) this.store(path, IndexedNote.of(text, plan, { note: note ?? fingerprint(text), path, facts: this.factsOf(path, text, plan) }));
    else this.remove(path);
  }

  /** When the file was changed last, as far as it was told. */
  mtimeOf(path: string): number | null {
    return this.mtimes.get(path) ?? null;
  }

  private lacksFacts(note: IndexedNote): boolean {
    return this.hasFacts && note.isPlan && note.facts === null;
  }

  private factsOf(path: string, text: string, { whole }: PlanOverview): NoteFacts | null {
    return this.hasFacts && whole ? new NoteFacts(text, readFacts(whole), planDrift(path, whole, this.findSlots)) : null;
  }

  remove(path: string): void {
    this.mtimes.delete(path);
    if (!this.notes.delete(path)) return;
    this.outOfOrder.add(path);
    this.changes++;
  }

  /**
   * A note has a new path. Its place may decide whether it is a plan, so the caller puts the text again when it can;
   * until then it is shown as it was.
   */
  rename(from: string, to: string): void {
    const note = this.notes.get(from);
    if (!note || from === to) return;
    this.notes.delete(from);
    this.outOfOrder.add(from);
    const mtime = this.mtimes.get(from);
    this.mtimes.delete(from);
    if (mtime !== undefined) this.mtimes.set(to, mtime);
    this.store(to, note.moved(to));
  }

  get(path: string): IndexedNote | undefined {
    return this.notes.get(path);
  }

  /** Paths of the notes that are `path` or lie in the folder `path`. */
  pathsUnder(path: string): string[] {
    return [...this.notes.keys()].filter((known) => known === path || known.startsWith(`${path}/`));
  }

  /** All notes by path, folders in the order in which a file list shows them. The same array until something changes. */
  inPathOrder(): readonly IndexedNote[] {
    if (this.outOfOrder.size === 0) return this.inOrder;
    const isLargelyNew = this.outOfOrder.size * 4 > this.inOrder.length || this.outOfOrder.size > 1000;
    this.inOrder = isLargelyNew ? [...this.notes.keys()].sort().flatMap((path) => this.notes.get(path) ?? []) : this.withChanges(this.inOrder);
    this.outOfOrder.clear();
    return this.inOrder;
  }

  /** The notes in `before`, changed ones renewed: after an edit, thousands of notes need not be compared again. */
  private withChanges(before: readonly IndexedNote[]): IndexedNote[] {
    const runs: (readonly IndexedNote[])[] = [];
    let copied = 0;
    for (const path of [...this.outOfOrder].sort()) {
      const place = firstFrom(before, path, copied);
      runs.push(before.slice(copied, place));
      copied = before[place]?.path === path ? place + 1 : place;
      const note = this.notes.get(path);
      if (note) runs.push([note]);
    }
    return ([] as IndexedNote[]).concat(...runs, before.slice(copied));
  }

  private store(path: string, note: IndexedNote): void {
    this.notes.set(path, note);
    this.outOfOrder.add(path);
    this.changes++;
  }
}

/** Place of the first note from `low` on whose path is not below `path`. */
function firstFrom(notes: readonly IndexedNote[], path: string, low: number): number {
  let high = notes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((notes[middle]?.path ?? '') < path) low = middle + 1;
    else high = middle;
  }
  return low;
}
