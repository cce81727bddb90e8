/** Rows of the dialogs, each control with an accessible name of its own. */
import { Setting } from 'obsidian';

export interface RowWords {
  readonly name: string;
  readonly desc: string;
}

export function addTextRow(el: HTMLElement, { name, desc }: RowWords, value: string, onChange: (value: string) => void): { readonly setting: Setting; readonly inputEl: HTMLInputElement } {
  const setting = new Setting(el).setName(name).setDesc(desc).setClass('plan-rollup-setting');
  const inputEl = setting.controlEl.createEl('input', { type: 'text', value, attr: { 'aria-label': name } });
  inputEl.addEventListener('input', () => { onChange(inputEl.value); });
  return { setting, inputEl };
}

export function addChoiceRow(el: HTMLElement, { name, desc }: RowWords, { options, value }: { readonly options: Readonly<Record<string, string>>; readonly value: string }, onChange: (value: string) => void): Setting {
  return new Setting(el).setName(name).setDesc(desc).setClass('plan-rollup-setting').addDropdown((dropdown) => {
    dropdown.addOptions(options).setValue(value).onChange(onChange);
    dropdown.selectEl.setAttribute('aria-label', name);
  });
}

export interface Tickable {
  readonly value: string;
  readonly label: string;
  readonly isTicked: boolean;
  readonly isDisabled?: boolean;
}

/** Boxes of which any number may be ticked. */
export function addTickRow(el: HTMLElement, { name, desc }: RowWords, options: readonly Tickable[], onTick: (value: string, isTicked: boolean) => void): Setting {
  const setting = new Setting(el).setName(name).setDesc(desc).setClass('plan-rollup-setting');
  const groupEl = setting.controlEl.createDiv({ cls: 'plan-rollup-ticks', attr: { role: 'group', 'aria-label': name } });
  for (const { value, label, isTicked, isDisabled = false } of options) {
    const labelEl = groupEl.createEl('label');
    const box = labelEl.createEl('input', { type: 'checkbox' });
    box.checked = isTicked;
    box.disabled = isDisabled;
    labelEl.createSpan({ text: label });
    box.addEventListener('change', () => { onTick(value, box.checked); });
  }
  return setting;
}

/** Says below the field what is wrong with it; nothing when that is undefined. */
export function showProblem({ setting, inputEl }: { readonly setting: Setting; readonly inputEl: HTMLElement }, problem: string | undefined): void {
  setting.setErrorMessage(problem ?? null);
  inputEl.setAttribute('aria-invalid', String(problem !== undefined));
}

/** The words of a list written with commas. */
export function wordsIn(text: string, separator: RegExp): readonly string[] {
  return [...new Set(text.split(separator).map((word) => word.replace(/\s+/g, ' ').trim()))].filter((word) => word !== '');
}
