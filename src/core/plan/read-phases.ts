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
export function readPhases(outline: Outline, tasks: readonly Task[]): Phase[] {
  const { headings } = outline;
  const seen = new Set<string>();
  const phases: Phase[] = [];
  headings.forEach((heading, at) => {
    const name = phaseOf(heading.text);
    if (name === null) return;
    const outer = phases.filter(({ level, lineTo }) => level < heading.level && heading.line < lineTo).pop()?.name ?? '';
    if (name === outer || seen.has(`${outer}/${name}`)) return;
    seen.add(`${outer}/${name}`);
    const lineTo = headings.slice(at + 1).find(({ level }) => level <= heading.level)?.line ?? Infinity;
    const members = tasks.filter((task) => task.state !== 'dropped' && belongsTo(task, { name, isInner: outer !== '', line: heading.line, lineTo }));
    const [, number = ''] = name.split(' ');
    phases.push({ name, number, title: titleBehind(heading.text, number), level: heading.level, line: heading.line, lineTo, done: members.filter(({ state }) => state === 'done').length, total: members.length });
  });
  return phases;
}

/** A task of a step belongs to the phase around the step as well; one under "Phase 2" never to phase 1. */
function belongsTo(task: Task, { name, isInner, line, lineTo }: { name: string; isInner: boolean; line: number; lineTo: number }): boolean {
  const isInside = line < task.line && task.line < lineTo;
  if (task.phase === name) return isInside || !isInner;
  return isInside && task.phase?.split(' ', 1)[0] !== name.split(' ', 1)[0];
}

function titleBehind(heading: string, number: string): string {
  const at = heading.indexOf(number);
  const title = heading.slice(at + number.length).replace(/^[\s:.)–—-]+/, '');
  return /^\([^()]*\)$/.test(title) ? title.slice(1, -1) : title;
}
