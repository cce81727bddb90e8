/** A plan's whole reading as lines for people: one line per finding, line numbers from 1, what is absent left out. */
import type { PlanReading } from '../../src/core/plan/parse-plan';
import type { PriorityRow, Task } from '../../src/core/plan/plan';
import type { PlanDetails } from '../../src/core/plan/read-details';

export function describePlan(plan: PlanReading, details: PlanDetails): string {
  const { text } = plan.blocks;
  return [
    verdictLine(plan),
    ...(plan.title === null ? [] : [`title: ${plan.title}`]),
    ...statusLines(plan),
    ...details.phases.map(({ line, name, title, done, total }) => `phase ${line + 1} ${name}${quoted(title)}${total === 0 ? '' : `, ${done} of ${total} done`}`),
    ...plan.tasks.map(taskLine),
    ...details.plainChecks.map(plainCheckLine),
    ...details.gates.map(({ line, text: asks, phase, isPassed }) => `gate ${line + 1} ${words(isPassed ? 'passed' : 'open', phase)}: ${asks}`),
    ...plan.tables.map(({ line, kind, header }) => `table ${line + 1} ${kind}: ${header.map((cell) => cell.text).join(' | ')}`),
    ...plan.priorities.map(priorityLine),
    ...details.risks.map((risk) => `risk ${risk.line + 1}: ${risk.text}${ratingOf(risk)}${risk.mitigation === null ? '' : ` → ${risk.mitigation}`}`),
    ...details.requirements.map(({ line, id, level, text: says }) => `requirement ${line + 1} ${words(id, level)}: ${says}`),
    ...details.questions.map(({ line, text: asks, isResolved, isTickable }) => `question ${line + 1} ${isResolved ? 'resolved' : 'open'}${isTickable ? '' : ', no box'}: ${asks}`),
    ...details.decisions.map(({ line, text: chosen, rationale }) => `decision ${line + 1}: ${chosen}${rationale === null ? '' : ` – because: ${rationale}`}`),
    ...details.warnings.map(({ line, kind, text: warns }) => `warning ${line + 1} ${kind}: ${warns}`),
    ...details.violations.map(({ line, text: breaks, justification }) => `violation ${line + 1}: ${breaks}${justification === null ? '' : ` – because: ${justification}`}`),
    ...details.breakingChanges.map(({ line, text: breaks }) => `breaking ${line + 1}: ${breaks}`),
    ...logLines(plan),
    ...plan.diagnostics.map(({ from, code }) => `problem ${lineOf(text, from)} ${code}`),
    '',
  ].join('\n');
}

function verdictLine({ isPlan, verdict }: PlanReading): string {
  const points = verdict.evidence.reduce((sum, { points: some }) => sum + some, 0);
  const reasons = verdict.evidence.map(({ reason, points: some }) => `${reason} (${some})`);
  return `${isPlan ? 'plan' : 'no plan'}, ${points} of ${verdict.needed} points${reasons.length === 0 ? '' : `: ${reasons.join(', ')}`}`;
}

function statusLines({ status, blocks: { text } }: PlanReading): string[] {
  return (status?.sources ?? []).map(({ kind, from, raw, status: id, remark }) =>
    `status ${lineOf(text, from)} ${kind}${status?.conflict ? ', in conflict' : ''}: ${raw} = ${id ?? 'unknown'}${remark === '' ? '' : `, remark “${remark}”`}`);
}

/** "task 14 [x] done, verification/automated, Phase 1, “Automated”: it builds". */
function taskLine({ line, mark, state, kind, verification, phase, label, text }: Task): string {
  const parts = [state, ...(kind === 'other' ? [] : [verification === null ? kind : `${kind}/${verification}`]), ...(phase === null ? [] : [phase]), ...(label === null ? [] : [`“${label}”`])];
  return `task ${line + 1} [${mark}] ${parts.join(', ')}: ${text}`;
}

/** "check 14 without a box, open, automated, Phase 1, “Automated”: it builds". */
function plainCheckLine({ line, state, verification, phase, label, text }: PlanDetails['plainChecks'][number]): string {
  return `check ${line + 1} without a box, ${[state, verification, ...(phase === null ? [] : [phase]), ...(label === null ? [] : [`“${label}”`])].join(', ')}: ${text}`;
}

/** "priority 7 open: Cache (slow since May) · High = rank 1 · 2-4 hours = 3 h · impact Low · when now". */
function priorityLine({ line, state, title, detail, priority, rank, effort, hours, impact, when }: PriorityRow): string {
  const parts = [
    `${title}${detail === null ? '' : ` (${detail})`}`,
    priority === null ? `rank ${rank}` : `${priority} = rank ${rank}`,
    ...(effort === null ? [] : [`${effort} = ${hours ?? '?'} h`]),
    ...(impact === null ? [] : [`impact ${impact}`]),
    ...(when === null ? [] : [`when ${when}`]),
  ];
  return `priority ${line + 1} ${state}: ${parts.join(' · ')}`;
}

/** " · High × Low = 3". */
function ratingOf({ likelihood, impact, score }: PlanDetails['risks'][number]): string {
  return likelihood === null && impact === null ? '' : ` · ${likelihood ?? '?'} × ${impact ?? '?'} = ${score ?? '?'}`;
}

function logLines({ changeLog }: PlanReading): string[] {
  if (!changeLog) return [];
  const { form, order, headingLine, entries } = changeLog;
  const where = headingLine === null ? '' : ` ${headingLine + 1}`;
  return [`log${where}: ${form}, ${order}`, ...entries.map(({ line, date, author, change }) => `entry ${line + 1}: ${date}${author === '' ? '' : `, ${author}`}: ${change}`)];
}

function quoted(text: string): string {
  return text === '' ? '' : ` “${text}”`;
}

function words(...some: readonly (string | null)[]): string {
  return some.filter((word) => word !== null).join(' ');
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}
