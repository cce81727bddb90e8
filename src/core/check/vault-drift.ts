/** Contradictions between plans: two with one id, and copies that a sync program left behind. */
import { plainText } from '../markdown/inline';
import { findSectionEntry } from '../plan/header-entry';
import type { PlanReading } from '../plan/parse-plan';
import { headOf } from '../plan/read-status';
import { isSlot } from '../plan/read-tables';
import { LineIndex } from '../text/line-index';
import { type CopyName, copyName } from './conflict-copy';
import type { DriftCode, DriftFinding } from './drift-finding';
import { ignoredDrift } from './ignored-drift';
import { likeness, sketchOf, type TextSketch } from './text-sketch';

/** What is kept of a plan for comparing it with the others. */
export interface PlanIdentity {
  readonly path: string;
  readonly title: string | null;
  /** What its property `plan-id` or its header's "Plan ID" says; null without one. */
  readonly id: string | null;
  readonly idLine: number;
  /** Whether it is off the path: superseded, cancelled. */
  readonly isDropped: boolean;
  readonly sketch: TextSketch;
  readonly ignores: (code: DriftCode) => boolean;
}

export interface VaultFinding extends DriftFinding {
  readonly path: string;
  /** Paths of other notes that it is about, the first few of many. */
  readonly others: readonly string[];
  /** How many they are in all. */
  readonly count: number;
}

/** Stands where an id will be. Matches "", "TBD"; not "PLAN-16". */
const NO_ID = /^(?:tbd|tba|none|n\/a|[-–—?]*)$/i;
/** How much of their lines two texts must share to be versions of one. */
const ALIKE = 0.8;

/** Null for a note that is no plan. */
export function identifyPlan(path: string, plan: PlanReading): PlanIdentity | null {
  if (!plan.isPlan) return null;
  const { text } = plan.blocks;
  const { isAll, codes } = ignoredDrift(plan);
  const id = idOf(plan);
  return {
    path,
    title: plan.title,
    id: id?.value ?? null,
    idLine: id ? new LineIndex(text).lineAt(id.at) : 0,
    isDropped: plan.workflow.statuses.find(({ id: status }) => status === plan.status?.status)?.group === 'dropped',
    sketch: sketchOf(text),
    ignores: (code) => isAll || codes.has(code),
  };
}

export interface VaultDrift {
  readonly told: readonly VaultFinding[];
  /** What the plan that it is about asks to leave out. */
  readonly ignored: readonly VaultFinding[];
}

/** Contradictions among all plans of a vault, each told once, in the order of paths. */
export function findVaultDrift(plans: Iterable<PlanIdentity>): readonly VaultFinding[] {
  return readVaultDrift(plans).told;
}

/** As `findVaultDrift`, with what is ignored. */
export function readVaultDrift(plans: Iterable<PlanIdentity>): VaultDrift {
  const all = [...plans].sort((a, b) => (a.path < b.path ? -1 : 1));
  const byPath = new Map(all.map((plan) => [plan.path.toLowerCase(), plan]));
  const drift: { told: VaultFinding[]; ignored: VaultFinding[] } = { told: [], ignored: [] };
  const byId = new Map<string, PlanIdentity[]>();
  for (const plan of all) {
    const copy = copyFinding(plan, byPath);
    if (copy) drift[plan.ignores('conflict-copy') ? 'ignored' : 'told'].push(copy);
    else if (plan.id !== null && !plan.isDropped) {
      const key = plan.id.toLowerCase();
      const group = byId.get(key);
      if (group) group.push(plan);
      else byId.set(key, [plan]);
    }
  }
  for (const group of byId.values()) if (group.length > 1) compareIds(group, drift);
  const inOrder = (found: readonly VaultFinding[]): VaultFinding[] => [...found].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { told: inOrder(drift.told), ignored: inOrder(drift.ignored) };
}

/** Other notes that a finding names. */
const MOST_OTHERS = 3;

function compareIds(group: readonly PlanIdentity[], { told, ignored }: { readonly told: VaultFinding[]; readonly ignored: VaultFinding[] }): void {
  const telling = group.filter((plan) => !plan.ignores('duplicate-id'));
  const paths = (plans: readonly PlanIdentity[]): string[] => plans.slice(0, MOST_OTHERS + 1).map(({ path }) => path);
  const [first] = telling;
  if (first && telling.length > 1) told.push(sameId(first, paths(telling), telling.length - 1));
  const all = paths(group);
  for (const plan of group) if (plan.ignores('duplicate-id')) ignored.push(sameId(plan, all, group.length - 1));
}

/** The plan's id is that of `count` other notes as well, of which `paths` are some; its own is passed over. */
export function sameId({ path, id, idLine }: Pick<PlanIdentity, 'path' | 'id' | 'idLine'>, paths: readonly string[], count: number): VaultFinding {
  const others = paths.filter((other) => other !== path).slice(0, MOST_OTHERS);
  const names = others.map((other) => `“${baseName(other)}”`).join(', ');
  const more = count > others.length ? ` and ${count - others.length} more` : '';
  return { code: 'duplicate-id', severity: 'error', path, others, count, line: idLine, message: `The id “${id ?? ''}” is also that of ${names}${more}`, evidence: id ?? '', mend: null };
}

/** A vault is compared after each change, and few of its names are others then. */
const copyNames = new WeakMap<PlanIdentity, CopyName | null>();

function copyNameOf(plan: PlanIdentity): CopyName | null {
  let name = copyNames.get(plan);
  if (name === undefined) copyNames.set(plan, (name = copyName(plan.path)));
  return name;
}

function copyFinding(plan: PlanIdentity, byPath: ReadonlyMap<string, PlanIdentity>): VaultFinding | null {
  const name = copyNameOf(plan);
  if (!name) return null;
  const original = byPath.get(name.original.toLowerCase());
  if (!name.isCertain && !(original && isVersion(plan, original))) return null;
  return {
    code: 'conflict-copy',
    severity: 'warning',
    path: plan.path,
    others: original ? [original.path] : [],
    count: original ? 1 : 0,
    line: 0,
    message: `This note is a copy of “${baseName(name.original)}” that a sync program made when both had changed`,
    evidence: baseName(plan.path),
    mend: null,
  };
}

/** Two plans fresh from one template are alike too: a title that is still a slot tells nothing. */
function isVersion(copy: PlanIdentity, original: PlanIdentity): boolean {
  return copy.title === original.title && !/[[{]/.test(copy.title ?? '') && likeness(copy.sketch, original.sketch) >= ALIKE;
}

/** The templates write it as the property `plan-id` and as a header line "Plan ID: PLAN-016". */
function idOf(plan: PlanReading): { value: string; at: number } | null {
  const property = plan.frontmatter?.properties.get('plan-id');
  const place = typeof property?.value === 'string' ? { value: property.value, at: property.from } : headerId(plan);
  const value = place?.value.trim() ?? '';
  return place === null || NO_ID.test(value) || isSlot(value) ? null : { value, at: place.at };
}

function headerId({ blocks, outline }: PlanReading): { value: string; at: number } | null {
  const { text } = blocks;
  for (const section of /plan[ -]id/i.test(text) ? headOf(outline) : []) {
    const entry = findSectionEntry(blocks, section, ['plan id', 'plan-id']);
    if (entry) return { value: plainText(text.slice(entry.from, entry.to)), at: entry.from };
  }
  return null;
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/i, '');
}
