/** Reads a whole plan note. Never throws, takes time linear in the text, and changes nothing. */
import { BlockKind, Blocks, Leaf } from '../markdown/blocks';
import { type Frontmatter, readFrontmatter } from '../markdown/frontmatter';
import { isFrontmatterUnclosed } from '../markdown/frontmatter-range';
import { scanBlocks } from '../markdown/scan-blocks';
import { chooseWorkflow, DEFAULT_WORKFLOW, type Workflow } from '../status/workflow';
import type { Diagnostic } from '../text/diagnostic';
import { type Outline, readOutline } from './outline';
import type { Plan, StatusReading, StatusSource, Task } from './plan';
import { DEFAULT_WORDS, type PlanWords } from './plan-words';
import { hasChangeLog, readChangeLog } from './read-change-log';
import { readPlainChecks } from './read-plain-checks';
import { findStatusSources, readStatus } from './read-status';
import { readPriorities, readTables } from './read-tables';
import { DEFAULT_MARKS, readTasks, type TaskMarks } from './read-tasks';
import { isDisowned, isPlanNote, type PlanTraits, type PlanVerdict, recognisePlan } from './recognise';

export interface ParseOptions {
  /** Path of the note in the vault; a folder named "plans" is evidence. */
  readonly path?: string;
  readonly workflow?: Workflow;
  /** Several to choose from, by what the note says and where it lies; they count before `workflow`. */
  readonly workflows?: readonly Workflow[];
  readonly marks?: TaskMarks;
  /** What headings, labels and header cells mean; the built-in vocabulary unless another one is given. */
  readonly words?: PlanWords;
  /** Whether an overview lists checks without a box too, as tasks whose mark is ''. */
  readonly plainChecks?: boolean;
}

/** Characters of a note that is read into room of its own. */
const LONG_NOTE = 100_000;

/** A plan with what the edits need on top: the scan it came from. */
export interface PlanReading extends Plan {
  readonly blocks: Blocks;
  readonly outline: Outline;
  readonly frontmatter: Frontmatter | null;
  /** Every place for a status, unfilled ones included. */
  readonly statusSources: readonly StatusSource[];
  readonly verdict: PlanVerdict;
  /** What it was read by. */
  readonly words: PlanWords;
  readonly workflow: Workflow;
}

/** As much of a plan as an edit of its status or its log has to know. */
export type MovablePlan = Omit<PlanReading, 'isPlan' | 'title' | 'tasks' | 'priorities' | 'verdict'>;

/** What the note says as a plan; see `Plan`. */
export function parsePlan(text: string, options: ParseOptions = {}): Plan {
  return readPlan(text, options);
}

/** As `parsePlan`, with the blocks, the outline and the places of the status. */
export function readPlan(text: string, options: ParseOptions = {}): PlanReading {
  return complete(readParts(scanBlocks(text), options), options);
}

function complete(parts: Parts, options: ParseOptions): PlanReading {
  const history = readHistory(parts);
  const verdict = recognisePlan(traitsOf(parts, options));
  return { ...parts, ...history, isPlan: verdict.isPlan, verdict };
}

/** As `readPlan`, without what a move does not look at; half the time. */
export function readMovable(text: string, options: ParseOptions = {}): MovablePlan {
  const frame = readFrame(scanBlocks(text), options);
  return { ...frame, ...readHistory(frame) };
}

function readHistory({ blocks, outline, frontmatter, tables, status, words }: Frame): Pick<PlanReading, 'headings' | 'changeLog' | 'diagnostics'> {
  const changeLog = readChangeLog(blocks, { outline, tables, titles: words.titles });
  const logTable = changeLog?.table == null ? undefined : tables[changeLog.table];
  if (logTable) logTable.kind = 'change-log';
  return { headings: outline.headings, changeLog, diagnostics: [...problemsOf(blocks, frontmatter), ...conflictOf(status)] };
}

/** What a rollup shows of a note. */
export interface PlanOverview extends Pick<Plan, 'isPlan' | 'title' | 'status' | 'tasks' | 'tables' | 'priorities'> {
  readonly workflow: Workflow;
  /** All of it, when the note is a plan; to be used before the scratch is used again. */
  readonly whole: PlanReading | null;
}

/**
 * The same as `parsePlan` says, as far as it goes; null for a note that holds nothing of a plan. What is used
 * on the way is kept in `scratch`; rows of tables can be read until that is used again.
 */
export function readOverview(text: string, options: ParseOptions, scratch: Scratch): PlanOverview | null {
  const parts = readParts(scanBlocks(text, scratch.for(text)), options);
  if (isDisowned(parts.frontmatter)) return null;
  const isPlan = isPlanNote(traitsOf(parts, options));
  const tasks = options.plainChecks === true ? withPlainChecks(parts) : parts.tasks;
  return isPlan || tasks.length > 0 || parts.priorities.length > 0 ? { ...parts, tasks, isPlan, whole: isPlan ? complete(parts, options) : null } : null;
}

function withPlainChecks({ blocks, outline, tasks, words }: Parts): readonly Task[] {
  const checks = readPlainChecks(blocks, outline, words.titles).map((check): Task => ({ ...check, mark: '', markOffset: -1, parentLine: null, kind: 'verification' }));
  return checks.length === 0 ? tasks : [...tasks, ...checks].sort((a, b) => a.line - b.line);
}

/** Room for a scan, to be used for one note after the other: making room takes longer than to scan a short note. */
export class Scratch {
  private readonly blocks = new Blocks();

  /** What a long note needs is not kept. */
  for(text: string): Blocks {
    return text.length > LONG_NOTE ? new Blocks() : this.blocks;
  }
}

type Frame = Pick<PlanReading, 'blocks' | 'outline' | 'frontmatter' | 'statusSources' | 'status' | 'tables' | 'words' | 'workflow'>;
type Parts = Frame & Pick<PlanReading, 'title' | 'tasks' | 'priorities'>;

function readParts(blocks: Blocks, options: ParseOptions): Parts {
  const frame = readFrame(blocks, options);
  const { outline, frontmatter, tables, words: { titles } } = frame;
  const tasks = readTasks(blocks, outline, { marks: options.marks ?? DEFAULT_MARKS, titles });
  return { ...frame, title: titleOf(outline, frontmatter), tasks, priorities: readPriorities(tables, outline.headings) };
}

function readFrame(blocks: Blocks, options: ParseOptions): Frame {
  const { words = DEFAULT_WORDS } = options;
  const frontmatter = readFrontmatter(blocks.text);
  const workflow = workflowOf(frontmatter, options);
  const outline = readOutline(blocks, words.titles);
  const tables = readTables(blocks, outline, words);
  const statusSources = findStatusSources(blocks, { outline, frontmatter, workflow, words });
  return { blocks, outline, frontmatter, statusSources, status: readStatus(statusSources), tables, words, workflow };
}

function workflowOf(frontmatter: Frontmatter | null, { workflows, workflow = DEFAULT_WORKFLOW, path }: ParseOptions): Workflow {
  const said = (key: string): string | null => {
    const value = frontmatter?.properties.get(key)?.value;
    return typeof value === 'string' ? value : null;
  };
  return workflows === undefined ? workflow : chooseWorkflow(workflows, { named: said('plan-workflow'), template: said('plan-template'), path: path ?? null });
}

function traitsOf({ blocks, frontmatter, title, outline, tasks, tables, priorities, status, words }: Parts, { path }: ParseOptions): PlanTraits {
  const { titles } = words;
  return { words, frontmatter, path: path ?? null, title: title === null ? null : titles.read(title), sections: outline.sections, tasks, priorities, hasChangeLog: hasChangeLog(blocks, { outline, tables, titles }), hasStatus: status !== null };
}

function titleOf({ headings }: Outline, frontmatter: Frontmatter | null): string | null {
  const heading = headings.find(({ level }) => level === 1)?.text;
  if (heading !== undefined && heading !== '') return heading;
  const title = frontmatter?.properties.get('title')?.value;
  return typeof title === 'string' && title !== '' ? title : null;
}

function problemsOf(blocks: Blocks, frontmatter: Frontmatter | null): Diagnostic[] {
  const { leaves, text } = blocks;
  const problems: Diagnostic[] = frontmatter?.problem ? [frontmatter.problem] : [];
  if (isFrontmatterUnclosed(text)) problems.push({ code: 'frontmatter-unclosed', message: 'The frontmatter opened with “---” is never closed.', from: 0, to: 3 });
  const last = leaves.length - 1;
  const kind = leaves.get(last, Leaf.kind);
  if (last >= 0 && leaves.get(last, Leaf.detail) === 0 && (kind === BlockKind.fencedCode || kind === BlockKind.comment)) {
    const [code, what] = kind === BlockKind.fencedCode ? (['fence-unclosed', 'code fence'] as const) : (['comment-unclosed', '“%%” comment'] as const);
    problems.push({ code, message: `This ${what} is never closed: everything below it is hidden from the plan.`, from: leaves.get(last, Leaf.from), to: leaves.get(last, Leaf.to) });
  }
  return problems;
}

function conflictOf(status: StatusReading | null): Diagnostic[] {
  const [first] = status?.sources ?? [];
  const other = status?.sources.find((source) => first && (source.status ?? source.raw) !== (first.status ?? first.raw));
  if (!status?.conflict || !first || !other) return [];
  return [{ code: 'status-conflict', message: `The note says “${first.raw}” in one place and “${other.raw}” in another.`, from: other.from, to: other.to }];
}
