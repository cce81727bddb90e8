// Owns: the vault: files as objects over an adapter, with Obsidian's events.
// Invariants: writes to one file take turns; the text cache equals what was last read or written; 'modify' fires before a write's promise resolves.
import type { DataWriteOptions, Stat } from 'obsidian';
import { Events } from '../base/events';
import { pendingWork } from '../base/pending-work';
import { TAbstractFile, TFile, TFolder } from './file';
import { FileTree } from './file-tree';
import { normalizePath, parentPath } from './path';
import { Turns } from './turns';
import type { ExternalChange, VaultAdapter } from './vault-adapter';

/** So often a change is made again on what another program wrote meanwhile. */
const MOST_TRIES = 50;

export class Vault extends Events {
  configDir = '.obsidian';
  private readonly tree = new FileTree(this);
  private readonly texts = new Map<string, string>();
  private readonly turns = new Turns();
  private stopWatching: () => void = () => undefined;

  constructor(public adapter: VaultAdapter) {
    super();
  }

  // --- life

  /** Loads the tree without events. */
  async load(): Promise<void> {
    for (const entry of await this.adapter.listVault()) {
      if (!this.tree.get(entry.path)) this.tree.add(entry.path, entry.stat);
      if (entry.text !== undefined) this.texts.set(entry.path, entry.text);
    }
    this.stopWatching = this.adapter.watch((changes) => void pendingWork.track(this.takeOver(changes)));
  }

  /** Fires 'create' for everything loaded: listeners from before layout ready hear it, as in Obsidian. */
  announceLoadedFiles(): void {
    for (const file of this.tree.all()) if (file !== this.tree.root) this.trigger('create', file);
  }

  close(): void {
    this.stopWatching();
  }

  // --- finding

  getName(): string {
    return this.adapter.getName();
  }

  getRoot(): TFolder {
    return this.tree.root;
  }

  getAbstractFileByPath(path: string): TAbstractFile | null {
    return this.tree.get(path);
  }

  getFileByPath(path: string): TFile | null {
    const file = this.tree.get(path);
    return file instanceof TFile ? file : null;
  }

  getFolderByPath(path: string): TFolder | null {
    const file = this.tree.get(path);
    return file instanceof TFolder ? file : null;
  }

  getAllLoadedFiles(): TAbstractFile[] {
    return this.tree.all();
  }

  getAllFolders(includeRoot = false): TFolder[] {
    return this.tree.all().filter((file): file is TFolder => file instanceof TFolder && (includeRoot || !file.isRoot()));
  }

  getFiles(): TFile[] {
    return this.tree.all().filter((file) => file instanceof TFile);
  }

  getMarkdownFiles(): TFile[] {
    return this.getFiles().filter((file) => file.extension === 'md');
  }

  getResourcePath(file: TFile): string {
    return this.adapter.getResourcePath(file.path);
  }

  static recurseChildren(root: TFolder, callback: (file: TAbstractFile) => unknown): void {
    callback(root);
    for (const child of root.children) {
      if (child instanceof TFolder) Vault.recurseChildren(child, callback);
      else callback(child);
    }
  }

  // --- reading

  /** The text on disk now. */
  async read(file: TFile): Promise<string> {
    pendingWork.noteActivity();
    const text = await this.adapter.read(file.path);
    if (this.tree.get(file.path) === file) this.texts.set(file.path, text);
    return text;
  }

  /** The text as last seen; the disk is only read when it never was. */
  async cachedRead(file: TFile): Promise<string> {
    pendingWork.noteActivity();
    return this.texts.get(file.path) ?? (await this.read(file));
  }

  /** The text as last seen, if it ever was. */
  knownText(path: string): string | null {
    return this.texts.get(path) ?? null;
  }

  readBinary(file: TFile): Promise<ArrayBuffer> {
    return this.adapter.readBinary(file.path);
  }

  // --- writing

  create(path: string, data: string, options?: DataWriteOptions): Promise<TFile> {
    const at = normalizePath(path);
    return this.turns.take(at, async () => {
      await this.assertFree(at, 'File already exists.');
      await this.adapter.write(at, data, options);
      this.texts.set(at, data);
      return this.addFile(at, await this.statOf(at));
    });
  }

  createBinary(path: string, data: ArrayBuffer): Promise<TFile> {
    const at = normalizePath(path);
    return this.turns.take(at, async () => {
      await this.assertFree(at, 'File already exists.');
      await this.adapter.writeBinary(at, data);
      return this.addFile(at, await this.statOf(at));
    });
  }

  async createFolder(path: string): Promise<TFolder> {
    const at = normalizePath(path);
    await this.assertFree(at, 'Folder already exists.');
    await this.adapter.mkdir(at);
    this.addAll(at, { type: 'folder', ctime: 0, mtime: 0, size: 0 });
    const folder = this.tree.get(at);
    if (!(folder instanceof TFolder)) throw new Error('Folder already exists.');
    return folder;
  }

  modify(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
    return this.turns.take(file.path, () => this.write(file, data, options));
  }

  modifyBinary(file: TFile, data: ArrayBuffer): Promise<void> {
    return this.turns.take(file.path, async () => {
      await this.adapter.writeBinary(file.path, data);
      this.texts.delete(file.path);
      await this.noteWritten(file);
    });
  }

  append(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
    return this.turns.take(file.path, async () => this.write(file, (await this.adapter.read(file.path)) + data, options));
  }

  async appendBinary(file: TFile, data: ArrayBuffer): Promise<void> {
    await this.append(file, new TextDecoder('utf-8', { ignoreBOM: true }).decode(data));
  }

  /**
   * Reads, changes and writes in one turn; text that comes back unchanged is not written. Where another program writes
   * in between, the change is made again on what it wrote. The text after.
   */
  process(file: TFile, change: (data: string) => string, options?: DataWriteOptions): Promise<string> {
    return this.turns.take(file.path, async () => {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const before = await this.adapter.read(file.path);
        const after = change(before);
        if (after === before || (await this.replace(file, { before, after }, options))) return after;
      }
      throw new Error(`${file.path} is written by another program all the time.`);
    });
  }

  async delete(file: TAbstractFile, force = false): Promise<void> {
    if (file instanceof TFolder) await this.adapter.rmdir(file.path, force || file.children.length === 0);
    else await this.adapter.remove(file.path);
    this.drop(file);
  }

  /** Into the vault's own `.trash`, whatever `system` says. */
  async trash(file: TAbstractFile, system: boolean): Promise<void> {
    if (!system || !(await this.adapter.trashSystem(file.path))) await this.adapter.trashLocal(file.path);
    this.drop(file);
  }

  async rename(file: TAbstractFile, newPath: string): Promise<void> {
    const to = normalizePath(newPath);
    if (to === file.path) return;
    await this.assertFree(to, 'Destination file already exists!');
    await this.turns.take(file.path, () => this.adapter.rename(file.path, to));
    for (const { file: moved, oldPath } of this.tree.move(file, to)) {
      const text = this.texts.get(oldPath);
      this.texts.delete(oldPath);
      if (text !== undefined) this.texts.set(moved.path, text);
      this.trigger('rename', moved, oldPath);
    }
  }

  async copy(file: TAbstractFile, newPath: string): Promise<TAbstractFile> {
    if (file instanceof TFile) return this.create(newPath, await this.read(file));
    const folder = await this.createFolder(newPath);
    if (file instanceof TFolder) for (const child of file.children) await this.copy(child, `${folder.path}/${child.name}`);
    return folder;
  }

  // --- inside

  private async replace(file: TFile, { before, after }: { before: string; after: string }, options?: DataWriteOptions): Promise<boolean> {
    this.assertPresent(file);
    if (!(await this.adapter.replace(file.path, before, after, options))) return false;
    this.texts.set(file.path, after);
    await this.noteWritten(file);
    return true;
  }

  private assertPresent(file: TFile): void {
    if (this.tree.get(file.path) !== file) throw new Error(`ENOENT: no such file or directory, open '${file.path}'`);
  }

  private async write(file: TFile, data: string, options?: DataWriteOptions): Promise<void> {
    this.assertPresent(file);
    await this.adapter.write(file.path, data, options);
    this.texts.set(file.path, data);
    await this.noteWritten(file);
  }

  private async noteWritten(file: TFile): Promise<void> {
    const { ctime, mtime, size } = await this.statOf(file.path);
    Object.assign(file.stat, { ctime, mtime, size });
    this.trigger('modify', file);
  }

  private async statOf(path: string): Promise<Stat> {
    return (await this.adapter.stat(path)) ?? { type: 'file', ctime: 0, mtime: 0, size: 0 };
  }

  private async assertFree(path: string, message: string): Promise<void> {
    if (this.tree.get(path) || (await this.adapter.exists(path))) throw new Error(message);
  }

  private addAll(path: string, stat: Stat): void {
    for (const added of this.tree.get(path) ? [] : this.tree.add(path, stat)) this.trigger('create', added);
  }

  private addFile(path: string, stat: Stat): TFile {
    this.addAll(path, stat);
    const file = this.getFileByPath(path);
    if (!file) throw new Error(`There is a folder of that name: ${parentPath(path)}`);
    return file;
  }

  private drop(file: TAbstractFile): void {
    for (const gone of this.tree.remove(file)) {
      this.texts.delete(gone.path);
      this.trigger('delete', gone);
    }
  }

  /** Follows what another program did, each file in its turn, so that it can't mix with our own writes. */
  private async takeOver(changes: readonly ExternalChange[]): Promise<void> {
    for (const change of changes) {
      try {
        await this.turns.take(change.path, () => (change.type === 'delete' ? this.takeDeletion(change.path) : this.takeUpsert(change.path, change.stat)));
      } catch (error) {
        console.warn(`A change outside could not be followed: ${change.path}`, error);
      }
    }
  }

  private async takeDeletion(path: string): Promise<void> {
    const file = this.tree.get(path);
    if (file && !(await this.adapter.exists(path))) this.drop(file);
  }

  private async takeUpsert(path: string, stat: Stat): Promise<void> {
    const file = this.tree.get(path);
    if (file instanceof TFolder || stat.type === 'folder') {
      this.addAll(path, stat);
      return;
    }
    const before = this.texts.get(path);
    if (path.endsWith('.md')) this.texts.set(path, await this.adapter.read(path));
    if (!(file instanceof TFile)) {
      this.addFile(path, stat);
      return;
    }
    const isOldNews = before === undefined ? file.stat.mtime === stat.mtime && file.stat.size === stat.size : before === this.texts.get(path);
    Object.assign(file.stat, { ctime: stat.ctime, mtime: stat.mtime, size: stat.size });
    if (!isOldNews) this.trigger('modify', file);
  }
}
