/**
 * The pane's list as numbers: which line of it is a group and which an item, and where each stands. Pure; built anew
 * from a query's result and the set of collapsed groups, in time linear in the lines shown.
 */
import type { QueryResult, RollupGroup } from '../../core/indexing/query';

/** Heights in CSS pixels; the stylesheet has the same. */
export interface LineHeights {
  readonly item: number;
  readonly plan: number;
  readonly section: number;
}

/** Of the header of columns. */
export const HEADER_HEIGHT = 32;

export type ListLine = { readonly kind: 'group'; readonly group: RollupGroup; readonly isCollapsed: boolean } | { readonly kind: 'item'; readonly row: number };

export class RowsModel {
  /** Per line: number of the row, or −1 − number of the group. */
  private readonly lines: Int32Array;
  /** Per line its top; one more entry for the end. */
  private readonly tops: Float64Array;
  readonly length: number;

  constructor(
    readonly result: QueryResult,
    private readonly collapsed: ReadonlySet<string>,
    heights: LineHeights,
  ) {
    const { groups } = result;
    this.lines = new Int32Array(result.length + groups.length);
    this.tops = new Float64Array(result.length + groups.length + 1);
    let length = 0;
    let top = 0;
    const add = (line: number, height: number): void => {
      this.lines[length] = line;
      this.tops[length++] = top;
      top += height;
    };
    let row = 0;
    groups.forEach((group, at) => {
      for (; row < group.from; row++) add(row, heights.item);
      if (group.level === 1 && collapsed.has(group.path)) return;
      add(-1 - at, group.level === 0 ? heights.plan : heights.section);
      if (collapsed.has(group.key)) row = group.from + group.length;
    });
    for (; row < result.length; row++) add(row, heights.item);
    this.length = length;
    this.tops[length] = top;
  }

  get height(): number {
    return this.tops[this.length] ?? 0;
  }

  top(line: number): number {
    return this.tops[line] ?? 0;
  }

  heightOf(line: number): number {
    return this.top(line + 1) - this.top(line);
  }

  /** Number of the line that covers the offset `y`. */
  lineAt(y: number): number {
    let low = 0;
    let high = Math.max(0, this.length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.top(middle) <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** @throws RangeError beyond the list. */
  line(at: number): ListLine {
    const code = at < this.length ? this.lines[at] : undefined;
    if (code === undefined) throw new RangeError(`No line ${at} among ${this.length}.`);
    if (code >= 0) return { kind: 'item', row: code };
    const group = this.result.groups[-1 - code];
    if (!group) throw new RangeError(`No group ${-1 - code}.`);
    return { kind: 'group', group, isCollapsed: this.collapsed.has(group.key) };
  }

  /** Number of the heading above the line that holds it, of this level or of either; null when there is none. */
  headingOf(at: number, level?: 0): number | null {
    for (let line = Math.min(at, this.length) - 1; line >= 0; line--) {
      const code = this.lines[line] ?? 0;
      if (code < 0 && (level === undefined || this.result.groups[-1 - code]?.level === level)) return line;
    }
    return null;
  }

  /** Names a line among those of this list. */
  key(at: number): string {
    const line = this.line(at);
    if (line.kind === 'group') return `group ${line.group.key}`;
    const { path, line: number, kind = '' } = this.result.row(line.row);
    return `item ${path} ${number} ${kind}`;
  }

  /** Names what a line shows, wherever it stands: lines added above it in its note don't change that. Twins share a name. */
  name(at: number): string {
    const line = this.line(at);
    if (line.kind === 'group') return `group ${line.group.key}`;
    const { path, section, label, text, kind } = this.result.row(line.row);
    return ['item', path, ...section, label ?? '', kind ?? text].join('\n');
  }
}
