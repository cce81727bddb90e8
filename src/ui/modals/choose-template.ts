import { type App, type FuzzyMatch, FuzzySuggestModal } from 'obsidian';
import type { Template } from '../../core/template/template';

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
  }

  override getItems(): Template[] {
    return [...this.templates];
  }

  override getItemText({ name }: Template): string {
    return name;
  }

  override renderSuggestion(match: FuzzyMatch<Template>, el: HTMLElement): void {
    super.renderSuggestion(match, el.createDiv());
    el.createDiv({ cls: 'plan-rollup-suggestion-note', text: match.item.description });
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
