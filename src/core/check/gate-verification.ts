import { plainText } from '../markdown/inline';
import { amount, type GateContext, type GateFinding } from './gate-finding';

/** Verification items that are not ticked; manual ones first, as nobody but a person can tick them. */
export function openChecks({ plan: { tasks } }: GateContext): GateFinding | null {
  const open = tasks.filter(({ kind, state }) => kind === 'verification' && state === 'open');
  if (open.length === 0) return null;
  const manual = open.filter(({ verification }) => verification === 'manual');
  const others = open.filter(({ verification }) => verification !== 'manual');
  const byHand = manual.length === 0 ? '' : `, ${manual.length === open.length ? 'all' : manual.length} to be done by hand`;
  return {
    message: `${amount(open.length, 'verification item is', 'verification items are')} not ticked${byHand}`,
    culprits: [...manual, ...others].map(({ line, text }) => ({ line, text: plainText(text) })),
  };
}
