/** Ids for elements that other attributes name. Several panes may stand in one window, so each makes its own; Preact's `useId` would begin anew in each. */
import { useState } from 'preact/hooks';

let nextId = 1;

export function useOwnId(): string {
  return useState(() => `plan-rollup-${nextId++}`)[0];
}
