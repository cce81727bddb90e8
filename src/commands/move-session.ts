/** What stands behind the dialog of a move: drafts on the note as it was read last, and the write that must give what was shown. */
import type { App } from 'obsidian';
import { refused } from '../core/text/edit-result';
import type { MoveAnswers } from '../ui/modals/move-answers';
import { type MoveLook, type MoveSession, questionsOf } from '../ui/modals/move-dialog';
import { goToLine } from '../ui/go-to-line';
import { NO_STATUS } from '../ui/status/status-chip';
import type { Report } from '../ui/report';
import type { EditOutcome, UndoableNotes } from '../vault/note-access';
import { answered, type DraftContext, isAsShown, isMade, linesOf, type MoveDraft, nameOf, redrafted, statusOfPlan } from './move-draft';
import type { Successors } from './successors';

const CHANGED = refused('note-changed', 'The note has changed meanwhile. Look at it again before you apply.');

export interface SessionParts {
  readonly app: App;
  readonly notes: UndoableNotes;
  readonly report: Report;
  readonly successors: Successors;
  readonly path: string;
  readonly context: () => DraftContext;
  /** The move was made, or had been made already. */
  readonly done: (draft: MoveDraft, outcome: EditOutcome) => void;
}

export class DialogSession implements MoveSession {
  constructor(
    private readonly parts: SessionParts,
    /** What the person sees. */
    private draft: MoveDraft,
  ) {}

  get title(): string {
    return this.draft.plan.title ?? this.parts.path.replace(/^.*\/|\.md$/g, '');
  }

  get size(): number {
    return this.draft.plan.blocks.text.length;
  }

  look(answers: MoveAnswers): MoveLook {
    this.draft = answered(this.draft, this.known(answers), this.parts.context());
    const { plan, to, gates, edit, order } = this.draft;
    return {
      from: statusOfPlan(plan) ?? { name: NO_STATUS },
      to: to ?? { id: order.to, name: order.to, aliases: [], group: 'doing', next: [] },
      gates,
      lines: linesOf(this.draft),
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
    const { path, context, done, report, successors } = this.parts;
    const shown = answered(this.draft, this.known(answers), context());
    const found = { draft: shown, isNew: false };
    const { result: outcome, undo } = await this.parts.notes.group(nameOf(shown), async (notes) => {
      const moved = await notes.edit(path, (text) => {
        found.draft = redrafted(shown, text, context());
        found.isNew = found.draft.edit.ok ? !isMade(found.draft) && !isAsShown(found.draft, shown) : found.draft.edit.refusal.code === 'status-changed';
        return found.isNew ? CHANGED : found.draft.edit;
      });
      const isReplaced = shown.to?.asks === 'successor' && moved.ok && moved.isChanged;
      const problem = isReplaced ? await successors.linkBack(notes, { ...context(), name: answers.successor, own: path }) : null;
      if (problem) report.refusal(problem);
      return moved;
    });
    // Where it stands now is what the next look is taken from.
    if (!outcome.ok) {
      this.draft = { ...found.draft, order: { ...shown.order, expect: found.draft.plan.status?.raw ?? '' } };
      return found.isNew ? CHANGED.refusal.message : outcome.refusal.message;
    }
    done(found.draft, undo ? { ...outcome, undo } : outcome);
    return null;
  }

  successors(typed: string): readonly string[] {
    return this.parts.successors.suggest(typed, this.parts.path);
  }

  jump(line: number): void {
    void goToLine(this.parts.app, this.parts.path, line);
  }

  /** Without a successor that is none: no link to it is shown. */
  private known(answers: MoveAnswers): MoveAnswers {
    return this.successorPath(answers.successor) === null ? { ...answers, successor: '' } : answers;
  }

  private successorPath(name: string): string | null {
    return name === '' ? null : this.parts.successors.find(name, this.parts.path);
  }
}
