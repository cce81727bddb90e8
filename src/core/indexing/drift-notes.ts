/**
 * The notes that the drift lens is about: those with contradictions, each carrying them as they are on the day of the
 * query. Between plans they are compared once for each state of the index.
 */
import { type DriftDay, driftOn } from '../check/drift';
import { type PlanIdentity, readVaultDrift, sameId, type VaultDrift, type VaultFinding } from '../check/vault-drift';
import type { IndexedNote } from './indexed-note';
import { lastTouched, type QueryContext } from './item-values';
import type { DriftItem } from './plan-drift';
import type { PlanIndex } from './plan-index';

interface Made {
  readonly of: readonly unknown[];
  readonly notes: readonly IndexedNote[];
}

const compared = new WeakMap<PlanIndex, { readonly revision: number; readonly drift: VaultDrift }>();
const made = new WeakMap<PlanIndex, Made>();
/** By the note as it is indexed: while nothing is told anew of it, the same note carries it. */
const carriers = new WeakMap<IndexedNote, { readonly key: string; readonly note: IndexedNote }>();
const movedIdentities = new WeakMap<IndexedNote, PlanIdentity>();

/** In path order; the same array until the index or the day is another one. */
export function driftNotes(index: PlanIndex, context: QueryContext): readonly IndexedNote[] {
  const of = [index.revision, context.today, context.staleDays];
  const known = made.get(index);
  if (known?.of.every((each, at) => each === of[at])) return known.notes;
  const { told, ignored } = vaultDrift(index);
  const between = byPath([...told.map((finding) => ({ ...finding, isIgnored: false })), ...ignored.map((finding) => ({ ...finding, isIgnored: true }))]);
  const notes = index.inPathOrder().flatMap((note) => carrier(note, dayOf(note, context), between.get(note.path) ?? []) ?? []);
  made.set(index, { of, notes });
  return notes;
}

/** Contradictions between the note at `path` and others, told from its side. */
export function driftWithOthers(index: PlanIndex, path: string): readonly VaultFinding[] {
  return vaultDrift(index).told.flatMap((finding) => {
    if (finding.path === path) return [finding];
    const identity = identityOf(index.get(path));
    if (identity === null || finding.code !== 'duplicate-id') return [];
    // Of many twins the finding names some; the others are told by the id that it is about.
    const isUnnamed = finding.count > finding.others.length && identity.id?.toLowerCase() === finding.evidence.toLowerCase() && !identity.isDropped && !identity.ignores('duplicate-id');
    return isUnnamed || finding.others.includes(path) ? [sameId(identity, [finding.path, ...finding.others], finding.count)] : [];
  });
}

function carrier(note: IndexedNote, day: DriftDay, between: readonly DriftItem[]): IndexedNote | null {
  const drift = note.facts?.drift;
  if (!drift) return null;
  const { told, ignored } = driftOn(drift.lasting, day);
  if (told.length + ignored.length + between.length === 0) return null;
  // What the note says itself is the same as long as the note is, but for how long it has been left alone.
  const key = JSON.stringify([told.length, [...told, ...ignored].find(({ code }) => code === 'stale')?.message, between]);
  const known = carriers.get(note);
  if (known?.key === key) return known.note;
  const items = [...told.map((finding) => ({ ...finding, isIgnored: false })), ...ignored.map((finding) => ({ ...finding, isIgnored: true })), ...between];
  const carrying = note.withDrift(items);
  carriers.set(note, { key, note: carrying });
  return carrying;
}

/** Without a day nothing is stale, nor where neither the file nor the plan says when it was changed. */
function dayOf(note: IndexedNote, context: QueryContext): DriftDay {
  const { today, staleDays, mtimeOf } = context;
  const isKnown = today !== null && (mtimeOf(note.path) !== null || note.facts?.drift.hasUpdated === true);
  return { today: today ?? '', touched: isKnown ? lastTouched(note, context) : null, staleDays };
}

function vaultDrift(index: PlanIndex): VaultDrift {
  const known = compared.get(index);
  if (known?.revision === index.revision) return known.drift;
  const drift = readVaultDrift(index.inPathOrder().flatMap((note) => identityOf(note) ?? []));
  compared.set(index, { revision: index.revision, drift });
  return drift;
}

/** The same object for the same note: what is found out about it need not be found again. */
function identityOf(note: IndexedNote | undefined): PlanIdentity | null {
  const identity = note?.facts?.drift.identity ?? null;
  if (note === undefined || identity === null || identity.path === note.path) return identity;
  let moved = movedIdentities.get(note);
  if (!moved) movedIdentities.set(note, (moved = { ...identity, path: note.path }));
  return moved;
}

function byPath(items: readonly (DriftItem & Pick<VaultFinding, 'path'>)[]): Map<string, DriftItem[]> {
  const found = new Map<string, DriftItem[]>();
  for (const { path, ...item } of items) found.set(path, [...(found.get(path) ?? []), item]);
  return found;
}
