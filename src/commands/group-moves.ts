/** Several plans moved to one status: looked at, shown, moved one after the other, taken back together. */
import type { App } from 'obsidian';
import type { StatusDefinition, Workflow } from '../core/status/workflow';
import { refused } from '../core/text/edit-result';
import { chooseStatus } from '../ui/modals/choose-status';
import { askForMoves, type GroupRow, type GroupSession } from '../ui/modals/group-dialog';
import type { MoveAnswers } from '../ui/modals/move-answers';
import { NO_STATUS } from '../ui/status/status-chip';
import type { EditOutcome, NoteAccess } from '../vault/note-access';
import { answered, draftMove, isMade, type MoveDraft, redrafted, statusOfPlan, titleOf, unmet } from './move-draft';
import type { MoveParts, PlanMoves } from './plan-moves';
import { linkedFrom } from './successors';

/** Lets the user choose a status, shows what would become of each note, and moves those that can be. */
export async function moveSeveral(parts: MoveParts, moves: PlanMoves, paths: readonly string[]): Promise<void> {
  const drafts = new Map<string, MoveDraft>();
  const to = await chooseForAll(parts.app, parts.settings.reading.workflows, paths.length);
  if (!to) return;
  for (const path of paths) {
    const text = await parts.notes.read(path);
    if (text === null) continue;
    const draft = draftMove(text, { to: to.id }, moves.context(path));
    drafts.set(path, { ...draft, order: { to: to.id, expect: draft.plan.status?.raw ?? '' } });
  }
  await askForMoves(parts.app, new SeveralMoves(parts, moves, { to, drafts }));
}

async function chooseForAll(app: App, workflows: readonly Workflow[], count: number): Promise<StatusDefinition | null> {
  const statuses = [...new Map(workflows.flatMap((workflow) => workflow.statuses).reverse().map((status) => [status.id, status])).values()].reverse();
  const picked = await chooseStatus(app, { workflow: { statuses }, current: null, placeholder: `Move ${count === 1 ? '1 note' : `${count} notes`} to`, standing: () => null, canMap: false });
  return picked?.status ?? null;
}

class SeveralMoves implements GroupSession {
  /** Name of the successor's note, once it was given a link. */
  private linked: string | undefined;
  readonly rows: readonly GroupRow[];
  readonly questions: GroupSession['questions'];

  constructor(
    private readonly parts: MoveParts,
    private readonly planMoves: PlanMoves,
    private readonly what: { readonly to: StatusDefinition; readonly drafts: ReadonlyMap<string, MoveDraft> },
  ) {
    const { to, drafts } = what;
    this.rows = [...drafts].map(([path, draft]) => rowOf(path, draft, to));
    const blocked = this.rows.filter(({ state }) => state === 'blocked').length;
    const isAsked = to.asks === 'reason';
    this.questions = {
      reason: isAsked ? `Why they are ${to.name.toLowerCase()}. Goes into their change logs.` : blocked > 0 ? `${blocked === 1 ? '1 note is' : `${blocked} notes are`} left out, as checks block the move. With a reason they are moved as well; it goes into their change logs.` : null,
      successor: to.asks === 'successor' ? 'The plan that takes their place. It is linked to each of them.' : null,
      isReasonOptional: !isAsked,
    };
  }

  moves({ state }: GroupRow, { reason }: MoveAnswers): boolean {
    return state === 'moves' || (state === 'blocked' && reason !== '');
  }

  missing({ reason, successor }: MoveAnswers): ReturnType<GroupSession['missing']> {
    const { asks } = this.what.to;
    if (asks === 'successor' && (successor === '' || this.parts.successors.find(successor, '') === null)) return { field: 'successor', message: 'Name the plan that takes their place.' };
    return asks === 'reason' && reason === '' ? { field: 'reason', message: 'Give a reason: it goes into the change logs.' } : null;
  }

  async run(answers: MoveAnswers, onRow: (row: GroupRow, problem: string | null) => void): Promise<void> {
    const rows = this.rows.filter((row) => this.moves(row, answers));
    const { result: count, undo } = await this.parts.notes.group(`Status: ${rows.length} notes → ${this.what.to.name}`, async (notes) => {
      let made = 0;
      for (const row of rows) {
        const outcome = await this.moveOne(notes, row, answers);
        if (outcome.ok && outcome.isChanged) made++;
        onRow(row, outcome.ok ? (outcome.isChanged ? null : 'It was there already') : outcome.refusal.message);
      }
      return made;
    });
    if (count > 0) this.parts.report.done(`${count === 1 ? '1 note is' : `${count} notes are`} ${this.what.to.name} now.${linkedFrom(this.linked)}`, undo);
  }

  successors(typed: string): readonly string[] {
    return this.parts.successors.suggest(typed, '');
  }

  /** Not where more stands in the way than was shown. */
  private async moveOne(notes: NoteAccess, { path }: GroupRow, answers: MoveAnswers): Promise<EditOutcome> {
    const shown = this.what.drafts.get(path);
    if (!shown) return refused('note-gone', `There is no note “${path}” any more.`);
    const context = this.planMoves.context(path);
    const { successors, report } = this.parts;
    const isReplaced = shown.to?.asks === 'successor';
    if (isReplaced && successors.find(answers.successor, path) === null) return refused('value-invalid', 'It is the plan that takes the place of the others.');
    const asked = answered(shown, answers, context);
    const outcome = await notes.edit(path, (text) => {
      const now = redrafted(asked, text, context);
      const known = unmet(shown.gates);
      const isWorse = now.edit.ok && !isMade(now) && !unmet(now.gates).every((message) => known.includes(message));
      return isWorse ? refused('note-changed', `The note has changed meanwhile: ${unmet(now.gates).join('; ')}.`) : now.edit;
    });
    const { problem, linked } = isReplaced && outcome.ok && outcome.isChanged ? await successors.linkBack(notes, { ...context, name: answers.successor, own: path }) : {};
    if (problem) report.refusal(problem);
    this.linked ??= linked;
    return outcome;
  }
}

function rowOf(path: string, draft: MoveDraft, status: StatusDefinition): GroupRow {
  const { plan, to, edit, gates } = draft;
  const blocks = unmet(gates, 'block').length > 0;
  const row = { path, title: titleOf(plan, path), from: statusOfPlan(plan) ?? { name: NO_STATUS }, to: to ?? status };
  if (!edit.ok) return { ...row, state: 'stays', messages: [edit.refusal.message] };
  if (isMade(draft)) return { ...row, state: 'stays', messages: ['It is there already'] };
  return { ...row, state: blocks ? 'blocked' : 'moves', messages: unmet(gates) };
}
