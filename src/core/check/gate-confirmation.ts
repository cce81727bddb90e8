/**
 * Confirmation gates that nothing in the plan says were passed. A mark or word at the gate passes it, a tick of its
 * box, a phase whose heading or status says it is over, and a row of the change log: "Phase 1 confirmed by QA".
 */
import { isSlot } from '../plan/read-tables';
import { amount, type GateContext, type GateFinding } from './gate-finding';
import { readLogRows } from './log-rows';
import { isExcused } from './overtaken-phases';

const CONFIRMED = /\b(?:confirmed|passed|signed off|cleared|accepted|approved|bestätigt|abgenommen|freigegeben|bestanden)\b/i;
const NEGATED = /\b(?:not|nicht|failed|to be)\b/i;
const ALL = /\b(?:all|every|alle) (?:confirmation )?(?:gates?|phases?|phasen)\b/i;
/** Asks for nothing, or says how it is passed rather than what is confirmed. Matches "None", "automatic"; not "QA has signed". */
const NOTHING = /^(?:none|nothing(?: follows)?|n\/a|-|–|—|keine?s?|automatic|auto|manual|human[ _]approval)?[.!]?$/i;

/** A plan that is over has passed all its gates; on the way there, those of the phases that are ticked. */
export function openGates({ plan, details, to }: GateContext): GateFinding | null {
  const phases = new Map(details.phases.map((phase) => [phase.name, phase]));
  const waiting = details.gates.filter((gate) => {
    const phase = phases.get(gate.phase);
    const isDue = to?.group === 'done' || (phase !== undefined && phase.total > 0 && phase.done === phase.total);
    return gate.isClear && !gate.isPassed && isDue && !NOTHING.test(gate.text) && !isSlot(gate.text) && !(phase && isExcused(plan, phase));
  });
  if (waiting.length === 0) return null;
  const confirmations = readLogRows(plan).flatMap(({ text }) => (CONFIRMED.test(text) && !NEGATED.test(text) ? [text.toLowerCase()] : []));
  const open = waiting.filter(({ phase }) => !confirmations.some((row) => ALL.test(row) || names(row, phase.toLowerCase())));
  if (open.length === 0) return null;
  return {
    message: `${amount(open.length, 'confirmation gate is', 'confirmation gates are')} not marked as passed`,
    culprits: open.map(({ line, text, phase }) => ({ line, text: `${phase}: ${text}` })),
  };
}

/** Whether `row` names the phase, or its gate: "phase 1", "gate 1"; not "phase 12", "phase 1.2". */
function names(row: string, phase: string): boolean {
  return [phase, `gate${phase.slice(phase.indexOf(' '))}`].some((name) => {
    const at = row.indexOf(name);
    return at >= 0 && !/^(?:\w|\.\d)/.test(row.slice(at + name.length));
  });
}
