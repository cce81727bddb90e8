// Owns: what a vault needs of the disk below it: Obsidian's DataAdapter plus listing and watching the whole tree.
import type { DataAdapter, DataWriteOptions, Stat } from 'obsidian';

export interface VaultEntry {
  readonly path: string;
  readonly stat: Stat;
  /** The text of a Markdown note, exactly as on disk. Absent: not sent along, read it when needed. */
  readonly text?: string;
}

/** Something another program did. A rename arrives as a deletion and an upsert. */
export type ExternalChange = { readonly type: 'upsert'; readonly path: string; readonly stat: Stat } | { readonly type: 'delete'; readonly path: string };

export interface VaultAdapter extends DataAdapter {
  /** Writes `after` if the file still says `before`; whether it did. */
  replace(path: string, before: string, after: string, options?: DataWriteOptions): Promise<boolean>;
  /** Every file and folder that is not hidden, folders before what they hold. */
  listVault(): Promise<VaultEntry[]>;
  /** Calls back with changes made by others, never with our own writes. The result stops it. */
  watch(onChanges: (changes: readonly ExternalChange[]) => void): () => void;
}
