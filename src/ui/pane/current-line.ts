/** The list's current line: it stays on its item when the list changes around it. */
import { useState } from 'preact/hooks';
import type { RowsModel } from './rows-model';

/** Number of the line, and how to make another one current. */
export function useCurrentLine(model: RowsModel): [number, (line: number) => void] {
  const [held, setHeld] = useState<{ readonly line: number; readonly name: string | null }>({ line: 0, name: null });
  const near = Math.min(held.line, Math.max(0, model.length - 1));
  const current = held.name === null || model.length === 0 ? near : findNamed(model, held.name, near);
  return [current, (line) => { setHeld({ line, name: line < model.length ? model.name(line) : null }); }];
}

/** Looks near the old place first: most changes move a line by little. What is gone leaves its place to the next. */
function findNamed(model: RowsModel, name: string, near: number): number {
  for (let by = 0; by <= 200; by++) {
    if (near - by >= 0 && model.name(near - by) === name) return near - by;
    if (near + by < model.length && model.name(near + by) === name) return near + by;
  }
  return near;
}
