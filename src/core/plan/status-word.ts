/**
 * The value of a status line, taken apart: the word that names the status, and the remark behind it. Offsets are
 * relative to the text that holds the value. `✅ **Complete** — PR #151` → the word "Complete", remark "— PR #151".
 */
import { findStatus, type StatusDefinition, type Workflow } from '../status/workflow';
import { OTHER_STATUS_WORDS } from './vocabulary';

export interface StatusWord {
  /** The word alone; an empty value has `from` = `to`. */
  readonly from: number;
  readonly to: number;
  /** As written; empty where nothing is filled in yet. */
  readonly raw: string;
  /** Id of the status in the workflow, null for a word it does not know. */
  readonly status: string | null;
  /** What follows the word: "— PR #151". */
  readonly remark: string;
  /** False while the place still offers options to choose from, or nothing. */
  readonly isChosen: boolean;
  /** False where the word can't be exchanged without breaking the Markdown or the sentence it is part of. */
  readonly isReplaceable: boolean;
}

/** What may stand before the word: blanks, emoji, emphasis, quotes, brackets, a struck-out older word. Matches "✅ **"; not "Done". */
const DECORATION = /^(?:~~[^~]{1,60}~~|\s|[*_`~"'“‘([\u00a0\u200b]|\p{Extended_Pictographic}|\uFE0F|\u200D|\u20E3)+/u;
/** Where a remark starts. Matches " — ", " (", ", ", ". "; not the hyphen in "in-progress". */
const REMARK_START = /\s+[-–—→]+\s|\s*[—(,;:]|[.!]+(?:\s|$)|\s*<|\s+@|\s*\^?\[/;
/** Between a status and the one that came after it. Matches " → ", "->"; not " - ". */
const ARROW = /\s*(?:[→➜➔⇒]|[-=]>)\s*/;
/** What may stand behind the word. Matches "**", the backslash of a hard break; not "Done". */
const CLOSING = /[\s*_`~"'”’\])\\\u200b]+$/;
/** Stands for no choice yet. Matches "TBD", "—"; not "Draft". */
const NOTHING = /^(?:tbd|tba|n\/a|none|[-–—?.…]+)$/i;
const MOST_WORDS = 4;
/** The word is looked for in this much of the value; more is prose. */
const LONGEST_VALUE = 300;

/** Reads the value `from`–`to`. */
export function readStatusWord(text: string, range: { from: number; to: number }, workflow: Workflow): StatusWord {
  const valueTo = Math.min(range.to, range.from + LONGEST_VALUE);
  const value = text.slice(range.from, valueTo);
  if (IMAGE.test(value)) return { from: range.from, to: range.to, raw: value.trim(), status: null, remark: '', isChosen: true, isReplaceable: false };
  if (isOptionList(value, workflow)) return unchosen(text, range);
  const moved = behindArrow(value, workflow);
  const latter = moved > 0 ? readStatusWord(text, { from: range.from + moved, to: range.to }, workflow) : null;
  if (latter?.status != null) return latter;
  const from = range.from + (DECORATION.exec(value)?.[0].length ?? 0);
  const rest = text.slice(from, valueTo);
  const cut = rest.search(REMARK_START);
  const word = (cut < 0 ? rest : rest.slice(0, cut)).replace(CLOSING, '');
  if (word === '') return unchosen(text, range);
  const status = findStatus(workflow, word) ?? progress(word, workflow);
  const known = status ? { length: word.length, status } : knownPrefix(word, workflow);
  const to = from + (known?.length ?? word.length);
  const remark = withoutMarks(text.slice(to, range.to)).replace(/^\)\s*/, '');
  return { from, to, raw: text.slice(from, to), status: known?.status?.id ?? null, remark, isChosen: true, isReplaceable: isWhole(text.slice(from, to), value) };
}

/** A picture says the status, or none. Matches "![badge](x)"; not "Done!". */
const IMAGE = /!\[/;
/** A word is part of a sentence from here on. */
const MOST_REPLACED_WORDS = 3;

/** Whether `word` holds no mark or entity of its own, and leaves no code span open in `value`. */
function isWhole(word: string, value: string): boolean {
  const isOpen = (value.split('`').length - 1) % 2 === 1;
  return !isOpen && !/[*`&\\]|__|~~/.test(word) && word.split(/\s+/).length <= MOST_REPLACED_WORDS;
}

/** "80% complete", "Phase 2 in progress", "Phase 2 done": the work goes on, unless all of it is done. */
function progress(word: string, workflow: Workflow): StatusDefinition | null {
  const percent = /^(\d{1,3}) ?%/.exec(word)?.[1];
  if (percent === undefined && !/^(?:phase|step|stage|milestone) \d/i.test(word)) return null;
  return findStatus(workflow, percent === '100' ? 'completed' : 'in-progress');
}

/** "In Progress since May", "Done/Merged" start with a status the workflow knows. */
function knownPrefix(word: string, workflow: Workflow): { length: number; status: StatusDefinition | null } | null {
  const ends: number[] = [];
  for (let at = 1; at < word.length && ends.length < MOST_WORDS; at++) if (/\S[\s/]/.test(word.slice(at - 1, at + 1))) ends.push(at);
  for (const end of ends.reverse()) {
    const status = findStatus(workflow, word.slice(0, end));
    if (status) return { length: end, status };
  }
  const other = OTHER_STATUS_WORDS.find((name) => word.toLowerCase().startsWith(`${name} `));
  return other === undefined ? null : { length: other.length, status: null };
}

/** `Draft | In Review | Approved`, in brackets or not: nothing is chosen yet. A bracketed slot is none either. */
function isOptionList(value: string, workflow: Workflow): boolean {
  const trimmed = value.trim();
  const inner = trimmed.replace(/^[*`[{(]+|[*`\]})]+$/g, '');
  const options = inner.split(/\s*\|\s*/);
  if (options.length > 1 && options.every((option) => option !== '' && option.length <= 30)) return true;
  if (NOTHING.test(inner) || /^[[{][^\]}]*[\]}]$/.test(trimmed) || /\[[ xX]\]/.test(trimmed)) return true;
  return isChoice(inner.split(/\s*\/\s*/), 2, workflow) || isChoice(inner.split(ARROW), MOST_STEPS + 1, workflow);
}

/** Statuses that a plan went through; more of them are the path to choose from. */
const MOST_STEPS = 3;

/** Whether all options are statuses, at least `least` of them. */
function isChoice(options: readonly string[], least: number, workflow: Workflow): boolean {
  const known = options.map((option) => findStatus(workflow, option)?.id);
  return !known.includes(undefined) && new Set(known).size >= least;
}

/** Where the last step begins in "Draft → In Review (by Ann)", the value of a plan that was moved on; 0 where all before is no status. */
function behindArrow(value: string, workflow: Workflow): number {
  const steps = value.split(ARROW);
  const last = steps.pop() ?? '';
  const isStatus = (step: string): boolean => findStatus(workflow, step.replace(/^~~|~~$/g, '').replace(DECORATION, '').replace(CLOSING, '')) !== null;
  return steps.length > 0 && steps.every(isStatus) ? value.length - last.length : 0;
}

/** Without the marks and blanks at either end. */
function withoutMarks(source: string): string {
  let from = 0;
  while (from < source.length && /[\s*_`~\\\u200b]/.test(source.charAt(from))) from++;
  let to = source.length;
  while (to > from && /[\s*_`]/.test(source.charAt(to - 1))) to--;
  return source.slice(from, to);
}

function unchosen(text: string, range: { from: number; to: number }): StatusWord {
  let { from, to } = range;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return { from, to, raw: '', status: null, remark: '', isChosen: false, isReplaceable: true };
}
