/** “Map to…”: a word that notes use becomes one more spelling of a status. The notes stay as they are. */
import { spellingProblem } from './edit-status';
import { withWorkflow } from './edit-workflows';
import { findStatus, foldStatus, type Workflow } from './workflow';

export type Mapped = { readonly ok: true; readonly workflows: readonly Workflow[] } | { readonly ok: false; readonly message: string };

/** The workflows with `word` as a spelling of the status; the same ones when it is one already. Refused where the word means another status, or can be no spelling. */
export function withAlias(workflows: readonly Workflow[], workflowId: string, statusId: string, word: string): Mapped {
  const alias = word.replace(/\s+/g, ' ').trim();
  const workflow = workflows.find(({ id }) => id === workflowId);
  const status = workflow?.statuses.find(({ id }) => id === statusId);
  if (!workflow || !status) return { ok: false, message: 'This status is not in the settings any more. Choose another one.' };
  if (foldStatus(alias) === '' || SEPARATOR.test(alias)) return { ok: false, message: `“${alias}” can’t stand for a status: it has no letters, or has a comma.` };
  if (findStatus(workflow, alias) === status) return { ok: true, workflows };
  const message = spellingProblem(workflow, alias);
  if (message !== null) return { ok: false, message };
  const mapped = { ...workflow, statuses: workflow.statuses.map((each) => (each === status ? { ...status, aliases: [...status.aliases, alias] } : each)) };
  return { ok: true, workflows: withWorkflow(workflows, workflowId, () => mapped) };
}

/** Stands between the spellings of a status where people write them down. Matches "a, b"; not "a b". */
export const SEPARATOR = /[,，、]/;
