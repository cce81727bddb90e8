import { type App, FuzzySuggestModal, type FuzzyMatch } from 'obsidian';
import type { DriftFinding } from '../../core/check/drift';

/** Lists a plan's contradictions, each with its line and the words it rests on; `jump` is called with the line, from 0, of the one that is chosen. */
export function showDrift(app: App, { title, found, jump }: { readonly title: string; readonly found: readonly DriftFinding[]; readonly jump: (line: number) => void }): void {
  new DriftList(app, title, found, jump).open();
}

class DriftList extends FuzzySuggestModal<DriftFinding> {
  constructor(
    app: App,
    title: string,
    private readonly found: readonly DriftFinding[],
    private readonly jump: (line: number) => void,
  ) {
    super(app);
    this.setPlaceholder(`${found.length === 1 ? 'One contradiction' : `${found.length} contradictions`} in “${title}”`);
    this.setInstructions([{ command: '↵', purpose: 'to go there' }, { command: 'esc', purpose: 'to close' }]);
    this.modalEl.addClass('plan-rollup-drift-list');
  }

  override getItems(): DriftFinding[] {
    return [...this.found];
  }

  override getItemText({ message }: DriftFinding): string {
    return message;
  }

  override renderSuggestion(match: FuzzyMatch<DriftFinding>, el: HTMLElement): void {
    super.renderSuggestion(match, el.createDiv());
    const { line, evidence } = match.item;
    el.createDiv({ cls: 'plan-rollup-suggestion-note', text: `Line ${line + 1}: ${evidence}` });
  }

  override onChooseItem({ line }: DriftFinding): void {
    this.jump(line);
  }
}
