import { type App, type FuzzyMatch, FuzzySuggestModal } from 'obsidian';
import type { Template } from '../../core/template/template';

/** All of them, however many: a person may scroll instead of searching. */
const MOST_SHOWN = 2000;

/** Lets the user pick a template; null when the dialog is cancelled. */
export function chooseTemplate(app: App, templates: readonly Template[]): Promise<Template | null> {
  return new Promise((resolve) => {
    new TemplatePicker(app, templates, resolve).open();
  });
}

class TemplatePicker extends FuzzySuggestModal<Template> {
  private chosen: Template | null = null;

  constructor(
    app: App,
    private readonly templates: readonly Template[],
    private readonly done: (template: Template | null) => void,
  ) {
    super(app);
    this.setPlaceholder('Choose a plan template');
    this.limit = MOST_SHOWN;
  }

  override getItems(): Template[] {
    return [...this.templates];
  }

  override getItemText({ name }: Template): string {
    return name;
  }

  override renderSuggestion(match: FuzzyMatch<Template>, el: HTMLElement): void {
    const { description, path } = match.item;
    super.renderSuggestion(match, el.createDiv());
    const note = el.createDiv({ cls: 'plan-rollup-suggestion-note' });
    // By its name alone, a template of the user's may look like a built-in one.
    if (path !== undefined) note.createSpan({ cls: 'plan-rollup-suggestion-mark', text: 'yours' });
    note.createSpan({ text: description === '' ? (path ?? '') : description });
  }

  override onChooseItem(template: Template): void {
    this.chosen = template;
  }

  /** Obsidian closes the dialog before it tells what was chosen, so the answer waits for both. */
  override onClose(): void {
    super.onClose();
    window.setTimeout(() => {
      this.done(this.chosen);
    });
  }
}
