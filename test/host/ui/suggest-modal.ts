// Owns: a modal with an input and a list to choose from.
import { pendingWork } from '../base/pending-work';
import type { App } from '../shell/app';
import { Modal } from './modal';
import { SuggestionList } from './suggestion-list';

export interface Instruction {
  command: string;
  purpose: string;
}

export abstract class SuggestModal<T> extends Modal {
  limit = 100;
  emptyStateText = 'No results found.';
  inputEl: HTMLInputElement;
  resultContainerEl: HTMLElement;
  private readonly list: SuggestionList<T>;
  private instructionsEl: HTMLElement | null = null;
  private query = 0;

  constructor(app: App) {
    super(app);
    this.modalEl.empty();
    this.modalEl.className = 'prompt';
    this.inputEl = this.modalEl.createDiv('prompt-input-container').createEl('input', { cls: 'prompt-input', type: 'text', attr: { spellcheck: 'false' } });
    this.resultContainerEl = this.modalEl.createDiv('prompt-results');
    this.list = new SuggestionList<T>(this.resultContainerEl, this.inputEl, {
      renderSuggestion: (value, el) => this.renderSuggestion(value, el),
      chooseSuggestion: (value, event) => this.selectSuggestion(value, event),
    });
    this.inputEl.addEventListener('input', () => void pendingWork.track(this.update()));
    this.bindKeys();
  }

  override open(): void {
    super.open();
    this.inputEl.focus();
    void pendingWork.track(this.update());
  }

  setPlaceholder(placeholder: string): void {
    this.inputEl.placeholder = placeholder;
    this.inputEl.setAttribute('aria-label', placeholder);
    this.modalEl.setAttribute('aria-label', placeholder);
  }

  setInstructions(instructions: Instruction[]): void {
    this.instructionsEl?.remove();
    this.instructionsEl = this.modalEl.createDiv('prompt-instructions');
    for (const { command, purpose } of instructions) {
      const el = this.instructionsEl.createDiv('prompt-instruction');
      el.createSpan({ cls: 'prompt-instruction-command', text: command });
      el.createSpan({ text: purpose });
    }
  }

  onNoSuggestion(): void {
    this.resultContainerEl.empty();
    if (this.emptyStateText !== '') this.resultContainerEl.createDiv({ cls: 'suggestion-empty', text: this.emptyStateText, attr: { role: 'option', 'aria-disabled': 'true' } });
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.close();
    this.onChooseSuggestion(value, event);
  }

  selectActiveSuggestion(event: MouseEvent | KeyboardEvent): void {
    this.list.choose(event);
  }

  abstract getSuggestions(query: string): T[] | Promise<T[]>;
  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract onChooseSuggestion(item: T, event: MouseEvent | KeyboardEvent): void;

  private async update(): Promise<void> {
    const query = ++this.query;
    const values = await this.getSuggestions(this.inputEl.value);
    if (query !== this.query) return;
    this.list.show(values.slice(0, this.limit));
    if (values.length === 0) this.onNoSuggestion();
  }

  private bindKeys(): void {
    const moveBy = (step: number) => () => {
      this.list.move(step);
      return false;
    };
    this.scope.register([], 'ArrowDown', moveBy(1));
    this.scope.register([], 'ArrowUp', moveBy(-1));
    this.scope.register([], 'PageDown', moveBy(10));
    this.scope.register([], 'PageUp', moveBy(-10));
    this.scope.register(['Ctrl'], 'n', moveBy(1));
    this.scope.register(['Ctrl'], 'p', moveBy(-1));
    this.scope.register(null, 'Enter', (event) => {
      this.selectActiveSuggestion(event);
      return false;
    });
  }
}
