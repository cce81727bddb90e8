/** Every problem that reading a note can report. Closed, so that settings and the drift lens can name them. */
export type DiagnosticCode =
  | 'frontmatter-invalid'
  | 'frontmatter-unclosed'
  | 'fence-unclosed'
  | 'comment-unclosed'
  | 'status-conflict'
  | 'too-large'
  | 'query-invalid';

/** A problem with a place; offsets are UTF-16 code units into the text it was found in. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly from: number;
  readonly to: number;
}
