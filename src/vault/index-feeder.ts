/**
 * Keeps the index in step with the vault: candidates at start-up, newest first, in short slices; then every change,
 * rename and removal as Obsidian reports it. It reads and never writes.
 */
import { type App, type CachedMetadata, Component, type Loc, type TAbstractFile, TFile } from 'obsidian';
import type { IndexedNote } from '../core/indexing/indexed-note';
import type { PlanIndex } from '../core/indexing/plan-index';
import type { ParseOptions } from '../core/plan/parse-plan';
import { DEFAULT_WORDS, type PlanWords } from '../core/plan/plan-words';
import { PLAN_FILE_WORDS } from '../core/plan/vocabulary';
import { Turns } from './turns';

/** So many notes are read at once: a disk answers several questions in the time of one. */
const BATCH = 16;
/** Obsidian tells of a note that was written within this time, in milliseconds; else the note is read without being told. */
const PATIENCE = 2000;

/** A note's text is another one, or that of a new note. What start-up reads is no change. */
export interface NoteChange {
  readonly path: string;
  readonly text: string;
  readonly cache: CachedMetadata;
  /** What the index had of the note, and what it has now; undefined when nothing. */
  readonly before: IndexedNote | undefined;
  readonly after: IndexedNote | undefined;
}

export class IndexFeeder extends Component {
  /** Events seen of each path: a read that was under way when one came may be older than it. */
  private readonly events = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private readonly changeListeners = new Set<(change: NoteChange) => void>();
  private readonly timers = new Set<number>();
  private hasStopped = false;
  /** Whether reading has begun; a run that is overtaken by another one ends. */
  private isReading = false;
  private run = 0;
  private left = 0;
  private wasCut = false;

  constructor(
    private readonly app: App,
    private readonly index: PlanIndex,
    /** Whether the note at a path is none to be read, whatever it says: a template. */
    private readonly isLeftOut: (path: string) => boolean = () => false,
  ) {
    super();
  }

  /** Notes still to be looked at at start-up; 0 when the index is complete. */
  get remaining(): number {
    return this.left;
  }

  /** Whether reading was stopped before its end. */
  get isPartial(): boolean {
    return this.wasCut;
  }

  /** Whether it has been unloaded; then it tells nothing any more. */
  get isStopped(): boolean {
    return this.hasStopped;
  }

  /** Calls `listener` after each change of the index or of `remaining`; answers how to stop that. */
  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tells all listeners, for whom something else has changed what is shown. */
  announce(): void {
    this.notify();
  }

  /** Calls `listener` with each change of a note, when the index has it; answers how to stop that. */
  onChange(listener: (change: NoteChange) => void): () => void {
    this.changeListeners.add(listener);
    return () => this.changeListeners.delete(listener);
  }

  /** Resolves when the index must have what was just written to the note: where no word of it comes, it is read again. */
  async catchUp(path: string): Promise<void> {
    const events = this.events.get(path);
    await new Promise<void>((resolve) => {
      const timer = window.setTimeout(() => {
        this.timers.delete(timer);
        resolve();
      }, PATIENCE);
      this.timers.add(timer);
    });
    const file = this.app.vault.getFileByPath(path);
    if (!file || this.events.get(path) !== events) return;
    const enter = await this.read(file);
    if (enter()) this.notify();
  }

  /** Stops the reading of what remains; what changes is read all the same. */
  stopReading(): void {
    if (this.left === 0) return;
    this.run++;
    this.left = 0;
    this.wasCut = true;
    this.notify();
  }

  /** Reads all candidates once more: what they say is read in another way now, or reading was stopped. */
  readAgain(): void {
    if (this.isReading) void this.readCandidates();
  }

  override onload(): void {
    this.app.workspace.onLayoutReady(() => {
      if (this.hasStopped) return;
      this.registerEvent(this.app.metadataCache.on('changed', (file, text, cache) => {
        this.put(file, text, cache);
      }));
      this.registerEvent(this.app.vault.on('rename', (file, from) => void this.rename(file, from)));
      this.registerEvent(this.app.vault.on('delete', (file) => {
        this.remove(file);
      }));
      this.isReading = true;
      void this.readCandidates();
    });
  }

  override onunload(): void {
    this.hasStopped = true;
    this.listeners.clear();
    this.changeListeners.clear();
    for (const timer of this.timers) window.clearTimeout(timer);
  }

  private put(file: TFile, text: string, cache: CachedMetadata): void {
    const { path } = file;
    this.count(path);
    const before = this.index.get(path);
    if (this.isLeftOut(path)) this.index.remove(path);
    else if (isNote(file) && this.isPresent(file)) this.index.put(path, text, file.stat.mtime);
    const change: NoteChange = { path, text, cache, before, after: this.index.get(path) };
    for (const listener of this.changeListeners) listener(change);
    this.notify();
  }

  /** A folder's rename reaches its notes one by one as well; doing it twice changes nothing. */
  private async rename(file: TAbstractFile, from: string): Promise<void> {
    const isOther = file instanceof TFile && !isNote(file);
    for (const path of this.index.pathsUnder(from)) {
      const to = file.path + path.slice(from.length);
      if (isOther || this.isLeftOut(to)) this.index.remove(path);
      else this.index.rename(path, to);
    }
    this.count(from);
    this.count(file.path);
    this.notify();
    if (isOther || !(file instanceof TFile)) return;
    // Where a note lies is evidence for its being a plan, so it is read again under its new path.
    const enter = await this.read(file);
    if (enter()) this.notify();
  }

  private remove(file: TAbstractFile): void {
    for (const path of this.index.pathsUnder(file.path)) this.index.remove(path);
    this.count(file.path);
    this.notify();
  }

  private async readCandidates(): Promise<void> {
    const run = ++this.run;
    this.wasCut = false;
    const files = [...this.app.vault.getMarkdownFiles()].sort((a, b) => b.stat.mtime - a.stat.mtime);
    // What the smaller lenses show takes as long to find as all else, so everything else comes first.
    if (await this.readAll(files, run)) await this.readAll(this.index.readFacts().flatMap((path) => this.app.vault.getFileByPath(path) ?? []), run);
  }

  /** Whether all were read, and no later run began meanwhile. */
  private async readAll(files: readonly TFile[], run: number): Promise<boolean> {
    this.left = files.length;
    const turns = new Turns(() => { this.notify(); });
    const isOver = async (): Promise<boolean> => {
      await turns.take();
      return this.hasStopped || run !== this.run;
    };
    for (let at = 0; at < files.length; at += BATCH) {
      const reads: Promise<() => boolean>[] = [];
      for (const file of files.slice(at, at + BATCH)) {
        if (this.isLeftOut(file.path)) this.index.remove(file.path);
        else if (isCandidate(file.path, this.app.metadataCache.getFileCache(file), this.index.reading)) reads.push(this.read(file));
        if (await isOver()) return false;
      }
      for (const enter of await Promise.all(reads)) {
        if (await isOver()) return false;
        enter();
      }
      this.left = Math.max(0, files.length - at - BATCH);
    }
    this.notify();
    return true;
  }

  /** Reads the note. The result enters it into the index, unless an event told of the note since; it answers whether it did. */
  private async read(file: TFile): Promise<() => boolean> {
    const path = file.path;
    const event = this.events.get(path) ?? 0;
    const text = await this.app.vault.cachedRead(file).catch(() => null);
    return () => {
      const isCurrent = file.path === path && (this.events.get(path) ?? 0) === event && this.isPresent(file);
      if (text === null || this.hasStopped || !isCurrent || this.isLeftOut(path)) return false;
      this.index.put(path, text, file.stat.mtime);
      return true;
    };
  }

  private count(path: string): void {
    this.events.set(path, (this.events.get(path) ?? 0) + 1);
  }

  private isPresent(file: TFile): boolean {
    return this.app.vault.getFileByPath(file.path) === file;
  }

  private notify(): void {
    for (const listener of this.listeners) listener();
  }
}

/** A note may become another kind of file by a rename, and an event of it may still be under way. */
function isNote({ extension }: TFile): boolean {
  return extension.toLowerCase() === 'md';
}

/** Whether the note can have anything to show. What the metadata cache tells is enough for most notes, and a read takes longer than all else. */
function isCandidate(path: string, cache: CachedMetadata | null, { words = DEFAULT_WORDS, plainChecks = false }: ParseOptions): boolean {
  if (!cache || liesAmongPlans(path, words)) return true;
  const hasItems = cache.listItems?.some(({ task, position }) => plainChecks || task !== undefined || mayHoldTable(position)) ?? false;
  // Tables inside lists, quotes and callouts are no sections of their own.
  const hasTable = cache.sections?.some(({ type, position }) => type === 'table' || (type === 'blockquote' && mayHoldTable(position)) || (type === 'callout' && mayHoldTable(position, 3))) ?? false;
  const isTitled = cache.headings?.some(({ heading }) => words.titles.isTelling(heading)) ?? false;
  return hasItems || hasTable || isTitled || Object.keys(cache.frontmatter ?? {}).some((key) => PLAN_KEYS.includes(key.toLowerCase()));
}

/** A header row and its rule take two lines; in a callout they stand below the line that names it. */
function mayHoldTable({ start, end }: { readonly start: Loc; readonly end: Loc }, lines = 2): boolean {
  return end.line - start.line + 1 >= lines;
}

/** Properties that speak for a plan, or name it. */
const PLAN_KEYS = ['status', 'type', 'plan', 'plan-template', 'title'];

/** Whether the path is evidence for a plan, so that a line with a status may be enough: "Plans/sync.md", "work/sync-design.md". */
function liesAmongPlans(path: string, words: PlanWords): boolean {
  const folders = path.toLowerCase().split('/');
  const name = folders.pop() ?? '';
  return folders.some((folder) => words.isPlanFolder(folder)) || PLAN_FILE_WORDS.some((word) => name.includes(word));
}
