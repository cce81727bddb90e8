// Owns: the color control. Values are '#rrggbb'.
import type { HSL, RGB } from 'obsidian';
import { ValueComponent } from './base-component';

export class ColorComponent extends ValueComponent<string> {
  readonly colorPickerEl: HTMLInputElement;
  private callback: ((value: string) => unknown) | null = null;

  constructor(containerEl: HTMLElement) {
    super();
    this.colorPickerEl = containerEl.createEl('input', { type: 'color' });
    this.colorPickerEl.addEventListener('input', () => void this.callback?.(this.getValue()));
  }

  override setDisabled(disabled: boolean): this {
    this.colorPickerEl.disabled = disabled;
    return super.setDisabled(disabled);
  }

  getValue(): string {
    return this.colorPickerEl.value;
  }

  setValue(value: string): this {
    this.colorPickerEl.value = value;
    return this;
  }

  getValueRgb(): RGB {
    const channel = (at: number): number => Number.parseInt(this.getValue().slice(at, at + 2), 16) || 0;
    return { r: channel(1), g: channel(3), b: channel(5) };
  }

  setValueRgb({ r, g, b }: RGB): this {
    return this.setValue(`#${[r, g, b].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`);
  }

  /** Hue in degrees, saturation and lightness in percent. */
  getValueHsl(): HSL {
    const { r, g, b } = this.getValueRgb();
    const [max, min] = [Math.max(r, g, b) / 255, Math.min(r, g, b) / 255];
    const l = (max + min) / 2;
    const spread = max - min;
    if (spread === 0) return { h: 0, s: 0, l: Math.round(l * 100) };
    const turn = max * 255 === r ? (g - b) / 255 / spread : max * 255 === g ? (b - r) / 255 / spread + 2 : (r - g) / 255 / spread + 4;
    return { h: Math.round((turn * 60 + 360) % 360), s: Math.round((spread / (1 - Math.abs(2 * l - 1))) * 100), l: Math.round(l * 100) };
  }

  setValueHsl({ h, s, l }: HSL): this {
    const light = l / 100;
    const reach = (s / 100) * Math.min(light, 1 - light);
    const channel = (n: number): number => {
      const k = (n + h / 30) % 12;
      return 255 * (light - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
    };
    return this.setValueRgb({ r: channel(0), g: channel(8), b: channel(4) });
  }

  onChange(callback: (value: string) => unknown): this {
    this.callback = callback;
    return this;
  }
}
