/** Rows put under headings: one group a plan, and for tasks one a section within it. */
import type { IndexedNote } from './indexed-note';
import { type ItemRef, itemsOfNote, type Lens, type NoteItems } from './lens';

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
  for (let from = 0; from < refs.length; ) {
    const note = refs[from]?.note;
    if (!note) break;
    let to = from + 1;
    while (refs[to]?.note === note) to++;
    const items = itemsOfNote(note, lens);
    groups.push({ level: 0, key: note.path, title: note.title, path: note.path, from, length: to - from, done: items.done, total: items.total });
    if (lens !== 'priorities') addSections(groups, { refs, from, to }, note, items);
    from = to;
  }
  return groups;
}

function addSections(groups: RollupGroup[], { refs, from, to }: { refs: readonly ItemRef[]; from: number; to: number }, note: IndexedNote, { sections }: NoteItems): void {
  const seen = new Map<string, number>();
  for (let start = from; start < to; ) {
    const title = titleOf(refs, start);
    let end = start + 1;
    while (end < to && titleOf(refs, end) === title) end++;
    const nth = (seen.get(title) ?? 0) + 1;
    seen.set(title, nth);
    const { done, total } = sections.get(title) ?? { done: 0, total: 0 };
    // Items that come and go must not rename a section that somebody has collapsed, so runs are counted, not items.
    groups.push({ level: 1, key: `${note.path}\n${title}\n${nth}`, title, path: note.path, from: start, length: end - start, done, total });
    start = end;
  }
}

function titleOf(refs: readonly ItemRef[], at: number): string {
  const ref = refs[at];
  return ref ? ref.note.sectionTitle(ref.at) : '';
}
