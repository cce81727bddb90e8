import { type App, type FuzzyMatch, FuzzySuggestModal, Keymap, Platform } from 'obsidian';
import { findStatus, pickOrder, type StatusDefinition, type Workflow } from '../../core/status/workflow';
import { chipClass } from '../status/status-chip';

export interface StatusChoice {
  readonly workflow: Workflow;
  /** As the plan states it now; null when it states none. */
  readonly current: string | null;
  /** What stands in the way of a move to the status; null for nothing. */
  readonly standing: (status: StatusDefinition) => string | null;
  /** Whether a current status that the workflow does not know can be given a meaning. */
  readonly canMap: boolean;
  /** The question, where it is another one than where to move. */
  readonly placeholder?: string;
}

export type PickedStatus =
  | { readonly status: StatusDefinition; /** Whether a note is to be added. */ readonly hasNote: boolean }
  /** The current word is to be given a meaning. */
  | { readonly status: null };

/** Lets the user pick a status, what comes next first; null when the dialog is cancelled. */
export function chooseStatus(app: App, choice: StatusChoice): Promise<PickedStatus | null> {
  return new Promise((resolve) => {
    new StatusPicker(app, choice, resolve).open();
  });
}

/** Null stands for the entry that gives the current word a meaning. */
type Entry = StatusDefinition | null;

class StatusPicker extends FuzzySuggestModal<Entry> {
  private chosen: PickedStatus | null = null;
  /** By id: what stands in the way is looked up once, however often the list is drawn. */
  private readonly standing = new Map<string, string | null>();

  constructor(
    app: App,
    private readonly choice: StatusChoice,
    private readonly done: (picked: PickedStatus | null) => void,
  ) {
    super(app);
    this.setPlaceholder(choice.placeholder ?? (choice.current === null ? 'No status yet. Choose one' : `Status is ${choice.current}. Move to`));
    this.modalEl.addClass('plan-rollup-status-picker');
    if (choice.placeholder === undefined) this.explainKeys();
    this.ignoreHeldKey();
  }

  /** The key that opened the list is no text for its field while it is still held. */
  private ignoreHeldKey(): void {
    let isHeld = true;
    this.inputEl.addEventListener('keydown', (event) => {
      isHeld &&= event.repeat;
      if (isHeld && event.key.length === 1) event.preventDefault();
    });
  }

  private explainKeys(): void {
    this.setInstructions([
      { command: '↵', purpose: 'to move' },
      { command: Platform.isMacOS ? '⌘ ↵' : 'Ctrl ↵', purpose: 'to move with a note' },
      { command: 'esc', purpose: 'to cancel' },
    ]);
    this.scope.register(['Mod'], 'Enter', (event) => {
      this.selectActiveSuggestion(event);
      return false;
    });
  }

  override getItems(): Entry[] {
    const { workflow, current, canMap } = this.choice;
    const isUnknown = current !== null && findStatus(workflow, current) === null;
    return [...pickOrder(workflow, current), ...(isUnknown && canMap ? [null] : [])];
  }

  override getItemText(entry: Entry): string {
    return entry?.name ?? `Map “${this.choice.current ?? ''}” to…`;
  }

  override renderSuggestion(match: FuzzyMatch<Entry>, el: HTMLElement): void {
    const { item } = match;
    super.renderSuggestion(match, el.createDiv(item ? { cls: chipClass(item) } : {}));
    const note = this.noteFor(item);
    if (note !== null) el.createDiv({ cls: 'plan-rollup-suggestion-note', text: note });
  }

  override onChooseItem(entry: Entry, event: MouseEvent | KeyboardEvent): void {
    this.chosen = entry ? { status: entry, hasNote: Keymap.isModifier(event, 'Mod') } : { status: null };
  }

  override onClose(): void {
    super.onClose();
    window.setTimeout(() => {
      this.done(this.chosen);
    });
  }

  private noteFor(entry: Entry): string | null {
    if (!entry) return 'Say what the word means; the note stays as it is';
    const { workflow, current } = this.choice;
    const from = current === null ? null : findStatus(workflow, current);
    if (from?.id === entry.id) return 'Current status';
    let standing = this.standing.get(entry.id);
    if (standing === undefined) this.standing.set(entry.id, (standing = this.choice.standing(entry)));
    const notes = [from?.next[0] === entry.id ? 'Next' : null, standing].filter((note) => note !== null);
    return notes.length > 0 ? notes.join(': ') : null;
  }
}
