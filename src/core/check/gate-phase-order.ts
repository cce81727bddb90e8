import type { Phase } from '../plan/read-phases';
import type { GateContext, GateFinding } from './gate-finding';
import { overtakenPhases } from './overtaken-phases';
import { workItems } from './work-items';

/** Phases that are open though a later one has ticks, and steps of one phase likewise. */
export function skippedPhases({ plan }: GateContext): GateFinding | null {
  const skipped = overtakenPhases(plan, workItems(plan), ({ done }) => done > 0);
  const [first] = skipped;
  if (!first) return null;
  return {
    message: skipped.length === 1 ? `${first.open.name} is open though ${first.ahead.name} has ticks` : `${skipped.length} phases are open though later ones have ticks`,
    culprits: skipped.map(({ open }) => ({ line: open.line, text: phaseLabel(open) })),
  };
}

/** "Phase 2: Sync, 1 of 5 ticked". */
export function phaseLabel({ name, title, done, total }: Phase): string {
  return `${name}${title === '' ? '' : `: ${title}`}, ${done} of ${total} ticked`;
}
