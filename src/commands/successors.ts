/** The plans that can take another one's place: found by name, and linked to the plan they replace. */
import type { App } from 'obsidian';
import { linkPredecessor } from '../core/edit/link-plans';
import type { PlanIndex } from '../core/indexing/plan-index';
import type { ParseOptions } from '../core/plan/parse-plan';
import type { Refusal } from '../core/text/edit-result';
import type { NoteAccess } from '../vault/note-access';

const MOST = 8;

export interface Replacement {
  /** How the plan that is replaced calls its successor. */
  readonly name: string;
  readonly own: string;
  /** 'YYYY-MM-DD'. */
  readonly date: string;
  readonly author: string;
  /** How notes are read. */
  readonly reading: ParseOptions;
}

export class Successors {
  constructor(
    private readonly app: App,
    private readonly index: PlanIndex,
  ) {}

  /** Names of plans that hold what is typed in their title or path, but the plan's own. */
  suggest(typed: string, own: string): string[] {
    const wanted = fold(typed);
    const found = this.index.inPathOrder().filter(({ path, title, isPlan }) => isPlan && path !== own && fold(`${title}\n${path}`).includes(wanted));
    return found.slice(0, MOST).flatMap(({ path }) => this.nameOf(path, own) ?? []).filter((name) => name !== typed);
  }

  /** Path of the note that is called so in the plan `own`; null for none, and for the plan itself. */
  find(name: string, own: string): string | null {
    const path = this.app.metadataCache.getFirstLinkpathDest(name.replace(/^\[\[|\]\]$/g, ''), own)?.path ?? null;
    return path === own ? null : path;
  }

  /** How a link in the note `from` calls the note at `path`. */
  nameOf(path: string, from: string): string | null {
    const file = this.app.vault.getFileByPath(path);
    return file && this.app.metadataCache.fileToLinktext(file, from, true);
  }

  /** Links the note that is called so to the plan `own`, which it replaces; why not, or null. */
  async linkBack(notes: NoteAccess, { name, own, date, author, reading }: Replacement): Promise<Refusal | null> {
    const path = this.find(name, own);
    if (path === null) return null;
    const linked = await notes.edit(path, (text) => linkPredecessor(text, { predecessor: this.nameOf(own, path) ?? own, date, author }, reading));
    return linked.ok ? null : { ...linked.refusal, message: `The link in “${path}” was not written. ${linked.refusal.message}` };
  }
}

function fold(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}
