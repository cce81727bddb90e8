/** Phases and steps: headings that name a part of the work with a number, and how much of each is ticked. */
import type { Outline } from './outline';
import type { Task } from './plan';
import { phaseOf } from './title-reader';

export interface Phase {
  /** "Phase 2". */
  readonly name: string;
  /** "2", "3b". */
  readonly number: string;
  /** What the heading says behind the number, without brackets around all of it; empty for a number alone. */
  readonly title: string;
  readonly level: number;
  readonly line: number;
  /** First line behind the phase. */
  readonly lineTo: number;
  /** Tasks that belong to it: those in its section, and anywhere in the note those under a heading or label that names it; dropped ones left out. */
  readonly done: number;
  readonly total: number;
}

/** Phases in text order. "### Phase 1 Verification" is about a phase that a heading before it introduced, not another one; "Step 1" of two phases are two. */
export function readPhases({ headings }: Outline, tasks: readonly Task[]): Phase[] {
  const counted = tasks.filter(({ state }) => state !== 'dropped');
  const byName = groupByPhase(counted);
  const seen = new Set<string>();
  const phases: Phase[] = [];
  const around: Phase[] = [];
  headings.forEach((heading, at) => {
    const name = phaseOf(heading.text);
    if (name === null) return;
    for (let last = around[around.length - 1]; last && (last.level >= heading.level || last.lineTo <= heading.line); last = around[around.length - 1]) around.pop();
    const outer = around[around.length - 1]?.name ?? '';
    if (name === outer || seen.has(`${outer}/${name}`)) return;
    seen.add(`${outer}/${name}`);
    const lineTo = endOf(headings, at);
    const members = membersOf({ name, isInner: outer !== '', line: heading.line, lineTo }, counted, byName);
    const [, number = ''] = name.split(' ');
    const phase = { name, number, title: titleBehind(heading.text, number), level: heading.level, line: heading.line, lineTo, done: members.filter(({ state }) => state === 'done').length, total: members.length };
    phases.push(phase);
    around.push(phase);
  });
  return phases;
}

function groupByPhase(tasks: readonly Task[]): Map<string, Task[]> {
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    if (task.phase === null) continue;
    const group = groups.get(task.phase);
    if (group) group.push(task);
    else groups.set(task.phase, [task]);
  }
  return groups;
}

/** Line of the next heading that is not below the one at `at`. */
function endOf(headings: Outline['headings'], at: number): number {
  const level = headings[at]?.level ?? 0;
  let next = at + 1;
  while (next < headings.length && (headings[next]?.level ?? 0) > level) next++;
  return headings[next]?.line ?? Infinity;
}

/** A task of a step belongs to the phase around the step as well; one under "Phase 2" never to phase 1. Tasks are in line order. */
function membersOf({ name, isInner, line, lineTo }: { name: string; isInner: boolean; line: number; lineTo: number }, tasks: readonly Task[], byName: ReadonlyMap<string, readonly Task[]>): Task[] {
  const [word] = name.split(' ', 1);
  const inside: Task[] = [];
  for (let at = firstBehind(tasks, line); (tasks[at]?.line ?? Infinity) < lineTo; at++) {
    const task = tasks[at];
    if (task && (task.phase === name || task.phase?.split(' ', 1)[0] !== word)) inside.push(task);
  }
  const elsewhere = isInner ? [] : (byName.get(name) ?? []).filter((task) => task.line <= line || task.line >= lineTo);
  return [...inside, ...elsewhere];
}

/** Row of the first task behind `line`. */
function firstBehind(tasks: readonly Task[], line: number): number {
  let low = 0;
  let high = tasks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tasks[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}

function titleBehind(heading: string, number: string): string {
  const at = heading.indexOf(number);
  const title = heading.slice(at + number.length).replace(/^[\s:.)–—-]+/, '');
  return /^\([^()]*\)$/.test(title) ? title.slice(1, -1) : title;
}
