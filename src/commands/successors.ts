/** The plans that can take another one's place: found by name, and linked to the plan they replace. */
import type { App } from 'obsidian';
import { linkPredecessor } from '../core/edit/link-plans';
import type { PlanIndex } from '../core/indexing/plan-index';
import type { ParseOptions } from '../core/plan/parse-plan';
import type { EditResult, Refusal } from '../core/text/edit-result';
import type { NoteAccess } from '../vault/note-access';
import { noteName } from './move-draft';

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

export interface LinkBack {
  /** Name of the note that was given a link. */
  readonly linked?: string;
  /** Why it was not. */
  readonly problem?: Refusal;
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

  /** The link to the plan `own`, and the log row that tells of it, in the `text` of the note at `path`. */
  link(text: string, path: string, { own, date, author, reading }: Omit<Replacement, 'name'>): EditResult {
    return linkPredecessor(text, { predecessor: this.nameOf(own, path) ?? own, date, author }, reading);
  }

  /** Links the note that is called so to the plan `own`, which it replaces. */
  async linkBack(notes: NoteAccess, replacement: Replacement): Promise<LinkBack> {
    const path = this.find(replacement.name, replacement.own);
    if (path === null) return {};
    const linked = await notes.edit(path, (text) => this.link(text, path, replacement));
    if (!linked.ok) return { problem: { ...linked.refusal, message: `The link in “${path}” was not written. ${linked.refusal.message}` } };
    return linked.isChanged ? { linked: noteName(path) } : {};
  }
}

function fold(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/** What a message of a move adds where the successor's note was given a link. */
export function linkedFrom(name: string | undefined): string {
  return name === undefined ? '' : ` Linked from “${name}”.`;
}
