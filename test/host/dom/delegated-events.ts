// Owns: listening on behalf of descendants (`el.on('click', '.row', …)`) and the other event shortcuts Obsidian adds.

type Delegate = (this: EventTarget, event: Event, target: Element) => unknown;
interface Entry {
  readonly type: string;
  readonly selector: string;
  readonly delegate: Delegate;
  readonly listener: EventListener;
}

const entries = new WeakMap<EventTarget, Entry[]>();

export const delegation = {
  on(this: EventTarget, type: string, selector: string, delegate: Delegate, options?: boolean | AddEventListenerOptions) {
    const listener: EventListener = (event) => {
      const target = event.target instanceof Element ? event.target.closest(selector) : null;
      if (target) delegate.call(this, event, target);
    };
    entries.set(this, [...(entries.get(this) ?? []), { type, selector, delegate, listener }]);
    this.addEventListener(type, listener, options);
  },
  off(this: EventTarget, type: string, selector: string, delegate: Delegate, options?: boolean | AddEventListenerOptions) {
    const isThis = (entry: Entry): boolean => entry.type === type && entry.selector === selector && entry.delegate === delegate;
    for (const entry of entries.get(this) ?? []) if (isThis(entry)) this.removeEventListener(type, entry.listener, options);
    entries.set(this, (entries.get(this) ?? []).filter((entry) => !isThis(entry)));
  },
};

export const eventShortcuts = {
  /** Left and middle click. */
  onClickEvent(this: HTMLElement, listener: (event: MouseEvent) => unknown, options?: boolean | AddEventListenerOptions) {
    this.addEventListener('click', listener, options);
    this.addEventListener('auxclick', listener, options);
  },
  /** Calls back when the element enters the document; at once when it is there already. */
  onNodeInserted(this: HTMLElement, listener: () => unknown, once = false) {
    let wasThere = this.isConnected;
    if (wasThere) listener();
    const observer = new MutationObserver(() => {
      if (this.isConnected && !wasThere) {
        listener();
        if (once) observer.disconnect();
      }
      wasThere = this.isConnected;
    });
    if (!wasThere || !once) observer.observe(this.ownerDocument, { childList: true, subtree: true });
    return () => observer.disconnect();
  },
  /** The host has one window: nothing ever migrates. */
  onWindowMigrated() {
    return () => undefined;
  },
  trigger(this: HTMLElement, type: string) {
    this.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
  },
};
