/**
 * Names that sync programs give to the second version of a file that was changed in two places. Some say so; others
 * only count or name a device, which people do as well, so for those the texts must be nearly the same.
 */
export interface CopyName {
  /** Path that the copy was made from. */
  readonly original: string;
  /** Whether the name alone tells that it is a copy. */
  readonly isCertain: boolean;
}

/** Dropbox, Nextcloud, Obsidian Sync, Seafile. Matches "a (Ann's conflicted copy 2026-01-02)", "a (Conflicted copy iPhone 202601021530)", "a (SFConflict ann 2026-01-02-10-11-12)"; not "Sync (conflicts)". Groups: 1 name, 2 remark. */
const REMARK = /^(.+?) ?\(([^()]{0,80}(?:conflict|konflikt|conflit|conflicto|conflitto|冲突|競合)[^()]{0,80})\)(?: ?\d{1,2})?$/iu;
/** What makes a remark one of a program: a word for copy, or a date. */
const BY_PROGRAM = /copy|kopie|copie|copia|cópia|副本|コピー|\d{4}-?\d{2}-?\d{2}/iu;
/** Syncthing, ownCloud. Matches "a.sync-conflict-20260102-101112-ABCDEFG", "a_conflict-20260102-101112"; not "a-conflict". Group 1 is the name. */
const SUFFIX = /^(.+?)[._-](?:sync-)?conflict(?:ed)?-\d{8}(?:-[\w-]{1,30})?$/i;
/** iCloud, Google Drive, OneDrive. Matches "a 2", "a (1)", "a-DESKTOP-7H2K9"; not "a 2026". Group 1 is the name. */
const COUNTED = /^(.+?)(?: [2-9]| ?\([1-9]\)|-(?:DESKTOP|LAPTOP|SURFACE|MACBOOK|IMAC|PC)[-A-Z0-9]{0,20})$/i;

/** What the file at `path` is a copy of by its name; null when it is none. */
export function copyName(path: string): CopyName | null {
  const slash = path.lastIndexOf('/') + 1;
  const name = path.slice(slash).replace(/\.md$/i, '');
  const remark = REMARK.exec(name);
  const certain = remark && BY_PROGRAM.test(remark[2] ?? '') ? remark[1] : SUFFIX.exec(name)?.[1];
  const original = certain ?? COUNTED.exec(name)?.[1];
  return original === undefined ? null : { original: `${path.slice(0, slash)}${original}.md`, isCertain: certain !== undefined };
}
