/**
 * The rows of a plan's change log, oldest first, with what each says about the status. A dated heading or list item
 * may hold several paragraphs or items: each is a row of its day.
 */
import { type CalendarDate, parseCalendarDate } from '../date/calendar-date';
import { BlockKind, Item, Leaf } from '../markdown/blocks';
import { firstItemFrom, itemText } from '../plan/list-items';
import { logColumns } from '../plan/log-columns';
import type { PlanReading } from '../plan/parse-plan';
import type { ChangeLogEntry, Table } from '../plan/plan';
import { readStatusWord } from '../plan/status-word';
import type { Workflow } from '../status/workflow';
import { type LoggedMove, readLoggedMove } from './logged-move';

export interface LogRow {
  /** From 0. */
  readonly line: number;
  /** Null where the row's date cannot be read. */
  readonly date: CalendarDate | null;
  readonly text: string;
  /** Null where the row tells of something else. */
  readonly move: LoggedMove | null;
}

/** The log's rows in the order of time, as far as its dates and moves tell; none without a log. */
export function readLogRows(plan: PlanReading): readonly LogRow[] {
  const { changeLog, tables, workflow } = plan;
  if (!changeLog) return [];
  const isNewestFirst = changeLog.order === 'newest-first';
  const table = changeLog.table === null ? undefined : tables[changeLog.table];
  const cells = table && statusCells(table, workflow);
  const below = table ? () => [] : changeLog.form === 'list' ? itemsBelow(plan) : paragraphsBelow(plan);
  // Below a day's heading all that is said is read anew, with its lines.
  const entries = changeLog.form === 'headings' ? changeLog.entries.filter(({ line }, at) => line !== changeLog.entries[at - 1]?.line) : changeLog.entries;
  const rows = entries.flatMap((entry) => {
    const date = parseCalendarDate(entry.date);
    const more = below(entry);
    const texts = changeLog.form === 'headings' && more.length > 0 ? more : [{ line: entry.line, text: entry.change }, ...more];
    const read = texts.map(({ line, text }): LogRow => ({ line, date, text, move: cells?.isOfPart(line) === true ? null : moveOf(readLoggedMove(text, workflow), cells?.move(line) ?? null) }));
    // The whole is turned round in the end; what stands below one date is in order as it is.
    return isNewestFirst ? read.reverse() : read;
  });
  const inOrder = isNewestFirst ? rows.reverse() : rows;
  // Oldest first is usual: it takes dates to make a log newest first, and a mistyped year must not.
  const isDoubtful = isNewestFirst || new Set(rows.map(({ date }) => date)).size === 1;
  return isDoubtful && isReversed(inOrder) ? inOrder.reverse() : inOrder;
}

/** A row that says it moves the plan says more than its column, and the column more than a single word: "Superseded by EPIC-3" in a row "completed". */
function moveOf(told: LoggedMove | null, cell: LoggedMove | null): LoggedMove | null {
  return told?.kind === 'move' ? told : (cell ?? told);
}

interface LogText {
  readonly line: number;
  readonly text: string;
}

/** List items in a dated one. */
function itemsBelow({ blocks }: PlanReading): (entry: ChangeLogEntry) => LogText[] {
  const { items } = blocks;
  return ({ line }) => {
    const own = firstItemFrom(blocks, line);
    const texts: LogText[] = [];
    for (let item = own + 1; item < items.length && items.get(item, Item.parent) >= own; item++) texts.push({ line: items.get(item, Item.line), text: itemText(blocks, item) });
    return texts;
  };
}

/** Paragraphs and list items under a dated heading. */
function paragraphsBelow({ blocks: { text, leaves }, outline }: PlanReading): (entry: ChangeLogEntry) => LogText[] {
  const sections = new Map(outline.sections.map((section) => [section.line, section]));
  return ({ line }) => {
    const section = sections.get(line);
    const texts: LogText[] = [];
    for (let leaf = (section?.leaf ?? 0) + 1; section && leaf < section.leafTo; leaf++) {
      if (leaves.get(leaf, Leaf.kind) === BlockKind.paragraph) texts.push({ line: leaves.get(leaf, Leaf.line), text: text.slice(leaves.get(leaf, Leaf.from), leaves.get(leaf, Leaf.to)).replace(/\s*[\r\n]+\s*/g, ' ') });
    }
    return texts;
  };
}

/** What the columns for the status say in a row; a row about a task or phase tells nothing of the plan. */
function statusCells(table: Table, workflow: Workflow): { readonly isOfPart: (at: number) => boolean; readonly move: (at: number) => LoggedMove | null } {
  const { from, to, status, part } = logColumns(table);
  const cell = (at: number, column: number): string => table.rows[at - table.line - 2]?.[column]?.text ?? '';
  const named = (at: number, column: number): LoggedMove['to'] | null => {
    const value = cell(at, column);
    const word = readStatusWord(value, { from: 0, to: value.length }, workflow);
    return word.isChosen ? { status: word.status, raw: word.raw } : null;
  };
  const move = (at: number): LoggedMove | null => {
    const after = named(at, from >= 0 ? to : status);
    return after && { from: from >= 0 ? named(at, from) : null, to: after, kind: from >= 0 ? 'move' : 'cell' };
  };
  return { isOfPart: (at) => cell(at, part) !== '', move };
}

/** Whether the moves follow on each other from the last to the first. */
function isReversed(rows: readonly LogRow[]): boolean {
  const moves = rows.flatMap(({ move }) => (move?.from ? [[move.from.status, move.to.status] as const] : []));
  let down = 0;
  let up = 0;
  moves.forEach(([from, to], at) => {
    const [from1, to1] = moves[at + 1] ?? [null, null];
    if (to !== null && from1 === to) down++;
    if (from !== null && to1 === from) up++;
  });
  return up > down;
}
