/** What was typed into forms that were closed without sending them. In memory alone: gone with the plugin. */

/** By the field's id, those that differ from what the form says by itself. */
export type TypedValues = ReadonlyMap<string, string>;

/** One form's. */
export interface FormDraft {
  read(): TypedValues;
  /** Nothing typed is nothing kept. */
  keep(values: TypedValues): void;
}

const NOTHING: TypedValues = new Map();

export class FormDrafts {
  private readonly kept = new WeakMap<object, Map<string, TypedValues>>();

  /** Of the form `name` for `owner`, a note's file, which stays the same when the note is renamed; without one, of the form alone. */
  of(name: string, owner: object = this): FormDraft {
    const drafts = this.kept.get(owner) ?? new Map<string, TypedValues>();
    this.kept.set(owner, drafts);
    return { read: () => drafts.get(name) ?? NOTHING, keep: (values) => { drafts.set(name, values); } };
  }
}
