/** What the vault's priority tables say in cells of one kind: to be offered where such a cell is filled in. */
import type { CellRole } from './indexed-note';
import type { PlanIndex } from './plan-index';

/** Values in use, those of the note first, then by how often they stand anywhere; at most `most`. */
export function usedValues(index: PlanIndex, { path, role }: { readonly path: string; readonly role: CellRole }, most: number): string[] {
  const counts = new Map<string, number>();
  for (const note of index.inPathOrder()) {
    const weight = note.path === path ? OWN : 1;
    for (let row = 0; row < note.rowCount; row++) {
      const value = note.cell(row, role);
      if (value !== null && !/^[-–—]+$/.test(value)) counts.set(value, (counts.get(value) ?? 0) + weight);
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a).slice(0, most).map(([value]) => value);
}

/** A row of the note counts for more than all others. */
const OWN = 1e9;
