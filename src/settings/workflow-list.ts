/** The workflows in the settings tab: a row for each, and what can be done with the list. */
import type { App, Setting, SettingDefinition, SettingDefinitionItem } from 'obsidian';
import { withCopy, withDefaultRestored, withFirst, withoutWorkflow } from '../core/status/edit-workflows';
import { DEFAULT_WORKFLOW, type Workflow } from '../core/status/workflow';
import { confirm, addNamedButton } from './edit-dialog';
import type { SettingsStore } from './settings-store';
import { NOT_STORED, WorkflowDialog } from './workflow-dialog';
import type { NamedTemplate } from './workflow-editing';

export interface WorkflowListParts {
  readonly app: App;
  readonly store: SettingsStore;
  /** All templates there are. */
  readonly templates: () => Promise<readonly NamedTemplate[]>;
  /** Asks for the definitions again. */
  readonly update: () => void;
}

export class WorkflowList {
  /** Id of the workflow whose row gets the focus when it is drawn next. */
  private toFocus: string | null = null;
  private problem: string | null = null;

  constructor(private readonly parts: WorkflowListParts) {}

  definitions(): SettingDefinitionItem {
    const { workflows } = this.parts.store.current;
    return {
      type: 'list',
      heading: 'Workflows',
      addItem: { name: 'Add workflow', action: () => void this.add(DEFAULT_WORKFLOW, 'New workflow') },
      items: workflows.map((workflow, at): SettingDefinition => ({
        name: nameOf(workflow),
        desc: describe(workflow, at === 0),
        aliases: ['status', ...workflow.statuses.map(({ name }) => name)],
        render: (setting) => { this.fillRow(setting, workflow, at); },
      })),
    };
  }

  restore(): SettingDefinition {
    return {
      name: 'Restore the default workflow',
      desc: 'Puts its statuses, gates and toggles back as they came. Other workflows stay.',
      render: (setting) => {
        const restored = withDefaultRestored(this.parts.store.current.workflows);
        const isRestored = JSON.stringify(restored) === JSON.stringify(this.parts.store.current.workflows);
        setting.addButton((button) => button.setButtonText('Restore').setDisabled(isRestored).onClick(() => void this.restoreDefault()));
      },
    };
  }

  private fillRow(setting: Setting, workflow: Workflow, at: number): void {
    const { store } = this.parts;
    const [id, name] = [workflow.id ?? '', nameOf(workflow)];
    const { length } = store.current.workflows;
    setting.setClass('plan-rollup-setting-row');
    addNamedButton(setting, { text: 'Edit', name: `Edit ${name}` }, () => void this.edit(id));
    if (this.toFocus === id) this.focusRow(setting);
    if (length > 1) addNamedButton(setting, { icon: 'arrow-up-to-line', name: `Make ${name} the first`, isDisabled: at === 0 }, () => void this.change((workflows) => withFirst(workflows, id), id));
    addNamedButton(setting, { icon: 'copy', name: `Duplicate ${name}` }, () => void this.add(workflow, `${name} copy`));
    addNamedButton(setting, { icon: 'trash-2', name: length > 1 ? `Remove ${name}` : 'There is always one workflow', isDisabled: length < 2 }, () => void this.remove(id, name));
  }

  private focusRow(setting: Setting): void {
    this.toFocus = null;
    setting.setErrorMessage(this.problem);
    window.queueMicrotask(() => setting.controlEl.querySelector('button')?.focus());
  }

  private async edit(id: string): Promise<void> {
    const { app, store, update } = this.parts;
    const templates = await this.parts.templates();
    new WorkflowDialog(app, { store, id, templates }, () => {
      this.toFocus = id;
      update();
    }).open();
  }

  private async add(source: Workflow, name: string): Promise<void> {
    const id = await this.change((workflows) => withCopy(workflows, source, name), null);
    await this.edit(id);
  }

  private async remove(id: string, name: string): Promise<void> {
    const text = 'Plans that followed it follow another workflow from then on; their notes are not changed. A status that the other one does not know is shown as it stands.';
    if (await confirm(this.parts.app, { title: `Remove the workflow “${name}”?`, text, action: 'Remove' })) await this.change((workflows) => withoutWorkflow(workflows, id), '');
  }

  private async restoreDefault(): Promise<void> {
    const isThere = this.parts.store.current.workflows.some(({ id }) => id === DEFAULT_WORKFLOW.id);
    const text = 'Statuses that you added to it go, names and gates that you changed are as they were. Notes are not changed.';
    if (isThere && !(await confirm(this.parts.app, { title: 'Restore the default workflow?', text, action: 'Restore' }))) return;
    await this.change(withDefaultRestored, DEFAULT_WORKFLOW.id ?? '');
  }

  /** Keeps the list as the edit makes it, and draws it; the focus goes to `toFocus`, or to the first row when that is not there. Answers the last one's id. */
  private async change(edit: (workflows: readonly Workflow[]) => readonly Workflow[], toFocus: string | null): Promise<string> {
    const { store, update } = this.parts;
    const workflows = edit(store.current.workflows);
    this.toFocus = toFocus === null || workflows.some(({ id }) => id === toFocus) ? toFocus : (workflows[0]?.id ?? null);
    await store.change({ workflows }).then(() => { this.problem = null; }, () => { this.problem = NOT_STORED; });
    update();
    return workflows.at(-1)?.id ?? '';
  }
}

function nameOf({ name, id }: Workflow): string {
  return name ?? id ?? '';
}

/** "Draft, Completed. Followed by plans of the template spec-plan and in Work/Specs." */
function describe({ statuses, templates = [], folders = [] }: Workflow, isFirst: boolean): string {
  const plans = [...(templates.length > 0 ? [`plans made from ${templates.join(', ')}`] : []), ...(folders.length > 0 ? [`plans in ${folders.join(', ')}`] : []), ...(isFirst ? ['all plans that no other workflow claims'] : [])];
  return `${statuses.map(({ name }) => name).join(', ')}. Followed by ${plans.length > 0 ? plans.join('; ') : 'plans whose notes name it'}.`;
}
