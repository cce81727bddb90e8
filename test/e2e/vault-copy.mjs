// Owns: a vault on disk for one test: made from files or from the demo vault, compared byte by byte with how it began.
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const demoVault = fileURLToPath(new URL('../demo-vault', import.meta.url));

export class VaultCopy {
  /** Path → bytes as they were at the start. */
  #start = new Map();

  constructor(folder) {
    this.folder = folder;
  }

  /** @param {'demo' | Readonly<Record<string, string | Uint8Array>>} files path → content, exactly as on disk */
  static async make(files) {
    const vault = new VaultCopy(path.join(await mkdtemp(path.join(tmpdir(), 'browser-test-')), 'Vault'));
    if (files === 'demo') await cp(demoVault, vault.folder, { recursive: true });
    else {
      await mkdir(vault.folder);
      for (const [name, content] of Object.entries(files)) await vault.write(name, content);
    }
    await vault.remember();
    return vault;
  }

  place(name) {
    return path.join(this.folder, ...name.split('/'));
  }

  /** What is there now is the start. */
  async remember() {
    this.#start = await this.bytes();
  }

  /** Every file, hidden ones too. */
  async bytes() {
    const found = new Map();
    for (const entry of await readdir(this.folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const full = path.join(entry.parentPath, entry.name);
      const content = await readFile(full).catch(() => null);
      if (content) found.set(path.relative(this.folder, full).split(path.sep).join('/'), content);
    }
    return found;
  }

  /** Names of files that are new, gone or not the same byte by byte; files being written are left out. */
  async changed() {
    const now = await this.bytes();
    const names = new Set([...this.#start.keys(), ...now.keys()]);
    return [...names].filter((name) => !name.endsWith('.tmp') && !same(this.#start.get(name), now.get(name))).sort();
  }

  /** The text at the start, with its BOM and its line breaks. */
  before(name) {
    const content = this.#start.get(name);
    if (!content) throw new Error(`There was no ${name} at the start.`);
    return content.toString('utf8');
  }

  /** The bytes now; null when there is no such file. */
  bytesOf(name) {
    return readFile(this.place(name)).catch(() => null);
  }

  /** The text now; null when there is no such file. */
  async text(name) {
    return (await this.bytesOf(name))?.toString('utf8') ?? null;
  }

  // --- what another program does

  async write(name, content) {
    await mkdir(path.dirname(this.place(name)), { recursive: true });
    await writeFile(this.place(name), content);
  }

  async rename(from, to) {
    await mkdir(path.dirname(this.place(to)), { recursive: true });
    await rename(this.place(from), this.place(to));
  }

  async remove(name) {
    await rm(this.place(name), { recursive: true });
  }

  async discard() {
    await rm(path.dirname(this.folder), { recursive: true, force: true });
  }
}

function same(a, b) {
  return a !== undefined && b !== undefined && a.equals(b);
}

/** Lines that `after` has not, and lines it has more, in order; a longest common subsequence is kept. */
export function lineDiff(before, after) {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const kept = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) kept[i][j] = a[i] === b[j] ? kept[i + 1][j + 1] + 1 : Math.max(kept[i + 1][j], kept[i][j + 1]);
  const removed = [];
  const added = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) [i, j] = [i + 1, j + 1];
    else if (j < b.length && (i === a.length || kept[i][j + 1] > kept[i + 1][j])) added.push(b[j++]);
    else removed.push(a[i++]);
  }
  return { removed, added };
}

/** The only character in which two texts differ: its offset, and what it was and is; throws when more differs, or nothing. */
export function onlyDifference(before, after) {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at++;
  const [was, is] = [before.codePointAt(at), after.codePointAt(at)].map((code) => (code === undefined ? '' : String.fromCodePoint(code)));
  if (was === '' || before.slice(at + was.length) !== after.slice(at + is.length)) throw new Error(`More than one character differs from ${at}: ${JSON.stringify(after.slice(at, at + 60))}`);
  return { at, was, is };
}
