/** What the user is told. The only place that shows a Notice. */
import { Notice } from 'obsidian';
import type { Refusal } from '../core/text/edit-result';

/** Long enough to read two sentences, in milliseconds. */
const LONG_SHOWN = 10_000;
/** So many characters are read before Obsidian's own time is over. */
const SHORT = 80;

export interface Report {
  info(message: string): void;
  /** An action did not happen: says why, and what to do. */
  refusal(refusal: Refusal): void;
}

export class NoticeReport implements Report {
  info(message: string): void {
    new Notice(message, message.length > SHORT ? LONG_SHOWN : undefined);
  }

  refusal({ message }: Refusal): void {
    new Notice(message, LONG_SHOWN);
  }
}
