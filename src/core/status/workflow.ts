/** Which statuses a plan can have, in order, which may follow which, and what a move asks for. Pure data with lookups. */
import type { TransitionGates } from './gate';

/** Names of the theme's colours. */
export const STATUS_COLORS = ['gray', 'red', 'orange', 'yellow', 'green', 'cyan', 'blue', 'purple', 'pink'] as const;
export type StatusColor = (typeof STATUS_COLORS)[number];

/** Where on its way a plan is; dropped ones are off the path. */
export const STATUS_GROUPS = ['to-do', 'doing', 'done', 'dropped'] as const;
export type StatusGroup = (typeof STATUS_GROUPS)[number];

/** What a move can ask for. */
export const STATUS_QUESTIONS = ['successor', 'reason'] as const;
export type StatusQuestion = (typeof STATUS_QUESTIONS)[number];

export interface StatusDefinition {
  /** Stable, lower case with hyphens; part of a command id. */
  readonly id: string;
  /** As it is written into notes. */
  readonly name: string;
  /** Other spellings that mean the same, compared without case, spaces, hyphens and underscores. */
  readonly aliases: readonly string[];
  readonly group: StatusGroup;
  /** Ids of the statuses that may follow, the usual one first. */
  readonly next: readonly string[];
  readonly color?: StatusColor;
  /** What a move to it must be told: the plan that takes this one's place, or why. */
  readonly asks?: StatusQuestion;
}

/** A checkbox property that stands for a move, or for a flag of its own, such as `blocked`. */
export interface StatusToggle {
  /** Key of the property. */
  readonly property: string;
  /** For people: "Blocked". */
  readonly name: string;
  /** Id of the status that ticking it moves the plan to; null for a flag, which is only logged. */
  readonly to: string | null;
}

export interface Workflow {
  /** Lower case with hyphens; what the property `plan-workflow` of a note names. */
  readonly id?: string;
  readonly name?: string;
  readonly statuses: readonly StatusDefinition[];
  readonly gates?: readonly TransitionGates[];
  readonly toggles?: readonly StatusToggle[];
  /** Ids of templates whose plans follow it, and folders whose notes do. */
  readonly templates?: readonly string[];
  readonly folders?: readonly string[];
}

export const DEFAULT_WORKFLOW: Workflow = {
  id: 'default',
  name: 'Plans',
  statuses: [
    { id: 'draft', name: 'Draft', aliases: ['proposed', 'not started', 'planned', 'to do', 'todo', 'new', 'wip draft', 'proposal', 'pending', 'backlog', 'entwurf', 'geplant', 'borrador', 'planificado', 'brouillon', 'planifié', 'à faire', 'rascunho', 'planejado', '草稿', '计划中', '下書き', '未着手'], group: 'to-do', next: ['in-review'], color: 'gray' },
    { id: 'in-review', name: 'In Review', aliases: ['review', 'under review', 'ready for review', 'reviewing', 'in prüfung', 'en revisión', 'en revue', 'em revisão', '审核中', 'レビュー中'], group: 'to-do', next: ['approved', 'draft'], color: 'yellow' },
    { id: 'approved', name: 'Approved', aliases: ['accepted', 'ready', 'ready to implement', 'ready for implementation', 'ready for dev', 'provisional', 'implementable', 'freigegeben', 'genehmigt', 'aprobado', 'approuvé', 'aprovado', '已批准', '承認済み'], group: 'to-do', next: ['in-progress', 'in-review'], color: 'cyan' },
    { id: 'in-progress', name: 'In Progress', aliases: ['started', 'doing', 'active', 'ongoing', 'implementing', 'wip', 'in development', 'partially complete', 'partial', 'partially implemented', 'in arbeit', 'in bearbeitung', 'en progreso', 'en curso', 'en cours', 'em andamento', '进行中', '進行中', '作業中'], group: 'doing', next: ['completed', 'approved'], color: 'blue' },
    { id: 'completed', name: 'Completed', aliases: ['complete', 'done', 'implemented', 'executed', 'finished', 'shipped', 'closed', 'merged', 'delivered', 'released', 'abgeschlossen', 'erledigt', 'fertig', 'umgesetzt', 'completado', 'terminado', 'hecho', 'terminé', 'fait', 'concluído', '已完成', '完成', '完了'], group: 'done', next: ['in-progress'], color: 'green' },
    { id: 'superseded', name: 'Superseded', aliases: ['replaced', 'obsolete', 'deprecated', 'archived', 'ersetzt', 'überholt', 'reemplazado', 'obsoleto', 'remplacé', 'substituído', '已废弃', '廃止'], group: 'dropped', next: ['draft'], color: 'purple', asks: 'successor' },
    { id: 'cancelled', name: 'Cancelled', aliases: ['canceled', 'rejected', 'abandoned', "won't do", 'wont do', 'wontfix', 'withdrawn', 'declined', 'abgebrochen', 'verworfen', 'abgelehnt', 'cancelado', 'rechazado', 'annulé', 'rejeté', 'rejeitado', '已取消', '中止', '却下'], group: 'dropped', next: ['draft'], color: 'red', asks: 'reason' },
  ],
  gates: [
    { from: '*', to: 'in-review', levels: { frontmatter: 'block', placeholders: 'warn' } },
    { from: '*', to: 'approved', levels: { frontmatter: 'block', questions: 'block', requirements: 'warn', violations: 'block', placeholders: 'warn' } },
    { from: '*', to: 'in-progress', levels: { frontmatter: 'block', questions: 'warn', placeholders: 'warn' } },
    { from: '*', to: 'completed', levels: { frontmatter: 'block', verification: 'block', confirmation: 'block', work: 'warn', 'phase-order': 'warn', questions: 'warn', requirements: 'warn', violations: 'warn', placeholders: 'warn' } },
  ],
  toggles: [
    { property: 'approved', name: 'Approved', to: 'approved' },
    { property: 'blocked', name: 'Blocked', to: null },
  ],
};

/** What is known of a note before it is read by a workflow. */
export interface WorkflowClues {
  /** The property `plan-workflow`: id or name of one. */
  readonly named: string | null;
  /** The property `plan-template`. */
  readonly template: string | null;
  readonly path: string | null;
}

/** The workflow of a note: the one it names, else the one of its template, else of the nearest folder; else the first. */
export function chooseWorkflow(workflows: readonly Workflow[], { named, template, path }: WorkflowClues): Workflow {
  const [first = DEFAULT_WORKFLOW] = workflows;
  if (workflows.length < 2) return first;
  const word = named === null ? '' : foldStatus(named);
  const byName = word === '' ? undefined : workflows.find(({ id = '', name = '' }) => foldStatus(id) === word || foldStatus(name) === word);
  const byTemplate = (): Workflow | undefined => (template === null ? undefined : workflows.find(({ templates }) => templates?.includes(template)));
  const byFolder = (): Workflow | undefined => {
    const folders = workflows.flatMap((workflow) => (workflow.folders ?? []).map((folder) => ({ workflow, folder: folder.replace(/^\/+|\/+$/g, '') })));
    const around = folders.filter(({ folder }) => folder !== '' && path?.startsWith(`${folder}/`) === true);
    return around.sort((a, b) => b.folder.length - a.folder.length)[0]?.workflow;
  };
  return byName ?? byTemplate() ?? byFolder() ?? first;
}

/** What a new plan of the template is called at first. */
export function firstStatus(workflows: readonly Workflow[], template: string): string {
  return chooseWorkflow(workflows, { named: null, template, path: null }).statuses[0]?.name ?? 'Draft';
}

/** The status that `word` names, by id, name or alias; null when the workflow knows none. */
export function findStatus(workflow: Workflow, word: string): StatusDefinition | null {
  return spellingsOf(workflow).get(foldStatus(word)) ?? null;
}

const spellings = new WeakMap<Workflow, ReadonlyMap<string, StatusDefinition>>();

/** By folded spelling; of two statuses with one spelling the first has it. */
function spellingsOf(workflow: Workflow): ReadonlyMap<string, StatusDefinition> {
  let known = spellings.get(workflow);
  if (!known) {
    known = new Map([...workflow.statuses].reverse().flatMap((status) => [status.id, status.name, ...status.aliases].map((name) => [foldStatus(name), status] as const)));
    spellings.set(workflow, known);
  }
  return known;
}

/** Statuses in the order in which a person picks them: what comes next first, then the rest of the path, the current one last. */
export function pickOrder(workflow: Workflow, current: string | null): readonly StatusDefinition[] {
  const from = current === null ? null : findStatus(workflow, current);
  const next = (from?.next ?? []).flatMap((id) => workflow.statuses.filter((status) => status.id === id));
  const rest = workflow.statuses.filter((status) => !next.includes(status) && status !== from);
  return [...next, ...rest, ...(from ? [from] : [])];
}

/** The usual next status; null at the end of the path. A missing status starts the path; what follows a status that the workflow does not know, nobody can tell. */
export function nextStatus(workflow: Workflow, current: string | null): StatusDefinition | null {
  const path = workflow.statuses.filter((status) => status.group !== 'dropped');
  if (current === null) return path[0] ?? null;
  const from = findStatus(workflow, current);
  const index = from ? path.indexOf(from) : -1;
  return index < 0 ? null : (path[index + 1] ?? null);
}

/** The status before `current` on the path; null at its start or off the path. */
export function previousStatus(workflow: Workflow, current: string | null): StatusDefinition | null {
  const path = workflow.statuses.filter((status) => status.group !== 'dropped');
  const from = current === null ? null : findStatus(workflow, current);
  const index = from ? path.indexOf(from) : -1;
  return index > 0 ? (path[index - 1] ?? null) : null;
}

/** Spelling folded for comparison: "In-progress", "in_progress" and "IN PROGRESS" are one. */
export function foldStatus(word: string): string {
  return word.toLowerCase().replace(/[\s_\-–—’']+/g, '');
}
