/** Texts as long as they are shown: a browser takes seconds to lay out a line of a million characters, and nobody reads it. */
import type { RollupRow } from '../core/indexing/query';

/** More than any pane has room for in a line. */
const MOST_SHOWN = 1000;

/** The text, or its beginning and "…". */
export function shortText(text: string): string {
  // Not between the halves of a character.
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN).replace(/[\ud800-\udbff]$/, '')}…`;
}

const TEXTS = ['text', 'plan', 'status', 'owner', 'detail', 'priority', 'effort', 'impact', 'when', 'likelihood', 'mitigation', 'id', 'level', 'author', 'evidence'] as const;

/** The row for the eye: no text of it is longer than is shown. */
export function shortRow(row: RollupRow): RollupRow {
  const long = TEXTS.filter((key) => (row[key]?.length ?? 0) > MOST_SHOWN);
  const short = long.length === 0 ? row : { ...row, ...Object.fromEntries(long.map((key) => [key, shortText(row[key] ?? '')])) };
  const { nextItem } = row;
  return nextItem && nextItem.text.length > MOST_SHOWN ? { ...short, nextItem: { ...nextItem, text: shortText(nextItem.text) } } : short;
}
