/** Which slot comes next from a place in the text, round its ends. */
import type { Placeholder } from './slot';

/** The next slot that starts at or behind `at.to`, or the last one that ends at or before `at.from`; undefined when there is none at all. */
export function nextSlot(slots: readonly Placeholder[], at: { readonly from: number; readonly to: number }, direction: 'next' | 'previous'): Placeholder | undefined {
  if (direction === 'next') return slots.find(({ from }) => from >= at.to) ?? slots[0];
  return slots.filter(({ to }) => to <= at.from).at(-1) ?? slots.at(-1);
}
