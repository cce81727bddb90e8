// Owns: controls with a set of values: toggle, dropdown, slider, color, progress.
import { setTooltip } from '../tooltip';
import { ValueComponent } from './base-component';

export class ToggleComponent extends ValueComponent<boolean> {
  toggleEl: HTMLElement;
  private readonly boxEl: HTMLInputElement;
  private callback: ((value: boolean) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.toggleEl = containerEl.createDiv('checkbox-container');
    this.boxEl = this.toggleEl.createEl('input', { type: 'checkbox', attr: { role: 'switch' } });
    this.boxEl.addEventListener('change', () => this.changed());
    this.toggleEl.addEventListener('click', (event) => {
      if (event.target !== this.boxEl) this.onClick();
    });
  }

  override setDisabled(disabled: boolean): this {
    this.boxEl.disabled = disabled;
    this.toggleEl.toggleClass('is-disabled', disabled);
    return super.setDisabled(disabled);
  }

  getValue(): boolean {
    return this.boxEl.checked;
  }

  setValue(on: boolean): this {
    const isNew = on !== this.boxEl.checked;
    this.boxEl.checked = on;
    this.toggleEl.toggleClass('is-enabled', on);
    if (isNew) void this.callback?.(on);
    return this;
  }

  setTooltip(tooltip: string): this {
    setTooltip(this.boxEl, tooltip);
    return this;
  }

  onClick(): void {
    if (this.disabled) return;
    this.boxEl.checked = !this.boxEl.checked;
    this.changed();
  }

  onChange(callback: (value: boolean) => unknown): this {
    this.callback = callback;
    return this;
  }

  private changed(): void {
    this.toggleEl.toggleClass('is-enabled', this.boxEl.checked);
    void this.callback?.(this.boxEl.checked);
  }
}

export class DropdownComponent extends ValueComponent<string> {
  selectEl: HTMLSelectElement;
  private callback: ((value: string) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.selectEl = containerEl.createEl('select', 'dropdown');
    this.selectEl.addEventListener('change', () => void this.callback?.(this.getValue()));
  }

  override setDisabled(disabled: boolean): this {
    this.selectEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  addOption(value: string, display: string): this {
    this.selectEl.createEl('option', { value, text: display });
    return this;
  }

  addOptions(options: Record<string, string>): this {
    for (const [value, display] of Object.entries(options)) this.addOption(value, display);
    return this;
  }

  getValue(): string {
    return this.selectEl.value;
  }

  setValue(value: string): this {
    this.selectEl.value = value;
    return this;
  }

  onChange(callback: (value: string) => unknown): this {
    this.callback = callback;
    return this;
  }
}

export class SliderComponent extends ValueComponent<number> {
  sliderEl: HTMLInputElement;
  private format: ((value: number) => string) | null = null;
  private isInstant = false;
  private callback: ((value: number) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.sliderEl = containerEl.createEl('input', { cls: 'slider', type: 'range' });
    this.sliderEl.addEventListener('input', () => this.changed(this.isInstant));
    this.sliderEl.addEventListener('change', () => this.changed(!this.isInstant));
  }

  override setDisabled(disabled: boolean): this {
    this.sliderEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  setInstant(instant: boolean): this {
    this.isInstant = instant;
    return this;
  }

  setLimits(min: number | null, max: number | null, step: number | 'any'): this {
    this.sliderEl.setAttrs({ min, max, step });
    return this;
  }

  getValue(): number {
    return Number(this.sliderEl.value);
  }

  setValue(value: number): this {
    this.sliderEl.value = String(value);
    this.sliderEl.title = this.getValuePretty();
    return this;
  }

  getValuePretty(): string {
    return this.format?.(this.getValue()) ?? this.sliderEl.value;
  }

  setDisplayFormat(format: (value: number) => string): this {
    this.format = format;
    return this;
  }

  setDynamicTooltip(): this {
    return this;
  }

  showTooltip(): void {
    this.sliderEl.title = this.getValuePretty();
  }

  onChange(callback: (value: number) => unknown): this {
    this.callback = callback;
    return this;
  }

  private changed(isFinal: boolean): void {
    this.sliderEl.title = this.getValuePretty();
    if (isFinal) void this.callback?.(this.getValue());
  }
}

export class ProgressBarComponent extends ValueComponent<number> {
  private readonly barEl: HTMLProgressElement;

  constructor(containerEl: HTMLElement) {
    super();
    this.barEl = containerEl.createEl('progress', { cls: 'setting-progress-bar', attr: { max: 100, 'aria-label': 'Progress' } });
  }

  getValue(): number {
    return this.barEl.value;
  }

  /** 0 to 100. */
  setValue(value: number): this {
    this.barEl.value = value;
    return this;
  }
}

export class DisplayValueComponent {
  valueEl: HTMLElement;

  constructor(containerEl: HTMLElement) {
    this.valueEl = containerEl.createSpan('setting-display-value');
  }

  setValue(value: string | null): this {
    this.valueEl.setText(value ?? '');
    return this;
  }

  setStatus(status: 'warning' | null): this {
    this.valueEl.toggleClass('mod-warning', status === 'warning');
    return this;
  }
}
