// Owns: a disk in memory, for tests. Texts are the exact bytes read as UTF-8: BOM and CRLF stay.
// Every method calls the others through `this`, so a test can replace one and see every use of it pass through.
import type { ListedFiles, Stat } from 'obsidian';
import { pendingWork } from '../base/pending-work';
import { assertInsideVault, isHiddenPath, nameOf, parentPath } from './path';
import type { ExternalChange, VaultAdapter, VaultEntry } from './vault-adapter';

interface Times {
  ctime: number;
  mtime: number;
}

export class MemoryAdapter implements VaultAdapter {
  readonly disk = new Map<string, string>();
  private readonly folders = new Set<string>(['/']);
  private readonly times = new Map<string, Times>();
  private readonly watchers = new Set<(changes: readonly ExternalChange[]) => void>();
  private lastTime = 0;

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const [path, text] of Object.entries(files)) this.put(path, text);
  }

  getName(): string {
    return 'Test vault';
  }

  // --- what another program does

  writeExternally(path: string, text: string): void {
    this.put(path, text);
    this.notify([{ type: 'upsert', path, stat: this.statOf(path) }]);
  }

  removeExternally(path: string): void {
    for (const inner of this.within(path)) this.forget(inner);
    this.notify([{ type: 'delete', path }]);
  }

  renameExternally(from: string, to: string): void {
    const moved = this.move(from, to);
    this.notify([{ type: 'delete', path: from }, ...moved.map((path) => ({ type: 'upsert' as const, path, stat: this.statOf(path) }))]);
  }

  // --- VaultAdapter

  listVault(): Promise<VaultEntry[]> {
    const paths = [...this.folders, ...this.disk.keys()].filter((path) => path !== '/' && !isHiddenPath(path)).sort();
    return pendingWork.track(Promise.resolve(paths.map((path) => ({ path, stat: this.statOf(path), ...this.textOf(path) }))));
  }

  watch(onChanges: (changes: readonly ExternalChange[]) => void): () => void {
    this.watchers.add(onChanges);
    return () => this.watchers.delete(onChanges);
  }

  // --- DataAdapter

  exists(path: string): Promise<boolean> {
    return this.run(() => this.disk.has(path) || this.folders.has(path));
  }

  stat(path: string): Promise<Stat | null> {
    return this.run(() => (this.disk.has(path) || this.folders.has(path) ? this.statOf(path) : null));
  }

  list(path: string): Promise<ListedFiles> {
    const isHere = (inner: string): boolean => inner !== '/' && parentPath(inner) === path;
    return this.run(() => ({ files: [...this.disk.keys()].filter(isHere), folders: [...this.folders].filter(isHere) }));
  }

  read(path: string): Promise<string> {
    return this.run(() => {
      const text = this.disk.get(path);
      if (text === undefined) throw missing(path);
      return text;
    });
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    return new TextEncoder().encode(await this.read(path)).buffer;
  }

  write(path: string, text: string, options?: { ctime?: number; mtime?: number }): Promise<void> {
    return this.run(() => {
      assertInsideVault(path);
      if (!this.folders.has(parentPath(path))) throw missing(path);
      this.put(path, text, options);
    });
  }

  async replace(path: string, before: string, after: string, options?: { ctime?: number; mtime?: number }): Promise<boolean> {
    if (this.disk.get(path) !== before) return false;
    await this.write(path, after, options);
    return true;
  }

  writeBinary(path: string, data: ArrayBuffer): Promise<void> {
    return this.write(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(data));
  }

  async append(path: string, text: string): Promise<void> {
    await this.write(path, ((await this.exists(path)) ? await this.read(path) : '') + text);
  }

  appendBinary(path: string, data: ArrayBuffer): Promise<void> {
    return this.append(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(data));
  }

  async process(path: string, change: (text: string) => string): Promise<string> {
    const before = await this.read(path);
    const after = change(before);
    if (after !== before) await this.write(path, after);
    return after;
  }

  getResourcePath(path: string): string {
    return `memory:///${path}`;
  }

  mkdir(path: string): Promise<void> {
    return this.run(() => {
      assertInsideVault(path);
      this.addFolder(path);
    });
  }

  trashSystem(): Promise<boolean> {
    return Promise.resolve(false);
  }

  trashLocal(path: string): Promise<void> {
    return this.run(() => void this.move(path, `.trash/${nameOf(path)}`));
  }

  rmdir(path: string, recursive: boolean): Promise<void> {
    return this.run(() => {
      const inside = this.within(path);
      if (!recursive && inside.length > 1) throw new Error(`ENOTEMPTY: directory not empty, rmdir '${path}'`);
      for (const inner of inside) this.forget(inner);
    });
  }

  remove(path: string): Promise<void> {
    return this.run(() => {
      if (!this.disk.has(path)) throw missing(path);
      this.forget(path);
    });
  }

  rename(from: string, to: string): Promise<void> {
    return this.run(() => {
      assertInsideVault(to);
      if (!this.disk.has(from) && !this.folders.has(from)) throw missing(from);
      if (!this.folders.has(parentPath(to))) throw missing(to);
      this.move(from, to);
    });
  }

  async copy(from: string, to: string): Promise<void> {
    await this.write(to, await this.read(from));
  }

  // --- the disk itself

  private run<T>(job: () => T): Promise<T> {
    return pendingWork.track(Promise.resolve().then(job));
  }

  private put(path: string, text: string, times: Partial<Times> = {}): void {
    this.addFolder(parentPath(path));
    this.lastTime = Math.max(Date.now(), this.lastTime + 1);
    this.times.set(path, { ctime: times.ctime ?? this.times.get(path)?.ctime ?? this.lastTime, mtime: times.mtime ?? this.lastTime });
    this.disk.set(path, text);
  }

  private addFolder(path: string): void {
    for (let folder = path; folder !== '/'; folder = parentPath(folder)) this.folders.add(folder);
  }

  private forget(path: string): void {
    this.disk.delete(path);
    this.folders.delete(path);
    this.times.delete(path);
  }

  /** Everything at or below a path, the path itself first. */
  private within(path: string): string[] {
    return [...this.folders, ...this.disk.keys()].filter((inner) => inner === path || inner.startsWith(`${path}/`)).sort();
  }

  /** Moves a file or a folder with all it holds; the new paths, folders before what they hold. */
  private move(from: string, to: string): string[] {
    return this.within(from).map((old) => {
      const path = to + old.slice(from.length);
      const text = this.disk.get(old);
      const times = this.times.get(old);
      this.forget(old);
      if (text === undefined) this.addFolder(path);
      else this.put(path, text, times);
      return path;
    });
  }

  private statOf(path: string): Stat {
    const text = this.disk.get(path);
    if (text === undefined) return { type: 'folder', ctime: 0, mtime: 0, size: 0 };
    return { type: 'file', ...(this.times.get(path) ?? { ctime: 0, mtime: 0 }), size: new TextEncoder().encode(text).length };
  }

  private textOf(path: string): { text?: string } {
    const text = path.endsWith('.md') ? this.disk.get(path) : undefined;
    return text === undefined ? {} : { text };
  }

  private notify(changes: readonly ExternalChange[]): void {
    const shown = changes.filter((change) => !isHiddenPath(change.path));
    for (const watcher of this.watchers) watcher(shown);
  }
}

function missing(path: string): Error {
  return Object.assign(new Error(`ENOENT: no such file or directory, open '${path}'`), { code: 'ENOENT' });
}
