import { type App, FuzzySuggestModal, type FuzzyMatch } from 'obsidian';
import { findStatus, pickOrder, type StatusDefinition, type Workflow } from '../../core/status/workflow';

export interface StatusChoice {
  readonly workflow: Workflow;
  /** As the plan states it now; null when it states none. */
  readonly current: string | null;
}

/** Lets the user pick a status, what comes next first; null when the dialog is cancelled. */
export function chooseStatus(app: App, choice: StatusChoice): Promise<StatusDefinition | null> {
  return new Promise((resolve) => {
    new StatusPicker(app, choice, resolve).open();
  });
}

class StatusPicker extends FuzzySuggestModal<StatusDefinition> {
  private chosen: StatusDefinition | null = null;

  constructor(
    app: App,
    private readonly choice: StatusChoice,
    private readonly done: (status: StatusDefinition | null) => void,
  ) {
    super(app);
    this.setPlaceholder(choice.current === null ? 'No status yet. Choose one' : `Status is ${choice.current}. Move to`);
  }

  override getItems(): StatusDefinition[] {
    return [...pickOrder(this.choice.workflow, this.choice.current)];
  }

  override getItemText({ name }: StatusDefinition): string {
    return name;
  }

  override renderSuggestion(match: FuzzyMatch<StatusDefinition>, el: HTMLElement): void {
    super.renderSuggestion(match, el.createDiv());
    const note = this.noteFor(match.item);
    if (note !== null) el.createDiv({ cls: 'plan-rollup-suggestion-note', text: note });
  }

  override onChooseItem(status: StatusDefinition): void {
    this.chosen = status;
  }

  override onClose(): void {
    super.onClose();
    window.setTimeout(() => {
      this.done(this.chosen);
    });
  }

  private noteFor({ id }: StatusDefinition): string | null {
    const { workflow, current } = this.choice;
    const from = current === null ? null : findStatus(workflow, current);
    if (from?.id === id) return 'Current status';
    return from?.next[0] === id ? 'Next' : null;
  }
}
