/** Open questions of a plan: checkboxes under a heading or label for questions, plain list items under such a heading or in such a callout. */
import { type Blocks, Item } from '../markdown/blocks';
import { foldWords, isStruck, plainText } from '../markdown/inline';
import { itemText, sectionItems } from './list-items';
import { foldTitle } from './match-words';
import type { Section } from './outline';
import type { PlanReading } from './parse-plan';
import type { Task } from './plan';
import { LabelCursor, sectionLabels } from './task-labels';

export interface Question {
  readonly line: number;
  readonly text: string;
  readonly isResolved: boolean;
  /** False for a plain list item: it has no box to tick. */
  readonly isTickable: boolean;
  /** Whether it surely asks something: a box, or under a heading for open questions a sentence that asks and has nothing behind it that may answer. */
  readonly isClear: boolean;
}

/** What stands in an empty list of questions. Matches "None", "n/a", "None at this time"; not "None of the options". */
const NOTHING = /^(?:none|n\/a|na|nothing|no (?:open |more |further )?questions|all (?:resolved|answered)|keine(?: offenen fragen)?|ninguna|aucune|nenhuma|无|なし|tbd|-)(?: (?:yet|so far|at this time|for now|currently|remaining|left|identified|derzeit|mehr))?(?:[.;,:(–—-]| [(–—-]|$)/;
/** An item that nobody has filled in. Matches "Question 1", "Frage 2:"; not "Question the budget". */
const NAMELESS = /^(?:question|frage|pregunta|q) ?\d{0,2}[.:?]?$/i;
/** Slots, with what may stand around them. Matches in "[Question 1]: {who knows}"; not in "[a](b)" read as plain text. */
const SLOTS = /\[[^[\]]*\]|\{[^{}]*\}/g;
/** A heading over answered ones. Matches "resolved questions"; not "unresolved questions". */
const RESOLVED_TITLE = /^(?:resolved|answered|closed|settled|geklärte|beantwortete)\b/;
/** A heading that says so in a remark. Matches "Open questions (all resolved)", "Offene Fragen – geklärt"; not "Open questions (to be resolved)". */
const RESOLVED_REMARK = /[([–—:-] ?(?:all |alle )?(?:resolved|answered|closed|settled|none|geklärt|beantwortet)\b|[✅✔☑]/iu;
/** A heading that says its questions are open: others may be over what a study answers. Matches "open questions", "questions and approvals needed"; not "research questions". */
const OPEN_TITLE = /\b(?:open|unresolved|outstanding|pending|remaining|needed|clarifications?|offene?r?|abiertas?|ouvertes?|aberto)\b|未解|待解/;
/** A heading over questions that nobody asks of this plan. Matches "frequently asked questions", "questions and answers". */
const ASKED_ELSEWHERE = /\b(?:frequently asked|faq|q ?& ?a|questions? (?:and|&) answers|interview|survey|quiz|umfrage)\b/;
/** How an answer is announced. Matches "**Resolved**: yes", "– Answer: yes", "port? → 80"; not "resolved by whom?". */
const ANSWERED = /(?:^|[\s*(–—-])(?:resolved|answered|answer|decision|decided|beantwortet|geklärt|antwort|entscheidung|resuelta|résolue)(?:\*\*)?\s*[:)]|\?["”)*_]*\s*(?:→|->|=>)\s*\S|^[✅✔☑]/iu;
/** The same as an item of its own below the question. Matches "A: 80", "→ 80". */
const ANSWER = /^(?:\*\*)?a(?:\*\*)?:|^(?:→|->|=>)\s*\S/i;
/** A sentence that asks: it ends in a question mark, a remark in brackets aside, or begins as an indirect question does. Matches "Who pays? (Ann asks)", "Whether to log"; not "Who pays? Ann.". */
const ASKS = /[?？]["”’)*_]*(?:\s*\([^()]*\))?$|^(?:whether|which|who|what|when|where|why|how|ob|wer|was|wann|wo|warum|wie|welche[rsn]?) [^?]*$/i;

/** What a specification leaves open in the middle of a sentence. Matches "[NEEDS CLARIFICATION: how long?]"; group 1 is the question. */
const CLARIFICATION = /\[NEEDS CLARIFICATION: ?([^[\]\n]{1,300})\]/;

/** Questions in text order; "None", a slot, and a prompt that nobody has filled in ("Approvals needed:") are none. */
export function readQuestions({ blocks, outline, tasks, words: { titles } }: Pick<PlanReading, 'blocks' | 'outline' | 'tasks' | 'words'>): Question[] {
  const asked = new Map(tasks.filter(({ kind }) => kind === 'question').map((task) => [task.line, task]));
  const mayClarify = blocks.text.includes('[NEEDS CLARIFICATION:');
  const hasCallouts = blocks.text.includes('[!');
  const found: Question[] = [];
  for (const section of outline.sections) {
    const headings = section.path.filter((_title, at) => section.facts[at]?.kind === 'question');
    const ground = groundOf(headings);
    const labels = hasCallouts ? sectionLabels(blocks, section, titles).filter(({ text, isCallout }) => isCallout && titles.read(text).kind === 'question') : [];
    // A label may ask where the heading does not.
    if (!ground.isAsked && !mayClarify && asked.size === 0 && labels.length === 0) continue;
    if (ground.isElsewhere) continue;
    const callouts = new LabelCursor(labels);
    const groundAt = (line: number): Ground => {
      const callout = callouts.above(line);
      return callout === null ? ground : groundOf([...headings, callout]);
    };
    readSection(blocks, section, { asked, groundAt }, found);
  }
  return found;
}

/** What titles say of the items below them. */
interface Ground {
  /** Whether they ask, that nothing is answered yet, that all is, or not of this plan. */
  readonly isAsked: boolean;
  readonly isOpen: boolean;
  readonly isSettled: boolean;
  readonly isElsewhere: boolean;
}

function groundOf(titles: readonly string[]): Ground {
  const folded = titles.map(foldTitle);
  return {
    isAsked: titles.length > 0,
    isOpen: folded.some((title) => OPEN_TITLE.test(title)),
    isSettled: folded.some((title) => RESOLVED_TITLE.test(title)) || titles.some((title) => RESOLVED_REMARK.test(title)),
    isElsewhere: folded.some((title) => ASKED_ELSEWHERE.test(title)),
  };
}

interface Asked {
  /** Boxes that ask, by line. */
  readonly asked: ReadonlyMap<number, Task>;
  /** For lines that don't go down. */
  readonly groundAt: (line: number) => Ground;
}

function readSection(blocks: Blocks, section: Section, { asked, groundAt }: Asked, found: Question[]): void {
  const items = sectionItems(blocks, section);
  items.forEach((item, at) => {
    const line = blocks.items.get(item, Item.line);
    const { isAsked, isOpen, isSettled, isElsewhere } = groundAt(line);
    const task = asked.get(line);
    const source = itemText(blocks, item);
    const unclear = CLARIFICATION.exec(source)?.[1];
    if (unclear !== undefined && !task) found.push({ line, text: plainText(unclear), isResolved: false, isTickable: false, isClear: true });
    if (unclear !== undefined && !task) return;
    if (isElsewhere || (!task && !(isAsked && isTopic(blocks, item)))) return;
    const below = blocks.items.get(items[at + 1] ?? item, Item.parent) === item ? itemText(blocks, items[at + 1] ?? item) : '';
    const isPrompt = !task && below === '' && /[:：]$/.test(source);
    const text = plainText(source);
    if (isPrompt || asksNothing(text)) return;
    const isResolved = isSettled || (task !== undefined && task.state !== 'open') || isStruck(source) || ANSWERED.test(source) || ANSWERED.test(below) || ANSWER.test(below);
    found.push({ line, text, isResolved, isTickable: task !== undefined, isClear: task !== undefined || (isOpen && ASKS.test(text)) });
  });
}

/** "None", "[Question 1]", "Approvals: none". */
function asksNothing(text: string): boolean {
  const words = foldWords(text);
  const value = words.slice(words.lastIndexOf(':') + 1).trim();
  return NOTHING.test(words) || NOTHING.test(value) || NAMELESS.test(words) || !/[\p{L}\p{N}]/u.test(text.replace(SLOTS, ''));
}

/** An item at the root of its list without a box. */
function isTopic({ items }: Blocks, item: number): boolean {
  return items.get(item, Item.parent) < 0 && items.get(item, Item.mark) < 0;
}
