/** One gate of a move, as a person is told of it: its message, then its culprits as "line: text", lines from 1; '' when it is held. */
import { checkGates, type LeftSlot } from '../../src/core/check/check-gates';
import { readPlan } from '../../src/core/plan/parse-plan';
import type { GateId } from '../../src/core/status/gate';
import { DEFAULT_WORKFLOW, type Workflow } from '../../src/core/status/workflow';

export function gateOf(gate: GateId, text: string, { to = 'completed', slots = [] }: { readonly to?: string; readonly slots?: readonly LeftSlot[] } = {}): string {
  const workflow: Workflow = { ...DEFAULT_WORKFLOW, gates: [{ from: '*', to, levels: { [gate]: 'block' } }] };
  const [result] = checkGates(readPlan(text, { workflow }), { from: null, to, slots });
  if (!result || result.gate !== gate) throw new Error(`The move to ${to} does not ask for ${gate}.`);
  return result.isHeld ? '' : [result.message, ...result.culprits.map((culprit) => `${culprit.line + 1}: ${culprit.text}`)].join('\n');
}
