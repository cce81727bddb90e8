/** What stands behind the dialog of a move: drafts on the note as it was read last, and the write that must give what was shown. */
import type { App, TFile } from 'obsidian';
import { changedLines } from '../core/text/changed-lines';
import { type Refusal, refused } from '../core/text/edit-result';
import type { MoveAnswers } from '../ui/modals/move-answers';
import { type MoveLook, type MoveSession, questionsOf } from '../ui/modals/move-dialog';
import { goToLine } from '../ui/go-to-line';
import { NO_STATUS } from '../ui/status/status-chip';
import type { Report } from '../ui/report';
import type { EditOutcome, UndoableNotes } from '../vault/note-access';
import { answered, type DraftContext, isAsShown, isMade, linesOf, type MoveDraft, nameOf, noteName, redrafted, statusOfPlan, titleOf } from './move-draft';
import { sameNote } from './same-note';
import type { Successors } from './successors';

const CHANGED = refused('note-changed', 'The note has changed meanwhile. Look at it again before you apply.');

export interface SessionParts {
  readonly app: App;
  readonly notes: UndoableNotes;
  readonly report: Report;
  readonly successors: Successors;
  readonly path: string;
  readonly context: () => DraftContext;
  /** The move was made, or had been made already; `linked` is the name of the note that was given a link to it. */
  readonly done: (draft: MoveDraft, outcome: EditOutcome, linked?: string) => void;
}

export class DialogSession implements MoveSession {
  /** The note of the successor that was named last; its text is null until it has been read. */
  private successor: { readonly path: string; text: string | null } | null = null;
  private readonly file: TFile | null;
  private readonly problemOf: (now: string) => Refusal | null;

  constructor(
    private readonly parts: SessionParts,
    /** What the person sees. */
    private draft: MoveDraft,
  ) {
    const { app, path } = parts;
    this.file = app.vault.getFileByPath(path);
    this.problemOf = this.file ? sameNote(app, this.file, draft.plan.blocks.text) : () => null;
  }

  /** Where the note is now. */
  private get path(): string {
    return this.file?.path ?? this.parts.path;
  }

  get title(): string {
    return titleOf(this.draft.plan, this.path);
  }

  get size(): number {
    return this.draft.plan.blocks.text.length;
  }

  look(answers: MoveAnswers, again: () => void): MoveLook {
    this.draft = answered(this.draft, this.known(answers), this.parts.context());
    const { plan, to, gates, edit, order } = this.draft;
    return {
      from: statusOfPlan(plan) ?? { name: NO_STATUS },
      to: to ?? { id: order.to, name: order.to, aliases: [], group: 'doing', next: [] },
      gates,
      lines: linesOf(this.draft),
      successor: to?.asks === 'successor' ? this.lookAtSuccessor(answers.successor, again) : null,
      problem: edit.ok ? null : edit.refusal.message,
    };
  }

  missing({ reason, successor }: MoveAnswers): ReturnType<MoveSession['missing']> {
    const { to, gates } = this.draft;
    if (!to) return null;
    const asked = questionsOf({ to, gates });
    if (asked.successor !== null && this.successorPath(successor) === null) return { field: 'successor', message: successor === '' ? 'Name the plan that takes its place.' : `There is no other note “${successor}”. Choose one from the list.` };
    if (asked.reason !== null && reason === '') return { field: 'reason', message: 'Give a reason: it goes into the change log.' };
    return null;
  }

  async apply(answers: MoveAnswers): Promise<string | null> {
    const { path } = this;
    const { context, done, report, successors } = this.parts;
    const shown = answered(this.draft, this.known(answers), context());
    const found = { draft: shown, isNew: false };
    let linked: string | undefined;
    const { result: outcome, undo } = await this.parts.notes.group(nameOf(shown), async (notes) => {
      const moved = await notes.edit(path, (text) => {
        const other = this.problemOf(text);
        if (other) return { ok: false, refusal: other };
        found.draft = redrafted(shown, text, context());
        found.isNew = found.draft.edit.ok ? !isMade(found.draft) && !isAsShown(found.draft, shown) : found.draft.edit.refusal.code === 'status-changed';
        return found.isNew ? CHANGED : found.draft.edit;
      });
      const isReplaced = shown.to?.asks === 'successor' && moved.ok && moved.isChanged;
      const back = isReplaced ? await successors.linkBack(notes, { ...context(), name: answers.successor, own: path }) : {};
      if (back.problem) report.refusal(back.problem);
      ({ linked } = back);
      return moved;
    });
    // Where it stands now is what the next look is taken from.
    if (!outcome.ok) {
      this.successor = null;
      this.draft = { ...found.draft, order: { ...shown.order, expect: found.draft.plan.status?.raw ?? '' } };
      return found.isNew ? CHANGED.refusal.message : outcome.refusal.message;
    }
    done(found.draft, undo ? { ...outcome, undo } : outcome, linked);
    return null;
  }

  successors(typed: string): readonly string[] {
    return this.parts.successors.suggest(typed, this.path);
  }

  jump(line: number): void {
    void goToLine(this.parts.app, this.path, line);
  }

  /** Without a successor that is none: no link to it is shown. */
  private known(answers: MoveAnswers): MoveAnswers {
    return this.successorPath(answers.successor) === null ? { ...answers, successor: '' } : answers;
  }

  private lookAtSuccessor(name: string, again: () => void): MoveLook['successor'] {
    const path = this.successorPath(name);
    if (path === null) return null;
    const { notes, successors, context } = this.parts;
    const { path: own } = this;
    if (this.successor?.path !== path) {
      const named: NonNullable<DialogSession['successor']> = (this.successor = { path, text: null });
      void notes.read(path).then((text) => {
        named.text = text;
        again();
      });
    }
    const { text } = this.successor;
    if (text === null) return null;
    const edit = successors.link(text, path, { ...context(), own });
    return { name: noteName(path), lines: edit.ok ? changedLines(text, edit.changes) : [], problem: edit.ok ? null : edit.refusal.message };
  }

  private successorPath(name: string): string | null {
    return name === '' ? null : this.parts.successors.find(name, this.path);
  }
}
