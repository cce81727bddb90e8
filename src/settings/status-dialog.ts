import type { App } from 'obsidian';
import { readStatusWord } from '../core/plan/status-word';
import { draftOf, draftProblems, formerName, freshDraft, type StatusDraft, toggled, usualPlace, withStatus } from '../core/status/edit-status';
import { SEPARATOR } from '../core/status/map-status';
import { choiceIn, lineIn } from '../core/status/stored-value';
import { STATUS_COLORS, STATUS_GROUPS, STATUS_QUESTIONS, type StatusDefinition, type StatusGroup, type Workflow } from '../core/status/workflow';
import { EditDialog, redraw } from './edit-dialog';
import { addChoiceRow, addTextRow, addTickRow, showProblem, wordsIn } from './form-controls';

export const GROUP_NAMES: Readonly<Record<StatusGroup, string>> = { 'to-do': 'To do', doing: 'Doing', done: 'Done', dropped: 'Dropped' };
const COLOR_NAMES = Object.fromEntries([['', 'None'], ...STATUS_COLORS.map((color) => [color, color.charAt(0).toUpperCase() + color.slice(1)])]) as Readonly<Record<string, string>>;
const QUESTION_NAMES = { '': 'Nothing', successor: 'The plan that takes its place', reason: 'The reason' };

/** What the user made of a status, and where a new one goes. */
export interface EditedStatus {
  readonly draft: StatusDraft;
  readonly after: string | null;
}

type TextRow = ReturnType<typeof addTextRow>;

/** Asks for everything about one status of a workflow, or about a new one. */
export class StatusDialog extends EditDialog<EditedStatus> {
  private draft: StatusDraft;
  private after: string | null;
  private fields: { readonly name: TextRow; readonly aliases: TextRow } | null = null;

  constructor(
    app: App,
    private readonly workflow: Workflow,
    private readonly status: StatusDefinition | null,
    done: (edited: EditedStatus | null) => void,
  ) {
    super(app, { title: status ? `Status “${status.name}”` : 'New status', action: status ? 'Save' : 'Add' }, done);
    this.after = usualPlace(workflow);
    this.draft = status ? draftOf(workflow, status) : freshDraft(workflow, this.after);
  }

  protected override draw(formEl: HTMLElement): void {
    const { draft } = this;
    const name = addTextRow(formEl, { name: 'Name', desc: '' }, draft.name, (value) => {
      this.change({ name: lineIn(value) });
      this.tellNotes(name);
      showProblem(name, undefined);
    });
    this.tellNotes(name);
    const placeEl = formEl.createDiv();
    const aliases = addTextRow(formEl, { name: 'Other spellings', desc: 'Words that mean the same, separated by commas. Case, blanks, hyphens and underscores make no difference.' }, draft.aliases.join(', '), (value) => {
      this.change({ aliases: wordsIn(value, SEPARATOR) });
      showProblem(aliases, undefined);
    });
    this.fields = { name, aliases };
    const restEl = formEl.createDiv();
    this.drawRest(restEl);
    if (!this.status) this.drawPlace(placeEl, restEl);
  }

  private drawRest(restEl: HTMLElement): void {
    const { draft } = this;
    addChoiceRow(restEl, { name: 'Group', desc: 'How far such a plan is. Advance and Revert leave out dropped ones.' }, { options: GROUP_NAMES, value: draft.group }, (value) => { this.change({ group: choiceIn(STATUS_GROUPS, value) ?? 'to-do' }); });
    addChoiceRow(restEl, { name: 'Color', desc: 'One of the theme’s colors.' }, { options: COLOR_NAMES, value: draft.color ?? '' }, (value) => { this.change({ color: choiceIn(STATUS_COLORS, value) ?? null }); });
    this.drawNeighbours(restEl);
    addChoiceRow(restEl, { name: 'Asks for', desc: 'What a move to it must be told.' }, { options: QUESTION_NAMES, value: draft.asks ?? '' }, (value) => { this.change({ asks: choiceIn(STATUS_QUESTIONS, value) ?? null }); });
  }

  protected override read(): EditedStatus | null {
    const { draft, workflow, after } = this;
    const id = this.status?.id ?? null;
    const problems = draftProblems(workflow, id, draft);
    const nameProblem = problems.name ?? unreadable(withStatus(workflow, draft, { id, after }), draft.name);
    if (this.fields) {
      showProblem(this.fields.name, nameProblem);
      showProblem(this.fields.aliases, problems.aliases);
    }
    return nameProblem === undefined && problems.aliases === undefined ? { draft, after } : null;
  }

  private change(part: Partial<StatusDraft>): void {
    this.draft = { ...this.draft, ...part };
  }

  /** What becomes of the notes that have the status now. */
  private tellNotes({ setting }: TextRow): void {
    const former = this.draft.name === '' ? null : formerName(this.workflow, this.status?.id ?? null, this.draft.name);
    setting.setDesc(`As it is written into notes.${former === null ? '' : ` Notes that say “${former}” are not changed and still mean this status: that name stays as another spelling.`}`);
  }

  /** A new status takes over from its place what leads to it and from it. */
  private drawPlace(placeEl: HTMLElement, restEl: HTMLElement): void {
    const options = { '': 'First', ...Object.fromEntries(this.workflow.statuses.map(({ id, name }) => [id, `After ${name}`])) };
    addChoiceRow(placeEl, { name: 'Place', desc: 'Advance and Revert go by the order of the statuses.' }, { options, value: this.after ?? '' }, (value) => {
      this.after = value === '' ? null : value;
      const { name, aliases, color, asks } = this.draft;
      this.draft = { ...freshDraft(this.workflow, this.after), name, aliases, color, asks };
      redraw(restEl, () => { this.drawRest(restEl); });
    });
  }

  private drawNeighbours(el: HTMLElement): void {
    const others = this.workflow.statuses.filter((status) => status !== this.status);
    const row = (name: string, desc: string, key: 'next' | 'comesFrom'): void => {
      const options = others.map(({ id, name: label }) => ({ value: id, label, isTicked: this.draft[key].includes(id) }));
      addTickRow(el, { name, desc }, options, (id, isTicked) => { this.change({ [key]: toggled(this.draft[key], id, isTicked) }); });
    };
    row('Leads to', 'What may follow it, offered first; other moves stay possible.', 'next');
    row('Comes after', 'What it may follow.', 'comesFrom');
  }
}

/** Why a note could not be read again with this status in it; undefined when it can. */
function unreadable(workflow: Workflow, name: string): string | undefined {
  const { raw, status, isReplaceable } = readStatusWord(name, { from: 0, to: name.length }, workflow);
  const isRead = raw === name && isReplaceable && workflow.statuses.some((each) => each.id === status && each.name === name);
  return isRead ? undefined : 'In a note this would not be read as one status. Take up to three words of letters and digits, without brackets, commas, slashes or marks.';
}
