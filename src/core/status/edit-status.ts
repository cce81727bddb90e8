/** Edits of one status of a workflow, as a person makes them in a form. Notes are never changed by them. */
import { soundIds } from './sound-ids';
import { soundWorkflow } from './sound-workflows';
import { findStatus, foldStatus, type StatusColor, type StatusDefinition, type StatusGroup, type StatusQuestion, type Workflow } from './workflow';

/** What a form holds of a status. */
export interface StatusDraft {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly group: StatusGroup;
  readonly color: StatusColor | null;
  readonly asks: StatusQuestion | null;
  /** Ids of the statuses that may follow it, and of those that it may follow. */
  readonly next: readonly string[];
  readonly comesFrom: readonly string[];
}

/** What is wrong with a draft, by field. */
export type DraftProblems = Readonly<Partial<Record<'name' | 'aliases', string>>>;

export function draftOf(workflow: Workflow, { id, name, aliases, group, color, asks, next }: StatusDefinition): StatusDraft {
  const comesFrom = workflow.statuses.filter((other) => other.next.includes(id)).map((other) => other.id);
  return { name, aliases, group, color: color ?? null, asks: asks ?? null, next, comesFrom };
}

/** A new status that stands behind another one, or first: on the path it leads from that one to the one that follows. */
export function freshDraft(workflow: Workflow, after: string | null): StatusDraft {
  const place = placeBehind(workflow, after);
  const before = workflow.statuses[place - 1];
  const isOffPath = before?.group === 'dropped';
  const following = isOffPath ? undefined : workflow.statuses.slice(place).find(({ group }) => group !== 'dropped');
  return {
    name: '',
    aliases: [],
    group: before?.group ?? 'to-do',
    color: null,
    asks: null,
    next: following ? [following.id] : [],
    comesFrom: before && !isOffPath ? [before.id] : [],
  };
}

/** Where a new status stands unless told otherwise: at the end of the path, before those off it; null for the first place. */
export function usualPlace(workflow: Workflow): string | null {
  return [...workflow.statuses].reverse().find(({ group }) => group !== 'dropped')?.id ?? null;
}

/** Why the draft can't be the status `id`, or a new one when that is null. */
export function draftProblems(workflow: Workflow, id: string | null, { name, aliases }: StatusDraft): DraftProblems {
  const others: Workflow = { statuses: workflow.statuses.filter((status) => status.id !== id) };
  const nameProblem = foldStatus(name) === '' ? 'Give the status a name with at least one letter or digit.' : spellingProblem(others, name);
  const aliasProblem = aliases.map((alias) => spellingProblem(others, alias)).find((problem) => problem !== null) ?? null;
  return { ...(nameProblem !== null && { name: nameProblem }), ...(aliasProblem !== null && { aliases: aliasProblem }) };
}

/** Why `word` can't mean another status as well; null when none of the workflow's has that spelling. */
export function spellingProblem(workflow: Workflow, word: string): string | null {
  const owner = findStatus(workflow, word);
  if (!owner) return null;
  const spelling = foldStatus(word);
  if (foldStatus(owner.name) === spelling) return `There is a status “${owner.name}” already.`;
  if (foldStatus(owner.id) === spelling) return `“${word}” is the id of “${owner.name}”, so it means that status. Take another word.`;
  return `“${word}” means “${owner.name}” already. Take another word, or remove that spelling there first.`;
}

/** What the status was called and is not any more: it stays as a spelling, so that notes still read right. Null when the name stays the same. */
export function formerName(workflow: Workflow, id: string | null, name: string): string | null {
  const before = workflow.statuses.find((status) => status.id === id);
  return before && foldStatus(before.name) !== foldStatus(name) ? before.name : null;
}

/** The workflow with the draft as the status `id`; with null it is a new one that stands behind `after`. Only for drafts without problems. */
export function withStatus(workflow: Workflow, draft: StatusDraft, { id, after }: { id: string | null; after: string | null }): Workflow {
  const { name, group, color, asks, next, comesFrom } = draft;
  const ownId = id ?? soundIds([...workflow.statuses, { id: null, name }], 'status').at(-1) ?? 'status';
  const former = formerName(workflow, id, name);
  const spellings = new Set(draft.aliases.map(foldStatus));
  const kept = former === null || spellings.has(foldStatus(former)) ? draft.aliases : [former, ...draft.aliases];
  const { color: _color, asks: _asks, ...before } = workflow.statuses.find((status) => status.id === id) ?? { id: ownId };
  const changed: StatusDefinition = { ...before, id: ownId, name, aliases: kept.filter((alias) => foldStatus(alias) !== foldStatus(name)), group, next, ...(color && { color }), ...(asks && { asks }) };
  const statuses = workflow.statuses.map((status) => (status.id === id ? changed : { ...status, next: toggled(status.next, ownId, comesFrom.includes(status.id)) }));
  if (id === null) statuses.splice(placeBehind(workflow, after), 0, changed);
  return soundWorkflow({ ...workflow, statuses });
}

/** The last status stays: a workflow has at least one. */
export function withoutStatus(workflow: Workflow, id: string): Workflow {
  const statuses = workflow.statuses.filter((status) => status.id !== id);
  return statuses.length === 0 ? workflow : soundWorkflow({ ...workflow, statuses });
}

/** The status one place further up (-1) or down (1), as far as there is one. */
export function withMovedStatus(workflow: Workflow, id: string, step: -1 | 1): Workflow {
  const statuses = [...workflow.statuses];
  const at = statuses.findIndex((status) => status.id === id);
  const [status, other] = [statuses[at], statuses[at + step]];
  if (status && other) [statuses[at], statuses[at + step]] = [other, status];
  return { ...workflow, statuses };
}

function placeBehind(workflow: Workflow, after: string | null): number {
  return workflow.statuses.findIndex(({ id }) => id === after) + 1;
}

/** `ids` with or without `id`; the order of the others stays. */
export function toggled(ids: readonly string[], id: string, isIn: boolean): readonly string[] {
  if (!isIn) return ids.filter((each) => each !== id);
  return ids.includes(id) ? ids : [...ids, id];
}
