import { LineIndex } from '../text/line-index';
import { amount, type GateContext, type GateFinding, type LeftSlot } from './gate-finding';

/** What stands in brackets and is no slot, though it looks like one: a citation. Matches "Source: docs/prd.md", "see Story 2.1"; not "Source 1". */
const CITATION = /^(?:(?:sources?|refs?|references?|quellen?): ?|(?:see|cf\.|siehe) )\S/i;

/** Placeholders that nobody has filled in. */
export function slotsLeft({ plan: { blocks }, slots }: GateContext): GateFinding | null {
  const left = slotsToFill(slots);
  if (left.length === 0) return null;
  const lines = new LineIndex(blocks.text);
  return { message: `${amount(left.length, 'placeholder is', 'placeholders are')} left`, culprits: left.map(({ from, name }) => ({ line: lines.lineAt(from), text: name })) };
}

/** The slots that are to be filled: no citations, and no `[NEEDS CLARIFICATION: …]`, which counts as a question. */
export function slotsToFill(slots: readonly LeftSlot[]): readonly LeftSlot[] {
  return slots.filter(({ name }) => !CITATION.test(name) && !name.startsWith('NEEDS CLARIFICATION:'));
}
