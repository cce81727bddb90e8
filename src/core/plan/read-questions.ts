/** Open questions of a plan: checkboxes and plain list items under a heading or label for questions. */
import { type Blocks, Item } from '../markdown/blocks';
import { foldWords, isStruck, plainText } from '../markdown/inline';
import { itemText, sectionItems } from './list-items';
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
/** How an answer is announced. Matches "**Resolved**: yes", "– Answer: yes"; not "resolved by whom?". */
const ANSWERED = /(?:^|[\s*(–—-])(?:resolved|answered|answer|decision|decided|beantwortet|geklärt|resuelta|résolue)(?:\*\*)?\s*[:)]/i;

/** Questions in text order; "None" is no question. */
export function readQuestions(blocks: Blocks, outline: Outline, tasks: readonly Task[]): Question[] {
  const ticked = new Map(tasks.filter(({ kind }) => kind === 'question').map((task) => [task.line, task]));
  const found: Question[] = [];
  for (const section of outline.sections) {
    const isAsked = section.facts.some(({ kind }) => kind === 'question');
    for (const item of sectionItems(blocks, section)) {
      const line = blocks.items.get(item, Item.line);
      const task = ticked.get(line);
      if (!task && (!isAsked || blocks.items.get(item, Item.parent) >= 0 || blocks.items.get(item, Item.mark) >= 0)) continue;
      const source = itemText(blocks, item);
      if (NOTHING.test(foldWords(source))) continue;
      const isResolved = (task !== undefined && task.state !== 'open') || isStruck(source) || ANSWERED.test(source);
      found.push({ line, text: plainText(source), isResolved, isTickable: task !== undefined });
    }
  }
  return found;
}
