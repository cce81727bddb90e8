/** Is this note a plan? A scored decision; `plan: true` or `plan: false` overrides it. */
import type { Frontmatter } from '../markdown/frontmatter';
import type { PriorityRow, Task } from './plan';
import type { Section } from './outline';
import type { PlanWords } from './plan-words';
import type { TitleFacts } from './title-reader';
import { OTHER_FILE_WORDS, PLAN_FILE_WORDS } from './vocabulary';

export interface Evidence {
  readonly points: number;
  /** For the user: "has verification items". */
  readonly reason: string;
}

export interface PlanVerdict {
  readonly isPlan: boolean;
  /** Points that make a plan. */
  readonly needed: number;
  readonly evidence: readonly Evidence[];
}

export interface PlanTraits {
  readonly words: PlanWords;
  readonly frontmatter: Frontmatter | null;
  readonly path: string | null;
  /** What the note's title is about; null without one. */
  readonly title: TitleFacts | null;
  readonly sections: readonly Section[];
  readonly tasks: readonly Task[];
  readonly priorities: readonly PriorityRow[];
  readonly hasChangeLog: boolean;
  readonly hasStatus: boolean;
}

const ENOUGH = 4;
/** How many different sections of a plan are a hint, and how many decide. */
const FEW_SECTIONS = 3;
const MANY_SECTIONS = 5;

/** The verdict with its reasons, strongest override first. */
export function recognisePlan(traits: PlanTraits): PlanVerdict {
  const said = property(traits.frontmatter, 'plan').toLowerCase();
  if (isDisowned(traits.frontmatter)) return { isPlan: false, needed: ENOUGH, evidence: [{ points: 0, reason: 'the property “plan” says false' }] };
  if (said === 'true' || said === 'yes') return { isPlan: true, needed: ENOUGH, evidence: [{ points: ENOUGH, reason: 'the property “plan” says true' }] };
  const evidence = allEvidence(traits);
  return { isPlan: evidence.reduce((sum, { points }) => sum + points, 0) >= ENOUGH, needed: ENOUGH, evidence };
}

/** Whether the note says of itself that it is none; then nothing of it is shown. */
export function isDisowned(frontmatter: Frontmatter | null): boolean {
  const said = property(frontmatter, 'plan').toLowerCase();
  return said === 'false' || said === 'no';
}

/** The verdict alone. Most notes have no trait but their path, which is never enough. */
export function isPlanNote(traits: PlanTraits): boolean {
  const { frontmatter, title, sections, tasks, priorities, hasChangeLog, hasStatus } = traits;
  const hasTraits = frontmatter !== null || hasStatus || hasChangeLog || tasks.length > 0 || priorities.length > 0 || (title !== null && title.planTitle !== null);
  return (hasTraits || sections.some(({ topic }) => topic !== null && (topic.phase !== null || topic.planSection !== null))) && recognisePlan(traits).isPlan;
}

function isPhase({ topic }: Section): boolean {
  return topic !== null && topic.phase !== null;
}

function allEvidence(traits: PlanTraits): Evidence[] {
  const evidence: Evidence[] = [];
  const add = (isTrue: boolean, points: number, reason: string): void => {
    if (isTrue) evidence.push({ points, reason });
  };
  const folders = (traits.path ?? '').toLowerCase().split('/');
  const name = folders.pop() ?? '';
  add(property(traits.frontmatter, 'type').toLowerCase() === 'plan', ENOUGH, 'the property “type” is plan');
  add(property(traits.frontmatter, 'plan-template') !== '', ENOUGH, 'it was made from a plan template');
  add(folders.some((folder) => traits.words.isPlanFolder(folder)), 2, 'it lies in a folder for plans');
  const bare = name.replace(/\.md$/, '');
  const words = bare.split(/[-_ .]+/);
  add(words.some((word) => isOneOf(PLAN_FILE_WORDS, word)), 1, 'its file name says so');
  add(/^(?:\d+[-_ .])?index$/.test(bare) || words.some((word) => isOneOf(OTHER_FILE_WORDS, word)), -2, 'its file name is one of a report or guide');
  const planTitle = traits.title?.planTitle ?? null;
  add(planTitle !== null, planTitle === 'strong' ? ENOUGH : 2, 'its title says so');
  add(traits.sections.some(isPhase), 2, 'it has numbered phases or steps');
  const sections = new Set(traits.sections.flatMap(({ topic }) => topic?.planSection ?? [])).size;
  add(sections >= FEW_SECTIONS, sections >= MANY_SECTIONS ? 4 : 2, 'it has the sections of a plan or proposal');
  add(traits.tasks.some(({ kind }) => kind === 'verification'), 2, 'it has verification items');
  add(traits.priorities.length > 0, 1, 'it has a priority table');
  add(traits.hasChangeLog, 1, 'it has a change log');
  add(traits.hasStatus, 2, 'it states a status');
  return evidence;
}

function isOneOf(words: readonly string[], word: string): boolean {
  return words.includes(word);
}

function property(frontmatter: Frontmatter | null, key: string): string {
  const value = frontmatter?.properties.get(key)?.value;
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}
