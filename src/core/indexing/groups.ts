/** Rows put under headings: one group a plan, and for tasks one a section within it. */
import type { IndexedNote } from './indexed-note';
import { formOf, itemsOf, type Lens, statesOf } from './lens';
import type { RollupGroup } from './rollup-group';
import type { NotePart, Selection } from './selection';

/** Dropped items count neither way. */
interface Progress {
  done: number;
  total: number;
}

/** How far a note's items of a lens are: all of them, and those of each section, by its title. */
interface NoteProgress extends Progress {
  readonly sections: Map<string, Progress>;
}

/** Groups of the selection's rows, which are in path order. */
export function groupByPlan(selection: Selection, lens: Lens): RollupGroup[] {
  const groups: RollupGroup[] = [];
  selection.parts.forEach((part, at) => {
    if (part.length === 0) return;
    const from = selection.startOf(at);
    if (part.groups?.from !== from) part.groups = { from, groups: groupsOf(part, from, lens) };
    for (const group of part.groups.groups) groups.push(group);
  });
  return groups;
}

function groupsOf({ note, items }: NotePart, from: number, lens: Lens): RollupGroup[] {
  const { done, total, sections } = progressOf(note, lens);
  const plan: RollupGroup = { level: 0, key: note.path, title: note.title, path: note.path, from, length: items.length, done, total, hours: lens === 'priorities' ? hoursOf(note, items) : null };
  return lens === 'priorities' || formOf(note, lens) !== 'task' ? [plan] : [plan, ...sectionGroups(note, items, { from, sections })];
}

function hoursOf(note: IndexedNote, rows: readonly number[]): number | null {
  const known = rows.flatMap((row) => note.rowHours(row) ?? []);
  return known.length === 0 ? null : known.reduce((sum, hours) => sum + hours, 0);
}

/** An indexed note never changes, so this is counted once, and goes when the note goes. */
const counted = new WeakMap<IndexedNote, Map<Lens, NoteProgress>>();

function progressOf(note: IndexedNote, lens: Lens): NoteProgress {
  let byLens = counted.get(note);
  if (!byLens) counted.set(note, (byLens = new Map<Lens, NoteProgress>()));
  let progress = byLens.get(lens);
  if (!progress) byLens.set(lens, (progress = count(note, lens)));
  return progress;
}

function count(note: IndexedNote, lens: Lens): NoteProgress {
  const { done, open } = statesOf(note, lens);
  const progress: NoteProgress = { done, total: done + open, sections: new Map() };
  if (formOf(note, lens) !== 'task') return progress;
  let title: string | null = null;
  let section: Progress = { done: 0, total: 0 };
  for (const task of itemsOf(note, lens, ['open', 'done'])) {
    const own = note.sectionTitle(task);
    // Tasks of a section mostly stand together.
    if (own !== title) {
      title = own;
      section = progress.sections.get(title) ?? { done: 0, total: 0 };
      progress.sections.set(title, section);
    }
    section.total++;
    if (note.taskState(task) === 'done') section.done++;
  }
  return progress;
}

function sectionGroups(note: IndexedNote, items: readonly number[], { from, sections }: { from: number; sections: ReadonlyMap<string, Progress> }): RollupGroup[] {
  const groups: RollupGroup[] = [];
  const seen = new Map<string, number>();
  for (let start = 0; start < items.length; ) {
    const title = note.sectionTitle(items[start] ?? 0);
    let end = start + 1;
    while (end < items.length && note.sectionTitle(items[end] ?? 0) === title) end++;
    const nth = (seen.get(title) ?? 0) + 1;
    seen.set(title, nth);
    const { done, total } = sections.get(title) ?? { done: 0, total: 0 };
    // Items that come and go must not rename a section that somebody has collapsed, so runs are counted, not items.
    groups.push({ level: 1, key: `${note.path}\n${title}\n${nth}`, title, path: note.path, from: from + start, length: end - start, done, total, hours: null });
    start = end;
  }
  return groups;
}
