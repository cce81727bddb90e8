/** What is known of an item under each key of the query language: what filters compare, and sorting and grouping go by. */
import { DRIFT_NAMES } from '../check/drift';
import { type CalendarDate, calendarDateOf, daysBetween } from '../date/calendar-date';
import { percentDone } from '../plan/percent-done';
import { impactRank, UNKNOWN_RANK } from '../plan/priority-rank';
import type { IndexedNote } from './indexed-note';
import { formOf, type Lens, statesOf } from './lens';
import type { QueryKey } from './query-keys';

/** What a query needs to know beside the index. */
export interface QueryContext {
  /** 'YYYY-MM-DD'; null where no age is asked for. */
  readonly today: string | null;
  /** Days without a change after which a plan in progress is stale; 0 for never. */
  readonly staleDays: number;
  /** When a note's file was changed, in milliseconds since 1970. */
  readonly mtimeOf: (path: string) => number | null;
}

type Texts = readonly (string | null | undefined)[];

/** Keys whose value is the same for all items of a note. */
const OF_NOTE: readonly QueryKey[] = ['path', 'plan', 'status', 'folder', 'owner', 'age', 'progress'];

export function isOfNote(key: QueryKey): boolean {
  return OF_NOTE.includes(key);
}

/** Texts in which a word without a key is looked for; the plan's title counts besides. */
export function wordsOf(note: IndexedNote, item: number, lens: Lens): Texts {
  switch (formOf(note, lens)) {
    case 'plan':
      return [];
    case 'row':
      return [note.rowTitle(item), note.rowDetail(item), note.cell(item, 'when')];
    case 'task':
      return [note.taskText(item), note.taskLabel(item)];
    case 'drift':
      return [note.drift[item]?.message, note.drift[item]?.evidence];
    case 'fact':
      return [note.facts?.text(item), note.facts?.note(item, 0), note.facts?.note(item, 1), note.facts?.note(item, 2)];
  }
}

/** Texts under the key; none where the lens's items have nothing of the kind. */
export function textsOf(note: IndexedNote, item: number, { lens, key }: { readonly lens: Lens; readonly key: QueryKey }): Texts {
  const ofNote = NOTE_TEXTS[key];
  if (ofNote) return ofNote(note);
  const form = formOf(note, lens);
  if (form === 'plan') return key === 'id' ? [note.facts?.planId] : [];
  if (form === 'task') return taskTexts(note, item, key);
  if (form === 'drift') return driftTexts(note, item, key);
  return form === 'row' ? rowTexts(note, item, key) : factTexts(note, item, { lens, key });
}

const NOTE_TEXTS: Readonly<Partial<Record<QueryKey, (note: IndexedNote) => Texts>>> = {
  path: (note) => [note.path],
  folder: (note) => [folderOf(note.path)],
  plan: (note) => [note.title],
  status: (note) => [note.status, note.statusText],
  owner: (note) => [note.facts?.owner],
};

function taskTexts(note: IndexedNote, item: number, key: QueryKey): Texts {
  return key === 'class' ? [note.taskClass(item)] : key === 'phase' ? [note.taskPhase(item)] : key === 'section' ? note.taskSection(item) : [];
}

function driftTexts({ drift }: IndexedNote, item: number, key: QueryKey): Texts {
  const found = drift[item];
  return found && key === 'severity' ? [found.severity] : found && key === 'kind' ? [found.code, DRIFT_NAMES[found.code]] : [];
}

function rowTexts(note: IndexedNote, item: number, key: QueryKey): Texts {
  if (key === 'section') return note.rowSection(item);
  return key === 'priority' || key === 'effort' || key === 'impact' || key === 'when' ? [withoutDash(note.cell(item, key))] : [];
}

/** A dash alone is how tables leave a cell empty. */
function withoutDash(cell: string | null | undefined): string | null {
  return cell === null || cell === undefined || /^[-–—]+$/.test(cell) ? null : cell;
}

/** Which of a fact's notes stands under a key. */
const FACT_NOTES: Readonly<Partial<Record<Lens, Readonly<Partial<Record<QueryKey, 0 | 1>>>>>> = {
  activity: { date: 0, author: 1 },
  requirements: { id: 0, level: 1 },
  risks: { impact: 1 },
};

function factTexts({ facts }: IndexedNote, item: number, { lens, key }: { readonly lens: Lens; readonly key: QueryKey }): Texts {
  const at = FACT_NOTES[lens]?.[key];
  return at === undefined ? [] : [withoutDash(facts?.note(item, at))];
}

/** The number under the key; null where there is none. Effort in hours, age in days, progress in percent, priority and impact as rank. */
export function numberOf(note: IndexedNote, item: number, asked: { readonly lens: Lens; readonly key: QueryKey; readonly context: QueryContext }): number | null {
  const { lens, key, context } = asked;
  if (key === 'age') return ageOf(note, context);
  if (key === 'progress') return percentOf(note);
  if (key === 'impact') return rankOfImpact(textsOf(note, item, { lens, key })[0] ?? '');
  if (lens === 'priorities') return key === 'effort' ? note.rowHours(item) : key === 'priority' ? note.rank(item) : null;
  // 0 is written where likelihood or impact is unknown.
  return lens === 'risks' && key === 'score' ? note.facts?.number(item, 0) || null : null;
}

/** Ranks of the impacts seen last: thousands of cells hold the same few words. */
const impactRanks = new Map<string, number>();
const MOST_IMPACTS = 1000;

function rankOfImpact(cell: string): number | null {
  let rank = impactRanks.get(cell);
  if (rank === undefined) {
    if (impactRanks.size >= MOST_IMPACTS) impactRanks.clear();
    impactRanks.set(cell, (rank = impactRank(cell)));
  }
  return rank === UNKNOWN_RANK ? null : rank;
}

/** Ticked checks in percent; null for a note without any. */
function percentOf(note: IndexedNote): number | null {
  const { done, open } = statesOf(note, 'verification');
  return done + open === 0 ? null : percentDone(done, done + open);
}

/** Days since the plan, or its file, was touched; null where neither is known. */
export function ageOf(note: IndexedNote, context: QueryContext): number | null {
  const { today } = context;
  const last = lastTouched(note, context);
  return today === null || last === null ? null : Math.max(0, daysBetween(last, today));
}

/** The last day on which the plan says it was changed, or its file was. */
export function lastTouched(note: IndexedNote, { mtimeOf }: QueryContext): CalendarDate | null {
  const mtime = mtimeOf(note.path);
  const days = [note.facts?.touched ?? '', mtime === null ? '' : calendarDateOf(new Date(mtime))].filter((day) => day !== '').sort();
  return days.at(-1) ?? null;
}

/** In progress, and not touched for longer than is allowed. */
export function isStale(note: IndexedNote, context: QueryContext): boolean {
  return note.statusGroup === 'doing' && context.staleDays > 0 && (ageOf(note, context) ?? 0) > context.staleDays;
}

/** A requirement with an id that no check names. */
export function isOrphan(note: IndexedNote, item: number, lens: Lens): boolean {
  return lens === 'requirements' && note.facts?.number(item, 0) === 0;
}

export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
