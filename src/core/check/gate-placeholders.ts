import { LineIndex } from '../text/line-index';
import { amount, type GateContext, type GateFinding, type LeftSlot } from './gate-finding';

/** A citation in brackets is no slot, though it looks like one. Matches "Source: docs/prd.md", "see Story 2.1"; not "Source 1". */
const CITATION = /^(?:(?:sources?|refs?|references?|quellen?): ?|(?:see|cf\.|siehe) )\S/i;

/** Placeholders that nobody has filled in. */
export function slotsLeft({ plan: { blocks }, slots }: GateContext): GateFinding | null {
  const left = withoutCitations(slots);
  if (left.length === 0) return null;
  const lines = new LineIndex(blocks.text);
  return { message: `${amount(left.length, 'placeholder is', 'placeholders are')} left`, culprits: left.map(({ from, name }) => ({ line: lines.lineAt(from), text: name })) };
}

export function withoutCitations(slots: readonly LeftSlot[]): readonly LeftSlot[] {
  return slots.some(({ name }) => CITATION.test(name)) ? slots.filter(({ name }) => !CITATION.test(name)) : slots;
}
