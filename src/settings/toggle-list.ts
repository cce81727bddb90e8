import { type App, Setting } from 'obsidian';
import { toggleProblems, withoutToggle, withToggle } from '../core/status/edit-workflow';
import { lineIn } from '../core/status/stored-value';
import type { StatusToggle, Workflow } from '../core/status/workflow';
import { EditDialog, addNamedButton, redraw } from './edit-dialog';
import { addChoiceRow, addTextRow, showProblem } from './form-controls';
import type { WorkflowEditing } from './workflow-editing';

/** The checkbox properties of a workflow that stand for a move or a flag. */
export class ToggleList {
  private readonly countEl: HTMLElement;
  private readonly bodyEl: HTMLElement;

  constructor(
    parentEl: HTMLElement,
    private readonly editing: WorkflowEditing,
  ) {
    const detailsEl = parentEl.createEl('details');
    const summaryEl = detailsEl.createEl('summary', { text: 'Toggles' });
    this.countEl = summaryEl.createSpan('plan-rollup-note');
    detailsEl.createEl('p', { cls: 'plan-rollup-note', text: 'Checkbox properties that mean something: ticking one moves the plan or flags it, and the log gets its row.' });
    this.bodyEl = detailsEl.createDiv();
  }

  draw(focused: string | null = null): void {
    const { workflow } = this.editing;
    const { toggles = [], statuses } = workflow;
    redraw(this.bodyEl, () => {
      toggles.forEach((toggle, at) => {
        const target = statuses.find(({ id }) => id === toggle.to);
        const setting = new Setting(this.bodyEl).setName(toggle.name).setDesc(`Property “${toggle.property}”: ${target ? `moves to ${target.name}` : 'moves to no status, only logged'}`).setClass('plan-rollup-setting-row');
        addNamedButton(setting, { text: 'Edit', name: `Edit the toggle ${toggle.name}` }, () => { this.edit(at); });
        addNamedButton(setting, { icon: 'trash-2', name: `Remove the toggle ${toggle.name}` }, () => { this.change((before) => withoutToggle(before, at), 'Add toggle'); });
      });
      addNamedButton(new Setting(this.bodyEl), { text: 'Add toggle', name: 'Add toggle' }, () => { this.edit(null); });
    }, focused);
    this.countEl.setText(toggles.length === 0 ? ' none' : ` ${toggles.map(({ name }) => name).join(', ')}`);
  }

  private edit(at: number | null): void {
    new ToggleDialog(this.editing.app, this.editing.workflow, at, (toggle) => {
      if (toggle) this.change((workflow) => withToggle(workflow, at, toggle), `Edit the toggle ${toggle.name}`);
    }).open();
  }

  private change(edit: (workflow: Workflow) => Workflow, focused: string): void {
    this.editing.change(edit);
    this.draw(focused);
  }
}

class ToggleDialog extends EditDialog<StatusToggle> {
  private toggle: StatusToggle;
  private fields: Readonly<Record<'property' | 'name', ReturnType<typeof addTextRow>>> | null = null;

  constructor(
    app: App,
    private readonly workflow: Workflow,
    private readonly at: number | null,
    done: (toggle: StatusToggle | null) => void,
  ) {
    super(app, { title: at === null ? 'New toggle' : 'Toggle', action: at === null ? 'Add' : 'Save' }, done);
    this.toggle = (at === null ? undefined : workflow.toggles?.[at]) ?? { property: '', name: '', to: null };
  }

  protected override draw(formEl: HTMLElement): void {
    const text = (key: 'property' | 'name', words: { name: string; desc: string }): ReturnType<typeof addTextRow> => {
      const row = addTextRow(formEl, words, this.toggle[key], (value) => {
        this.toggle = { ...this.toggle, [key]: lineIn(value) };
        showProblem(row, undefined);
      });
      return row;
    };
    const property = text('property', { name: 'Property', desc: 'A checkbox property, such as “blocked”.' });
    const name = text('name', { name: 'Name', desc: 'What it is called in the header and in the log.' });
    this.fields = { property, name };
    const options = { '': 'Nothing, it is a flag', ...Object.fromEntries(this.workflow.statuses.map(({ id, name: label }) => [id, label])) };
    addChoiceRow(formEl, { name: 'Moves to', desc: 'The status that a plan gets by ticking it.' }, { options, value: this.toggle.to ?? '' }, (value) => {
      this.toggle = { ...this.toggle, to: value === '' ? null : value };
    });
  }

  protected override read(): StatusToggle | null {
    const problems = toggleProblems(this.workflow, this.at, this.toggle);
    for (const key of ['property', 'name'] as const) if (this.fields) showProblem(this.fields[key], problems[key]);
    return problems.property === undefined && problems.name === undefined ? this.toggle : null;
  }
}
