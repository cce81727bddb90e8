import { type App, Modal } from 'obsidian';
import type { PlanVerdict } from '../../core/plan/recognise';

/** Explains why a note counts as a plan or not, and how to overrule that. */
export class VerdictDialog extends Modal {
  constructor(
    app: App,
    private readonly title: string,
    private readonly verdict: PlanVerdict,
  ) {
    super(app);
  }

  override onOpen(): void {
    const { isPlan, evidence, needed } = this.verdict;
    this.setTitle(isPlan ? `“${this.title}” is a plan` : `“${this.title}” is not a plan`);
    const points = evidence.reduce((sum, each) => sum + each.points, 0);
    this.contentEl.createEl('p', { text: `It has ${points} points of evidence; ${needed} make a plan.` });
    if (evidence.length > 0) {
      const list = this.contentEl.createEl('ul');
      for (const each of evidence) list.createEl('li', { text: each.points === 0 ? each.reason : `${each.points}: ${each.reason}` });
    }
    this.contentEl.createEl('p', { cls: 'plan-rollup-suggestion-note', text: 'Set the property “plan” to true or false to decide it yourself.' });
  }

  override onClose(): void {
    this.contentEl.empty();
  }
}
