/** Edits of a workflow's gates and toggles. */
import type { GateId, GateLevel, TransitionGates } from './gate';
import { soundWorkflow } from './sound-workflows';
import type { StatusToggle, Workflow } from './workflow';

/** A line of the gates' table: moves to a status, from one other or from any ('*'). */
export type GateMove = Pick<TransitionGates, 'from' | 'to'>;

/** A table with a line for each status, and below it one for each move that has gates of its own. */
export function gateLines({ statuses, gates = [] }: Workflow): readonly TransitionGates[] {
  return statuses.flatMap(({ id }) => {
    const into = gates.filter(({ to }) => to === id);
    return [into.find(({ from }) => from === '*') ?? { from: '*', to: id, levels: {} }, ...into.filter(({ from }) => from !== '*')];
  });
}

/** Gates that are off are not named, and a general line without any is none. */
export function withGateLevel(workflow: Workflow, move: GateMove, gate: GateId, level: GateLevel): Workflow {
  const line = gateLines(workflow).find((each) => isSame(each, move));
  if (!line) return workflow;
  const { [gate]: _before, ...others } = line.levels;
  const changed = withLine(workflow, { ...line, levels: level === 'off' ? others : { ...others, [gate]: level } });
  return soundWorkflow({ ...changed, gates: (changed.gates ?? []).filter(({ from, levels }) => from !== '*' || Object.keys(levels).length > 0) });
}

/** Gates of its own for exactly this move; at first they are those of any move to the status. */
export function withOwnGates(workflow: Workflow, move: GateMove): Workflow {
  const lines = gateLines(workflow);
  const general = lines.find(({ from, to }) => from === '*' && to === move.to);
  return !general || lines.some((each) => isSame(each, move)) ? workflow : withLine(workflow, { from: move.from, to: move.to, levels: general.levels });
}

export function withoutOwnGates(workflow: Workflow, move: GateMove): Workflow {
  return { ...workflow, gates: (workflow.gates ?? []).filter((each) => !isSame(each, move)) };
}

function withLine(workflow: Workflow, line: TransitionGates): Workflow {
  const { gates = [] } = workflow;
  const isKnown = gates.some((each) => isSame(each, line));
  return { ...workflow, gates: isKnown ? gates.map((each) => (isSame(each, line) ? line : each)) : [...gates, line] };
}

function isSame(a: GateMove, b: GateMove): boolean {
  return a.from === b.from && a.to === b.to;
}

/** Why the toggle can't be the one at `at`, or a new one when that is null; by field. */
export function toggleProblems({ toggles = [] }: Workflow, at: number | null, { property, name }: StatusToggle): Readonly<Partial<Record<'property' | 'name', string>>> {
  const key = property.toLowerCase();
  const isTaken = toggles.some((toggle, other) => other !== at && toggle.property.toLowerCase() === key);
  const problem =
    key === '' ? 'Give the property that is ticked.'
    : isTaken ? `There is a toggle for “${property}” already.`
    : key === 'status' ? 'The property “status” holds the status itself. Take another one.'
    : null;
  return { ...(problem !== null && { property: problem }), ...(name === '' && { name: 'Give the toggle a name.' }) };
}

export function withToggle(workflow: Workflow, at: number | null, toggle: StatusToggle): Workflow {
  const { toggles = [] } = workflow;
  return { ...workflow, toggles: at === null ? [...toggles, toggle] : toggles.map((each, other) => (other === at ? { ...each, ...toggle } : each)) };
}

export function withoutToggle(workflow: Workflow, at: number): Workflow {
  return { ...workflow, toggles: (workflow.toggles ?? []).filter((_toggle, other) => other !== at) };
}
