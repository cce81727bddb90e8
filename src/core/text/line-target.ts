/**
 * How a line is found again in text that may have changed since. The rule: a line that was the only one of its
 * kind then and is the only one now is that line, wherever it stands; among identical lines none is trusted
 * unless the whole note is as it was. So a twin is never hit.
 */
import { type Refusal, refused } from './edit-result';
import { fingerprint } from './fingerprint';
import { afterLineBreak, endOfLine } from './line-index';

export interface LineTarget {
  /** Line number then, from 0. */
  readonly line: number;
  /** The line then, without its line break. */
  readonly source: string;
  /** How many lines of the note were identical to it then, itself included. */
  readonly twins: number;
  /** Fingerprint of the whole note then. */
  readonly note: number;
}

export type FoundLine =
  | { readonly ok: true; readonly line: number; readonly from: number; readonly to: number }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * A target for the line numbered `line` of `text`.
 *
 * @throws RangeError when the text has no such line.
 */
export function targetLine(text: string, line: number): LineTarget {
  const at = Number.isInteger(line) && line >= 0 ? lineStart(text, line) : undefined;
  if (at === undefined) throw new RangeError(`No line ${line} in a text of ${text.length} characters.`);
  const source = text.slice(at, endOfLine(text, at));
  return { line, source, twins: linesEqualTo(text, source).length, note: fingerprint(text) };
}

/** Where the target's line stands in `text` now; offsets leave out the line break. */
export function findLine(text: string, target: LineTarget): FoundLine {
  const matches = linesEqualTo(text, target.source);
  const [first] = matches;
  if (first === undefined) {
    return refused('line-gone', `The line “${excerpt(target.source)}” has changed or gone since it was read. Open the note and look at it.`);
  }
  if (matches.length === 1 && target.twins === 1) return { ok: true, ...first };
  const same = matches.find(({ line }) => line === target.line);
  if (same && fingerprint(text) === target.note) return { ok: true, ...same };
  return refused('line-ambiguous', `The note changed and the line “${excerpt(target.source)}” is not the only one of its kind. Open the note and pick the right one.`);
}

function linesEqualTo(text: string, source: string): { line: number; from: number; to: number }[] {
  const found = [];
  let line = 0;
  for (let from = afterByteOrderMark(text); ; line++) {
    const to = endOfLine(text, from);
    if (to - from === source.length && text.startsWith(source, from)) found.push({ line, from, to });
    if (to >= text.length) return found;
    from = afterLineBreak(text, to);
  }
}

/** An editor shows a note without its byte order mark, so the mark is never part of the first line. */
function afterByteOrderMark(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

function lineStart(text: string, line: number): number | undefined {
  let from = afterByteOrderMark(text);
  for (let seen = 0; seen < line; seen++) {
    const end = endOfLine(text, from);
    if (end >= text.length) return undefined;
    from = afterLineBreak(text, end);
  }
  return from;
}

function excerpt(source: string): string {
  const trimmed = source.trim();
  return trimmed.length > 80 ? `${trimmed.slice(0, 79)}…` : trimmed;
}
