// Owns: vault paths: '/'-separated, relative to the vault, without leading or trailing slash; the root is '/'.

/** As Obsidian's: backslashes become slashes, doubled and outer slashes go, no-break spaces become spaces, NFC. Empty: '/'. */
export function normalizePath(path: string): string {
  const plain = path
    .replace(/[\\/]+/g, '/')
    .replace(/^\/+|\/+$/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .normalize('NFC');
  return plain === '' ? '/' : plain;
}

/** `a/b.md` → `a`; `b.md` → `/`. */
export function parentPath(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? '/' : path.slice(0, slash);
}

/** `a/b.md` → `b.md`; `/` → ''. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `b.tar.gz` → `gz`; a name with no dot, or with the only dot in front, has none: ''. */
export function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : '';
}

/** Whether some segment starts with a dot: such files are on disk, but not part of the vault's tree. */
export function isHiddenPath(path: string): boolean {
  return path.split('/').some((segment) => segment.startsWith('.'));
}

/** Throws for a path that leads out of the vault. */
export function assertInsideVault(path: string): void {
  if (path.split('/').includes('..')) throw new Error(`The path is outside the vault: ${path}`);
}
