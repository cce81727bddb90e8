/**
 * What a plan's form has been filled in with: title, header dates, status, people, ticks, log, answered questions, each
 * with the places where it stands. Offsets are relative to the whole text.
 */
import { parseCalendarDate } from '../date/calendar-date';
import { Item, Leaf } from '../markdown/blocks';
import { headingTextRange } from '../markdown/heading-text';
import { trimEnd } from '../markdown/line-starts';
import { afterLineBreak, endOfLine, LineIndex, startOfLine } from '../text/line-index';
import { findSectionEntry, type TextRange } from './header-entry';
import type { PlanReading } from './parse-plan';
import type { Task } from './plan';
import { headOf } from './read-status';
import { logColumns } from './log-columns';

/** What stands at a place; `gone` is lines that repeat what the place before them has: a form needs them once. */
export type FilledRole = 'title' | 'date' | 'status' | 'status-word' | 'person' | 'tick' | 'change' | 'cell' | 'question' | 'gone';

export interface FilledPlace extends TextRange {
  readonly role: FilledRole;
  /** Key of a header entry or property, or header of a column: "author". */
  readonly label: string;
}

/** What is given back as a whole, or kept as a whole. */
export interface FilledIn {
  readonly kind: 'title' | 'date' | 'status' | 'person' | 'tick' | 'log' | 'question' | 'property';
  readonly places: readonly FilledPlace[];
}

const DATE_KEYS = ['date', 'created', 'updated', 'last updated', 'modified', 'started', 'start date', 'due', 'due date', 'deadline', 'target date', 'end date', 'completed', 'approved', 'reviewed'];
const PERSON_KEYS = ['author', 'authors', 'owner', 'owners', 'lead', 'assignee', 'reviewer', 'reviewers', 'approver', 'approvers'];
/** Properties that a plan gets anew from its template, and those that would tell about the template instead of the plan. */
const LEFT_OUT = ['status', 'plan-template', 'name', 'description', 'folder', 'name-pattern'];
/** Matches "~~Which port?~~ - **Resolved**: 80", "~~a~~"; not "a ~~b~~ c". */
const STRUCK = /^~~[^~]+~~(?:$|[\s.:–—-])/;

/** All of it, in the order in which a person checks it. */
export function readFilledIn(text: string, plan: PlanReading): FilledIn[] {
  const questions = plan.tasks.filter((task) => task.kind === 'question' && STRUCK.test(task.text));
  const asked = new Set(questions.map(({ line }) => line));
  const ticks = plan.tasks.filter(({ mark, line }) => mark !== ' ' && !asked.has(line));
  return [
    ...properties(text, plan),
    ...title(text, plan),
    ...header(text, plan, 'date').filter(({ from, to }) => parseCalendarDate(text.slice(from, to)) !== null).map((each) => one('date', each)),
    ...plan.statusSources.filter(({ kind, isChosen }) => isChosen && kind !== 'property').map((source) => statusPlace(text, source)),
    ...header(text, plan, 'person').map((each) => one('person', each)),
    ...log(text, plan),
    ...questionsOf(text, plan, questions),
    ...ticks.map((task) => one('tick', tick(task))),
  ];
}

function one(kind: FilledIn['kind'], ...places: FilledPlace[]): FilledIn {
  return { kind, places };
}

function place(role: FilledRole, from: number, to: number, label = ''): FilledPlace {
  return { from, to, role, label };
}

function properties(text: string, { frontmatter }: PlanReading): FilledIn[] {
  const found: FilledIn[] = [];
  for (const [key, { value, from, to }] of frontmatter?.properties ?? []) {
    if (typeof value !== 'string') continue;
    if (LEFT_OUT.includes(key)) found.push(one('property', goneLines(text, from, to, key)));
    else if (parseCalendarDate(value) !== null) found.push(one('date', place('date', from, to, key)));
    else if (PERSON_KEYS.includes(key)) found.push(one('person', place('person', from, to, key)));
    else if (key === 'title') found.push(one('title', place('title', from, to)));
  }
  return found;
}

function title(text: string, { blocks: { leaves }, outline }: PlanReading): FilledIn[] {
  const first = outline.sections.find(({ heading }) => heading?.level === 1);
  if (!first) return [];
  const { from, to } = headingTextRange(text, leaves.get(first.leaf, Leaf.from), leaves.get(first.leaf, Leaf.to));
  return to > from && !/[\r\n]/.test(text.slice(from, to)) ? [one('title', place('title', from, to))] : [];
}

/** The values of the header's entries under the role's keys, one of each, those that say something. */
function header(text: string, { blocks, outline }: PlanReading, role: 'date' | 'person'): FilledPlace[] {
  const head = headOf(outline);
  return (role === 'date' ? DATE_KEYS : PERSON_KEYS).flatMap((key) => {
    for (const section of head) {
      const entry = findSectionEntry(blocks, section, [key]);
      if (!entry) continue;
      const to = trimEnd(text, entry.from, text.charAt(entry.to - 1) === '\\' ? entry.to - 1 : entry.to);
      return to > entry.from ? [place(role, entry.from, to, key)] : [];
    }
    return [];
  });
}

/** A status line's whole value, its decoration and remark too; in a table, a section, or before another entry the word alone. */
function statusPlace(text: string, { from, to, kind }: PlanReading['statusSources'][number]): FilledIn {
  const lineFrom = startOfLine(text, from);
  const label = /^[^:：|]*[:：]{1,2}[*_]{0,2}[ \t]*/.exec(text.slice(lineFrom, from))?.[0];
  if (kind === 'section' || label === undefined) return one('status', place('status-word', from, to));
  const rest = text.slice(to, endOfLine(text, to));
  // Matches " · ", " **Owner"; not " — since May".
  const end = to + (/\s[·•|]\s|\s\*\*\p{L}/u.test(rest) ? 0 : rest.replace(/[\s\\]+$/, '').length);
  return one('status', place('status', lineFrom + label.length, end));
}

function log(text: string, plan: PlanReading): FilledIn[] {
  const { changeLog, blocks } = plan;
  const [first, ...others] = changeLog?.entries ?? [];
  if (!changeLog || !first) return [];
  const lines = new LineIndex(text);
  const at = lines.start(first.line) ?? 0;
  const items = itemsByLine(plan);
  const gone = [...new Set(others.map(({ line }) => line))].filter((line) => line !== first.line).map((line) => {
    const item = items.get(line);
    const section = plan.outline.sections.find(({ heading }) => heading?.line === line);
    return changeLog.form === 'list' && item !== undefined ? goneItem(text, plan, item) : goneLines(text, lines.start(line) ?? 0, lines.start(section ? section.lineTo - 1 : line) ?? text.length);
  });
  const table = changeLog.table === null ? undefined : plan.tables[changeLog.table];
  if (table) {
    const { change } = logColumns(table);
    const cells = (table.rows[0] ?? []).map(({ from, to }, column): FilledPlace => {
      const named = table.roles[column];
      return place(column === change ? 'change' : named === 'date' ? 'date' : named === 'author' ? 'person' : 'cell', from, to, table.header[column]?.text);
    });
    return [one('log', ...cells.filter(({ from, to }) => to > from), ...gone)];
  }
  const dateFrom = text.indexOf(first.date, at);
  const dateTo = dateFrom + first.date.length;
  const item = items.get(first.line);
  // What was said over several lines is joined in the entry; its first word is not.
  const change = item === undefined || first.change === '' ? -1 : text.indexOf(first.change.split(' ', 1)[0] ?? '', dateTo);
  const said = item === undefined || change < 0 ? [] : [place('change', change, Math.max(change, blocks.items.get(item, Item.textTo)))];
  return dateFrom < 0 ? [] : [one('log', place('date', dateFrom, dateTo), ...said, ...gone)];
}

function questionsOf(text: string, plan: PlanReading, [first, ...others]: readonly Task[]): FilledIn[] {
  if (!first) return [];
  const items = itemsByLine(plan);
  const itemOf = ({ line }: Task): number => items.get(line) ?? 0;
  const rows = plan.blocks.items;
  const question = place('question', rows.get(itemOf(first), Item.textFrom), rows.get(itemOf(first), Item.textTo));
  return [one('question', question, tick(first), ...others.map((task) => goneItem(text, plan, itemOf(task))))];
}

function tick({ markOffset }: Task): FilledPlace {
  return place('tick', markOffset, markOffset + 1);
}

function itemsByLine({ blocks: { items } }: PlanReading): Map<number, number> {
  const found = new Map<number, number>();
  for (let item = 0; item < items.length; item++) found.set(items.get(item, Item.line), item);
  return found;
}

/** The lines of a list item with those of the items in it. */
function goneItem(text: string, { blocks: { items } }: PlanReading, item: number): FilledPlace {
  let to = items.get(item, Item.to);
  for (let inner = item + 1; inner < items.length && items.get(inner, Item.parent) >= item; inner++) to = Math.max(to, items.get(inner, Item.to));
  return goneLines(text, items.get(item, Item.from), to);
}

/** The lines from the one that holds `from` to the one that holds `to`. */
function goneLines(text: string, from: number, to: number, label = ''): FilledPlace {
  const end = endOfLine(text, to);
  return place('gone', startOfLine(text, from), Math.min(text.length, afterLineBreak(text, end)), label);
}
