/** The dialog of one workflow. Each change is kept at once; what can't be kept is said at its field. */
import { type App, Modal, Setting } from 'obsidian';
import { toggled } from '../core/status/edit-status';
import { withWorkflow, workflowNameProblem } from '../core/status/edit-workflows';
import { lineIn } from '../core/status/stored-value';
import type { Workflow } from '../core/status/workflow';
import { notePath } from '../core/template/note-path';
import { addTextRow, addTickRow, showProblem, wordsIn } from './form-controls';
import { GateTable } from './gate-table';
import type { SettingsStore } from './settings-store';
import { StatusList } from './status-list';
import { ToggleList } from './toggle-list';
import type { NamedTemplate, WorkflowEditing } from './workflow-editing';

export const NOT_STORED = 'The settings could not be stored. They count until the app is closed.';

export class WorkflowDialog extends Modal implements WorkflowEditing {
  private problemEl: HTMLElement | null = null;
  /** Keep what stands in a field that still has the focus. */
  private readonly pending: (() => void)[] = [];
  private lastSeen: Workflow = { statuses: [] };

  constructor(
    app: App,
    private readonly request: { readonly store: SettingsStore; readonly id: string; readonly templates: readonly NamedTemplate[] },
    private readonly done: () => void,
  ) {
    super(app);
    this.modalEl.addClass('plan-rollup-settings', 'plan-rollup-workflow');
  }

  get workflow(): Workflow {
    this.lastSeen = this.request.store.current.workflows.find(({ id }) => id === this.request.id) ?? this.lastSeen;
    return this.lastSeen;
  }

  change(edit: (workflow: Workflow) => Workflow): void {
    const { store, id } = this.request;
    const workflows = withWorkflow(store.current.workflows, id, edit);
    store.change({ workflows }).then(
      () => this.problemEl?.setText(''),
      () => this.problemEl?.setText(NOT_STORED),
    );
    this.setTitle(`Workflow “${this.workflow.name ?? ''}”`);
  }

  override onOpen(): void {
    const { contentEl } = this;
    this.setTitle(`Workflow “${this.workflow.name ?? ''}”`);
    this.drawName(contentEl);
    this.drawFollowers(contentEl);
    new Setting(contentEl).setName('Statuses').setDesc('In the order of their path. Alt with an arrow key moves the one that has the focus.').setHeading();
    const statuses = new StatusList(contentEl.createDiv(), this, () => {
      gates.draw();
      toggles.draw();
    });
    const gates = new GateTable(contentEl, this);
    const toggles = new ToggleList(contentEl, this);
    statuses.draw();
    gates.draw();
    toggles.draw();
    this.problemEl = contentEl.createDiv({ cls: 'plan-rollup-problem', attr: { role: 'alert' } });
    new Setting(contentEl).addButton((button) => button.setButtonText('Done').setCta().onClick(() => { this.close(); }));
  }

  override onClose(): void {
    for (const keep of this.pending) keep();
    this.contentEl.empty();
    this.done();
  }

  private drawName(el: HTMLElement): void {
    const { store, id } = this.request;
    const row = addTextRow(el, { name: 'Name', desc: `A note follows this workflow when its property plan-workflow says so, or says “${id}”.` }, this.workflow.name ?? '', (value) => { showProblem(row, problemOf(value)); });
    const problemOf = (value: string): string | undefined => workflowNameProblem(store.current.workflows, id, value) ?? undefined;
    this.keepWhenLeft(row.inputEl, () => {
      const name = lineIn(row.inputEl.value);
      if (problemOf(name) === undefined && name !== this.workflow.name) this.change((workflow) => ({ ...workflow, name }));
    });
  }

  /** Which plans follow the workflow without saying so. What another one has is not to be had. */
  private drawFollowers(el: HTMLElement): void {
    const others = this.request.store.current.workflows.filter(({ id }) => id !== this.request.id);
    const { templates: chosen = [], folders: own = [] } = this.workflow;
    const gone = chosen.filter((id) => !this.request.templates.some((template) => template.id === id)).map((id) => ({ id, name: `${id} (not found)` }));
    const options = [...this.request.templates, ...gone].map(({ id, name }) => {
      const owner = chosen.includes(id) ? undefined : others.find(({ templates }) => templates?.includes(id));
      return { value: id, label: owner ? `${name} (${owner.name ?? ''})` : name, isTicked: chosen.includes(id), isDisabled: owner !== undefined };
    });
    addTickRow(el, { name: 'Templates', desc: 'Plans made from these follow it.' }, options, (id, isTicked) => {
      this.change((workflow) => ({ ...workflow, templates: toggled(workflow.templates ?? [], id, isTicked) }));
    });
    const taken = new Map(others.flatMap(({ folders = [], name = '' }) => folders.map((folder) => [folder, name] as const)));
    const setting = new Setting(el).setName('Folders').setDesc('Plans in and below these follow it, one folder a line. The nearest folder counts.').setClass('plan-rollup-setting');
    const inputEl = setting.controlEl.createEl('textarea', { text: own.join('\n'), attr: { rows: '2', 'aria-label': 'Folders' } });
    const problemOf = (): string | undefined => wordsIn(inputEl.value, LINE_END).map((folder) => folderProblem(folder, taken)).find((problem) => problem !== undefined);
    inputEl.addEventListener('input', () => { showProblem({ setting, inputEl }, problemOf()); });
    this.keepWhenLeft(inputEl, () => {
      const folders = [...new Set(wordsIn(inputEl.value, LINE_END).map(withoutEnds))];
      if (problemOf() === undefined && folders.join('\n') !== (this.workflow.folders ?? []).join('\n')) this.change((workflow) => ({ ...workflow, folders }));
    });
  }

  private keepWhenLeft(inputEl: HTMLElement, keep: () => void): void {
    inputEl.addEventListener('change', keep);
    this.pending.push(keep);
  }
}

const LINE_END = /\r?\n/;

function withoutEnds(folder: string): string {
  return folder.replace(/^\/+|\/+$/g, '');
}

function folderProblem(folder: string, taken: ReadonlyMap<string, string>): string | undefined {
  const path = withoutEnds(folder);
  if (path === '') return 'Name a folder. Plans in no folder named here follow the first workflow.';
  const note = notePath(path, 'Plan');
  if (!note.ok) return note.refusal.message;
  const owner = taken.get(path);
  return owner === undefined ? undefined : `Plans in “${path}” follow the workflow “${owner}” already.`;
}
