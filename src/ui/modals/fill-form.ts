/** A form that fills in a note, with the note beside it as it would be. Nothing is written before it is sent. */
import { type App, Keymap, Modal, Setting } from 'obsidian';
import type { FilledPlace } from '../../core/template/fill';
import type { FormField } from '../../core/template/form-fields';
import { addFormRow, type FormRow } from './form-row';
import { NotePreview } from './note-preview';

/** By the field's id; an empty text leaves the placeholder in place. */
export type FormValues = ReadonlyMap<string, string>;

export interface FormPreview {
  readonly text: string;
  /** In the order of the text, named by the field's id. */
  readonly places: readonly FilledPlace[];
  /** A sentence on what would be done. */
  readonly remark: string;
}

export interface FormRequest {
  readonly title: string;
  readonly intro: string;
  readonly action: string;
  readonly fields: readonly FormField[];
  readonly suggest: (field: FormField, typed: string) => readonly string[];
  readonly preview: (values: FormValues) => FormPreview;
  /** Does it; the reason why not is shown, and the form stays. */
  readonly submit: (values: FormValues) => Promise<string | null>;
}

/** Whether the form was sent and done; false when it was cancelled. */
export function openFillForm(app: App, request: FormRequest): Promise<boolean> {
  return new Promise((resolve) => {
    new FillForm(app, request, resolve).open();
  });
}

class FillForm extends Modal {
  private readonly values: Map<string, string>;
  private rows: readonly FormRow[] = [];
  private preview: NotePreview | null = null;
  private remarkEl: HTMLElement | null = null;
  private problemEl: HTMLElement | null = null;
  /** Id of the field that has, or last had, the focus. */
  private current = '';
  private isSending = false;
  private isDone = false;

  constructor(
    app: App,
    private readonly request: FormRequest,
    private readonly done: (isDone: boolean) => void,
  ) {
    super(app);
    this.values = new Map(request.fields.map(({ id, value }) => [id, value]));
  }

  override onOpen(): void {
    const { title, intro, action, fields, suggest } = this.request;
    this.setTitle(title);
    this.modalEl.addClass('plan-rollup-form');
    const scrollEl = this.contentEl.createDiv('plan-rollup-form-main');
    const fieldsEl = scrollEl.createDiv('plan-rollup-form-fields');
    fieldsEl.createEl('p', { cls: 'plan-rollup-suggestion-note', text: intro });
    this.rows = fields.map((field) => {
      const row = addFormRow(fieldsEl, field, { suggest: (typed) => suggest(field, typed), onChange: (value) => { this.change(field.id, value); } });
      row.controlEl.addEventListener('focus', () => { this.look(field.id); });
      return row;
    });
    const asideEl = scrollEl.createDiv('plan-rollup-form-aside');
    this.remarkEl = asideEl.createDiv({ cls: 'plan-rollup-form-remark', attr: { 'aria-live': 'polite' } });
    this.preview = new NotePreview(asideEl);
    this.problemEl = this.contentEl.createDiv({ cls: 'plan-rollup-problem', attr: { role: 'alert' } });
    new Setting(this.contentEl)
      .setClass('plan-rollup-form-buttons')
      .addButton((button) => button.setButtonText('Cancel').onClick(() => { this.close(); }))
      .addButton((button) => button.setButtonText(action).setCta().onClick(() => void this.send()));
    this.contentEl.addEventListener('keydown', (event) => { this.onKey(event); });
    this.look(fields[0]?.id ?? '');
    this.rows[0]?.controlEl.focus();
  }

  /** Escape closes an open list of suggestions before it closes the form. */
  override close(): void {
    const open = this.rows.find(({ suggestions }) => suggestions?.isOpen)?.suggestions;
    if (open && !this.isDone) open.hide();
    else super.close();
  }

  override onClose(): void {
    this.contentEl.empty();
    this.done(this.isDone);
  }

  private change(id: string, value: string): void {
    this.values.set(id, value);
    this.problemEl?.setText('');
    this.look(id);
  }

  /** Shows the note as it would be, at the field's place. */
  private look(id: string): void {
    this.current = id;
    const { text, places, remark } = this.request.preview(this.filled());
    this.preview?.show(text, places.filter(({ name }) => name === this.current));
    if (this.remarkEl?.textContent !== remark) this.remarkEl?.setText(remark);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    const isInField = event.target instanceof HTMLElement && event.target.tagName === 'INPUT';
    if (!isInField && !Keymap.isModifier(event, 'Mod')) return;
    event.preventDefault();
    void this.send();
  }

  /** Once at a time, so that a second Enter does nothing. */
  private async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    const problem = await this.request.submit(this.filled());
    this.isSending = false;
    if (problem !== null) {
      this.problemEl?.setText(problem);
      return;
    }
    this.isDone = true;
    // What was selected in the note before is of no interest any more.
    this.shouldRestoreSelection = false;
    this.close();
  }

  private filled(): FormValues {
    return new Map([...this.values].map(([id, value]) => [id, value.trim()]));
  }
}
