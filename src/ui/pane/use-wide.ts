/** Whether the pane has room for a table. */
import { Platform } from 'obsidian';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { observeSize } from './observe-size';

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
    measure();
    return observeSize(el, measure);
  }, []);
  return { ref, isWide };
}
