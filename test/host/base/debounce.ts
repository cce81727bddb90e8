// Owns: Obsidian's `debounce`: without `resetTimer` the first call sets the time, with it every call sets it anew.
import { pendingWork } from './pending-work';

export interface Debouncer<T extends unknown[], V> {
  (...args: T): Debouncer<T, V>;
  cancel(): Debouncer<T, V>;
  run(): V | undefined;
}

export function debounce<T extends unknown[], V>(callback: (...args: T) => V, timeout = 0, resetTimer = false): Debouncer<T, V> {
  let waiting: T | null = null;
  let cancelJob: (() => void) | null = null;
  const fire = (): V | undefined => {
    cancelJob?.();
    cancelJob = null;
    const args = waiting;
    waiting = null;
    return args === null ? undefined : callback(...args);
  };
  const debouncer: Debouncer<T, V> = Object.assign(
    (...args: T) => {
      waiting = args;
      if (cancelJob && resetTimer) {
        cancelJob();
        cancelJob = null;
      }
      cancelJob ??= pendingWork.later(timeout, fire);
      return debouncer;
    },
    {
      cancel() {
        cancelJob?.();
        cancelJob = null;
        waiting = null;
        return debouncer;
      },
      run: fire,
    },
  );
  return debouncer;
}
