/**
 * Calls `run` when the element's size has changed, until the answer is called. The element's own window tells: a pane may
 * stand in one of its own, and be moved to another, and a window that is hidden observes nothing.
 */
export function observeSize(el: HTMLElement, run: () => void): () => void {
  let observer: ResizeObserver | null = null;
  const observe = (): void => {
    observer?.disconnect();
    observer = new (el.win as typeof window).ResizeObserver(run);
    observer.observe(el);
  };
  observe();
  const stop = el.onWindowMigrated(observe);
  return () => {
    stop();
    observer?.disconnect();
  };
}
