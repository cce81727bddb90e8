/** Rows put under headings: one group a plan, and for tasks one a section within it. */
import type { IndexedNote } from './indexed-note';
import { itemsOfNote, type Lens, sectionsOf } from './lens';
import type { NotePart, Selection } from './selection';

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

/** Groups of the selection's rows, which are in path order. */
export function groupByPlan(selection: Selection, lens: Lens): RollupGroup[] {
  const groups: RollupGroup[] = [];
  selection.shown.forEach((part, at) => {
    const from = selection.startOf(at);
    if (part.groups?.from !== from) part.groups = { from, groups: groupsOf(part, from, lens) };
    for (const group of part.groups.groups) groups.push(group);
  });
  return groups;
}

function groupsOf({ note, items }: NotePart, from: number, lens: Lens): RollupGroup[] {
  const { done, total } = itemsOfNote(note, lens);
  const plan: RollupGroup = { level: 0, key: note.path, title: note.title, path: note.path, from, length: items.length, done, total };
  return lens === 'priorities' ? [plan] : [plan, ...sectionGroups(note, items, { from, lens })];
}

function sectionGroups(note: IndexedNote, items: readonly number[], { from, lens }: { from: number; lens: Lens }): RollupGroup[] {
  const groups: RollupGroup[] = [];
  const sections = sectionsOf(note, lens);
  const seen = new Map<string, number>();
  for (let start = 0; start < items.length; ) {
    const title = note.sectionTitle(items[start] ?? 0);
    let end = start + 1;
    while (end < items.length && note.sectionTitle(items[end] ?? 0) === title) end++;
    const nth = (seen.get(title) ?? 0) + 1;
    seen.set(title, nth);
    const { done, total } = sections.get(title) ?? { done: 0, total: 0 };
    // Items that come and go must not rename a section that somebody has collapsed, so runs are counted, not items.
    groups.push({ level: 1, key: `${note.path}\n${title}\n${nth}`, title, path: note.path, from: from + start, length: end - start, done, total });
    start = end;
  }
  return groups;
}
