/** Puts a filled template into a note: the body at a place, the properties that the note lacks into its frontmatter. */
import { frontmatterRange } from '../markdown/frontmatter-range';
import { type EditResult, refused } from '../text/edit-result';
import { lineBreakNear } from '../text/line-index';
import type { TextChange } from '../text/text-change';
import { addMissingProperties, type NewProperty } from './edit-frontmatter';
import { placeBetweenBlocks } from './insert-place';

/**
 * Where the body goes: at an offset in the note or below the block that holds it (the frontmatter, a table), right
 * below the properties, behind everything, or in place of all text below the properties.
 */
export type InsertPlace = number | 'below properties' | 'bottom' | 'replace';

export interface InsertRequest {
  readonly at: InsertPlace;
  /** Body with LF line breaks. */
  readonly body: string;
  readonly properties: readonly NewProperty[];
}

export type InsertResult =
  | { readonly ok: true; readonly changes: readonly TextChange[]; /** Offset in the new text where the body starts, and its length there. */ readonly bodyFrom: number; readonly bodyLength: number }
  | (EditResult & { readonly ok: false });

/** One edit: the merged frontmatter and the body, between two of the note's blocks and set off from them by one blank line each. */
export function insertPlan(text: string, request: InsertRequest): InsertResult {
  const range = frontmatterRange(text);
  const start = range?.next ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const asked = request.at === 'bottom' ? text.length : typeof request.at === 'number' ? request.at : start;
  if (asked < 0 || asked > text.length) return refused('note-changed', 'The note is shorter than it was. Put the cursor where the plan should go and try again.');
  const merged = addMissingProperties(text, request.properties);
  if (!merged.ok) return merged;
  const place = placeBetweenBlocks(text, asked);
  if (!place.ok) return place;
  const at = Math.max(place.at, start);
  const to = request.at === 'replace' ? text.length : at;
  const lineBreak = lineBreakNear(text, 0);
  const isNewFrontmatter = range === null && merged.changes.length > 0;
  const before = blanksBefore(text.slice(start, at), lineBreak, range !== null || isNewFrontmatter);
  const after = blanksAfter(text.slice(to), lineBreak);
  const closing = range && range.next === range.to && at >= range.to ? lineBreak : '';
  const body = request.body.replace(/\n$/, '').replace(/\n/g, lineBreak);
  const shift = merged.changes.reduce((sum, { from, to: end, insert }) => sum + insert.length - (end - from), 0);
  const insert: TextChange = { from: at, to, insert: closing + before + body + after };
  return { ok: true, changes: [...merged.changes, insert], bodyFrom: at + shift + closing.length + before.length, bodyLength: body.length };
}

/** A new block starts on a line of its own, with a blank line before it where something stands above. */
function blanksBefore(above: string, lineBreak: string, isBelowFrontmatter: boolean): string {
  if (isBlank(above)) return above === '' ? (isBelowFrontmatter ? lineBreak : '') : /[\r\n]$/.test(above) ? '' : lineBreak;
  if (/(?:\n|\r(?!\n))[ \t]*(?:\r\n|\r|\n)$/.test(above)) return '';
  return /[\r\n]$/.test(above) ? lineBreak : lineBreak + lineBreak;
}

/** The block's own line break, and a blank line behind it, as far as the text behind does not begin with them. */
function blanksAfter(behind: string, lineBreak: string): string {
  if (isBlank(behind)) return behind === '' ? lineBreak : '';
  // Matches "\n", " \r\n\n", each line break with the blanks before it; not "a\n".
  const breaks = /^(?:[ \t]*(?:\r\n|\r|\n))+/.exec(behind)?.[0].match(/\r\n|\r|\n/g)?.length ?? 0;
  return lineBreak.repeat(Math.max(0, 2 - breaks));
}

/** As Markdown sees it: a no-break space is text. */
function isBlank(text: string): boolean {
  return !/[^ \t\r\n]/.test(text);
}
