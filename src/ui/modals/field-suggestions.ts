/**
 * Suggestions below a field, as a combobox (WAI-ARIA 1.2): they open by typing, a click or the arrow down, and nothing is
 * selected until an arrow says so. So Enter sends what was typed and Tab goes on, unlike in Obsidian's own suggester.
 */
let nextId = 1;

export class FieldSuggestions {
  private readonly listEl: HTMLElement;
  private values: readonly string[] = [];
  private selected = -1;

  /** `take` puts the chosen value into the field. */
  constructor(
    private readonly inputEl: HTMLInputElement,
    private readonly suggest: (typed: string) => readonly string[],
    private readonly take: (value: string) => void,
  ) {
    const id = `plan-rollup-suggestions-${nextId++}`;
    const holder = inputEl.parentElement ?? inputEl.doc.body;
    this.listEl = holder.createDiv({ cls: 'plan-rollup-suggestions', attr: { role: 'listbox', id, 'aria-label': 'Suggestions' } });
    this.listEl.hide();
    for (const [name, value] of [['role', 'combobox'], ['aria-expanded', 'false'], ['aria-controls', id], ['aria-autocomplete', 'list'], ['autocomplete', 'off']] as const) inputEl.setAttribute(name, value);
    inputEl.addEventListener('input', () => { this.show(); });
    inputEl.addEventListener('click', () => { this.show(); });
    inputEl.addEventListener('blur', () => { this.hide(); });
    inputEl.addEventListener('keydown', (event) => { this.onKey(event); });
  }

  get isOpen(): boolean {
    return this.values.length > 0;
  }

  hide(): void {
    this.values = [];
    this.selected = -1;
    this.listEl.hide();
    this.inputEl.setAttribute('aria-expanded', 'false');
    this.inputEl.removeAttribute('aria-activedescendant');
  }

  private show(): void {
    this.hide();
    this.values = this.suggest(this.inputEl.value);
    if (this.values.length === 0) return;
    this.listEl.empty();
    this.values.forEach((value, at) => {
      const el = this.listEl.createDiv({ cls: 'plan-rollup-suggestion', text: value, attr: { role: 'option', id: `${this.listEl.id}-${at}`, 'aria-selected': 'false' } });
      // The field keeps the focus, so that it is still there to take the value.
      el.addEventListener('mousedown', (event) => { event.preventDefault(); });
      el.addEventListener('click', () => { this.choose(at); });
    });
    this.listEl.show();
    this.inputEl.setAttribute('aria-expanded', 'true');
    this.listEl.scrollIntoView({ block: 'nearest' });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!this.isOpen) this.show();
      this.select(event.key === 'ArrowDown' ? this.selected + 1 : this.selected - 1);
    } else if (event.key === 'Enter' && this.selected >= 0) {
      event.preventDefault();
      event.stopPropagation();
      this.choose(this.selected);
    }
  }

  /** Before the first and behind the last is the field itself. */
  private select(at: number): void {
    const count = this.values.length;
    this.selected = at < -1 ? count - 1 : at >= count ? -1 : at;
    this.inputEl.removeAttribute('aria-activedescendant');
    Array.from(this.listEl.children).forEach((child, index) => {
      child.setAttribute('aria-selected', String(index === this.selected));
      if (index !== this.selected) return;
      this.inputEl.setAttribute('aria-activedescendant', child.id);
      child.scrollIntoView({ block: 'nearest' });
    });
  }

  private choose(at: number): void {
    const value = this.values[at];
    this.hide();
    if (value !== undefined) this.take(value);
  }
}
