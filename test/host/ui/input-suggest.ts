// Owns: suggestions for a text input, as Obsidian's AbstractInputSuggest.
import { pendingWork } from '../base/pending-work';
import type { App } from '../shell/app';
import { PopoverSuggest } from './popover-suggest';
import type { SuggestionList } from './suggestion-list';

export abstract class AbstractInputSuggest<T> extends PopoverSuggest<T> {
  protected readonly list: SuggestionList<T>;
  private callback: ((value: T, event: MouseEvent | KeyboardEvent) => unknown) | null = null;

  constructor(
    app: App,
    private readonly textInputEl: HTMLInputElement | HTMLDivElement,
  ) {
    super(app);
    this.list = this.createList(textInputEl);
    const update = (): void => void pendingWork.track(this.update());
    textInputEl.addEventListener('input', update);
    textInputEl.addEventListener('focus', update);
    textInputEl.addEventListener('blur', () => this.close());
  }

  getValue(): string {
    return this.textInputEl instanceof HTMLInputElement ? this.textInputEl.value : (this.textInputEl.textContent ?? '');
  }

  setValue(value: string): void {
    if (this.textInputEl instanceof HTMLInputElement) this.textInputEl.value = value;
    else this.textInputEl.setText(value);
  }

  selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void {
    this.callback?.(value, event);
  }

  onSelect(callback: (value: T, event: MouseEvent | KeyboardEvent) => unknown): this {
    this.callback = callback;
    return this;
  }

  protected abstract getSuggestions(query: string): T[] | Promise<T[]>;

  private async update(): Promise<void> {
    const values = await this.getSuggestions(this.getValue());
    if (document.activeElement === this.textInputEl) this.showBelow(this.textInputEl.getBoundingClientRect(), values);
  }
}
