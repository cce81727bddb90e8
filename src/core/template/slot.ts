/** The types of placeholders; `placeholder.ts` is where they are found and filled. */

/** `square` is also the style of a sample path, which has no brackets: `path/to/file.ext:123-145`. */
export type PlaceholderStyle = 'square' | 'curly' | 'date' | 'choice';

export interface Placeholder {
  /** `text.slice(from, to)` is the slot with its brackets; of an option list, the whole list. */
  readonly from: number;
  readonly to: number;
  /** The slot without brackets: `Brief Description`, `date:YYYY`, `Draft | Approved`. Equal names are filled together. */
  readonly name: string;
  readonly style: PlaceholderStyle;
  /** What a `choice` offers, in the text's order. */
  readonly options?: readonly string[];
}

/** What may be a placeholder. */
export interface Slot {
  readonly placeholder: Placeholder;
  /** How many clear slots the note must hold for this one to count; 0 for a clear slot. */
  readonly needs: number;
  /** It counts in any note that is a plan: `[TBD]`, `{{x}}`. */
  readonly isOpenInPlan?: boolean;
}
