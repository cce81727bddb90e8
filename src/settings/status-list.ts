import { Setting } from 'obsidian';
import { withMovedStatus, withoutStatus, withStatus } from '../core/status/edit-status';
import type { StatusDefinition, Workflow } from '../core/status/workflow';
import { confirm, addNamedButton, redraw } from './edit-dialog';
import { GROUP_NAMES, StatusDialog } from './status-dialog';
import type { WorkflowEditing } from './workflow-editing';

/** The statuses of a workflow in their order, and what can be done with each. */
export class StatusList {
  constructor(
    private readonly el: HTMLElement,
    private readonly editing: WorkflowEditing,
    /** The statuses are others now. */
    private readonly changed: () => void,
  ) {}

  /** The focus stays where it was, or goes to the control of this name. */
  draw(focused: string | null = null): void {
    redraw(this.el, () => {
      const { workflow } = this.editing;
      const listEl = this.el.createDiv({ attr: { role: 'list', 'aria-label': 'Statuses' } });
      workflow.statuses.forEach((status, at) => { this.drawRow(listEl, { workflow, status, at }); });
      addNamedButton(new Setting(this.el), { text: 'Add status', name: 'Add status' }, () => { this.edit(null); });
    }, focused);
  }

  private drawRow(listEl: HTMLElement, { workflow, status, at }: { workflow: Workflow; status: StatusDefinition; at: number }): void {
    const { id, name, group, next, color } = status;
    const names = next.flatMap((each) => workflow.statuses.filter((other) => other.id === each).map((other) => other.name));
    const setting = new Setting(listEl).setName(name).setDesc(`${GROUP_NAMES[group]}${names.length === 0 ? '' : `, then ${names.join(' or ')}`}`).setClass('plan-rollup-setting-row');
    setting.settingEl.setAttribute('role', 'listitem');
    setting.nameEl.createSpan({ cls: `plan-rollup-dot plan-rollup-color-${color ?? 'none'}`, prepend: true });
    addNamedButton(setting, { text: 'Edit', name: `Edit ${name}` }, () => { this.edit(status); });
    const last = workflow.statuses.length - 1;
    addNamedButton(setting, { icon: 'arrow-up', name: `Move ${name} up`, isDisabled: at === 0 }, () => { this.move(id, -1); });
    addNamedButton(setting, { icon: 'arrow-down', name: `Move ${name} down`, isDisabled: at === last }, () => { this.move(id, 1); });
    addNamedButton(setting, { icon: 'trash-2', name: last === 0 ? 'A workflow has at least one status' : `Remove ${name}`, isDisabled: last === 0 }, () => void this.remove(status));
    setting.settingEl.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
      if (!event.altKey || step === null) return;
      event.preventDefault();
      this.move(id, step);
    });
  }

  private move(id: string, step: -1 | 1): void {
    const { statuses } = this.editing.workflow;
    const to = statuses.findIndex((status) => status.id === id) + step;
    const isLast = to === (step < 0 ? 0 : statuses.length - 1);
    if (statuses[to]) this.change((workflow) => withMovedStatus(workflow, id, step), isLast ? `Edit ${statuses[to - step]?.name ?? ''}` : null);
  }

  private edit(status: StatusDefinition | null): void {
    new StatusDialog(this.editing.app, this.editing.workflow, status, (edited) => {
      if (!edited) return;
      const { draft, after } = edited;
      this.change((workflow) => withStatus(workflow, draft, { id: status?.id ?? null, after }), `Edit ${draft.name}`);
    }).open();
  }

  private async remove({ id, name }: StatusDefinition): Promise<void> {
    const left = (this.editing.workflow.toggles ?? []).filter(({ to }) => to === id).map((toggle) => ` The toggle “${toggle.name}” moves to no status then, and is only logged.`);
    const text = `Notes that say “${name}” are not changed; their status will be shown as one that the workflow does not know. Gates of moves to it go as well.${left.join('')}`;
    if (await confirm(this.editing.app, { title: `Remove the status “${name}”?`, text, action: 'Remove' })) this.change((workflow) => withoutStatus(workflow, id), 'Add status');
  }

  private change(edit: (workflow: Workflow) => Workflow, focused: string | null): void {
    this.editing.change(edit);
    this.draw(focused);
    this.changed();
  }
}
