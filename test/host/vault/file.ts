// Owns: the vault's files and folders as objects. One object lives as long as its file, through renames.
import { extensionOf, nameOf } from './path';
import type { Vault } from './vault';

export interface FileStats {
  ctime: number;
  mtime: number;
  size: number;
}

export abstract class TAbstractFile {
  name: string;
  parent: TFolder | null = null;
  /** Set once the file is no longer part of the vault. */
  deleted = false;

  constructor(
    readonly vault: Vault,
    public path: string,
  ) {
    this.name = nameOf(path);
  }

  /** Gives the file another path; the tree around it is the caller's business. */
  movePath(path: string): void {
    this.path = path;
    this.name = nameOf(path);
  }
}

export class TFile extends TAbstractFile {
  extension: string;
  basename: string;

  constructor(
    vault: Vault,
    path: string,
    public stat: FileStats,
  ) {
    super(vault, path);
    this.extension = extensionOf(path);
    this.basename = baseName(this.name, this.extension);
  }

  override movePath(path: string): void {
    super.movePath(path);
    this.extension = extensionOf(path);
    this.basename = baseName(this.name, this.extension);
  }
}

export class TFolder extends TAbstractFile {
  children: TAbstractFile[] = [];

  isRoot(): boolean {
    return this.path === '/';
  }
}

function baseName(name: string, extension: string): string {
  return extension === '' ? name : name.slice(0, -extension.length - 1);
}
