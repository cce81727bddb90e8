// Owns: noticing what other programs do in the vault. The system's events only say when to look; what has changed is found by comparing listings,
// so nothing is missed when many files change at once, and a file that was replaced by renaming counts as changed.
import { watch } from 'node:fs';

/** After an event, in ms, so that a burst is one look. */
const DELAY = 60;
/** Also without an event: at least this long between looks, in ms, and much longer than a look takes. */
const PERIOD = 2000;
const REST_FACTOR = 25;

export class VaultWatch {
  #known = new Map();
  #timer = null;
  #looking = null;
  #watcher = null;
  #isClosed = false;
  /** Paths being written by ourselves now. */
  #own = new Set();

  /**
   * @param {import('./vault-files.mjs').VaultFiles} files
   * @param {(changes: object[]) => void} onChanges
   */
  constructor(files, onChanges) {
    this.files = files;
    this.onChanges = onChanges;
  }

  async start() {
    this.#known = await this.#listing();
    try {
      this.#watcher = watch(this.files.root, { recursive: true }, () => this.#lookIn(DELAY));
      this.#watcher.on('error', () => this.#watcher?.close());
    } catch {
      // no events on this system: looking from time to time is enough
    }
    this.#lookIn(PERIOD);
  }

  close() {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#watcher?.close();
  }

  /** Does something of our own to paths; it is not reported. */
  async own(paths, job) {
    for (const path of paths) this.#own.add(path);
    try {
      return await job();
    } finally {
      await this.#forgive(paths);
      for (const path of paths) this.#own.delete(path);
    }
  }

  /** Looks now; resolves when what it found has been handed out. */
  async look() {
    this.#looking ??= this.#compare().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  #lookIn(ms) {
    if (this.#isClosed) return;
    const due = Date.now() + ms;
    if (this.#timer && this.#timer.due <= due) return;
    clearTimeout(this.#timer?.id);
    const id = setTimeout(() => {
      this.#timer = null;
      const start = Date.now();
      void this.look()
        .catch(() => undefined)
        .then(() => this.#lookIn(Math.max(PERIOD, (Date.now() - start) * REST_FACTOR)));
    }, ms);
    id.unref();
    this.#timer = { id, due };
  }

  async #compare() {
    const now = await this.#listing();
    const changes = [];
    const isOwn = (path) => [...this.#own].some((own) => path === own || path.startsWith(`${own}/`));
    for (const path of this.#known.keys()) {
      if (now.has(path) || isOwn(path)) continue;
      this.#known.delete(path);
      changes.push({ type: 'delete', path });
    }
    for (const [path, stat] of now) {
      const old = this.#known.get(path);
      if (isOwn(path) || (old && (stat.type === 'folder' || (old.mtime === stat.mtime && old.size === stat.size)) && old.type === stat.type)) continue;
      if (old && old.type !== stat.type) changes.push({ type: 'delete', path });
      this.#known.set(path, stat);
      changes.push({ type: 'upsert', path, stat });
    }
    if (changes.length > 0 && !this.#isClosed) this.onChanges(changes);
  }

  async #listing() {
    return new Map((await this.files.list()).map(({ path, stat }) => [path, stat]));
  }

  /** What is at our own paths now is known. */
  async #forgive(paths) {
    for (const known of [...this.#known.keys()]) if (paths.some((path) => known === path || known.startsWith(`${path}/`))) this.#known.delete(known);
    const isHidden = (path) => path.split('/').some((name) => name.startsWith('.'));
    for (const path of paths.filter((candidate) => !isHidden(candidate))) {
      const stat = await this.files.stat(path).catch(() => null);
      if (!stat) continue;
      if (stat.type === 'file') this.#known.set(path, stat);
      else for (const entry of await this.files.list()) if (entry.path === path || entry.path.startsWith(`${path}/`)) this.#known.set(entry.path, entry.stat);
    }
  }
}
