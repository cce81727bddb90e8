import { type App, type FuzzyMatch, FuzzySuggestModal } from 'obsidian';
import type { ComparedSection } from '../../core/template/compare-template';

export interface SectionChoice {
  readonly templateName: string;
  /** In the template's order. */
  readonly sections: readonly ComparedSection[];
}

/** Lets the user pick one of a template's sections, those of the note ticked; null when the dialog is cancelled. */
export function chooseSection(app: App, choice: SectionChoice): Promise<ComparedSection | null> {
  return new Promise((resolve) => {
    new SectionPicker(app, choice, resolve).open();
  });
}

class SectionPicker extends FuzzySuggestModal<ComparedSection> {
  private chosen: ComparedSection | null = null;

  constructor(
    app: App,
    private readonly choice: SectionChoice,
    private readonly done: (section: ComparedSection | null) => void,
  ) {
    super(app);
    this.setPlaceholder(`Choose a section of “${choice.templateName}”`);
    this.modalEl.addClass('plan-rollup-section-picker');
  }

  /** A part of a section that is missing comes with the section. */
  override getItems(): ComparedSection[] {
    const { sections } = this.choice;
    return sections.filter(({ section }) => section.parent === null || sections.some((other) => other.section.key === section.parent && other.node !== null));
  }

  override getItemText({ section }: ComparedSection): string {
    const parent = this.choice.sections.find((other) => other.section.key === section.parent);
    return parent ? `${parent.section.title} › ${section.title}` : section.title;
  }

  override renderSuggestion(match: FuzzyMatch<ComparedSection>, el: HTMLElement): void {
    super.renderSuggestion(match, el.createDiv());
    el.createDiv({ cls: 'plan-rollup-suggestion-note', text: noteFor(match.item) });
  }

  /** A key that is still held from what opened the list chooses nothing. */
  override selectSuggestion(match: FuzzyMatch<ComparedSection>, event: MouseEvent | KeyboardEvent): void {
    if (!('repeat' in event && event.repeat)) super.selectSuggestion(match, event);
  }

  override onChooseItem(section: ComparedSection): void {
    this.chosen = section;
  }

  override onClose(): void {
    super.onClose();
    window.setTimeout(() => {
      this.done(this.chosen);
    });
  }
}

function noteFor({ state, node }: ComparedSection): string {
  if (state === 'missing' || !node) return 'Not in the note: insert it';
  return state === 'renamed' ? `✓ In the note as “${node.source}”` : '✓ In the note: go there';
}
