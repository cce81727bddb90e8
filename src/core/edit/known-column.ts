/** A cell edit by what its column was called when the row was shown: columns move, and get other names, while rows stay as they are. */
import { BlockKind, Leaf } from '../markdown/blocks';
import { foldWords } from '../markdown/inline';
import { scanBlocks } from '../markdown/scan-blocks';
import { splitCells } from '../markdown/table';
import { type EditResult, refused } from '../text/edit-result';
import { endOfLine, startOfLine } from '../text/line-index';
import { findLine, type LineTarget } from '../text/line-target';
import { setCell } from './edit-table';
import { cellText, withoutContainers } from './table-style';

/** A column as it stood in the header's line, which was `header`. */
export interface KnownColumn {
  readonly header: string;
  readonly column: number;
}

/**
 * As `setCell`, in the column that is called now as the known one was. Refused where there is none or more than one,
 * and where the header moved above rows that did not: what would be replaced there is not what was shown.
 */
export function setKnownCell(text: string, target: LineTarget, known: KnownColumn, value: string): EditResult {
  const found = findLine(text, target);
  if (!found.ok) return found;
  const header = headerAbove(text, found.line);
  if (header === null || header === known.header) return setCell(text, target, known.column, value);
  const column = followColumn(known, header);
  const [shown, said] = [known.column, column].map((each) => cellText(target.source, each));
  if (column >= 0 && said === shown) return setCell(text, target, column, value);
  const [names, name] = [namesIn(header), namesIn(known.header)[known.column] ?? ''];
  const reason = column < 0 ? `column ${known.column + 1} was “${name}”; the columns are now: ${names.join(', ')}` : `“${name}” stood above “${shown}”, and stands above “${said}” now`;
  return refused('no-such-column', `The table’s header has changed: ${reason}. Open the note and look at it.`);
}

/** The line of the header above a table's body row; null where the line is none. */
export function headerAbove(text: string, line: number): string | null {
  const { leaves } = scanBlocks(text);
  for (let leaf = 0; leaf < leaves.length; leaf++) {
    if (leaves.get(leaf, Leaf.kind) !== BlockKind.table || line < leaves.get(leaf, Leaf.line) + 2 || leaves.get(leaf, Leaf.endLine) < line) continue;
    const at = leaves.get(leaf, Leaf.from);
    return text.slice(startOfLine(text, at, text.charCodeAt(0) === 0xfeff ? 1 : 0), endOfLine(text, at));
  }
  return null;
}

/** Where the column stands below the header `now`: that of its name; of as many of one name as there were, the one in its place. −1 for none. */
export function followColumn({ header, column }: KnownColumn, now: string): number {
  if (header === now) return column;
  const [before, after] = [namesIn(header).map(foldWords), namesIn(now).map(foldWords)];
  const placesOf = (names: readonly string[]): number[] => names.flatMap((name, at) => (name === before[column] ? [at] : []));
  const [then, places] = [placesOf(before), placesOf(after)];
  return then.length === places.length ? (places[then.indexOf(column)] ?? -1) : -1;
}

function namesIn(header: string): string[] {
  const row = withoutContainers(header);
  return splitCells(row, 0, row.length).map(({ text }) => text);
}
