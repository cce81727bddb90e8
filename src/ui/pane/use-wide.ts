/** Whether the pane has room for a table. Its own window tells: a pane may stand in one of its own, and be moved to another. */
import { Platform } from 'obsidian';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** CSS pixels from which on rows are those of a table. */
export const WIDE_FROM = 720;

/** `ref` goes to the pane's element. On a phone there is never room. */
export function useWide(): { readonly ref: RefObject<HTMLDivElement | null>; readonly isWide: boolean } {
  const ref = useRef<HTMLDivElement>(null);
  const [isWide, setWide] = useState(false);
  useLayoutEffect(() => {
    const el = ref.current;
    if (!el || Platform.isPhone) return undefined;
    const measure = (): void => {
      // Behind another tab it has no width at all, and stays as it is.
      if (el.clientWidth > 0) setWide(el.clientWidth >= WIDE_FROM);
    };
    let observer: ResizeObserver | null = null;
    const observe = (): void => {
      observer?.disconnect();
      observer = new (el.win as typeof window).ResizeObserver(measure);
      observer.observe(el);
      measure();
    };
    observe();
    const stop = el.onWindowMigrated(observe);
    return () => {
      stop();
      observer?.disconnect();
    };
  }, []);
  return { ref, isWide };
}
