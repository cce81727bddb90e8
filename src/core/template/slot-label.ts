/** What a slot is called where a person fills it in: by the label before it, else by its own words. */
import { startOfLine } from '../text/line-index';
import type { Placeholder } from './placeholder';

const LONGEST = 80;

/** The label right before the slot: "Owner" of `**Owner:** [Name]`, "Phase 1" of `### Phase 1: [Name]`; null where none stands there. */
export function labelBefore(text: string, { from }: Placeholder): string | null {
  const line = text.slice(startOfLine(text, from, Math.max(0, from - 200)), from);
  if (line.includes('|')) return null;
  const before = line.replace(/[\s*_"'`]+$/, '');
  if (!before.endsWith(':')) return null;
  // Matches the marks of "- [ ] **Owner", "> ## Phase 1"; not "Owner".
  const plain = before.slice(before.lastIndexOf(':', before.length - 2) + 1, -1).replace(/^[\s>#*_~-]*(?:\d{1,9}[.)]\s+)?(?:\[.\]\s+)?/u, '').replace(/[*_`]/g, '').trim();
  return plain === '' || plain.length > LONGEST ? null : plain;
}

/** "ENGINEER / TEAM" as "Engineer / team", "short_name" as "Short name"; what is long is cut. */
export function asLabel(name: string): string {
  const isShouted = name === name.toUpperCase() && /\p{L}{4}/u.test(name);
  const plain = (isShouted ? name.toLowerCase() : name).replaceAll('_', ' ');
  const label = plain.charAt(0).toUpperCase() + plain.slice(1);
  return label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label;
}
