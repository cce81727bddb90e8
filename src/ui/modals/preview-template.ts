import { type App, Modal, Setting } from 'obsidian';
import type { FilledIn } from '../../core/plan/read-filled-in';
import type { Replacement } from '../../core/template/make-template';

export interface TemplateDraft {
  readonly name: string;
  /** Replacements that are not to be made. */
  readonly kept: ReadonlySet<Replacement>;
}

export interface TemplatePreview {
  readonly folder: string;
  readonly draft: TemplateDraft;
  readonly replacements: readonly Replacement<FilledIn['kind']>[];
  /** What is wrong with a name; null when it will do. */
  readonly problem: (name: string) => string | null;
}

const HEADINGS: Readonly<Record<FilledIn['kind'], string>> = {
  property: 'Properties that are left out',
  title: 'Title',
  date: 'Dates',
  status: 'Status',
  person: 'People',
  log: 'Change log',
  question: 'Answered questions',
  tick: 'Ticked boxes',
};

/** Shows what becomes of a plan that is saved as a template, and asks for its name; null when the dialog is cancelled. */
export function previewTemplate(app: App, preview: TemplatePreview): Promise<TemplateDraft | null> {
  return new Promise((resolve) => {
    new TemplateDialog(app, preview, resolve).open();
  });
}

class TemplateDialog extends Modal {
  private name: string;
  private readonly kept: Set<Replacement>;
  private answer: TemplateDraft | null = null;
  private problemEl: HTMLElement | null = null;

  constructor(
    app: App,
    private readonly preview: TemplatePreview,
    private readonly done: (draft: TemplateDraft | null) => void,
  ) {
    super(app);
    this.name = preview.draft.name;
    this.kept = new Set(preview.draft.kept);
  }

  override onOpen(): void {
    const { folder, replacements } = this.preview;
    this.setTitle('Save as template');
    this.addName(folder);
    this.problemEl = this.contentEl.createDiv({ cls: 'plan-rollup-problem', attr: { role: 'alert' } });
    const text = replacements.length === 0 ? 'Nothing in the note looks filled in: the template gets its text as it is.' : 'Ticked values become placeholders again. The note stays as it is.';
    this.contentEl.createEl('p', { cls: 'plan-rollup-suggestion-note', text });
    const list = this.contentEl.createDiv({ cls: 'plan-rollup-replacements' });
    for (const [kind, heading] of Object.entries(HEADINGS)) this.addGroup(list, heading, replacements.filter((replacement) => replacement.kind === kind));
    new Setting(this.contentEl)
      .addButton((button) => button.setButtonText('Cancel').onClick(() => { this.close(); }))
      .addButton((button) => button.setButtonText('Save').setCta().onClick(() => { this.accept(); }));
  }

  override onClose(): void {
    this.contentEl.empty();
    this.done(this.answer);
  }

  private addName(folder: string): void {
    new Setting(this.contentEl).setName('Name').setDesc(`Names the file in “${folder}”.`).setClass('plan-rollup-question').addText((field) => {
      field.setValue(this.name).onChange((name) => {
        this.name = name;
        this.problemEl?.setText('');
      });
      field.inputEl.setAttribute('aria-label', 'Name');
      field.inputEl.addEventListener('keydown', (event) => {
        if (event.key !== 'Enter' || event.isComposing) return;
        event.preventDefault();
        this.accept();
      });
      field.inputEl.focus();
      field.inputEl.select();
    });
  }

  private addGroup(list: HTMLElement, heading: string, replacements: readonly Replacement[]): void {
    if (replacements.length === 0) return;
    const group = list.createDiv({ cls: 'plan-rollup-replacement-group', attr: { role: 'group', 'aria-label': heading } });
    group.createDiv({ cls: 'plan-rollup-replacement-heading', text: heading });
    for (const replacement of replacements) this.addReplacement(group, replacement);
  }

  private addReplacement(group: HTMLElement, replacement: Replacement): void {
    const { line, was, becomes, more } = replacement;
    const label = group.createEl('label', { cls: 'plan-rollup-replacement' });
    const box = label.createEl('input', { type: 'checkbox' });
    box.checked = !this.kept.has(replacement);
    box.addEventListener('change', () => {
      if (box.checked) this.kept.delete(replacement);
      else this.kept.add(replacement);
    });
    const text = label.createSpan({ cls: 'plan-rollup-replacement-text' });
    text.createEl('del', { text: was.trim() });
    const left = more > 0 ? `, and ${more === 1 ? '1 more line is' : `${more} more lines are`} left out` : '';
    if (becomes.trim() !== '') text.createEl('ins', { text: becomes.trim() });
    text.createSpan({ cls: 'plan-rollup-suggestion-note', text: `Line ${line}${becomes.trim() === '' ? ' is left out' : left}` });
  }

  private accept(): void {
    const problem = this.preview.problem(this.name);
    if (problem !== null) {
      this.problemEl?.setText(problem);
      return;
    }
    this.answer = { name: this.name.trim(), kept: this.kept };
    this.close();
  }
}
