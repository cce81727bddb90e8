/** Puts a filled template into a note: the body at a place, the properties that the note lacks into its frontmatter. */
import { frontmatterRange } from '../markdown/frontmatter-range';
import { type EditResult, refused } from '../text/edit-result';
import { lineBreakNear } from '../text/line-index';
import type { TextChange } from '../text/text-change';
import { addMissingProperties, type NewProperty } from './edit-frontmatter';

export interface InsertRequest {
  /** Offset in the note; inside the frontmatter it means: right below it. */
  readonly at: number;
  /** Body with LF line breaks. */
  readonly body: string;
  readonly properties: readonly NewProperty[];
}

export type InsertResult =
  | { readonly ok: true; readonly changes: readonly TextChange[]; /** Offset in the new text where the body starts, and its length there. */ readonly bodyFrom: number; readonly bodyLength: number }
  | (EditResult & { readonly ok: false });

/** One edit: the merged frontmatter and the body, set off from its neighbours by blank lines. */
export function insertPlan(text: string, request: InsertRequest): InsertResult {
  if (request.at < 0 || request.at > text.length) return refused('note-changed', 'The note is shorter than it was. Put the cursor where the plan should go and try again.');
  const merged = addMissingProperties(text, request.properties);
  if (!merged.ok) return merged;
  const range = frontmatterRange(text);
  const start = range?.next ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const at = Math.max(request.at, start);
  const lineBreak = lineBreakNear(text, 0);
  const isNewFrontmatter = range === null && merged.changes.length > 0;
  const before = blanksBefore(text.slice(start, at), lineBreak, range !== null || isNewFrontmatter);
  const behind = text.slice(at);
  const after = behind.trim() === '' ? (behind === '' ? lineBreak : '') : lineBreak + (/^\s*[\r\n]/.test(behind) ? '' : lineBreak);
  const closing = range && range.next === range.to && at >= range.to ? lineBreak : '';
  const body = request.body.replace(/\n$/, '').replace(/\n/g, lineBreak);
  const shift = merged.changes.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0);
  const insert: TextChange = { from: at, to: at, insert: closing + before + body + after };
  return { ok: true, changes: [...merged.changes, insert], bodyFrom: at + shift + closing.length + before.length, bodyLength: body.length };
}

/** A new block starts on a line of its own, with a blank line before it where something stands above. */
function blanksBefore(above: string, lineBreak: string, isBelowFrontmatter: boolean): string {
  if (above.trim() === '') return above === '' && isBelowFrontmatter ? lineBreak : '';
  if (/(?:\n|\r(?!\n))[ \t]*(?:\r\n|\r|\n)$/.test(above)) return '';
  return /[\r\n]$/.test(above) ? lineBreak : lineBreak + lineBreak;
}
