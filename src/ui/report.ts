/** What the user is told. The only place that shows a Notice. */
import { Notice } from 'obsidian';
import type { Refusal } from '../core/text/edit-result';
import type { Undo } from '../vault/note-access';

/** Long enough to read two sentences, in milliseconds. */
const LONG_SHOWN = 10_000;
/** So many characters are read before Obsidian's own time is over. */
const SHORT = 80;

/** A button in what the user is told: "Undo". */
export interface ReportAction {
  readonly name: string;
  readonly run: () => void;
}

export interface Report {
  info(message: string, action?: ReportAction): void;
  /** An action was done: with an Undo button where it can be taken back. */
  done(message: string, undo?: Undo): void;
  /** An action did not happen: says why, and what to do; `action` is a button that leads there. */
  refusal(refusal: Refusal, action?: ReportAction): void;
}

export class NoticeReport implements Report {
  info(message: string, action?: ReportAction): void {
    if (!action) {
      new Notice(message, message.length > SHORT ? LONG_SHOWN : undefined);
      return;
    }
    const notice = new Notice(`${message} `, LONG_SHOWN);
    const button = notice.messageEl.createEl('button', { cls: 'plan-rollup-notice-action', text: action.name, attr: { type: 'button' } });
    // The focus stays where the user was typing.
    button.addEventListener('mousedown', (event) => {
      event.preventDefault();
    });
    button.addEventListener('click', () => {
      notice.hide();
      action.run();
    }, { once: true });
  }

  done(message: string, undo?: Undo): void {
    const takeBack = async (): Promise<void> => {
      const outcome = await undo?.();
      if (outcome?.ok === false) this.refusal(outcome.refusal);
      else this.info('Undone.');
    };
    this.info(message, undo && { name: 'Undo', run: () => void takeBack() });
  }

  refusal({ message }: Refusal, action?: ReportAction): void {
    if (action) this.info(message, action);
    else new Notice(message, LONG_SHOWN);
  }
}
