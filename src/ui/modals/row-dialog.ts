/** Asks for the cells of a new table row. */
import { type App, Modal, Setting } from 'obsidian';
import type { RowForm } from '../../core/edit/add-row';
import { FieldSuggestions } from './field-suggestions';

export interface RowQuestion extends RowForm {
  readonly title: string;
  /** Values in use in a column, to choose from. */
  readonly suggest: (column: string) => readonly string[];
}

/** The cells by column name; null when the dialog is cancelled. Enter accepts, Escape cancels. */
export function askForRow(app: App, question: RowQuestion): Promise<Readonly<Record<string, string>> | null> {
  return new Promise((resolve) => {
    new RowDialog(app, question, resolve).open();
  });
}

class RowDialog extends Modal {
  private readonly values: Map<string, string>;
  private answer: Readonly<Record<string, string>> | null = null;
  private readonly problemEl = createDiv({ cls: 'plan-rollup-problem', attr: { role: 'alert' } });

  constructor(
    app: App,
    private readonly question: RowQuestion,
    private readonly done: (values: Readonly<Record<string, string>> | null) => void,
  ) {
    super(app);
    this.values = new Map(Object.entries(question.values));
  }

  override onOpen(): void {
    this.setTitle(this.question.title);
    this.modalEl.addClass('plan-rollup-dialog');
    const fields = [...new Set(this.question.columns)].filter((column) => column !== '').map((column) => this.addField(column));
    this.contentEl.append(this.problemEl);
    new Setting(this.contentEl)
      .addButton((button) => button.setButtonText('Cancel').onClick(() => { this.close(); }))
      .addButton((button) => button.setButtonText('Add row').setCta().onClick(() => { this.accept(); }));
    (fields.find(({ value }) => value === '') ?? fields[0])?.focus();
  }

  override onClose(): void {
    this.contentEl.empty();
    this.done(this.answer);
  }

  private addField(column: string): HTMLInputElement {
    const setting = new Setting(this.contentEl).setName(column).setClass('plan-rollup-field');
    const field = setting.controlEl.createEl('input', { type: 'text', value: this.values.get(column) ?? '', attr: { 'aria-label': column } });
    const changed = (): void => {
      this.values.set(column, field.value);
      this.problemEl.setText('');
    };
    field.addEventListener('input', changed);
    const values = this.question.suggest(column);
    if (values.length > 0) {
      new FieldSuggestions(field, (typed) => values.filter((value) => value.toLowerCase().includes(typed.toLowerCase())), (value) => {
        field.value = value;
        changed();
      });
    }
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      if (!event.repeat) this.accept();
    });
    return field;
  }

  private accept(): void {
    const given = [...this.values].filter(([column, value]) => value.trim() !== '' && value !== this.question.values[column]);
    if (given.length === 0) {
      this.problemEl.setText('Fill in at least one cell.');
      return;
    }
    this.answer = Object.fromEntries([...this.values].map(([column, value]) => [column, value.trim()]));
    this.close();
  }
}
