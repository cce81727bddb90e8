/** Open questions of a plan: checkboxes and plain list items under a heading or label for questions. */
import { type Blocks, Item } from '../markdown/blocks';
import { foldWords, isStruck, plainText } from '../markdown/inline';
import { itemText, sectionItems } from './list-items';
import { foldTitle } from './match-words';
import type { Outline } from './outline';
import type { Task } from './plan';

export interface Question {
  readonly line: number;
  readonly text: string;
  readonly isResolved: boolean;
  /** False for a plain list item: it has no box to tick. */
  readonly isTickable: boolean;
}

/** What stands in an empty list of questions. Matches "None", "n/a"; not "None of the options". */
const NOTHING = /^(?:none|n\/a|na|nothing|no open questions|keine|ninguna|aucune|nenhuma|无|なし|tbd|-)$/;
/** A heading over answered ones. Matches "resolved questions"; not "unresolved questions". */
const RESOLVED_TITLE = /^(?:resolved|answered|closed|settled|geklärte|beantwortete)\b/;
/** How an answer is announced. Matches "**Resolved**: yes", "– Answer: yes"; not "resolved by whom?". */
const ANSWERED = /(?:^|[\s*(–—-])(?:resolved|answered|answer|decision|decided|beantwortet|geklärt|resuelta|résolue)(?:\*\*)?\s*[:)]/i;

/** What a specification leaves open in the middle of a sentence. Matches "[NEEDS CLARIFICATION: how long?]"; group 1 is the question. */
const CLARIFICATION = /\[NEEDS CLARIFICATION: ?([^[\]\n]{1,300})\]/;

/** Questions in text order; "None" and a prompt that nobody has filled in ("Approvals needed:") are none. */
export function readQuestions(blocks: Blocks, outline: Outline, tasks: readonly Task[]): Question[] {
  const ticked = new Map(tasks.filter(({ kind }) => kind === 'question').map((task) => [task.line, task]));
  const found: Question[] = [];
  for (const section of outline.sections) {
    const isAsked = section.facts.some(({ kind }) => kind === 'question');
    const isSettled = isAsked && section.facts.some(({ kind }, at) => kind === 'question' && RESOLVED_TITLE.test(foldTitle(section.path[at] ?? '')));
    const items = sectionItems(blocks, section);
    items.forEach((item, at) => {
      const line = blocks.items.get(item, Item.line);
      const task = ticked.get(line);
      const source = itemText(blocks, item);
      const unclear = CLARIFICATION.exec(source)?.[1];
      if (unclear !== undefined && !task) found.push({ line, text: plainText(unclear), isResolved: false, isTickable: false });
      else if (task || (isAsked && isTopic(blocks, item))) {
        const isPrompt = /[:：]$/.test(source) && blocks.items.get(items[at + 1] ?? item, Item.parent) !== item;
        if (NOTHING.test(foldWords(source)) || (isPrompt && !task)) return;
        const isResolved = isSettled || (task !== undefined && task.state !== 'open') || isStruck(source) || ANSWERED.test(source);
        found.push({ line, text: plainText(source), isResolved, isTickable: task !== undefined });
      }
    });
  }
  return found;
}

/** An item at the root of its list without a box. */
function isTopic({ items }: Blocks, item: number): boolean {
  return items.get(item, Item.parent) < 0 && items.get(item, Item.mark) < 0;
}
