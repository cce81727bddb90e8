import type { GateResult } from '../core/check/check-gates';
import type { GateId } from '../core/status/gate';

/** One of what a gate finds, and several. */
const NAMES: Readonly<Record<GateId, readonly [one: string, many: string]>> = {
  frontmatter: ['unreadable property', 'unreadable properties'],
  verification: ['open verification item', 'open verification items'],
  confirmation: ['open confirmation gate', 'open confirmation gates'],
  work: ['other open box', 'other open boxes'],
  'phase-order': ['phase out of order', 'phases out of order'],
  questions: ['open question', 'open questions'],
  requirements: ['requirement without a check', 'requirements without a check'],
  violations: ['unjustified violation', 'unjustified violations'],
  placeholders: ['placeholder', 'placeholders'],
};

/** What a log row calls a gate that is passed over: "2 open verification items". */
export function shortName({ gate, culprits: { length } }: GateResult): string {
  return length === 1 ? `1 ${NAMES[gate][0]}` : `${length} ${NAMES[gate][1]}`;
}
