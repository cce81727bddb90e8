// Owns: the tree of loaded files and folders, by path. Invariant: every entry except the root is in its parent's `children`.
import type { Stat } from 'obsidian';
import { TAbstractFile, TFile, TFolder } from './file';
import { parentPath } from './path';
import type { Vault } from './vault';

export class FileTree {
  private readonly byPath = new Map<string, TAbstractFile>();
  readonly root: TFolder;

  constructor(private readonly vault: Vault) {
    this.root = new TFolder(vault, '/');
    this.byPath.set('/', this.root);
  }

  get(path: string): TAbstractFile | null {
    return this.byPath.get(path) ?? null;
  }

  all(): TAbstractFile[] {
    return [...this.byPath.values()];
  }

  /** Adds a file or folder, with the folders above it that are missing; all that is new, outermost first. */
  add(path: string, stat: Stat): TAbstractFile[] {
    const above = parentPath(path);
    const added = this.byPath.has(above) ? [] : this.add(above, { ...stat, type: 'folder' });
    const file =
      stat.type === 'folder'
        ? new TFolder(this.vault, path)
        : new TFile(this.vault, path, { ctime: stat.ctime, mtime: stat.mtime, size: stat.size });
    this.attach(file);
    return [...added, file];
  }

  /** Takes a file, or a folder with all it holds, out of the tree; what went, innermost first. */
  remove(file: TAbstractFile): TAbstractFile[] {
    const inside = file instanceof TFolder ? [...file.children].flatMap((child) => this.remove(child)) : [];
    this.detach(file);
    file.deleted = true;
    return [...inside, file];
  }

  /** Gives a file, and all it holds, the new path; each with its old path, outermost first. */
  move(file: TAbstractFile, to: string): { file: TAbstractFile; oldPath: string }[] {
    const oldPath = file.path;
    const children = file instanceof TFolder ? [...file.children] : [];
    this.detach(file);
    file.movePath(to);
    this.attach(file);
    if (file instanceof TFolder) file.children = [];
    return [{ file, oldPath }, ...children.flatMap((child) => this.move(child, to + child.path.slice(oldPath.length)))];
  }

  private attach(file: TAbstractFile): void {
    const parent = this.byPath.get(parentPath(file.path));
    if (!(parent instanceof TFolder)) throw new Error(`There is no folder for ${file.path}.`);
    file.parent = parent;
    parent.children.push(file);
    this.byPath.set(file.path, file);
  }

  private detach(file: TAbstractFile): void {
    this.byPath.delete(file.path);
    const siblings = file.parent?.children ?? [];
    const at = siblings.indexOf(file);
    if (at >= 0) siblings.splice(at, 1);
  }
}
