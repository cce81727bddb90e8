/** Edits of the list of workflows. The first is that of plans which no other one claims. */
import { soundWorkflows } from './sound-workflows';
import { DEFAULT_WORKFLOW, foldStatus, type Workflow } from './workflow';

/** The list with one workflow exchanged; as it was when it is not in there any more. */
export function withWorkflow(workflows: readonly Workflow[], id: string, edit: (workflow: Workflow) => Workflow): readonly Workflow[] {
  return workflows.map((workflow) => (workflow.id === id ? edit(workflow) : workflow));
}

/** With a copy behind the others, called `name` or that with a number; it is followed by no plan yet. */
export function withCopy(workflows: readonly Workflow[], { templates: _templates, folders: _folders, ...source }: Workflow, name: string): readonly Workflow[] {
  return soundWorkflows([...workflows, { ...source, id: '', name: freeName(workflows, name) }]);
}

/** The last workflow stays. */
export function withoutWorkflow(workflows: readonly Workflow[], id: string): readonly Workflow[] {
  const left = workflows.filter((workflow) => workflow.id !== id);
  return left.length === 0 ? workflows : left;
}

/** With the workflow first: plans follow it that no template, folder or property gives to another one. */
export function withFirst(workflows: readonly Workflow[], id: string): readonly Workflow[] {
  return [...workflows.filter((workflow) => workflow.id === id), ...workflows.filter((workflow) => workflow.id !== id)];
}

/** With the statuses, gates and toggles of the default workflow as they came; who follows it stays. */
export function withDefaultRestored(workflows: readonly Workflow[]): readonly Workflow[] {
  const known = workflows.find(({ id }) => id === DEFAULT_WORKFLOW.id);
  if (!known) return soundWorkflows([...workflows, { ...DEFAULT_WORKFLOW, name: freeName(workflows, DEFAULT_WORKFLOW.name ?? '') }]);
  const { templates, folders } = known;
  return withWorkflow(workflows, known.id ?? '', () => ({ ...DEFAULT_WORKFLOW, ...(templates && { templates }), ...(folders && { folders }) }));
}

/** Why the workflow `id` can't have this name; null when it can. */
export function workflowNameProblem(workflows: readonly Workflow[], id: string, name: string): string | null {
  if (foldStatus(name) === '') return 'Give the workflow a name with at least one letter or digit.';
  const other = workflows.find((workflow) => workflow.id !== id && isCalled(workflow, name));
  return other ? `A note that names “${name}” means the workflow “${other.name ?? ''}”. Take another name.` : null;
}

function freeName(workflows: readonly Workflow[], name: string): string {
  let free = name;
  for (let number = 2; workflows.some((workflow) => isCalled(workflow, free)); number++) free = `${name} ${number}`;
  return free;
}

function isCalled({ id = '', name = '' }: Workflow, word: string): boolean {
  return [id, name].some((spelling) => foldStatus(spelling) === foldStatus(word));
}
