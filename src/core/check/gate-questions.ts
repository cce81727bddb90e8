import type { Question } from '../plan/read-questions';
import { amount, type GateContext, type GateFinding } from './gate-finding';

/** Questions that surely wait for an answer: an open box, or a plain item that asks and has no answer behind or below it. Boxes first. */
export function unanswered(questions: readonly Question[]): readonly Question[] {
  const open = questions.filter(({ isResolved, isClear }) => !isResolved && isClear);
  return [...open.filter(({ isTickable }) => isTickable), ...open.filter(({ isTickable }) => !isTickable)];
}

export function openQuestions({ details: { questions } }: GateContext): GateFinding | null {
  const open = unanswered(questions);
  if (open.length === 0) return null;
  return { message: `${amount(open.length, 'question is', 'questions are')} open`, culprits: open.map(({ line, text }) => ({ line, text })) };
}
