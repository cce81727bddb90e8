// Owns: the load/unload life of anything that registers things, as Obsidian's `Component`.
// Invariant: `unload` undoes in reverse order what `load` and the registrations did, children included, exactly once.
import type { EventRef } from './events';

type AnyListener = (this: HTMLElement, event: never) => unknown;

export class Component {
  private isLoaded = false;
  private readonly children: Component[] = [];
  private readonly cleanups: (() => unknown)[] = [];

  /** Runs `onload`, then loads the children added so far. A second call does nothing. Resolves when an async `onload` has. */
  load(): unknown {
    if (this.isLoaded) return undefined;
    this.isLoaded = true;
    const loading: unknown = this.onload();
    for (const child of [...this.children]) child.load();
    return loading;
  }

  onload(): unknown {
    return undefined;
  }

  /** Unloads children (last first), then undoes the registrations (last first), then runs `onunload`. */
  unload(): void {
    if (!this.isLoaded) return;
    this.isLoaded = false;
    while (this.children.length) this.children.pop()?.unload();
    while (this.cleanups.length) this.cleanups.pop()?.();
    this.onunload();
  }

  onunload(): void {
    // for subclasses
  }

  addChild<T extends Component>(child: T): T {
    this.children.push(child);
    if (this.isLoaded) child.load();
    return child;
  }

  removeChild<T extends Component>(child: T): T {
    const at = this.children.indexOf(child);
    if (at >= 0) {
      this.children.splice(at, 1);
      child.unload();
    }
    return child;
  }

  register(cleanup: () => unknown): void {
    this.cleanups.push(cleanup);
  }

  registerEvent(ref: EventRef): void {
    this.register(() => ref.source.offref(ref));
  }

  registerDomEvent(target: EventTarget, type: string, callback: AnyListener, options?: boolean | AddEventListenerOptions): void {
    const listener = callback as EventListener;
    target.addEventListener(type, listener, options);
    this.register(() => target.removeEventListener(type, listener, options));
  }

  registerInterval(id: number): number {
    this.register(() => window.clearInterval(id));
    return id;
  }
}
