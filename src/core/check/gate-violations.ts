import { amount, type GateContext, type GateFinding } from './gate-finding';

/** Rules of the constitution that the plan says it breaks, and gives no reason for. */
export function unjustified({ details: { violations } }: GateContext): GateFinding | null {
  const bare = violations.filter(({ justification }) => justification === null);
  if (bare.length === 0) return null;
  return { message: `${amount(bare.length, 'violation of the constitution has', 'violations of the constitution have')} no justification`, culprits: bare.map(({ line, text }) => ({ line, text })) };
}
