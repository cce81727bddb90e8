/** Rows put under headings: one group a plan, and for tasks one a section within it. */
import { foldTitle, matchesWords } from '../plan/match-words';
import { phaseOf } from '../plan/title-reader';
import { VERIFICATION_WORDS } from '../plan/vocabulary';
import type { IndexedNote } from './indexed-note';
import { type ItemRef, itemsOfNote, type Lens, stateOf } from './lens';

/** A run of rows under one heading; groups of level 1 lie within the group of level 0 before them. */
export interface RollupGroup {
  readonly level: 0 | 1;
  readonly key: string;
  readonly title: string;
  /** The plan that the group belongs to. */
  readonly path: string;
  /** First row, and how many. */
  readonly from: number;
  readonly length: number;
  /** Of all items of the group, shown or not; dropped ones left out. */
  readonly done: number;
  readonly total: number;
}

/** Groups of `refs`, whose items of one note and one section stand together. */
export function groupByPlan(refs: readonly ItemRef[], lens: Lens): RollupGroup[] {
  const groups: RollupGroup[] = [];
  for (const { from, to, key: note } of runs(refs, 0, refs.length, (ref) => ref.note)) {
    const items = itemsOfNote(note, lens);
    groups.push({ level: 0, key: note.path, title: note.title, path: note.path, from, length: to - from, ...progress(items, lens) });
    if (lens !== 'priorities') groups.push(...groupBySection({ refs, from, to }, note, progressBySection(items, lens)));
  }
  return groups;
}

/**
 * "Phase 1: Storage › Automated": the headings below the plan's title, from the phase on where there is one, and the
 * label. Headings that only say "Success criteria" in between are left out.
 */
export function sectionTitle({ note, at }: ItemRef): string {
  const { section, label } = note.task(at);
  const below = section[0] === note.title ? section.slice(1) : section;
  const phase = below.findIndex((title) => phaseOf(title) !== null);
  const titles = [...below.slice(Math.max(0, phase)), ...(label === null ? [] : [label])].map((title) => title.replace(/[:：]$/, ''));
  const isTelling = (title: string, place: number): boolean => place === 0 || place === titles.length - 1 || !matchesWords(foldTitle(title), VERIFICATION_WORDS);
  return titles.filter((title, place) => title !== titles[place - 1] && isTelling(title, place)).join(' › ');
}

interface Progress {
  readonly done: number;
  readonly total: number;
}

function groupBySection({ refs, from, to }: { refs: readonly ItemRef[]; from: number; to: number }, note: IndexedNote, bySection: ReadonlyMap<string, Progress>): RollupGroup[] {
  const seen = new Map<string, number>();
  const nth = (title: string): number => {
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return count;
  };
  return runs(refs, from, to, sectionTitle).map((run) => ({
    level: 1,
    // Items that come and go must not rename a section that somebody has collapsed.
    key: `${note.path}\n${run.key}\n${nth(run.key)}`,
    title: run.key,
    path: note.path,
    from: run.from,
    length: run.to - run.from,
    ...(bySection.get(run.key) ?? { done: 0, total: 0 }),
  }));
}

function progressBySection(items: readonly ItemRef[], lens: Lens): Map<string, Progress> {
  const bySection = new Map<string, ItemRef[]>();
  for (const item of items) {
    const title = sectionTitle(item);
    const known = bySection.get(title);
    if (known) known.push(item);
    else bySection.set(title, [item]);
  }
  return new Map([...bySection].map(([title, members]) => [title, progress(members, lens)]));
}

function progress(items: readonly ItemRef[], lens: Lens): Progress {
  const states = items.map((item) => stateOf(item, lens)).filter((state) => state !== 'dropped');
  return { done: states.filter((state) => state === 'done').length, total: states.length };
}

/** Stretches of `from`–`to` whose items have the same key. */
function runs<K>(refs: readonly ItemRef[], from: number, to: number, keyOf: (ref: ItemRef) => K): { from: number; to: number; key: K }[] {
  const found: { from: number; to: number; key: K }[] = [];
  for (let at = from; at < to; at++) {
    const ref = refs[at];
    if (!ref) break;
    const key = keyOf(ref);
    const last = found[found.length - 1];
    if (last?.key === key) last.to = at + 1;
    else found.push({ from: at, to: at + 1, key });
  }
  return found;
}
