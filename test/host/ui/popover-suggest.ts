// Owns: suggestions in a popover next to an input or a caret.
import { Scope } from '../base/scope';
import type { App } from '../shell/app';
import { SuggestionList } from './suggestion-list';

export abstract class PopoverSuggest<T> {
  readonly scope: Scope;
  limit = 100;
  protected readonly popoverEl = createDiv('suggestion-container');
  private isOpen = false;

  constructor(
    public app: App,
    scope?: Scope,
  ) {
    this.scope = scope ?? new Scope(app.scope);
    const moveBy = (step: number) => () => {
      this.list.move(step);
      return false;
    };
    this.scope.register([], 'ArrowDown', moveBy(1));
    this.scope.register([], 'ArrowUp', moveBy(-1));
    this.scope.register([], 'Enter', (event) => {
      this.list.choose(event);
      return false;
    });
    this.scope.register([], 'Tab', (event) => {
      this.list.choose(event);
      return false;
    });
    this.scope.register([], 'Escape', () => {
      this.close();
      return false;
    });
  }

  protected abstract get list(): SuggestionList<T>;

  open(): void {
    if (this.isOpen) return;
    this.isOpen = true;
    document.body.append(this.popoverEl);
    this.app.keymap.pushScope(this.scope);
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.popoverEl.remove();
    this.app.keymap.popScope(this.scope);
  }

  onHistoryBack(): void {
    this.close();
  }

  abstract renderSuggestion(value: T, el: HTMLElement): void;
  abstract selectSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;

  protected createList(inputEl: HTMLElement): SuggestionList<T> {
    return new SuggestionList<T>(this.popoverEl, inputEl, {
      renderSuggestion: (value, el) => this.renderSuggestion(value, el),
      chooseSuggestion: (value, event) => this.selectSuggestion(value, event),
    });
  }

  /** Shows the values below a rectangle of the window, or closes when there are none. */
  protected showBelow(rect: { left: number; bottom: number }, values: T[]): void {
    if (values.length === 0) {
      this.close();
      return;
    }
    this.open();
    this.list.show(values.slice(0, this.limit));
    const { width, height } = this.popoverEl.getBoundingClientRect();
    this.popoverEl.style.left = `${Math.max(4, Math.min(rect.left, window.innerWidth - width - 4))}px`;
    this.popoverEl.style.top = `${Math.max(4, Math.min(rect.bottom + 4, window.innerHeight - height - 4))}px`;
  }
}
