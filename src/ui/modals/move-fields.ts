/** The fields of the dialogs that move plans. */
import { Setting } from 'obsidian';
import { FieldSuggestions } from './field-suggestions';
import type { MoveAnswers } from './move-answers';

/** A field that is asked for: why, as a sentence; null for a field that is not shown. */
export interface MoveQuestions {
  readonly reason: string | null;
  readonly successor: string | null;
  /** Whether the reason may stay empty. */
  readonly isReasonOptional?: boolean;
}

const IN_PLACE = { preventScroll: true };

interface FieldTexts {
  readonly label: string;
  readonly description: string;
  readonly isOptional: boolean;
}

export class MoveFields {
  private readonly el: HTMLElement;
  private readonly inputs = new Map<keyof MoveAnswers, HTMLInputElement>();
  private suggestions: FieldSuggestions | null = null;
  private asked = '';

  constructor(
    parent: HTMLElement,
    private readonly events: { readonly suggest: (typed: string) => readonly string[]; readonly onChange: () => void },
  ) {
    this.el = parent.createDiv({ cls: 'plan-rollup-move-fields' });
  }

  /** Shows the fields that are asked for; what was typed stays. */
  ask({ reason, successor, isReasonOptional = false }: MoveQuestions): void {
    const asked = JSON.stringify([reason, successor]);
    if (asked === this.asked) return;
    this.asked = asked;
    const answers = this.answers;
    const focused = [...this.inputs].find(([, input]) => input === input.doc.activeElement)?.[0];
    this.el.empty();
    this.inputs.clear();
    this.suggestions = null;
    if (successor !== null) this.add('successor', { label: 'Successor', description: successor, isOptional: false }, answers);
    if (reason !== null) this.add('reason', { label: 'Reason', description: reason, isOptional: isReasonOptional }, answers);
    this.add('note', { label: 'Note', description: 'Goes into the change log.', isOptional: true }, answers);
    if (focused) this.inputs.get(focused)?.focus(IN_PLACE);
  }

  get answers(): MoveAnswers {
    const said = (name: keyof MoveAnswers): string => this.inputs.get(name)?.value.trim() ?? '';
    return { note: said('note'), reason: said('reason'), successor: said('successor') };
  }

  /** Of the field, which comes in sight. */
  focus(name: keyof MoveAnswers): void {
    this.inputs.get(name)?.focus();
  }

  /** Of the first field; what is in sight stays there: it is what the answer is about. */
  focusFirst(): void {
    const [first] = this.inputs.values();
    first?.focus(IN_PLACE);
  }

  /** Takes them away: what was said stays said. */
  remove(): void {
    this.el.remove();
  }

  /** Closes an open list of suggestions; whether there was one. */
  hideSuggestions(): boolean {
    const isOpen = this.suggestions?.isOpen ?? false;
    this.suggestions?.hide();
    return isOpen;
  }

  private add(name: keyof MoveAnswers, { label, description, isOptional }: FieldTexts, answers: MoveAnswers): void {
    const setting = new Setting(this.el).setName(label).setDesc(description).setClass('plan-rollup-field');
    if (isOptional) setting.nameEl.createSpan({ cls: 'plan-rollup-optional', text: 'optional' });
    const input = setting.controlEl.createEl('input', { type: 'text', value: answers[name], attr: { 'aria-label': label, ...(isOptional ? {} : { 'aria-required': 'true' }) } });
    input.addEventListener('input', this.events.onChange);
    this.inputs.set(name, input);
    if (name !== 'successor') return;
    this.suggestions = new FieldSuggestions(input, this.events.suggest, (value) => {
      input.value = value;
      this.events.onChange();
    });
  }
}
