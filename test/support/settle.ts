// Owns: waiting until nothing happens any more: the host's delayed jobs are brought forward, short timers and messages of the plugin are waited for.
import { pendingWork } from '../host/base/pending-work';

/** Timers of the page up to this many ms are waited for; longer ones (a notice's end) are not. */
const SHORT = 500;
/** So many turns without any activity count as quiet. */
const QUIET_TURNS = 4;
const TIME_LIMIT = 10_000;

const shortTimers = new Set<unknown>();

/** A channel whose messages count as short timers until they have arrived. */
class TrackedChannel extends MessageChannel {
  constructor() {
    super();
    const { port1, port2 } = this;
    const post = port2.postMessage.bind(port2);
    port2.postMessage = (message: unknown) => {
      const sent = {};
      shortTimers.add(sent);
      port1.addEventListener('message', () => shortTimers.delete(sent), { once: true });
      post(message);
    };
  }
}

/** Counts the page's short timers and messages until the result is called. */
export function trackPageTimers(): () => void {
  const page = globalThis as unknown as PageTimers;
  const plain: PageTimers = { setTimeout: page.setTimeout, clearTimeout: page.clearTimeout, MessageChannel: page.MessageChannel };
  const tracked: PageTimers = {
    MessageChannel: TrackedChannel,
    setTimeout(run, ms = 0, ...args) {
      const id = plain.setTimeout(() => {
        shortTimers.delete(id);
        run(...args);
      }, ms);
      if (ms <= SHORT) shortTimers.add(id);
      return id;
    },
    clearTimeout(id) {
      shortTimers.delete(id);
      plain.clearTimeout(id);
    },
  };
  Object.assign(page, tracked);
  return () => {
    shortTimers.clear();
    // Fake timers that a test installed meanwhile stay.
    if (page.setTimeout === tracked.setTimeout) Object.assign(page, plain);
  };
}

interface PageTimers {
  readonly MessageChannel: unknown;
  readonly setTimeout: (this: void, run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => unknown;
  readonly clearTimeout: (this: void, id: unknown) => void;
}

/**
 * happy-dom fires 'selectionchange' while CodeMirror is still setting the selection, which no browser does and CodeMirror does not bear.
 * The result lets the events through again.
 */
export function holdBackSelectionEvents(): () => void {
  const stop = (event: Event): void => event.stopImmediatePropagation();
  document.addEventListener('selectionchange', stop, true);
  return () => document.removeEventListener('selectionchange', stop, true);
}

/** Rejects when things go on for longer than ten seconds. */
export async function settle(): Promise<void> {
  const end = performance.now() + TIME_LIMIT;
  for (let quiet = 0; quiet < QUIET_TURNS; ) {
    const before = pendingWork.activity;
    pendingWork.bringForward();
    await pendingWork.turn(shortTimers.size > 0 ? 5 : 0);
    const isQuiet = pendingWork.isIdle && pendingWork.activity === before && shortTimers.size === 0;
    quiet = isQuiet ? quiet + 1 : 0;
    if (performance.now() > end) throw new Error('The host did not come to rest within ten seconds.');
  }
}
