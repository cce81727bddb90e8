/**
 * The value of a status line, taken apart: the word that names the status, and the remark behind it. Offsets are
 * relative to the text that holds the value. `✅ **Complete** — PR #151` → the word "Complete", remark "— PR #151".
 */
import { foldWords } from '../markdown/inline';
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

/** What may stand before the word: blanks, emoji, emphasis, quotes, brackets, a ticked box, a struck-out older word, comments, simple tags. Matches "✅ **", "<b>"; not "Done". */
const DECORATION = /^(?:~~[^~]{1,60}~~|\[[xX]\] |<!--(?:[^-]|-(?!->))*-->|<\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?>|\s|[*_`~"'“‘([\u00a0\u200b]|\p{Extended_Pictographic}|\uFE0F|\u200D|\u20E3)+/iu;
/** Where a remark starts. Matches " — ", " (", ", ", ". ", the bracket that closes "[Draft] rest"; not the hyphen in "in-progress". */
const REMARK_START = /\s+[-–—→]+\s|\s*[—(,;:]|[.!]+(?:\s|$)|\s*<|\s+@|\s*\^?\[|[\])](?=.*\S)/;
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
  const offer = readOffer(value, workflow);
  if (offer) return unchosen(text, range, offer === 'options');
  const moved = behindArrow(value, workflow);
  const latter = moved > 0 ? readStatusWord(text, { from: range.from + moved, to: range.to }, workflow) : null;
  if (latter?.status != null) return latter;
  const from = range.from + (DECORATION.exec(value)?.[0].length ?? 0);
  const rest = text.slice(from, valueTo);
  const cut = rest.search(REMARK_START);
  const word = (cut < 0 ? rest : rest.slice(0, cut)).replace(CLOSING, '');
  if (word === '') return withoutWord(text, range, value);
  const status = findStatus(workflow, word) ?? progress(word, workflow);
  const known = status ? { length: word.length, status } : knownPrefix(word, workflow);
  const to = from + (known?.length ?? word.length);
  const remark = withoutMarks(text.slice(to, range.to)).replace(/^[\])]\s*/, '');
  const id = known?.status?.id ?? null;
  const isReplaceable = isWhole(text.slice(from, to), value) && !goesOn(text.slice(to, valueTo), id, workflow);
  return { from, to, raw: text.slice(from, to), status: id, remark, isChosen: true, isReplaceable };
}

/** A picture says the status, or none. Matches "![badge](x)"; not "Done!". */
const IMAGE = /!\[/;
/** A word is part of a sentence from here on. */
const MOST_REPLACED_WORDS = 3;

/** Whether `word` holds no mark or entity of its own, and leaves no code span open in `value`. */
function isWhole(word: string, value: string): boolean {
  const isOpen = (value.split('`').length - 1) % 2 === 1;
  return !isOpen && !/[*`&\\|^]|__|~~|\]\]/.test(word) && word.split(/\s+/).length <= MOST_REPLACED_WORDS;
}

/** How a remark in words begins. Matches " since May", " bis Juni"; not " the first half", " yet". */
const REMARK_WORD = /^\s+(?:since|as of|on|at|by|in|until|till|from|after|before|during|due|via|per|with|without|w\/|see|seit|am|im|von|bis|ab|durch|mit|ohne|nach|laut|siehe|desde|hasta|por|con|depuis|par|avec|até|com)(?![\p{L}\p{N}])/iu;
/** Between two words of a list. Matches ", ", " / ", " | "; not " — ". */
const LIST = /^\s*\\?(?:[,;/|+&·]|(?:and|or|und|oder)(?=\s))\s*/i;

/** Whether what stands behind the word makes one sentence with it, or names another status: "Completed the first half", "Draft, In Review". */
function goesOn(behind: string, status: string | null, workflow: Workflow): boolean {
  if (/^\s+\p{L}/u.test(behind) && !REMARK_WORD.test(behind)) return true;
  const list = LIST.exec(behind);
  if (!list) return false;
  const [next = ''] = behind.slice(list[0].length).split(/[,;/|+&·(—–.]|\s-\s|<|\s(?:and|or|und|oder)\s/, 1);
  const other = statusNamed(next, workflow);
  return other !== null && other !== status;
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
  for (let at = 1; at < word.length && ends.length < MOST_WORDS; at++) if (/\S[\s/|]/.test(word.slice(at - 1, at + 1))) ends.push(at);
  for (const end of ends.reverse()) {
    const status = findStatus(workflow, word.slice(0, end));
    if (status) return { length: end, status };
  }
  const other = OTHER_STATUS_WORDS.find((name) => word.toLowerCase().startsWith(`${name} `));
  return other === undefined ? null : { length: other.length, status: null };
}

/** A slot to fill in. Matches "[status]", "{{status}}", "<status>"; not "[[Board]]", "[^1]". */
const SLOT = /^(?:\[[^[\]^][^[\]]*\]|\{\{?[^{}]*\}?\}|<[\p{L}][\p{L} _|/-]*>)$/u;
/** A link that shows other words than it leads to. Matches "[[Board|see board]]"; not "[[Draft]]". */
const SHOWN_LINK = /^[^\p{L}[]*\[\[[^[\]]*\|/u;
/** Longer pieces are no options. */
const LONGEST_OPTION = 30;

/**
 * Whether nothing is chosen yet. `options`: all of the value is an offer, `Draft | In Review | Approved`, in brackets or
 * not, or a slot; `mixed`: it holds more than that, and no one word can be told to be the status.
 */
function readOffer(value: string, workflow: Workflow): 'options' | 'mixed' | null {
  const trimmed = value.trim();
  const inner = trimmed.replace(/^[*`[{(<]+|[*`\]})>]+$/g, '');
  if (SHOWN_LINK.test(trimmed)) return 'mixed';
  const boxes = trimmed.match(/\[[ xX]\]/g) ?? [];
  if (boxes.length > 0) return boxes.length === 1 && /^\[[xX]\] /.test(trimmed) ? null : 'mixed';
  const piped = pipedOffer(inner, workflow);
  if (piped !== 'one') return piped;
  if (NOTHING.test(inner) || SLOT.test(trimmed)) return 'options';
  return isChoice(inner.split(/\s*\/\s*/), 2, workflow) || isChoice(inner.split(ARROW), MOST_STEPS + 1, workflow) ? 'options' : null;
}

/** What pieces between pipes are; `one` where there are none. Null where the first of them alone names a status: "Draft | Sprint 12". */
function pipedOffer(inner: string, workflow: Workflow): 'options' | 'mixed' | 'one' | null {
  const pieces = inner.split(/\s*\\?\|\s*/);
  if (pieces.length < 2 || inner.includes('<!--') || pieces.some((piece) => piece === '' || piece.length > LONGEST_OPTION)) return 'one';
  const named = pieces.map((piece) => statusNamed(piece, workflow));
  const isOption = (piece: string, at: number): boolean => named[at] !== null || NOTHING.test(piece) || SLOT.test(piece) || (OTHER_STATUS_WORDS as readonly string[]).includes(foldWords(piece));
  if (pieces.every(isOption)) return 'options';
  return named[0] === null || new Set(named.filter((id) => id !== null)).size > 1 ? 'mixed' : null;
}

/** Id of the status that `piece` is, marks and emoji left out; null for anything else. */
function statusNamed(piece: string, workflow: Workflow): string | null {
  return findStatus(workflow, piece.replace(/^~~|~~$/g, '').replace(DECORATION, '').replace(CLOSING, ''))?.id ?? null;
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
  return steps.length > 0 && steps.every((step) => statusNamed(step, workflow) !== null) ? value.length - last.length : 0;
}

/** Without the marks and blanks at either end. */
function withoutMarks(source: string): string {
  let from = 0;
  while (from < source.length && /[\s*_`~\\\u200b]/.test(source.charAt(from))) from++;
  let to = source.length;
  while (to > from && /[\s*_`]/.test(source.charAt(to - 1))) to--;
  return source.slice(from, to);
}

/** Nothing but blanks and marks. Matches "**", "``"; not "🟡". */
const BARE = /^[\s*_`~"'“‘”’()[\]\\\u00a0\u200b]*$/;
/** Comments alone. Matches "<!-- choose one -->"; not "<b></b>". */
const COMMENTS = /^\s*(?:<!--(?:[^-]|-(?!->))*-->\s*)+$/;

/** A value in which no word stands: before comments there is room for one; what says something else can't be exchanged. */
function withoutWord(text: string, range: { from: number; to: number }, value: string): StatusWord {
  if (COMMENTS.test(value)) return unchosen(text, { from: range.from, to: range.from }, true);
  return unchosen(text, range, BARE.test(value));
}

function unchosen(text: string, range: { from: number; to: number }, isReplaceable: boolean): StatusWord {
  let { from, to } = range;
  while (from < to && /\s/.test(text.charAt(from))) from++;
  while (to > from && /\s/.test(text.charAt(to - 1))) to--;
  return { from, to, raw: '', status: null, remark: '', isChosen: false, isReplaceable };
}
