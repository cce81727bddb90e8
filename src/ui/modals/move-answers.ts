/** What a person says about a move. */
export interface MoveAnswers {
  /** What the log says beyond the move itself. */
  readonly note: string;
  /** Why a plan is moved although a gate blocks, or why it is cancelled. */
  readonly reason: string;
  /** The plan that takes this one's place, as a link names it. */
  readonly successor: string;
}

export const NO_ANSWERS: MoveAnswers = { note: '', reason: '', successor: '' };
