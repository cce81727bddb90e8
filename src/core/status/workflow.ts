/** Which statuses a plan can have, in order, and which may follow which. Pure data with lookups. */
export interface StatusDefinition {
  /** Stable, lower case with hyphens; part of a command id. */
  readonly id: string;
  /** As it is written into notes. */
  readonly name: string;
  /** Other spellings that mean the same, compared without case, spaces, hyphens and underscores. */
  readonly aliases: readonly string[];
  readonly group: 'to-do' | 'doing' | 'done' | 'dropped';
  /** Ids of the statuses that may follow, the usual one first. */
  readonly next: readonly string[];
}

export interface Workflow {
  readonly statuses: readonly StatusDefinition[];
}

export const DEFAULT_WORKFLOW: Workflow = {
  statuses: [
    { id: 'draft', name: 'Draft', aliases: ['proposed', 'not started', 'planned', 'to do', 'todo', 'new', 'wip draft', 'proposal', 'pending', 'backlog', 'entwurf', 'geplant', 'borrador', 'planificado', 'brouillon', 'planifié', 'à faire', 'rascunho', 'planejado', '草稿', '计划中', '下書き', '未着手'], group: 'to-do', next: ['in-review'] },
    { id: 'in-review', name: 'In Review', aliases: ['review', 'under review', 'ready for review', 'reviewing', 'in prüfung', 'en revisión', 'en revue', 'em revisão', '审核中', 'レビュー中'], group: 'to-do', next: ['approved', 'draft'] },
    { id: 'approved', name: 'Approved', aliases: ['accepted', 'ready', 'ready to implement', 'ready for implementation', 'ready for dev', 'provisional', 'implementable', 'freigegeben', 'genehmigt', 'aprobado', 'approuvé', 'aprovado', '已批准', '承認済み'], group: 'to-do', next: ['in-progress', 'in-review'] },
    { id: 'in-progress', name: 'In Progress', aliases: ['started', 'doing', 'active', 'ongoing', 'implementing', 'wip', 'in development', 'partially complete', 'partial', 'partially implemented', 'in arbeit', 'in bearbeitung', 'en progreso', 'en curso', 'en cours', 'em andamento', '进行中', '進行中', '作業中'], group: 'doing', next: ['completed', 'approved'] },
    { id: 'completed', name: 'Completed', aliases: ['complete', 'done', 'implemented', 'executed', 'finished', 'shipped', 'closed', 'merged', 'delivered', 'released', 'abgeschlossen', 'erledigt', 'fertig', 'umgesetzt', 'completado', 'terminado', 'hecho', 'terminé', 'fait', 'concluído', '已完成', '完成', '完了'], group: 'done', next: ['in-progress'] },
    { id: 'superseded', name: 'Superseded', aliases: ['replaced', 'obsolete', 'deprecated', 'archived', 'ersetzt', 'überholt', 'reemplazado', 'obsoleto', 'remplacé', 'substituído', '已废弃', '廃止'], group: 'dropped', next: ['draft'] },
    { id: 'cancelled', name: 'Cancelled', aliases: ['canceled', 'rejected', 'abandoned', "won't do", 'wont do', 'wontfix', 'withdrawn', 'declined', 'abgebrochen', 'verworfen', 'abgelehnt', 'cancelado', 'rechazado', 'annulé', 'rejeté', 'rejeitado', '已取消', '中止', '却下'], group: 'dropped', next: ['draft'] },
  ],
};

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
