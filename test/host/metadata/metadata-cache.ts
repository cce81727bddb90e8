// Owns: what the cache knows of every note, kept up with the vault, with Obsidian's events.
// Invariants: 'changed' comes after the vault's 'modify' or 'create', in a later turn; a rename moves the entry without 'changed'.
import type { CachedMetadata } from 'obsidian';
import { Events } from '../base/events';
import { pendingWork } from '../base/pending-work';
import { TFile, type TAbstractFile } from '../vault/file';
import type { Vault } from '../vault/vault';
import { LinkTargets } from './link-target';
import { parseMetadata } from './parse-metadata';

/** Time from a change of a file to its 'changed' event, in ms. */
const DELAY = 10;
/** How long the start waits for the notes to be read, and how long one slice of reading may take, in ms. */
const PATIENCE = 500;
const SLICE = 12;

export class MetadataCache extends Events {
  resolvedLinks: Record<string, Record<string, number>> = {};
  unresolvedLinks: Record<string, Record<string, number>> = {};
  private readonly entries = new Map<string, CachedMetadata>();
  /** Paths of notes that have not been read since the start. */
  private readonly unread = new Set<string>();
  private readonly changed = new Set<TFile>();
  private isClosed = false;
  private readonly targets: LinkTargets;
  private cancelFlush: (() => void) | null = null;

  constructor(private readonly vault: Vault) {
    super();
    this.targets = new LinkTargets(vault);
  }

  /** From here on the cache follows the vault. The notes there are now are read without 'changed' events: a large vault's in the background, or when asked for. */
  async load(): Promise<void> {
    const notes = this.vault.getMarkdownFiles();
    for (const { path } of notes) this.unread.add(path);
    this.vault.on('create', (file: TAbstractFile) => this.note(file, true));
    this.vault.on('modify', (file: TAbstractFile) => this.note(file, false));
    this.vault.on('rename', (file: TAbstractFile, oldPath: string) => this.move(file, oldPath));
    this.vault.on('delete', (file: TAbstractFile) => this.forget(file));
    await Promise.race([pendingWork.track(this.readAll(notes)), pendingWork.turn(PATIENCE)]);
  }

  close(): void {
    this.isClosed = true;
    this.cancelFlush?.();
  }

  getFileCache(file: TFile): CachedMetadata | null {
    return this.getCache(file.path);
  }

  getCache(path: string): CachedMetadata | null {
    const text = this.unread.has(path) ? this.vault.knownText(path) : null;
    if (text !== null) this.enter(path, text);
    return this.entries.get(path) ?? null;
  }

  getFirstLinkpathDest(linkpath: string, sourcePath: string): TFile | null {
    return this.targets.find(linkpath, sourcePath);
  }

  /** The shortest text that still means this file. */
  fileToLinktext(file: TFile, sourcePath: string, omitMdExtension = true): string {
    const shorten = (text: string): string => (omitMdExtension && file.extension === 'md' ? text.replace(/\.md$/i, '') : text);
    return this.targets.find(file.name, sourcePath) === file ? shorten(file.name) : shorten(file.path);
  }

  private note(file: TAbstractFile, isNew: boolean): void {
    if (isNew) this.targets.forget();
    if (!(file instanceof TFile) || file.extension !== 'md') return;
    if (isNew && (this.entries.has(file.path) || this.unread.has(file.path))) return;
    this.changed.add(file);
    this.cancelFlush ??= pendingWork.later(DELAY, () => this.flush());
  }

  private async flush(): Promise<void> {
    this.cancelFlush = null;
    for (const file of [...this.changed]) {
      if (!this.changed.delete(file) || file.deleted) continue;
      const text = await this.vault.cachedRead(file);
      const cache = parseMetadata(text);
      this.unread.delete(file.path);
      this.entries.set(file.path, cache);
      this.trigger('changed', file, text, cache);
      this.link(file);
      this.trigger('resolve', file);
    }
    if (this.changed.size === 0) this.trigger('resolved');
  }

  private move(file: TAbstractFile, oldPath: string): void {
    this.targets.forget();
    if (this.unread.delete(oldPath)) this.unread.add(file.path);
    const cache = this.entries.get(oldPath);
    if (!(file instanceof TFile) || !cache) return;
    this.unlink(oldPath);
    this.entries.set(file.path, cache);
    this.link(file);
  }

  private forget(file: TAbstractFile): void {
    this.targets.forget();
    this.unread.delete(file.path);
    const cache = this.entries.get(file.path);
    if (!(file instanceof TFile) || !cache) return;
    this.changed.delete(file);
    this.unlink(file.path);
    this.trigger('deleted', file, cache);
  }

  private async readAll(notes: readonly TFile[]): Promise<void> {
    let sliceEnd = performance.now() + SLICE;
    for (const file of notes) {
      if (this.isClosed) return;
      if (this.unread.has(file.path)) await this.readOne(file);
      if (performance.now() < sliceEnd) continue;
      await pendingWork.turn();
      sliceEnd = performance.now() + SLICE;
    }
    for (const file of notes) if (!file.deleted) this.link(file);
    this.trigger('resolved');
  }

  /** A note that can't be read has no entry. */
  private async readOne(file: TFile): Promise<void> {
    try {
      const text = this.vault.knownText(file.path) ?? (await this.vault.cachedRead(file));
      if (this.unread.has(file.path)) this.enter(file.path, text);
    } catch (error) {
      this.unread.delete(file.path);
      console.warn(`${file.path} could not be read.`, error);
    }
  }

  private enter(path: string, text: string): void {
    this.unread.delete(path);
    this.entries.set(path, parseMetadata(text));
  }

  private unlink(path: string): void {
    this.entries.delete(path);
    delete this.resolvedLinks[path];
    delete this.unresolvedLinks[path];
  }

  private link(file: TFile): void {
    const cache = this.entries.get(file.path);
    const resolved: Record<string, number> = {};
    const unresolved: Record<string, number> = {};
    for (const { link } of [...(cache?.links ?? []), ...(cache?.embeds ?? []), ...(cache?.frontmatterLinks ?? [])]) {
      const path = link.split('#')[0] ?? '';
      if (path === '') continue;
      const target = this.targets.find(path, file.path);
      const [counts, key] = target ? [resolved, target.path] : [unresolved, path];
      counts[key] = (counts[key] ?? 0) + 1;
    }
    this.resolvedLinks[file.path] = resolved;
    this.unresolvedLinks[file.path] = unresolved;
  }
}
