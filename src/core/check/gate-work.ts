import { plainText } from '../markdown/inline';
import { amount, type GateContext, type GateFinding } from './gate-finding';
import { workItems } from './work-items';

/** Boxes of the work that are not ticked, beside the verification items, which are a gate of their own. Drift tells of the same ones. */
export function openWork({ plan }: GateContext): GateFinding | null {
  const open = workItems(plan).filter(({ kind, state }) => kind !== 'verification' && state === 'open');
  if (open.length === 0) return null;
  return { message: `${amount(open.length, 'other box is', 'other boxes are')} not ticked`, culprits: open.map(({ line, text }) => ({ line, text: plainText(text) })) };
}
