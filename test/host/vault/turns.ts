// Owns: taking turns: jobs on one path run one after the other, in the order they were asked for; other paths don't wait.

export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Runs the job after all earlier ones on the same path, whether they succeeded or not. */
  take<T>(path: string, job: () => Promise<T>): Promise<T> {
    const turn = (this.last.get(path) ?? Promise.resolve()).then(job, job);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(path, settled);
    void settled.then(() => {
      if (this.last.get(path) === settled) this.last.delete(path);
    });
    return turn;
  }
}
