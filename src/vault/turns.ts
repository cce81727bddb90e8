/** Long work in short slices, so that typing and drawing come in between; and now and then word of its progress. */

/** Work done at a stretch before the event loop gets its turn, in milliseconds. */
const SLICE = 5;
/** Listeners draw all that is known by then, so they hear of progress only so often; in milliseconds. */
const PROGRESS = 100;

export class Turns {
  private sliceStart = performance.now();
  private told = -Infinity;

  constructor(private readonly tellProgress: () => void) {}

  /** To be called between short pieces of work: waits where the slice is over. */
  async take(): Promise<void> {
    const now = performance.now();
    if (now - this.sliceStart < SLICE) return;
    if (now - this.told >= PROGRESS) {
      this.told = now;
      this.tellProgress();
    }
    await turn();
    this.sliceStart = performance.now();
  }
}

/** One turn of the event loop. By a message, as timers in a row are held back for four milliseconds each. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
