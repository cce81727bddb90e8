/**
 * What the text of one change-log row says about the plan's status: "Status: Draft → In Review — note". Rows tell of
 * many things; a row counts only when it is about the status in so many words.
 */
import { isStruck, plainText } from '../markdown/inline';
import { readStatusWord } from '../plan/status-word';
import { findStatus, type Workflow } from '../status/workflow';

/** A status as a row names it. */
export interface LoggedStatus {
  /** Id in the workflow; null for a word that it does not know. */
  readonly status: string | null;
  readonly raw: string;
}

export interface LoggedMove {
  /** Null where the row names only the end. */
  readonly from: LoggedStatus | null;
  readonly to: LoggedStatus;
  /** `move`: the row says that the status changed; `word`: it is a status and no more, "approved"; `cell`: a status column says so, which may mean the row's own. */
  readonly kind: 'move' | 'word' | 'cell';
}

/** Rows are looked at this far. */
const LONGEST = 400;
/** More words are prose. */
const MOST_WORDS = 3;
/** Where a row speaks of the status: at its start or that of a sentence, with a verb or a sign behind. Matches "Status: ", "Status changed from ", "…; plan status set to "; not "status page". */
const KEYWORD = /(?:^|[.;,(–—] ?|\band )(?:(?:the |plan |document |overall )*status|(?:new|neuer) status|stand|estado|statut|état|状态|ステータス)(?:\s*[:：=→]\s*|(?:wechsel|änderung)?(?: (?:was|is|has been|now|wurde|ist))?(?: (?:change[ds]?|moved|set|updated|corrected|advanced|reverted|reset|transition(?:ed)?|geändert|korrigiert|gesetzt|gewechselt))?(?: back)?(?:\s*[:：=→]\s*| (?:from|to|is|now|von|auf|zu)\b\s*))/i;
/** A move without the word. Matches "Moved to ", "Set back from ", "Marked as "; not "Moved the buttons". */
const VERB = /^(?:moved|set|changed|marked|promoted|advanced|reverted|reset|switched|transitioned|verschoben|gesetzt)(?: it| plan| the plan)?(?: back)? (?:from|to|as|into|von|auf|nach)\b\s*/i;
/** Between two statuses. Matches " → ", "->", " ⇒ "; not " - ". */
const ARROW = /\s*(?:→|⇒|➜|➔|⟶|=>|-{1,2}>)\s*/;
/** The same in words, behind "from". */
const TO = /\s+(?:to|auf|nach|zu)\s+/i;
/** What may stand behind a status that a row names without the word: its end, or the start of a remark. Matches ", backups added"; not " folder". */
const REMARK = /^(?:$|[-–—(,;.:!])/;
/** A row that is a status and no more. Matches "approved", "Completed, release 4.3"; not "Approved (budget)", "Review: wording". Group 1 is the word. */
const WORD = /^([\p{L}][\p{L}'’ -]{1,30}?)(?:[.!]?$|\s*[,;]| [–—-] | (?:by|von|durch) )/u;
/** Words that begin a row about something else as well. */
const VAGUE = /^(?:review|reviewing|new|partial|partially .*|active|doing|replaced|archived)$/i;

/** The move that the row tells of; null when it tells of something else. */
export function readLoggedMove(row: string, workflow: Workflow): LoggedMove | null {
  // What was struck out is said no more.
  if (isStruck(row)) return null;
  const text = plainText(row.slice(0, LONGEST));
  const keyword = KEYWORD.exec(text);
  if (keyword) {
    const told = chain(text.slice(keyword.index + keyword[0].length), workflow, isOpenFrom(keyword[0]));
    // "The status is better now" names none, "Status: Parked" one that the workflow does not know.
    if (told && (isKnown(told.to) || told.from !== null || /[:：=→]\s*$/.test(keyword[0]))) return told;
  }
  const verb = VERB.exec(text)?.[0] ?? '';
  if (verb !== '' || ARROW.test(text)) {
    const told = chain(text.slice(verb.length), workflow, isOpenFrom(verb));
    if (told && isKnown(told.to) && (verb !== '' || (told.from !== null && isKnown(told.from))) && REMARK.test(told.rest)) return told;
  }
  const word = WORD.exec(text)?.[1] ?? '';
  const status = VAGUE.test(word) ? null : findStatus(workflow, word);
  return status ? { from: null, to: { status: status.id, raw: word }, kind: 'word' } : null;
}

/** `rest` is what stands behind the last status. */
type Told = LoggedMove & { readonly rest: string };

/** "Draft → In Review → Approved — note", "Draft to In Review", "Approved by Ann": the first and the last status. */
function chain(source: string, workflow: Workflow, isFrom: boolean): Told | null {
  const parts = isFrom && TO.test(source) ? [source.slice(0, source.search(TO)), source.slice(source.search(TO)).replace(TO, '')] : source.split(ARROW);
  const named: LoggedStatus[] = [];
  let rest = '';
  for (const part of parts) {
    const word = readStatusWord(part, { from: 0, to: part.length }, workflow);
    if (!word.isChosen || !/^\p{L}/u.test(word.raw) || word.raw.split(/\s+/).length > MOST_WORDS) break;
    named.push({ status: word.status, raw: word.raw });
    rest = part.slice(word.to).replace(/^[\s*_`"”’]+/, '');
    // What follows a remark is part of the remark: "Approved — A → B renamed".
    if (rest !== '') break;
  }
  const to = named[named.length - 1];
  const from = named.length > 1 ? (named[0] ?? null) : null;
  // "Status: none → Draft" and a "from" that names no end say nothing certain.
  return to === undefined || (isFrom && from === null) ? null : { from, to, kind: 'move', rest };
}

/** Whether the status that the plan had comes next: "Status changed from ". */
function isOpenFrom(opening: string): boolean {
  return /\b(?:from|von)\s*$/i.test(opening);
}

function isKnown({ status }: LoggedStatus): boolean {
  return status !== null;
}
