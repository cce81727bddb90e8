import { type App, Modal } from 'obsidian';
import type { PlanVerdict } from '../../core/plan/recognise';
import type { PlanSummary } from '../../core/plan/summary';

/** Explains why a note counts as a plan or not, how to overrule that, and what was read in it. */
export class VerdictDialog extends Modal {
  constructor(
    app: App,
    private readonly title: string,
    private readonly reading: { readonly verdict: PlanVerdict; readonly summary: PlanSummary },
  ) {
    super(app);
  }

  override onOpen(): void {
    const { isPlan, evidence, needed } = this.reading.verdict;
    const { found, problems } = this.reading.summary;
    this.setTitle(isPlan ? `“${this.title}” is a plan` : `“${this.title}” is not a plan`);
    const points = evidence.reduce((sum, each) => sum + each.points, 0);
    this.contentEl.createEl('p', { text: `It has ${points === 1 ? '1 point' : `${points} points`} of evidence; ${needed} make a plan.` });
    this.addList(null, evidence.map((each) => (each.points === 0 ? each.reason : `${each.points}: ${each.reason}`)));
    this.contentEl.createEl('p', { cls: 'plan-rollup-suggestion-note', text: 'Set the property “plan” to true or false to decide it yourself. Words and folders that your plans use can be added in the settings.' });
    this.addList('What is read in it', found.length > 0 ? found : ['Nothing that the pane would show']);
    this.addList('What stands in the way', problems);
  }

  override onClose(): void {
    this.contentEl.empty();
  }

  private addList(heading: string | null, lines: readonly string[]): void {
    if (lines.length === 0) return;
    if (heading !== null) this.contentEl.createEl('h3', { text: heading });
    const list = this.contentEl.createEl('ul');
    for (const line of lines) list.createEl('li', { text: line });
  }
}
