/** Several plans moved at once: which will be, from where, what stands in the way; then what became of each. */
import { type App, type ButtonComponent, Modal, Setting } from 'obsidian';
import { addMove, type ShownStatus } from '../status/status-chip';
import type { MoveAnswers } from './move-answers';
import { MoveFields, type MoveQuestions } from './move-fields';

export interface GroupRow {
  readonly path: string;
  readonly title: string;
  readonly from: ShownStatus;
  readonly to: ShownStatus;
  /** `blocked`: only with a reason; `stays`: there is nothing to do, or it can't be done, as `messages` say. */
  readonly state: 'moves' | 'blocked' | 'stays';
  /** What stands in the way. */
  readonly messages: readonly string[];
}

export interface GroupSession {
  readonly rows: readonly GroupRow[];
  readonly questions: MoveQuestions;
  /** Whether the row moves with these answers. */
  moves(row: GroupRow, answers: MoveAnswers): boolean;
  /** What is missing in the answers, as a sentence; null when they will do. */
  missing(answers: MoveAnswers): { readonly field: keyof MoveAnswers; readonly message: string } | null;
  /** Moves them one after the other; `onRow` hears of each, with the reason where it was not moved. */
  run(answers: MoveAnswers, onRow: (row: GroupRow, problem: string | null) => void): Promise<void>;
  successors(typed: string): readonly string[];
}

/** Opens the dialog; resolves when it is closed. */
export function askForMoves(app: App, session: GroupSession): Promise<void> {
  return new Promise((resolve) => {
    new GroupDialog(app, session, resolve).open();
  });
}

class GroupDialog extends Modal {
  private readonly results = new Map<GroupRow, HTMLElement>();
  private readonly needEl = createDiv({ cls: 'plan-rollup-suggestion-note', attr: { role: 'status' } });
  private fields: MoveFields | null = null;
  private cancelButton: ButtonComponent | null = null;
  private applyButton: ButtonComponent | null = null;
  private isStarted = false;

  constructor(
    app: App,
    private readonly session: GroupSession,
    private readonly done: () => void,
  ) {
    super(app);
    this.modalEl.addClass('plan-rollup-move', 'plan-rollup-group-move');
  }

  override onOpen(): void {
    const { contentEl } = this;
    const mainEl = contentEl.createDiv('plan-rollup-move-main');
    const list = mainEl.createEl('ul', { cls: 'plan-rollup-group-rows', attr: { 'aria-label': 'Notes' } });
    for (const row of this.session.rows) this.results.set(row, addRow(list, row));
    this.fields = new MoveFields(mainEl, { suggest: (typed) => this.session.successors(typed), onChange: () => { this.count(); } });
    this.fields.ask(this.session.questions);
    contentEl.append(this.needEl);
    new Setting(contentEl)
      .setClass('plan-rollup-form-buttons')
      .addButton((button) => {
        this.cancelButton = button.setButtonText('Cancel').onClick(() => { this.close(); });
      })
      .addButton((button) => {
        this.applyButton = button.setCta().onClick(() => void this.apply());
      });
    this.scope.register(['Mod'], 'Enter', (event) => {
      if (!event.isComposing && !event.repeat) void this.apply();
      return false;
    });
    this.count();
    this.fields.focusFirst();
  }

  override close(): void {
    if (this.fields?.hideSuggestions() !== true) super.close();
  }

  override onClose(): void {
    this.fields = null;
    this.contentEl.empty();
    this.done();
  }

  /** Says how many notes move with the answers as they are now. */
  private count(): void {
    if (!this.fields || this.isStarted) return;
    const { answers } = this.fields;
    const moving = this.session.rows.filter((row) => this.session.moves(row, answers)).length;
    const title = `${amount(moving)} will change`;
    this.setTitle(title);
    this.modalEl.setAttribute('aria-label', title);
    const missing = moving === 0 ? null : this.session.missing(answers);
    this.needEl.setText(missing?.message ?? '');
    this.applyButton?.setButtonText(moving === 1 ? 'Move 1 note' : `Move ${moving} notes`).setDisabled(moving === 0 || missing !== null);
  }

  private async apply(): Promise<void> {
    if (this.isStarted || !this.fields) return;
    const { answers } = this.fields;
    const missing = this.session.missing(answers);
    const moving = this.session.rows.filter((row) => this.session.moves(row, answers)).length;
    if (missing) this.fields.focus(missing.field);
    if (missing || moving === 0) return;
    this.isStarted = true;
    this.fields.remove();
    this.applyButton?.setDisabled(true);
    let made = 0;
    let count = 0;
    await this.session.run(answers, (row, problem) => {
      if (problem === null) made++;
      const el = this.results.get(row);
      el?.addClass(problem === null ? 'is-done' : 'is-refused');
      el?.setText(problem ?? 'Done');
      this.needEl.setText(`${++count} of ${moving}`);
    });
    if (made === moving && this.session.rows.length === moving) {
      this.close();
      return;
    }
    this.setTitle(`${amount(made)} changed`);
    this.needEl.setText(made === moving ? '' : `${amount(moving - made)} could not be moved.`);
    this.applyButton?.buttonEl.hide();
    this.cancelButton?.setButtonText('Close').buttonEl.focus();
  }
}

/** Answers the element for what becomes of it. */
function addRow(list: HTMLElement, { title, path, from, to, state, messages }: GroupRow): HTMLElement {
  const item = list.createEl('li', { cls: `plan-rollup-group-row is-${state}` });
  const head = item.createDiv({ cls: 'plan-rollup-group-row-head' });
  head.createSpan({ cls: 'plan-rollup-group-row-title', text: title, title: path });
  const moveEl = head.createSpan({ cls: 'plan-rollup-group-row-move' });
  addMove(moveEl, from, to);
  for (const message of messages) item.createDiv({ cls: 'plan-rollup-suggestion-note', text: message });
  return item.createDiv({ cls: 'plan-rollup-group-row-result' });
}

function amount(count: number): string {
  return count === 1 ? '1 note' : `${count} notes`;
}
