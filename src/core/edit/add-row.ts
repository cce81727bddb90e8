/** A blank row for a table, in the table's own style; an id column gets the next id. */
import { BlockKind, type Blocks, Leaf, Row } from '../markdown/blocks';
import { type Cell, splitCells } from '../markdown/table';
import type { EditResult } from '../text/edit-result';
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
  const [header = [], ...rows] = rowsOf(blocks, leafAtLine(blocks, line));
  const id = nextId(rows.map(([first]) => first?.text ?? ''));
  const [column] = header;
  const values = id !== null && column && header.filter(({ text: name }) => name === column.text).length === 1 ? { [column.text]: id } : {};
  const result = appendTableRow(text, line, values);
  if (!result.ok) return result;
  const [change] = result.changes;
  const lead = /^(?:\r\n|\r|\n)/.exec(change?.insert ?? '')?.[0].length ?? 0;
  const from = (change?.from ?? 0) + lead;
  return { ok: true, changes: result.changes, added: { from, to: from + (change?.insert.length ?? 0) - lead } };
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
