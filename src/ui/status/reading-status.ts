/**
 * The status that a plan states in its own text, in reading view: the rendered word becomes a button. The word is looked
 * for by what stands before it in its line; where that is not found exactly once, nothing is marked.
 */
import type { MarkdownPostProcessorContext } from 'obsidian';
import { type ParseOptions, type PlanReading, readPlan } from '../../core/plan/parse-plan';
import { LineIndex, startOfLine } from '../../core/text/line-index';

/** Called with the element of the word, and the plan it is in. */
export type StatusOpener = (wordEl: HTMLElement, path: string, plan: PlanReading) => void;

/** Marks the status in the rendered blocks of notes; the last note is read once for all its blocks. */
export function statusMarker(reading: () => ParseOptions, open: StatusOpener): (el: HTMLElement, context: MarkdownPostProcessorContext) => void {
  let last: { readonly text: string; readonly path: string; readonly of: ParseOptions; readonly plan: PlanReading; readonly lines: LineIndex } | null = null;
  return (el, context) => {
    const path = context.sourcePath;
    const section = context.getSectionInfo(el);
    if (!section || el.querySelector('.plan-rollup-status-value')) return;
    const { text, lineStart, lineEnd } = section;
    const of = reading();
    if (last?.text !== text || last.path !== path || last.of !== of) last = { text, path, of, plan: readPlan(text, { ...of, path }), lines: new LineIndex(text) };
    const { plan, lines } = last;
    if (!plan.isPlan) return;
    for (const { kind, from, raw, isChosen } of plan.statusSources) {
      const line = lines.lineAt(from);
      if (kind === 'property' || !isChosen || raw === '' || line < lineStart || line > lineEnd) continue;
      const wordEl = wrap(el, text.slice(startOfLine(text, from), from), raw);
      if (wordEl) bind(wordEl, raw, () => { open(wordEl, path, plan); });
    }
  };
}

function bind(el: HTMLElement, raw: string, open: () => void): void {
  el.setAttribute('aria-label', `Status: ${raw}. Choose another`);
  el.setAttribute('aria-haspopup', 'menu');
  el.setAttribute('role', 'button');
  el.tabIndex = 0;
  el.addEventListener('click', (event) => {
    if (event.detail > 1 || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey || el.win.getSelection()?.isCollapsed === false) return;
    event.stopPropagation();
    open();
  });
  el.addEventListener('keydown', (event) => {
    if ((event.key !== 'Enter' && event.key !== ' ') || event.repeat) return;
    event.preventDefault();
    open();
  });
}

/** What marks are made of, and blanks: left out of comparisons. Matches "**", "> "; not "Status:". */
const MARKS = /[\s*_`~|>#+-]/;

/** Puts the word that stands behind `before` into an element of its own; null where that is not found exactly once. */
function wrap(el: HTMLElement, before: string, word: string): HTMLElement | null {
  const content = el.textContent;
  // Places of the characters that count, and these characters.
  const places = Array.from({ length: content.length }, (_, at) => at).filter((at) => !MARKS.test(content.charAt(at)));
  const shown = places.map((at) => content.charAt(at)).join('');
  const bare = (source: string): string => Array.from({ length: source.length }, (_, at) => source.charAt(at)).filter((char) => !MARKS.test(char)).join('');
  const [lead, wanted] = [bare(before.replace(/^[\s>]*\d+[.)]\s/, '')), bare(word)];
  const found = shown.indexOf(lead + wanted);
  if (wanted === '' || found < 0 || (lead === '' ? found > 0 : shown.includes(lead + wanted, found + 1))) return null;
  const from = places[found + lead.length];
  const to = places[found + lead.length + wanted.length - 1];
  return from === undefined || to === undefined ? null : surround(el, from, to + 1);
}

/** Offsets are those of the element's text; null where they lie in different nodes. */
function surround(el: HTMLElement, from: number, to: number): HTMLElement | null {
  const walker = el.doc.createTreeWalker(el, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (from < at + length) {
      if (to > at + length) return null;
      const range = el.doc.createRange();
      range.setStart(node, from - at);
      range.setEnd(node, to - at);
      const wordEl = createSpan({ cls: 'plan-rollup-status-value' });
      range.surroundContents(wordEl);
      return wordEl;
    }
    at += length;
  }
  return null;
}
