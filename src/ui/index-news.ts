/** Tells when the index has changed, and how much of it is still to come. */
export interface IndexNews {
  readonly remaining: number;
  /** The plugin has been switched off: no news will come. */
  readonly isStopped: boolean;
  /** Answers how to stop listening. */
  subscribe(listener: () => void): () => void;
  /** Resolves when the index has what was just written to the note. */
  catchUp(path: string): Promise<void>;
}
