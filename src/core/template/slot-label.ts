/** What a slot is called where a person fills it in: by the label before it, else by its own words. */
import { startOfLine } from '../text/line-index';
import type { Placeholder } from './slot';

const LONGEST = 80;

/** The label right before the slot: "Owner" of `**Owner:** [Name]`, "Phase 1" of `### Phase 1: [Name]`; null where none stands there. */
export function labelBefore(text: string, { from }: Pick<Placeholder, 'from'>): string | null {
  const line = text.slice(startOfLine(text, from, Math.max(0, from - 200)), from);
  const before = line.replace(/[\s*_"'`]{1,40}$/, '');
  if (!before.endsWith(':') || line.includes('|')) return null;
  const start = Math.max(before.lastIndexOf(':', before.length - 2), before.lastIndexOf('→'));
  // Matches the marks of "- [ ] **Owner", "> ## Phase 1"; not "Owner".
  const plain = before.slice(start + 1, -1).replace(/^[\s>#*_~-]*(?:\d{1,9}[.)]\s+)?(?:\[.\]\s+)?/u, '').replace(/[*_`~]/g, '').trim();
  return plain === '' || plain.length > LONGEST ? null : plain;
}

/** "ENGINEER / TEAM" as "Engineer / team", "short_name" as "Short name"; what is long is cut. */
export function asLabel(name: string): string {
  const isShouted = name === name.toUpperCase() && /\p{L}{4}/u.test(name);
  return capital((isShouted ? name.toLowerCase() : name).replaceAll('_', ' '));
}

/** A property's key in words: "plan-id" as "Plan ID". */
export function keyLabel(key: string): string {
  return capital(key.replace(/[-_]+/g, ' ').replace(/(^| )id(?= |$)/gi, '$1ID'));
}

function capital(words: string): string {
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  return label.length > LONGEST ? `${label.slice(0, LONGEST - 1)}…` : label;
}
