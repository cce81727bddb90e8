/** A blank row for a table, in the table's own style; an id column gets the next id. */
import { BlockKind, type Blocks, Leaf, Row } from '../markdown/blocks';
import { type Cell, splitCells } from '../markdown/table';
import { scanBlocks } from '../markdown/scan-blocks';
import { DEFAULT_WORDS } from '../plan/plan-words';
import { type EditResult, type Refusal, refused } from '../text/edit-result';
import { findLine, type LineTarget } from '../text/line-target';
import type { TextChange } from '../text/text-change';
import type { TextRange } from './block-lines';
import { appendTableRow } from './edit-table';
import { leafAtLine } from './find-blocks';

export type BlockResult =
  | { readonly ok: true; readonly changes: readonly TextChange[]; /** Where the new block stands in the new text. */ readonly added: TextRange }
  | (EditResult & { readonly ok: false });

/** An id. Matches "R-3", "T01", "7"; not "1.1". Groups: 1 letters, 2 digits. */
const ID = /^([A-Za-z]{0,6}-?)(\d{1,4})$/;

/** Adds it to the table whose header stands on `line`. */
export function addBlankRow(text: string, blocks: Blocks, line: number): BlockResult {
  const result = appendTableRow(text, line, newRowOf(blocks, leafAtLine(blocks, line)).values);
  if (!result.ok) return result;
  const [change] = result.changes;
  const lead = /^(?:\r\n|\r|\n)/.exec(change?.insert ?? '')?.[0].length ?? 0;
  const from = (change?.from ?? 0) + lead;
  return { ok: true, changes: result.changes, added: { from, to: from + (change?.insert.length ?? 0) - lead } };
}

/** A row to be filled in. */
export interface RowForm {
  /** Names of the table's columns. */
  readonly columns: readonly string[];
  /** What it starts with, by column name: an id column has the next id. */
  readonly values: Readonly<Record<string, string>>;
}

function newRowOf(blocks: Blocks, leaf: number): RowForm {
  const [header = [], ...rows] = rowsOf(blocks, leaf);
  const columns = header.map(({ text: name }) => name);
  const [column] = columns;
  const id = column === undefined || !isNumbering(column) ? null : nextId(rows.map(([first]) => first?.text ?? ''));
  return { columns, values: id !== null && column !== undefined && columns.lastIndexOf(column) === 0 ? { [column]: id } : {} };
}

/** A column that numbers or names its rows, by its header: one of priorities, "P1", "P2", "P3", counts nothing. */
function isNumbering(header: string): boolean {
  const [role = null] = DEFAULT_WORDS.columnRoles([{ text: header, from: 0, to: 0 }]);
  return role === null || role === 'index' || role === 'version';
}

/** What a new row of the table that holds the target's row asks for. Refused: the row is gone, ambiguous, or in no table. */
export function rowForm(text: string, target: LineTarget): { readonly ok: true; readonly form: RowForm } | { readonly ok: false; readonly refusal: Refusal } {
  const found = tableOf(text, target);
  return found.ok ? { ok: true, form: newRowOf(found.blocks, found.leaf) } : found;
}

/** Adds a row with these values, by column name, at the end of the table that holds the target's row. */
export function addRowTo(text: string, target: LineTarget, values: Readonly<Record<string, string>>): EditResult {
  const found = tableOf(text, target);
  return found.ok ? appendTableRow(text, found.blocks.leaves.get(found.leaf, Leaf.line), values) : found;
}

function tableOf(text: string, target: LineTarget): { readonly ok: true; readonly blocks: Blocks; readonly leaf: number } | { readonly ok: false; readonly refusal: Refusal } {
  const found = findLine(text, target);
  if (!found.ok) return found;
  const blocks = scanBlocks(text);
  const { leaves } = blocks;
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    if (leaves.get(leaf, Leaf.kind) === BlockKind.table && leaves.get(leaf, Leaf.line) < found.line && found.line <= leaves.get(leaf, Leaf.endLine)) return { ok: true, blocks, leaf };
  }
  return refused('not-a-table-row', `Line ${found.line + 1} is not a row of a table any more. Open the note and look at it.`);
}

/** Body rows of all tables. */
export function countRows({ leaves }: Blocks): number {
  let count = 0;
  for (let leaf = 0; leaf < leaves.length; leaf++) if (leaves.get(leaf, Leaf.kind) === BlockKind.table) count += leaves.get(leaf, Leaf.extra);
  return count;
}

/** The next one where all rows carry an id of one kind. */
function nextId(ids: readonly string[]): string | null {
  const read = ids.map((id) => ID.exec(id.trim()));
  const [, letters, digits = ''] = read[read.length - 1] ?? [];
  if (letters === undefined || read.some((each) => each?.[1] !== letters)) return null;
  const highest = read.reduce((most, each) => Math.max(most, Number(each?.[2] ?? 0)), 0);
  return letters + String(highest + 1).padStart(digits.startsWith('0') ? digits.length : 0, '0');
}

function rowsOf({ text, leaves, rows }: Blocks, leaf: number): Cell[][] {
  const first = leaves.get(leaf, Leaf.detail);
  return Array.from({ length: leaves.get(leaf, Leaf.extra) }, (_none, at) => splitCells(text, rows.get(first + at, Row.from), rows.get(first + at, Row.to)));
}
