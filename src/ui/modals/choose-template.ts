import { type App, type FuzzyMatch, FuzzySuggestModal } from 'obsidian';
import type { Template } from '../../core/template/template';

/** All of them, however many: a person may scroll instead of searching. */
const MOST_SHOWN = 2000;
/** Characters of a template that there is room for. */
const MOST_PREVIEWED = 4000;

/** Lets the user pick a template, of which the text is shown; null when the dialog is cancelled. */
export function chooseTemplate(app: App, templates: readonly Template[]): Promise<Template | null> {
  return new Promise((resolve) => {
    new TemplatePicker(app, templates, resolve).open();
  });
}

class TemplatePicker extends FuzzySuggestModal<Template> {
  private chosen: Template | null = null;
  private readonly shown = new WeakMap<Element, Template>();
  private readonly previewEl: HTMLElement;
  private readonly observer: MutationObserver;

  constructor(
    app: App,
    private readonly templates: readonly Template[],
    private readonly done: (template: Template | null) => void,
  ) {
    super(app);
    this.setPlaceholder('Choose a plan template');
    this.limit = MOST_SHOWN;
    this.modalEl.addClass('plan-rollup-picker');
    this.previewEl = this.modalEl.createEl('pre', { cls: 'plan-rollup-picker-preview', attr: { 'aria-label': 'Preview of the template', role: 'note' } });
    // Which suggestion is selected is told by nothing else than its class.
    this.observer = new MutationObserver(() => { this.preview(); });
  }

  override onOpen(): void {
    void super.onOpen();
    this.observer.observe(this.resultContainerEl, { subtree: true, childList: true, attributes: true, attributeFilter: ['class'] });
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
    this.shown.set(el, match.item);
  }

  override onChooseItem(template: Template): void {
    this.chosen = template;
  }

  /** Obsidian closes the dialog before it tells what was chosen, so the answer waits for both. */
  override onClose(): void {
    super.onClose();
    this.observer.disconnect();
    window.setTimeout(() => {
      this.done(this.chosen);
    });
  }

  private preview(): void {
    const selected = this.resultContainerEl.querySelector('.is-selected');
    const text = ((selected && this.shown.get(selected)?.body) ?? '').slice(0, MOST_PREVIEWED);
    if (this.previewEl.textContent !== text) this.previewEl.setText(text);
  }
}
