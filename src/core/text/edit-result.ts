import type { TextChange } from './text-change';

/** Every reason for which an action declines to change a note. Closed: the user interface words its hints by code. */
export type RefusalCode =
  | 'line-gone'
  | 'line-ambiguous'
  | 'not-a-task'
  | 'mark-invalid'
  | 'not-a-table-row'
  | 'no-such-column'
  | 'value-invalid'
  | 'frontmatter-broken'
  | 'frontmatter-unclosed'
  | 'property-not-plain'
  | 'property-duplicate'
  | 'status-changed'
  | 'status-unknown'
  | 'status-same'
  | 'status-conflict'
  | 'status-not-replaceable'
  | 'toggle-unknown'
  | 'no-change-log'
  | 'log-entry-invalid'
  | 'date-invalid'
  | 'template-missing'
  | 'section-parent-missing'
  | 'place-hidden'
  | 'no-such-block'
  | 'nothing-to-number'
  | 'template-unreadable'
  | 'path-empty'
  | 'path-unsafe'
  | 'path-too-long'
  | 'path-taken'
  | 'note-gone'
  | 'note-changed'
  | 'nothing-to-undo'
  | 'no-next-status'
  | 'write-failed';

/** What an action could not do, and why; `message` tells the user what to do about it. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

/** An edit, or the reason why there is none. `changes` are relative to the text that was handed in. */
export type EditResult =
  | { readonly ok: true; readonly changes: readonly TextChange[] }
  | { readonly ok: false; readonly refusal: Refusal };

export function edited(...changes: TextChange[]): EditResult {
  return { ok: true, changes };
}

export function refused(code: RefusalCode, message: string): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, message } };
}
