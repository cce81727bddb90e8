/**
 * The one dialog of a move: from where to where, what stands in its way, what the log is told, and the very lines that
 * will be written. Nothing is written before Apply; what changes meanwhile is shown before it is.
 */
import { type App, type ButtonComponent, Modal, Setting } from 'obsidian';
import type { GateResult } from '../../core/check/check-gates';
import type { StatusDefinition } from '../../core/status/workflow';
import type { ChangedLines } from '../../core/text/changed-lines';
import { addMove, type ShownStatus } from '../status/status-chip';
import { addGates } from './gate-list';
import { LinePreview, type OtherNote } from './line-preview';
import { type MoveAnswers, NO_ANSWERS } from './move-answers';
import { MoveFields, type MoveQuestions } from './move-fields';

/** A move as it would be made now. */
export interface MoveLook {
  readonly from: ShownStatus;
  readonly to: StatusDefinition;
  readonly gates: readonly GateResult[];
  readonly lines: readonly ChangedLines[];
  /** What the note of the plan that takes its place gets; null without one, and while it is being read. */
  readonly successor: OtherNote | null;
  /** Why it can't be written; null when it can. */
  readonly problem: string | null;
}

export interface MoveSession {
  /** The plan's title. */
  readonly title: string;
  /** Characters of the note: a look at a long one takes a moment. */
  readonly size: number;
  /** The move with these answers, on the note as it was read last; `again` is called when there is more to be seen. */
  look(answers: MoveAnswers, again: () => void): MoveLook;
  /** What is missing in the answers, as a sentence; null when they will do. */
  missing(answers: MoveAnswers): { readonly field: keyof MoveAnswers; readonly message: string } | null;
  /** Writes what was looked at last; else says why not, and the next look is at the note as it is then. */
  apply(answers: MoveAnswers): Promise<string | null>;
  successors(typed: string): readonly string[];
  jump(line: number): void;
}

/** Characters from which on the lines are worked out when the typing pauses, and for how many milliseconds. */
const LONG = 50_000;
const PAUSE = 200;

/** Opens the dialog; resolves when it is closed again, whatever came of it. */
export function askForMove(app: App, session: MoveSession): Promise<void> {
  return new Promise((resolve) => {
    new MoveDialog(app, session, resolve).open();
  });
}

class MoveDialog extends Modal {
  private readonly gatesEl = createDiv();
  private readonly problemEl = createDiv({ cls: 'plan-rollup-problem', attr: { role: 'alert' } });
  private readonly needEl = createDiv({ cls: 'plan-rollup-suggestion-note', attr: { 'aria-live': 'polite' } });
  private fields: MoveFields | null = null;
  private preview: LinePreview | null = null;
  private applyButton: ButtonComponent | null = null;
  private shownGates = '';
  private isBusy = false;
  private canApply = false;
  private timer = 0;

  constructor(
    app: App,
    private readonly session: MoveSession,
    private readonly done: () => void,
  ) {
    super(app);
    this.modalEl.addClass('plan-rollup-move');
  }

  override onOpen(): void {
    const { contentEl } = this;
    const mainEl = contentEl.createDiv('plan-rollup-move-main');
    mainEl.createDiv({ cls: 'plan-rollup-move-plan', text: this.session.title });
    mainEl.append(this.gatesEl);
    this.fields = new MoveFields(mainEl, { suggest: (typed) => this.session.successors(typed), onChange: () => { this.lookSoon(); } });
    mainEl.createEl('h3', { text: 'What will be written' });
    this.preview = new LinePreview(mainEl);
    contentEl.append(this.problemEl, this.needEl);
    new Setting(contentEl)
      .setClass('plan-rollup-form-buttons')
      .addButton((button) => button.setButtonText('Cancel').onClick(() => { this.close(); }))
      .addButton((button) => {
        this.applyButton = button.setButtonText('Apply').setCta().onClick(() => void this.apply());
      });
    this.scope.register(['Mod'], 'Enter', (event) => {
      if (!event.isComposing && !event.repeat) void this.apply();
      return false;
    });
    this.look();
    this.fields.focusFirst();
  }

  /** Escape closes an open list of suggestions before it closes the dialog. */
  override close(): void {
    if (this.fields?.hideSuggestions() !== true) super.close();
  }

  override onClose(): void {
    window.clearTimeout(this.timer);
    this.timer = 0;
    this.fields = null;
    this.contentEl.empty();
    this.done();
  }

  private lookSoon(): void {
    this.problemEl.setText('');
    window.clearTimeout(this.timer);
    if (this.session.size < LONG) this.look();
    else {
      this.setApply(false);
      this.timer = window.setTimeout(() => { this.look(); }, PAUSE);
    }
  }

  /** Shows the move with the answers as they are now. */
  private look(): void {
    window.clearTimeout(this.timer);
    this.timer = 0;
    const answers = this.fields?.answers ?? NO_ANSWERS;
    const look = this.session.look(answers, () => { if (this.fields) this.look(); });
    this.showMove(look);
    this.fields?.ask(questionsOf(look));
    const missing = this.session.missing(answers);
    this.preview?.show(look.lines, look.problem, look.successor);
    this.needEl.setText(missing?.message ?? '');
    this.setApply(missing === null && look.problem === null && look.lines.length > 0);
  }

  /** What a note's text does not change as long as it is the same text. */
  private showMove({ from, to, gates }: MoveLook): void {
    const key = JSON.stringify([from, to.id, gates]);
    if (key === this.shownGates) return;
    this.shownGates = key;
    this.setTitle(`${from.name} → ${to.name}`);
    this.modalEl.setAttribute('aria-label', `${from.name} → ${to.name}`);
    this.titleEl.empty();
    addMove(this.titleEl, from, to);
    this.gatesEl.empty();
    addGates(this.gatesEl, gates, (line) => {
      this.close();
      this.session.jump(line);
    });
  }

  private setApply(canApply: boolean): void {
    this.canApply = canApply;
    this.applyButton?.setDisabled(!canApply || this.isBusy);
  }

  private async apply(): Promise<void> {
    if (this.isBusy || !this.fields) return;
    if (this.timer !== 0) this.look();
    const { answers } = this.fields;
    const missing = this.session.missing(answers);
    if (missing) this.fields.focus(missing.field);
    if (missing || !this.canApply) return;
    this.isBusy = true;
    this.setApply(true);
    const problem = await this.session.apply(answers).finally(() => { this.isBusy = false; });
    if (problem === null) super.close();
    else if (this.contentEl.isConnected) {
      this.look();
      this.problemEl.setText(problem);
      this.fields.focusFirst();
    }
  }
}

/** What the person is asked beside a note. */
export function questionsOf({ to, gates }: Pick<MoveLook, 'to' | 'gates'>): MoveQuestions {
  const blocks = gates.filter(({ isHeld, level }) => !isHeld && level === 'block').length;
  const why = blocks > 0 ? `Why the plan moves on although ${blocks === 1 ? 'a check blocks' : `${blocks} checks block`} it. Goes into the change log.` : null;
  return {
    reason: why ?? (to.asks === 'reason' ? `Why it is ${to.name.toLowerCase()}. Goes into the change log.` : null),
    successor: to.asks === 'successor' ? 'The plan that takes its place. The two are linked to each other.' : null,
  };
}
