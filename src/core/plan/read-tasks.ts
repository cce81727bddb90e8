/** Tasks of a note with what makes them verification items or questions: the nearest label or heading decides. */
import { type Blocks, Item } from '../markdown/blocks';
import { isStruck } from '../markdown/inline';
import type { Outline } from './outline';
import type { Task } from './plan';
import { kindOf, type TaskPlace, TaskPlaces } from './task-places';
import type { TitleReader } from './title-reader';

/** What a character between the brackets means; every other character is open. */
export interface TaskMarks {
  readonly done: string;
  readonly dropped: string;
}

export const DEFAULT_MARKS: TaskMarks = { done: 'xX', dropped: '-' };

/** What reading a task needs to know beyond the note. */
export interface TaskReading {
  readonly marks: TaskMarks;
  readonly titles: TitleReader;
}

export function readTasks(blocks: Blocks, outline: Outline, { marks, titles }: TaskReading): Task[] {
  const { items } = blocks;
  const places = new TaskPlaces(blocks, outline, titles);
  const tasks: Task[] = [];
  for (let item = 0; item < items.length; item++) {
    if (items.get(item, Item.mark) >= 0) tasks.push(readTask(blocks, item, { marks, place: places.of(item) }));
  }
  return tasks;
}

function readTask(blocks: Blocks, item: number, { marks, place }: { readonly marks: TaskMarks; readonly place: TaskPlace }): Task {
  const { text, items } = blocks;
  const code = items.get(item, Item.mark);
  const mark = code > 0xffff ? String.fromCodePoint(code) : String.fromCharCode(code);
  const textFrom = items.get(item, Item.textFrom);
  const source = joinLines(text.slice(textFrom, items.get(item, Item.textTo)));
  const kind = kindOf(place, source);
  const parent = items.get(item, Item.parent);
  return {
    line: items.get(item, Item.line),
    from: items.get(item, Item.from),
    to: items.get(item, Item.to),
    mark,
    // Nothing but blanks, line breaks and quote marks stands between the bracket and the text.
    markOffset: text.lastIndexOf(']', textFrom - 1) - mark.length,
    text: source,
    parentLine: parent < 0 ? null : items.get(parent, Item.line),
    path: place.section.path,
    label: place.label,
    kind,
    verification: kind === 'verification' ? place.verification : null,
    phase: place.phase,
    state: marks.done.includes(mark) || isStruck(source) ? 'done' : marks.dropped.includes(mark) ? 'dropped' : 'open',
  };
}

/** A template's tag on the line below a task is lazy continuation text for Markdown, and no part of the task for a person. */
function joinLines(source: string): string {
  if (!source.includes('\n') && !source.includes('\r')) return source;
  const lines = source.split(/[\r\n]+/).map((line) => line.trim().replace(/^(?:>[ \t]?)+/, ''));
  return lines.filter((line) => !/^<\/?(?:critical_warning|important_note)>$/.test(line)).join(' ');
}
