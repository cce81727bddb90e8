// Owns: the vault's disk as seen through the server.
// Invariants: texts keep BOM and CRLF; nothing is written while the person has not allowed it.
import type { DataWriteOptions, ListedFiles, Stat } from 'obsidian';
import type { ExternalChange, VaultAdapter, VaultEntry } from '../vault/vault-adapter';

export interface WritePermission {
  /** Asks the person, once. */
  ask(): Promise<boolean>;
}

export class HttpAdapter implements VaultAdapter {
  private readonly known = new Map<string, Stat>();
  private readonly early: ExternalChange[] = [];
  private onChanges: ((changes: readonly ExternalChange[]) => void) | null = null;
  private events: EventSource | null = null;

  constructor(
    private readonly name: string,
    private mayWrite: boolean,
    private readonly permission: WritePermission,
  ) {}

  getName(): string {
    return this.name;
  }

  async listVault(): Promise<VaultEntry[]> {
    await this.listen();
    const entries = await this.fetchEntries(true);
    for (const { path, stat } of entries) this.known.set(path, stat);
    return entries;
  }

  watch(onChanges: (changes: readonly ExternalChange[]) => void): () => void {
    this.onChanges = onChanges;
    if (this.early.length > 0) onChanges(this.early.splice(0));
    return () => this.events?.close();
  }

  async exists(path: string): Promise<boolean> {
    return path === '/' || (await this.stat(path)) !== null;
  }

  async stat(path: string): Promise<Stat | null> {
    return (await (await this.get('stat', { path })).json()) as Stat | null;
  }

  async list(path: string): Promise<ListedFiles> {
    return (await (await this.get('list', { path })).json()) as ListedFiles;
  }

  async read(path: string): Promise<string> {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await this.readBinary(path));
  }

  async readBinary(path: string): Promise<ArrayBuffer> {
    return (await this.get('file', { path })).arrayBuffer();
  }

  write(path: string, text: string, options?: DataWriteOptions): Promise<void> {
    return this.writeBinary(path, new TextEncoder().encode(text).buffer, options);
  }

  async writeBinary(path: string, data: ArrayBuffer, options?: DataWriteOptions): Promise<void> {
    const stat = (await this.change('PUT', 'file', { path, ...(options?.mtime && { mtime: String(options.mtime) }) }, data)) as Stat;
    this.known.set(path, stat);
  }

  async replace(path: string, before: string, after: string, options?: DataWriteOptions): Promise<boolean> {
    const encoder = new TextEncoder();
    const was = [...new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(before)))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const stat = (await this.change('PUT', 'file', { path, was, ...(options?.mtime && { mtime: String(options.mtime) }) }, encoder.encode(after).buffer)) as Stat | null;
    if (stat) this.known.set(path, stat);
    return stat !== null;
  }

  async append(path: string, text: string): Promise<void> {
    await this.write(path, ((await this.exists(path)) ? await this.read(path) : '') + text);
  }

  async appendBinary(path: string, data: ArrayBuffer): Promise<void> {
    await this.append(path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(data));
  }

  async process(path: string, change: (text: string) => string): Promise<string> {
    const before = await this.read(path);
    const after = change(before);
    if (after !== before) await this.write(path, after);
    return after;
  }

  getResourcePath(path: string): string {
    return `/api/file?path=${encodeURIComponent(path)}`;
  }

  async mkdir(path: string): Promise<void> {
    await this.change('POST', 'folder', { path });
  }

  trashSystem(): Promise<boolean> {
    return Promise.resolve(false);
  }

  async trashLocal(path: string): Promise<void> {
    await this.change('POST', 'trash', { path });
  }

  async rmdir(path: string, recursive: boolean): Promise<void> {
    await this.change('DELETE', 'folder', { path, recursive: recursive ? 'yes' : 'no' });
  }

  async remove(path: string): Promise<void> {
    await this.change('DELETE', 'file', { path });
    this.known.delete(path);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.change('POST', 'rename', { path: from, to });
  }

  async copy(from: string, to: string): Promise<void> {
    await this.change('POST', 'copy', { path: from, to });
  }

  // --- requests

  private async get(route: string, query: Record<string, string>): Promise<Response> {
    const response = await fetch(urlOf(route, query));
    if (!response.ok) throw new Error(await response.text());
    return response;
  }

  private async change(method: string, route: string, query: Record<string, string>, body?: ArrayBuffer): Promise<unknown> {
    if (!this.mayWrite) await this.askToWrite();
    const response = await fetch(urlOf(route, query), { method, ...(body && { body }) });
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()) as unknown;
  }

  private async askToWrite(): Promise<void> {
    if (!(await this.permission.ask())) throw new Error('Nothing was written: changes to this vault have not been allowed. Reload the page to be asked again.');
    await fetch('/api/allow', { method: 'POST' });
    this.mayWrite = true;
  }

  private async fetchEntries(withTexts: boolean): Promise<VaultEntry[]> {
    const text = await (await this.get('vault', { texts: withTexts ? 'yes' : 'no' })).text();
    return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as VaultEntry);
  }

  // --- changes by others

  private listen(): Promise<void> {
    return new Promise((resolve, reject) => {
      const events = new EventSource('/api/events');
      let isFirst = true;
      events.addEventListener('open', () => {
        if (!isFirst) void this.catchUp();
        isFirst = false;
        resolve();
      });
      events.addEventListener('error', () => {
        if (isFirst) reject(new Error('The server does not answer.'));
      });
      events.addEventListener('message', (event: MessageEvent<string>) => this.report(JSON.parse(event.data) as ExternalChange[]));
      this.events = events;
    });
  }

  /** After the connection was lost: what has changed meanwhile. */
  private async catchUp(): Promise<void> {
    const now = new Map((await this.fetchEntries(false)).map(({ path, stat }) => [path, stat]));
    const gone = [...this.known.keys()].filter((path) => !now.has(path)).map((path) => ({ type: 'delete' as const, path }));
    const changed = [...now].filter(([path, stat]) => {
      const old = this.known.get(path);
      return !old || (stat.type === 'file' && (old.mtime !== stat.mtime || old.size !== stat.size));
    });
    this.report([...gone, ...changed.map(([path, stat]) => ({ type: 'upsert' as const, path, stat }))]);
  }

  private report(changes: ExternalChange[]): void {
    for (const change of changes) {
      if (change.type === 'delete') this.known.delete(change.path);
      else this.known.set(change.path, change.stat);
    }
    if (this.onChanges) this.onChanges(changes);
    else this.early.push(...changes);
  }
}

function urlOf(route: string, query: Record<string, string>): string {
  return `/api/${route}?${new URLSearchParams(query).toString()}`;
}
