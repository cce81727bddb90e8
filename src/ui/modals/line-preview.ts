/** The lines that an edit would write, old and new, with what differs in them. */
import type { ChangedLines } from '../../core/text/changed-lines';

/** What is written to one more note. */
export interface OtherNote {
  readonly name: string;
  readonly lines: readonly ChangedLines[];
  /** Why it can't be written; null when it can. */
  readonly problem: string | null;
}

export class LinePreview {
  private readonly el: HTMLElement;
  private shown = '';

  constructor(parent: HTMLElement) {
    this.el = parent.createDiv({ cls: 'plan-rollup-lines', attr: { role: 'region', 'aria-label': 'What will be written', tabindex: '0' } });
  }

  /** `problem` stands in place of the lines where nothing can be written. */
  show(stretches: readonly ChangedLines[], problem: string | null, other: OtherNote | null = null): void {
    const key = JSON.stringify([stretches, problem, other]);
    if (key === this.shown) return;
    this.shown = key;
    this.el.empty();
    addLines(this.el, stretches, problem);
    if (problem !== null || other === null || (other.problem === null && other.lines.length === 0)) return;
    this.el.createDiv('plan-rollup-stretch').createDiv({ cls: 'plan-rollup-line-number', text: `Also in “${other.name}”` });
    addLines(this.el, other.lines, other.problem);
  }
}

function addLines(parent: HTMLElement, stretches: readonly ChangedLines[], problem: string | null): void {
  if (problem !== null) parent.createEl('p', { cls: 'plan-rollup-problem', text: problem });
  else for (const stretch of stretches) addStretch(parent, stretch);
}

function addStretch(parent: HTMLElement, { line, removed, added }: ChangedLines): void {
  const el = parent.createDiv({ cls: 'plan-rollup-stretch' });
  el.createDiv({ cls: 'plan-rollup-line-number', text: `Line ${line + 1}` });
  const isPaired = removed.length === added.length;
  removed.forEach((text, at) => { addLine(el, 'del', text, isPaired ? (added[at] ?? '') : null); });
  added.forEach((text, at) => { addLine(el, 'ins', text, isPaired ? (removed[at] ?? '') : null); });
}

/** `other` is what the line was, or will be; null for a line of its own. */
function addLine(parent: HTMLElement, tag: 'del' | 'ins', text: string, other: string | null): void {
  const el = parent.createEl(tag, { cls: 'plan-rollup-changed-line' });
  el.createSpan({ cls: 'plan-rollup-changed-mark', text: tag === 'del' ? '−' : '+' });
  const textEl = el.createSpan();
  const { start, end } = other === null ? { start: 0, end: text.length } : differing(text, other);
  textEl.appendText(text.slice(0, start));
  if (end > start) textEl.createEl('mark', { text: text.slice(start, end) });
  textEl.appendText(text.slice(end));
}

/** The part of `text` that `other` does not have. */
function differing(text: string, other: string): { start: number; end: number } {
  const most = Math.min(text.length, other.length);
  let start = 0;
  while (start < most && text[start] === other[start]) start++;
  let same = 0;
  while (same < most - start && text[text.length - 1 - same] === other[other.length - 1 - same]) same++;
  return { start, end: text.length - same };
}
