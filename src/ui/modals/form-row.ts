/** One field of a form: its label, its control, and the way to leave its placeholder in place. */
import { Platform, Setting } from 'obsidian';
import type { FormField } from '../../core/template/form-fields';
import { FieldSuggestions } from './field-suggestions';

export interface RowEvents {
  readonly onChange: (value: string) => void;
  readonly suggest: (typed: string) => readonly string[];
}

export interface FormRow {
  readonly el: HTMLElement;
  readonly controlEl: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
  readonly suggestions: FieldSuggestions | null;
}

export function addFormRow(containerEl: HTMLElement, field: FormField, events: RowEvents): FormRow {
  const setting = new Setting(containerEl).setName(field.label).setDesc(field.hint).setClass('plan-rollup-field');
  if (field.isKept) return addKept(setting, field);
  const row = field.control === 'choice' ? addChoice(setting, field, events) : field.control === 'lines' ? addLines(setting, field, events) : addInput(setting, field, events);
  row.controlEl.setAttribute('aria-label', field.label);
  if (field.isRequired && field.value === '') {
    setting.nameEl.createSpan({ cls: 'plan-rollup-optional', text: 'required' });
    row.controlEl.setAttribute('aria-required', 'true');
  }
  if (!field.isRequired && field.control !== 'choice') addLeave(setting, field, row.controlEl);
  return row;
}

/** It can be looked at and copied. */
function addKept(setting: Setting, { label, value }: FormField): FormRow {
  setting.setDesc('Kept: the note says so.');
  const controlEl = setting.controlEl.createEl('input', { type: 'text', value, attr: { 'aria-label': label, readonly: '' } });
  return { el: setting.settingEl, controlEl, suggestions: null };
}

function addChoice(setting: Setting, { options, stays, value, isRequired }: FormField, { onChange }: RowEvents): FormRow {
  const controls: HTMLSelectElement[] = [];
  setting.addDropdown((dropdown) => {
    if (!isRequired) dropdown.addOption('', `Leave “${stays}” in place`);
    for (const option of options) dropdown.addOption(option, option);
    dropdown.setValue(value).onChange(onChange);
    controls.push(dropdown.selectEl);
  });
  const [controlEl] = controls;
  if (!controlEl) throw new Error('The dropdown was not made.');
  return { el: setting.settingEl, controlEl, suggestions: null };
}

/** It grows with what is typed. */
function addLines(setting: Setting, field: FormField, { onChange }: RowEvents): FormRow {
  const controlEl = setting.controlEl.createEl('textarea', { placeholder: field.stays, attr: { rows: '2' } });
  controlEl.value = field.value;
  controlEl.addEventListener('input', () => { onChange(controlEl.value); });
  if (!Platform.isMobile) setting.setDesc([field.hint, 'Shift+Enter begins a new line.'].join(' ').trim());
  return { el: setting.settingEl, controlEl, suggestions: null };
}

/** Whether the key begins a new line in a field of several; on a phone, where Shift can't be held, Enter alone does. */
export function beginsLine({ target, shiftKey }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.tagName === 'TEXTAREA' && (shiftKey || Platform.isMobile);
}

function addInput(setting: Setting, field: FormField, { onChange, suggest }: RowEvents): FormRow {
  const controlEl = setting.controlEl.createEl('input', { type: field.control === 'date' ? 'date' : 'text', placeholder: field.stays, value: field.value });
  const changed = (): void => { onChange(controlEl.value); };
  controlEl.addEventListener('input', changed);
  if (field.control === 'date' || (field.control === 'text' && field.key === null)) return { el: setting.settingEl, controlEl, suggestions: null };
  const isList = field.control === 'list';
  const suggestions = new FieldSuggestions(controlEl, (typed) => suggest(isList ? lastItem(typed) : typed), (value) => {
    const before = controlEl.value;
    controlEl.value = isList ? `${before.slice(0, before.length - lastItem(before).length)}${value}, ` : value;
    changed();
  });
  if (isList) setting.setDesc([field.hint, 'Separate several with commas.'].join(' ').trim());
  return { el: setting.settingEl, controlEl, suggestions };
}

/** Not among the stops of the Tab key: there the field is emptied by its keys. */
function addLeave(setting: Setting, { label }: FormField, controlEl: FormRow['controlEl']): void {
  setting.addExtraButton((button) => {
    button.setIcon('x').setTooltip(`Leave the placeholder of “${label}” in place`).onClick(() => {
      controlEl.value = '';
      controlEl.dispatchEvent(new Event('input', { bubbles: true }));
      controlEl.focus();
    });
    button.extraSettingsEl.tabIndex = -1;
    button.extraSettingsEl.addClass('plan-rollup-leave');
  });
}

/** What stands behind the last comma that is in no link. */
function lastItem(typed: string): string {
  // Matches the item behind "a, "; commas within "[[a, b" belong to it.
  return /(?:\[\[[^\]]{0,300}\]?\]?|[^,])*$/.exec(typed)?.[0].trimStart() ?? '';
}
