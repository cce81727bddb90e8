/** What an edit that inserts sections will put in and where, in the words of a dialog. */
import { scanBlocks } from '../markdown/scan-blocks';
import { headingLevel } from '../markdown/line-starts';
import { readSectionTree, type SectionNode } from '../markdown/section-tree';
import { endOfLine, startOfLine } from '../text/line-index';
import { applyChanges, type TextChange } from '../text/text-change';

export interface InsertPreview {
  /** Each stretch of new lines, with the heading behind whose section it goes; null: above all sections. */
  readonly inserted: readonly { readonly behind: string | null; readonly lines: readonly string[] }[];
  /** Headings that get another number: as they are, and as they will be. */
  readonly renumbered: readonly { readonly before: string; readonly after: string }[];
}

export function previewInsert(text: string, changes: readonly TextChange[]): InsertPreview {
  const nodes = readSectionTree(scanBlocks(text));
  const isNew = ({ insert }: TextChange): boolean => /[\r\n]/.test(insert);
  const inserted = changes.filter(isNew).map(({ from, insert }) => {
    const lines = insert.split(/\r\n|\r|\n/);
    return { behind: headingBefore(nodes, from, lines), lines: from > 0 && lines[0] === '' ? lines.slice(1) : lines };
  });
  const renumbered = changes.filter((change) => !isNew(change)).map((change) => {
    const [from, to] = [startOfLine(text, change.from), endOfLine(text, change.to)];
    const line = text.slice(from, to);
    return { before: line, after: applyChanges(line, [{ from: change.from - from, to: change.to - from, insert: change.insert }]) };
  });
  return { inserted, renumbered };
}

/** The last heading above the place that is no deeper than the first one put in. */
function headingBefore(nodes: readonly SectionNode[], at: number, lines: readonly string[]): string | null {
  const level = lines.map((line) => headingLevel(line, 0, line.length)).find((found) => found > 0) ?? 6;
  let found: SectionNode | null = null;
  for (const node of nodes) if (node.from < at && node.level <= level) found = node;
  return found?.source ?? null;
}
