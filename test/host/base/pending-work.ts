// Owns: what the host still has to do: its delayed jobs and the reads and writes under way.
// Invariant: while `isIdle` is true nothing of the host will run by itself; a test can bring delayed jobs forward instead of waiting.

interface DelayedJob {
  readonly due: number;
  readonly timer: ReturnType<typeof setTimeout>;
  readonly run: () => unknown;
}

/** Kept from before any test installs fake timers. */
const realSetTimeout = globalThis.setTimeout.bind(globalThis);
const realClearTimeout = globalThis.clearTimeout.bind(globalThis);

export class PendingWork {
  private readonly jobs = new Set<DelayedJob>();
  private running = 0;
  /** Grows with everything the host does; two equal readings mean nothing happened in between. */
  activity = 0;

  get isIdle(): boolean {
    return this.jobs.size === 0 && this.running === 0;
  }

  /** Runs `run` after `ms`, or earlier when a test brings it forward. The result cancels it. */
  later(ms: number, run: () => unknown): () => void {
    const job: DelayedJob = { due: performance.now() + ms, run, timer: realSetTimeout(() => this.start(job), ms) };
    this.jobs.add(job);
    this.activity++;
    return () => this.drop(job);
  }

  /** Counts `work` as under way until it settles. */
  track<T>(work: Promise<T>): Promise<T> {
    this.running++;
    this.activity++;
    const done = (): void => {
      this.running--;
      this.activity++;
    };
    work.then(done, done);
    return work;
  }

  noteActivity(): void {
    this.activity++;
  }

  /** Starts every delayed job now, in the order they were due. */
  bringForward(): void {
    for (const job of [...this.jobs].sort((a, b) => a.due - b.due)) if (this.jobs.has(job)) this.start(job);
  }

  cancelAll(): void {
    for (const job of [...this.jobs]) this.drop(job);
  }

  /** One turn of the event loop. */
  turn(ms = 0): Promise<void> {
    return new Promise((resolve) => realSetTimeout(resolve, ms));
  }

  private start(job: DelayedJob): void {
    this.drop(job);
    this.activity++;
    const result = job.run();
    if (result instanceof Promise) void this.track(result).catch((error: unknown) => console.error(error));
  }

  private drop(job: DelayedJob): void {
    realClearTimeout(job.timer);
    this.jobs.delete(job);
  }
}

/** The page's one list of pending work. */
export const pendingWork = new PendingWork();
