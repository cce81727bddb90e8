// Owns: named events with removable references, as Obsidian's `Events`.
// Invariant: a listener removed while an event is being handed out is not called any more; one that throws does not stop the others.

/** Any listener: what it takes is a matter between the one who triggers and the one who listens. */
export type Listener = (...data: never[]) => unknown;

export class EventRef {
  constructor(
    readonly source: Events,
    readonly name: string,
    readonly callback: Listener,
    readonly context: unknown,
  ) {}
}

export class Events {
  private readonly refs = new Map<string, EventRef[]>();

  on(name: string, callback: Listener, context?: unknown): EventRef {
    const ref = new EventRef(this, name, callback, context);
    this.refs.set(name, [...(this.refs.get(name) ?? []), ref]);
    return ref;
  }

  off(name: string, callback: Listener): void {
    this.keep(name, (ref) => ref.callback !== callback);
  }

  offref(ref: EventRef): void {
    this.keep(ref.name, (other) => other !== ref);
  }

  trigger(name: string, ...data: unknown[]): void {
    for (const ref of this.refs.get(name) ?? []) {
      if (this.refs.get(name)?.includes(ref)) this.tryTrigger(ref, data);
    }
  }

  /** A listener's error is reported to the console; the others still hear the event. */
  tryTrigger(ref: EventRef, data: unknown[]): void {
    try {
      (ref.callback as (...data: unknown[]) => unknown).apply(ref.context, data);
    } catch (error) {
      reportError(error);
    }
  }

  /** How many listeners are registered in all: what a lifecycle test compares. */
  get listenerCount(): number {
    return [...this.refs.values()].reduce((sum, refs) => sum + refs.length, 0);
  }

  private keep(name: string, isKept: (ref: EventRef) => boolean): void {
    const left = (this.refs.get(name) ?? []).filter(isKept);
    if (left.length) this.refs.set(name, left);
    else this.refs.delete(name);
  }
}

function reportError(error: unknown): void {
  console.error(error);
}
