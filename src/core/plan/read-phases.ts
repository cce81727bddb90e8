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
  /** Tasks anywhere in the note that belong to it by heading or label; dropped ones left out. */
  readonly done: number;
  readonly total: number;
}

/** Phases in text order. "### Phase 1 Verification" is about a phase that a heading before it introduced, not another one. */
export function readPhases(outline: Outline, tasks: readonly Task[]): Phase[] {
  const { headings } = outline;
  const seen = new Set<string>();
  const phases: Phase[] = [];
  headings.forEach((heading, at) => {
    const name = phaseOf(heading.text);
    if (name === null || seen.has(name)) return;
    seen.add(name);
    const lineTo = headings.slice(at + 1).find(({ level }) => level <= heading.level)?.line ?? Infinity;
    const members = tasks.filter((task) => task.phase === name && task.state !== 'dropped');
    const [, number = ''] = name.split(' ');
    phases.push({ name, number, title: titleBehind(heading.text, number), level: heading.level, line: heading.line, lineTo, done: members.filter(({ state }) => state === 'done').length, total: members.length });
  });
  return phases;
}

function titleBehind(heading: string, number: string): string {
  const at = heading.indexOf(number);
  const title = heading.slice(at + number.length).replace(/^[\s:.)–—-]+/, '');
  return /^\([^()]*\)$/.test(title) ? title.slice(1, -1) : title;
}
