// Owns: a list of suggestions one of which is selected, as a listbox controlled by an input elsewhere.

export interface SuggestionOwner<T> {
  renderSuggestion(value: T, el: HTMLElement): void;
  chooseSuggestion(value: T, event: MouseEvent | KeyboardEvent): void;
}

let nextId = 1;

export class SuggestionList<T> {
  private values: readonly T[] = [];
  private selected = 0;
  private readonly id = `suggestions-${nextId++}`;

  constructor(
    readonly containerEl: HTMLElement,
    private readonly inputEl: HTMLElement,
    private readonly owner: SuggestionOwner<T>,
  ) {
    containerEl.setAttrs({ role: 'listbox', id: this.id, 'aria-label': 'Suggestions' });
    inputEl.setAttrs({ role: 'combobox', 'aria-expanded': 'true', 'aria-controls': this.id, 'aria-autocomplete': 'list', autocomplete: 'off' });
  }

  get count(): number {
    return this.values.length;
  }

  show(values: readonly T[]): void {
    this.values = values;
    this.containerEl.empty();
    values.forEach((value, index) => {
      const el = this.containerEl.createDiv({ cls: 'suggestion-item', attr: { role: 'option', id: `${this.id}-${index}` } });
      this.owner.renderSuggestion(value, el);
      el.addEventListener('mousemove', () => this.select(index));
      el.addEventListener('mousedown', (event) => event.preventDefault());
      el.addEventListener('click', (event) => this.owner.chooseSuggestion(value, event));
    });
    this.select(0);
  }

  move(step: number): void {
    if (this.count > 0) this.select((this.selected + step + this.count) % this.count);
  }

  choose(event: MouseEvent | KeyboardEvent): void {
    const value = this.values[this.selected];
    if (value !== undefined) this.owner.chooseSuggestion(value, event);
  }

  private select(index: number): void {
    this.selected = index;
    Array.from(this.containerEl.children).forEach((child, at) => {
      child.toggleClass('is-selected', at === index);
      child.setAttribute('aria-selected', String(at === index));
      if (at !== index) return;
      this.inputEl.setAttribute('aria-activedescendant', child.id);
      child.scrollIntoView({ block: 'nearest' });
    });
  }
}
