import { LineIndex } from '../text/line-index';
import { amount, type GateContext, type GateFinding } from './gate-finding';

/** Placeholders that nobody has filled in. */
export function slotsLeft({ plan: { blocks }, slots }: GateContext): GateFinding | null {
  if (slots.length === 0) return null;
  const lines = new LineIndex(blocks.text);
  return { message: `${amount(slots.length, 'placeholder is', 'placeholders are')} left`, culprits: slots.map(({ from, name }) => ({ line: lines.lineAt(from), text: name })) };
}
