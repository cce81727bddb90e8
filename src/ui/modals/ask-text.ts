import { type App, Modal, Setting } from 'obsidian';

export interface TextQuestion {
  readonly title: string;
  readonly label: string;
  readonly description: string;
  readonly action: string;
  readonly value?: string;
  /** What is wrong with the text, shown below the field; null when it will do. */
  readonly problem?: (text: string) => string | null;
  /** Puts more between the field and the buttons. */
  readonly below?: (parent: HTMLElement) => void;
}

/** Asks for one line of text; null when the dialog is cancelled. Enter accepts, Escape cancels. */
export function askText(app: App, question: TextQuestion): Promise<string | null> {
  return new Promise((resolve) => {
    new TextDialog(app, question, resolve).open();
  });
}

class TextDialog extends Modal {
  private text: string;
  private answer: string | null = null;
  private problemEl: HTMLElement | null = null;

  constructor(
    app: App,
    private readonly question: TextQuestion,
    private readonly done: (text: string | null) => void,
  ) {
    super(app);
    this.text = question.value ?? '';
  }

  override onOpen(): void {
    const { title, label, description, action } = this.question;
    this.setTitle(title);
    this.modalEl.addClass('plan-rollup-dialog');
    new Setting(this.contentEl).setName(label).setDesc(description).setClass('plan-rollup-question').addText((field) => {
      field.setValue(this.text).onChange((text) => {
        this.text = text;
        this.problemEl?.setText('');
      });
      field.inputEl.setAttribute('aria-label', label);
      field.inputEl.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        if (!event.repeat) this.accept();
      });
      field.inputEl.focus();
      field.inputEl.select();
    });
    this.problemEl = this.contentEl.createDiv({ cls: 'plan-rollup-problem', attr: { role: 'alert' } });
    this.question.below?.(this.contentEl);
    new Setting(this.contentEl)
      .addButton((button) => button.setButtonText('Cancel').onClick(() => { this.close(); }))
      .addButton((button) => button.setButtonText(action).setCta().onClick(() => { this.accept(); }));
  }

  override onClose(): void {
    this.contentEl.empty();
    this.done(this.answer);
  }

  private accept(): void {
    const problem = this.question.problem?.(this.text) ?? null;
    if (problem !== null) {
      this.problemEl?.setText(problem);
      return;
    }
    this.answer = this.text;
    this.close();
  }
}
