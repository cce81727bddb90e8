import { plainText } from '../markdown/inline';
import { amount, type GateContext, type GateFinding } from './gate-finding';
import { workItems } from './work-items';

/** Verification items that are not ticked; manual ones first, as nobody but a person can tick them. What says that it is optional or put off stands in nobody's way. */
export function openChecks({ plan }: GateContext): GateFinding | null {
  const open = workItems(plan).filter(({ kind, state }) => kind === 'verification' && state === 'open');
  if (open.length === 0) return null;
  const manual = open.filter(({ verification }) => verification === 'manual');
  const others = open.filter(({ verification }) => verification !== 'manual');
  const byHand = manual.length === 0 ? '' : `, ${manual.length === open.length ? 'all' : manual.length} to be done by hand`;
  return {
    message: `${amount(open.length, 'verification item is', 'verification items are')} not ticked${byHand}`,
    culprits: [...manual, ...others].map(({ line, text }) => ({ line, text: plainText(text) })),
  };
}
