/** What is kept of a plan for telling its contradictions on any day, among whatever other plans there are by then. */
import { type DriftFinding, type LastingDrift, readDrift } from '../check/drift';
import type { LeftSlot } from '../check/gate-finding';
import { identifyPlan, type PlanIdentity } from '../check/vault-drift';
import { parseCalendarDate } from '../date/calendar-date';
import type { PlanReading } from '../plan/parse-plan';
import { own } from '../text/own-string';

/** Finds the placeholders that are left in a text. */
export type FindSlots = (text: string) => readonly LeftSlot[];

export interface PlanDrift {
  readonly lasting: LastingDrift;
  /** Its path is that at which it was read. */
  readonly identity: PlanIdentity | null;
  /** Whether the plan says when it was changed last. The day of its header or log may be that of its making. */
  readonly hasUpdated: boolean;
}

const UPDATED_KEYS = ['updated', 'last-updated', 'last_updated', 'modified'];

/** A contradiction on some day. */
export interface DriftItem extends DriftFinding {
  /** Whether the plan asks to leave it out. */
  readonly isIgnored: boolean;
}

/** Slots are looked for only where it matters: that takes as long as all else here. */
export function planDrift(path: string, plan: PlanReading, findSlots: FindSlots): PlanDrift {
  let slots: readonly LeftSlot[] | null = null;
  const { told, ignored, work } = readDrift(plan, { get slots() { return (slots ??= findSlots(plan.blocks.text)); } });
  const identity = identifyPlan(path, plan);
  return {
    lasting: { told: told.map(kept), ignored: ignored.map(kept), work: work && { ...work, said: own(work.said) } },
    hasUpdated: UPDATED_KEYS.some((key) => parseCalendarDate([plan.frontmatter?.properties.get(key)?.value].flat().join()) !== null),
    identity: identity && { ...identity, title: identity.title === null ? null : own(identity.title), id: identity.id === null ? null : own(identity.id) },
  };
}

/** Without the text that its words were cut from. */
function kept(finding: DriftFinding): DriftFinding {
  return { ...finding, message: own(finding.message), evidence: own(finding.evidence) };
}
