// Owns: the only way the server touches a vault's folder. Paths are relative to the vault, '/'-separated.
// Invariants: no path leads out of the vault, not through a symbolic link either; a file is replaced as a whole or not at all.
import { createHash, randomBytes } from 'node:crypto';
import { copyFile, lstat, mkdir, open, readdir, readFile, realpath, rename, rm, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { TextDecoder } from 'node:util';

const strictText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenientText = new TextDecoder('utf-8', { ignoreBOM: true });
/** So many files are read at a time. */
const BATCH = 64;

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** An answer for the client: `status` is HTTP's. */
export class Refused extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export class VaultFiles {
  /** @param {string} root an existing folder, as realpath gives it */
  constructor(root) {
    this.root = root;
  }

  static async open(folder) {
    return new VaultFiles(await realpath(folder));
  }

  /** The place on disk; refuses what is not a plain path inside the vault. */
  async locate(vaultPath) {
    const segments = vaultPath.split('/');
    const isPlain = !/[\\\0]/.test(vaultPath) && !/^[a-z]:/i.test(vaultPath) && segments.every((name) => name !== '' && name !== '.' && name !== '..');
    if (!isPlain) throw new Refused(403, `The path is outside the vault: ${vaultPath}`);
    const full = path.join(this.root, ...segments);
    const real = await realExisting(full);
    if (real !== this.root && !real.startsWith(this.root + path.sep)) throw new Refused(403, `The path leads out of the vault: ${vaultPath}`);
    return full;
  }

  async stat(vaultPath) {
    return statOf(await this.locate(vaultPath));
  }

  /** Every file and folder that is not hidden, folders first. Links to folders, and links that lead out, are left out. */
  async list() {
    const entries = [];
    const visit = async (folder, prefix) => {
      const found = await readdir(folder, { withFileTypes: true }).catch(() => []);
      for (let at = 0; at < found.length; at += BATCH) {
        await Promise.all(
          found.slice(at, at + BATCH).map(async (entry) => {
            if (entry.name.startsWith('.') || entry.name === 'node_modules' || entry.name.includes('\\')) return;
            const full = path.join(folder, entry.name);
            if (entry.isSymbolicLink() && !(await this.#isLinkInside(full))) return;
            const info = await statOf(full);
            if (!info || (entry.isSymbolicLink() && info.type === 'folder')) return;
            entries.push({ path: prefix + entry.name, stat: info });
            if (info.type === 'folder') await visit(full, `${prefix}${entry.name}/`);
          }),
        );
      }
    };
    await visit(this.root, '');
    return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** The entries of `list`, notes with their text, in batches. A note that has gone meanwhile is left out. */
  async *listWithTexts() {
    const entries = await this.list();
    for (let at = 0; at < entries.length; at += BATCH) {
      const batch = await Promise.all(entries.slice(at, at + BATCH).map((entry) => this.#withText(entry)));
      yield batch.filter((entry) => entry !== null);
    }
  }

  async read(vaultPath) {
    return readFile(await this.locate(vaultPath));
  }

  async listFolder(vaultPath) {
    const full = vaultPath === '/' ? this.root : await this.locate(vaultPath);
    const prefix = vaultPath === '/' ? '' : `${vaultPath}/`;
    const entries = await readdir(full, { withFileTypes: true });
    const pathsOf = (kept) => kept.map((entry) => prefix + entry.name);
    return { files: pathsOf(entries.filter((entry) => entry.isFile())), folders: pathsOf(entries.filter((entry) => entry.isDirectory())) };
  }

  /**
   * Writes beside the file, then renames. With `was`, the SHA-256 of the bytes that the writer knows: null, and nothing
   * written, when the file says something else by then. A note that is not UTF-8 is left alone, for writing it
   * would change other bytes too.
   */
  async write(vaultPath, bytes, { mtime, was = null } = {}) {
    const full = await realExisting(await this.locate(vaultPath));
    const old = await readFile(full).catch((error) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (old && vaultPath.endsWith('.md') && !isUtf8(old)) throw new Refused(409, `${vaultPath} is not UTF-8 text, so it is left as it is.`);
    const mode = old ? (await stat(full)).mode : 0o666;
    const temporary = path.join(path.dirname(full), `.write-${randomBytes(6).toString('hex')}.tmp`);
    try {
      const handle = await open(temporary, 'wx', mode);
      try {
        await handle.writeFile(bytes);
        if (mtime) await handle.utimes(new Date(), new Date(mtime));
        await handle.sync();
      } finally {
        await handle.close();
      }
      if (was !== null && sha256(await readFile(full)) !== was) {
        await unlink(temporary);
        return null;
      }
      await rename(temporary, full);
    } catch (error) {
      await unlink(temporary).catch(() => undefined);
      throw error;
    }
    return statOf(full);
  }

  async makeFolder(vaultPath) {
    await mkdir(await this.locate(vaultPath), { recursive: true });
  }

  async remove(vaultPath) {
    await unlink(await this.locate(vaultPath));
  }

  async removeFolder(vaultPath, recursive) {
    const full = await this.locate(vaultPath);
    if (!recursive && (await readdir(full)).length > 0) throw new Refused(409, `The folder is not empty: ${vaultPath}`);
    await rm(full, { recursive: true });
  }

  /** Never over an existing file. */
  async rename(from, to) {
    const [source, target] = [await this.locate(from), await this.locate(to)];
    if (await isOther(source, target)) throw new Refused(409, 'Destination file already exists!');
    await rename(source, target);
  }

  async copy(from, to) {
    await copyFile(await this.locate(from), await this.locate(to));
  }

  /** Into the vault's own `.trash`, under a name that is free there. */
  async trash(vaultPath) {
    await this.makeFolder('.trash');
    const { name, ext } = path.parse(vaultPath);
    for (let n = 1; ; n++) {
      const to = `.trash/${name}${n === 1 ? '' : ` ${n}`}${ext}`;
      if (await this.stat(to)) continue;
      await rename(await this.locate(vaultPath), await this.locate(to));
      return;
    }
  }

  async #isLinkInside(full) {
    const real = await realpath(full).catch(() => '');
    return real.startsWith(this.root + path.sep);
  }

  async #withText(entry) {
    if (entry.stat.type === 'folder' || !entry.path.endsWith('.md')) return entry;
    const bytes = await this.read(entry.path).catch(() => null);
    return bytes && { ...entry, text: lenientText.decode(bytes) };
  }
}

/** The real path, of the nearest folder above if there is no such file yet. */
async function realExisting(full) {
  try {
    return await realpath(full);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    // A link to nowhere must not be written through.
    if (await lstat(full).catch(() => null)) throw new Refused(403, 'The path is a link to nowhere.');
    return path.join(await realExisting(path.dirname(full)), path.basename(full));
  }
}

async function statOf(full) {
  try {
    const info = await stat(full);
    if (!info.isFile() && !info.isDirectory()) return null;
    return { type: info.isDirectory() ? 'folder' : 'file', ctime: Math.round(info.birthtimeMs), mtime: Math.round(info.mtimeMs), size: info.isDirectory() ? 0 : info.size };
  } catch {
    return null;
  }
}

/** Whether `target` exists and is another file than `source` (on disks that ignore case it can be the same one). */
async function isOther(source, target) {
  const [a, b] = await Promise.all([stat(source), stat(target).catch(() => null)]);
  return b !== null && (a.ino !== b.ino || a.dev !== b.dev);
}

function isUtf8(bytes) {
  try {
    strictText.decode(bytes);
    return true;
  } catch {
    return false;
  }
}
