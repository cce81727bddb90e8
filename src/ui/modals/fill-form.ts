/** A form that fills in a note, with the note beside it as it would be. Nothing is written before it is sent. */
import { type App, Keymap, Modal, Setting } from 'obsidian';
import type { FilledPlace } from '../../core/template/fill';
import type { FormField } from '../../core/template/form-fields';
import type { FormDraft, TypedValues } from './form-drafts';
import { addFormRow, beginsLine, type FormRow } from './form-row';
import { NotePreview } from './note-preview';

/** Fields shown at most: of more, the form would take long to open, and nobody fills in so many at once. */
const MOST_FIELDS = 100;
/** Characters up to which a note is previewed at each key; a longer one waits for a pause in the typing. */
const SHORT = 50_000;
/** Length of that pause, in milliseconds. */
const PAUSE = 300;

/** By the field's id; an empty text leaves the placeholder in place, and so does a field that is not shown. */
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
  /** Where what was typed waits when the form is cancelled. */
  readonly draft: FormDraft;
  readonly suggest: (field: FormField, typed: string) => readonly string[];
  readonly preview: (values: FormValues) => FormPreview;
  /** Why the values won't do; null when they will. */
  readonly problemOf?: (values: FormValues) => string | null;
}

/**
 * Asks, then does it with the form closed, so that the keys are the note's again. Where that can't be done the form
 * comes back with the reason and with all that was typed. Cancelled, nothing is done, and what was typed is there when
 * the form is opened again.
 */
export async function askAndDo(app: App, request: FormRequest, act: (values: FormValues) => Promise<string | null>): Promise<void> {
  const fresh = request.fields.filter(({ isRequired }, at) => isRequired || at < MOST_FIELDS);
  const left = request.fields.length - fresh.length;
  const intro = left === 0 ? request.intro : `${request.intro} The first ${fresh.length.toLocaleString()} fields are shown; ${left.toLocaleString()} more keep their placeholders, to be filled in later.`;
  let typed = request.draft.read();
  let restored = fresh.filter((field) => valueOf(field, typed) !== field.value);
  for (let problem: string | null = ''; problem !== null; restored = []) {
    const shown = { ...request, intro, fields: fresh.map((field) => ({ ...field, value: valueOf(field, typed) })) };
    const ending = { problem, fresh: restored.length > 0 ? fresh : null };
    const { isSent, values } = await new Promise<FormAnswer>((resolve) => {
      new FillForm(app, shown, { ...ending, done: resolve }).open();
    });
    typed = new Map(fresh.flatMap(({ id, value }) => (values.get(id) === value ? [] : [[id, values.get(id) ?? '']])));
    request.draft.keep(typed);
    if (!isSent) return;
    problem = await act(values);
  }
  request.draft.keep(new Map());
}

interface FormAnswer {
  readonly isSent: boolean;
  readonly values: FormValues;
}

/** What was typed, where the field can still say it. */
function valueOf({ id, value, control, options, isKept }: FormField, typed: TypedValues): string {
  const before = typed.get(id);
  const isFit = !isKept && (control !== 'choice' || before === '' || options.includes(before ?? ''));
  return isFit ? (before ?? value) : value;
}

interface Ending {
  readonly problem: string;
  /** The fields as they are without what was typed before; null where nothing was. */
  readonly fresh: readonly FormField[] | null;
  readonly done: (answer: FormAnswer) => void;
}

class FillForm extends Modal {
  private readonly values: Map<string, string>;
  private rows: readonly FormRow[] = [];
  private preview: NotePreview | null = null;
  private remarkEl: HTMLElement | null = null;
  private problemEl: HTMLElement | null = null;
  private isSent = false;
  private timer = 0;
  /** Of the last preview. */
  private length = 0;

  constructor(
    app: App,
    private readonly request: FormRequest,
    private readonly ending: Ending,
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
    if (this.ending.fresh) this.addStartOver(fieldsEl, this.ending.fresh);
    this.rows = fields.map((field) => {
      const row = addFormRow(fieldsEl, field, { suggest: (typed) => suggest(field, typed), onChange: (value) => { this.change(field.id, value); } });
      row.controlEl.addEventListener('focus', () => { this.look(field.id); });
      return row;
    });
    const asideEl = scrollEl.createDiv('plan-rollup-form-aside');
    this.remarkEl = asideEl.createDiv({ cls: 'plan-rollup-form-remark', attr: { 'aria-live': 'polite' } });
    this.preview = new NotePreview(asideEl);
    this.problemEl = this.contentEl.createDiv({ cls: 'plan-rollup-problem', text: this.ending.problem, attr: { role: 'alert' } });
    new Setting(this.contentEl)
      .setClass('plan-rollup-form-buttons')
      .addButton((button) => button.setButtonText('Cancel').onClick(() => { this.close(); }))
      .addButton((button) => button.setButtonText(action).setCta().onClick(() => { this.send(); }));
    this.contentEl.addEventListener('keydown', (event) => { this.onKey(event); });
    this.look(fields[0]?.id ?? '');
    this.focusFirst();
  }

  /** Escape closes an open list of suggestions before it closes the form. */
  override close(): void {
    const open = this.rows.find(({ suggestions }) => suggestions?.isOpen)?.suggestions;
    if (open && !this.isSent) open.hide();
    else super.close();
  }

  override onClose(): void {
    window.clearTimeout(this.timer);
    this.contentEl.empty();
    this.ending.done({ isSent: this.isSent, values: this.filled() });
  }

  /** Says that what was typed before is here again, and offers to be rid of it. */
  private addStartOver(parent: HTMLElement, fresh: readonly FormField[]): void {
    const el = parent.createDiv({ cls: 'plan-rollup-form-restored' });
    el.createSpan({ text: 'What you typed before is here again.' });
    el.createEl('button', { text: 'Start over', attr: { type: 'button' } }).addEventListener('click', () => {
      el.remove();
      fresh.forEach(({ id, value }, at) => {
        this.values.set(id, value);
        const row = this.rows[at];
        if (row) row.controlEl.value = value;
      });
      this.problemEl?.setText('');
      this.look(fresh[0]?.id ?? '');
      this.focusFirst();
    });
  }

  /** What the first field says already is selected, to be typed over. */
  private focusFirst(): void {
    const firstEl = this.rows[this.request.fields.findIndex(({ isKept }) => !isKept)]?.controlEl ?? this.contentEl.querySelector<HTMLElement>('.mod-cta');
    firstEl?.focus();
    if (firstEl?.instanceOf(HTMLInputElement)) firstEl.select();
  }

  private change(id: string, value: string): void {
    this.values.set(id, value);
    this.problemEl?.setText('');
    this.look(id);
  }

  /** Shows the note as it would be, at the field's place; of a long one, when the typing pauses. */
  private look(id: string): void {
    window.clearTimeout(this.timer);
    if (this.length < SHORT) this.show(id);
    else this.timer = window.setTimeout(() => { this.show(id); }, PAUSE);
  }

  private show(id: string): void {
    const { text, places, remark } = this.request.preview(this.filled());
    this.preview?.show(text, places.filter(({ name }) => name === id));
    if (this.remarkEl?.textContent !== remark) this.remarkEl?.setText(remark);
    this.length = text.length;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing) return;
    const isInField = event.target instanceof HTMLElement && event.target.matches('input, textarea') && !beginsLine(event);
    if (!isInField && !Keymap.isModifier(event, 'Mod')) return;
    event.preventDefault();
    // A key that is still held from what opened the form says nothing about it.
    if (!event.repeat) this.send();
  }

  private send(): void {
    const problem = this.request.problemOf?.(this.filled()) ?? null;
    if (problem === null) {
      this.isSent = true;
      this.close();
    } else this.problemEl?.setText(problem);
  }

  private filled(): FormValues {
    return new Map([...this.values].map(([id, value]) => [id, value.trim()]));
  }
}
