// Owns: the control of one declarative setting: shows its value, checks and stores what a person enters.
import type { SettingControl } from 'obsidian';
import { asObsidian } from '../as-obsidian';
import type { App } from '../shell/app';
import type { Setting } from './setting';

export interface ControlOwner {
  readonly app: App;
  getControlValue(key: string): unknown;
  setControlValue(key: string, value: unknown): unknown;
}

/** `afterChange` runs once a value has been stored. */
export function addControl(setting: Setting, control: SettingControl, owner: ControlOwner, afterChange: () => void): void {
  const stored = owner.getControlValue(control.key) ?? control.defaultValue;
  const text = typeof stored === 'string' ? stored : typeof stored === 'number' ? String(stored) : '';
  const store = async (value: unknown): Promise<void> => {
    const problem = await (control.validate as ((value: unknown) => unknown) | undefined)?.(value);
    setting.setErrorMessage(typeof problem === 'string' ? problem : null);
    if (typeof problem === 'string') return;
    await owner.setControlValue(control.key, value);
    afterChange();
  };
  switch (control.type) {
    case 'toggle':
      setting.addToggle((toggle) => toggle.setValue(stored === true).onChange(store));
      break;
    case 'dropdown':
      setting.addDropdown((dropdown) => dropdown.addOptions(control.options).setValue(text).onChange(store));
      break;
    case 'textarea':
      setting.addTextArea((area) => {
        area.setPlaceholder(control.placeholder ?? '').setValue(text).onChange(store);
        area.inputEl.rows = control.rows ?? 4;
      });
      break;
    case 'number':
      setting.addText((field) => {
        field.inputEl.type = 'number';
        field.inputEl.setAttrs({ min: control.min ?? null, max: control.max ?? null, step: control.step ?? null });
        field.setPlaceholder(control.placeholder ?? '').setValue(text).onChange((value) => (value === '' ? undefined : store(Number(value))));
      });
      break;
    case 'slider':
      setting.addSlider((slider) => {
        if (control.displayFormat) slider.setDisplayFormat(control.displayFormat);
        slider.setLimits(control.min, control.max, control.step).setValue(Number(stored ?? control.min)).onChange(store);
      });
      break;
    case 'color':
      setting.addColorPicker((picker) => picker.setValue(text).onChange(store));
      break;
    default:
      setting.addText((field) => {
        field.setPlaceholder(control.placeholder ?? '').setValue(text).onChange(store);
        if (control.type !== 'text') suggestPaths(field.inputEl, pathsFor(control, owner.app));
      });
  }
}

function pathsFor(control: Extract<SettingControl, { type: 'file' | 'folder' }>, app: App): string[] {
  if (control.type === 'file') return app.vault.getFiles().filter((file) => control.filter?.(asObsidian(file)) ?? true).map(({ path }) => path);
  return app.vault.getAllFolders(control.includeRoot).filter((folder) => control.filter?.(asObsidian(folder)) ?? true).map(({ path }) => path);
}

let nextList = 1;

function suggestPaths(inputEl: HTMLInputElement, paths: readonly string[]): void {
  const id = `setting-paths-${nextList++}`;
  const listEl = createEl('datalist', { attr: { id } });
  for (const path of paths) listEl.createEl('option', { value: path });
  inputEl.after(listEl);
  inputEl.setAttribute('list', id);
}
