// Owns: which file a link means. Files are found by name; the nearest to the linking note, then the shortest path, wins.
import type { TFile } from '../vault/file';
import { normalizePath, parentPath } from '../vault/path';
import type { Vault } from '../vault/vault';

/** `Note#Heading` → `Note` and `#Heading`. */
export function parseLinktext(linktext: string): { path: string; subpath: string } {
  const hash = linktext.indexOf('#');
  return hash < 0 ? { path: linktext, subpath: '' } : { path: linktext.slice(0, hash), subpath: linktext.slice(hash) };
}

export class LinkTargets {
  private byName: Map<string, TFile[]> | null = null;

  constructor(private readonly vault: Vault) {}

  /** To be called whenever files come, go or move. */
  forget(): void {
    this.byName = null;
  }

  find(linkpath: string, sourcePath: string): TFile | null {
    const folder = parentPath(sourcePath);
    if (linkpath.startsWith('.')) {
      const path = resolveRelative(folder, linkpath);
      return this.vault.getFileByPath(path) ?? this.vault.getFileByPath(`${path}.md`);
    }
    const wanted = normalizePath(linkpath).toLowerCase();
    const name = wanted.slice(wanted.lastIndexOf('/') + 1);
    const candidates = [...this.named(name), ...this.named(`${name}.md`)].filter((file) => {
      const path = file.path.toLowerCase();
      return [wanted, `${wanted}.md`].some((end) => path === end || path.endsWith(`/${end}`));
    });
    const distance = (file: TFile): number => (file.parent?.path === folder ? 0 : file.path.length);
    return candidates.sort((a, b) => distance(a) - distance(b))[0] ?? null;
  }

  private named(name: string): TFile[] {
    this.byName ??= groupByName(this.vault.getFiles());
    return this.byName.get(name) ?? [];
  }
}

function groupByName(files: TFile[]): Map<string, TFile[]> {
  const groups = new Map<string, TFile[]>();
  for (const file of files) {
    const name = file.name.toLowerCase();
    const group = groups.get(name);
    if (group) group.push(file);
    else groups.set(name, [file]);
  }
  return groups;
}

function resolveRelative(folder: string, link: string): string {
  const segments = folder === '/' ? [] : folder.split('/');
  for (const segment of link.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** `Note#Heading` → `Note`. */
export function getLinkpath(linktext: string): string {
  return parseLinktext(linktext).path;
}
