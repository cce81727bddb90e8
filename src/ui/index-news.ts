/** Tells when the index has changed, and how much of it is still to come. */
export interface IndexNews {
  readonly remaining: number;
  /** Whether reading was stopped before its end. */
  readonly isPartial: boolean;
  /** The plugin has been switched off: no news will come. */
  readonly isStopped: boolean;
  /** Answers how to stop listening. */
  subscribe(listener: () => void): () => void;
  /** Stops the reading of what remains; what changes is read all the same. */
  stopReading(): void;
  /** Reads everything that is not known yet. */
  readAgain(): void;
  /** Resolves when the index has what was just written to the note. */
  catchUp(path: string): Promise<void>;
}
