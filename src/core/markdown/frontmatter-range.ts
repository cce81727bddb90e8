/** Where a note's frontmatter stands: from a first line `---` to the next line `---`, as Obsidian reads it. */
import { trimEnd } from './line-starts';
import { afterLineBreak, endOfLine } from '../text/line-index';

export interface FrontmatterRange {
  /** Offset of the opening `---`. */
  readonly from: number;
  /** First character of the YAML, and the end of its last line break: the offset of the closing `---`. */
  readonly yamlFrom: number;
  readonly yamlTo: number;
  /** End of the closing `---` line, line break left out. */
  readonly to: number;
  /** First character of the note's body. */
  readonly next: number;
  /** Number of lines that the frontmatter takes, both `---` included. */
  readonly lines: number;
}

/** The frontmatter that starts at `from` (0, or 1 behind a byte order mark); null when there is none or it has no end. */
export function frontmatterEnd(text: string, from: number): FrontmatterRange | null {
  if (!text.startsWith('---', from)) return null;
  const firstTo = endOfLine(text, from);
  if (trimEnd(text, from, firstTo) !== from + 3 || firstTo >= text.length) return null;
  const yamlFrom = afterLineBreak(text, firstTo);
  let lines = 2;
  for (let at = yamlFrom; ; lines++) {
    const to = endOfLine(text, at);
    if (text.startsWith('---', at) && trimEnd(text, at, to) === at + 3) {
      return { from, yamlFrom, yamlTo: at, to, next: to < text.length ? afterLineBreak(text, to) : to, lines };
    }
    if (to >= text.length) return null;
    at = afterLineBreak(text, to);
  }
}

/** The note's frontmatter, or null. */
export function frontmatterRange(text: string): FrontmatterRange | null {
  return frontmatterEnd(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
}

/** Whether the note opens a frontmatter that is never closed. */
export function isFrontmatterUnclosed(text: string): boolean {
  const from = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return text.startsWith('---', from) && /^---[ \t]*\r?\n[\w-]+[ \t]*:/.test(text.slice(from, from + 200)) && frontmatterEnd(text, from) === null;
}
