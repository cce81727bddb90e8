/** What can be done about a contradiction, wherever it is shown. */
import type { DriftCode, Mend } from '../core/check/drift';
import type { MenuPlace } from './status/status-menu';

export interface ShownDrift {
  readonly path: string;
  readonly kind: DriftCode;
}

export interface DriftDoors {
  /** Mends it as the note is then; where that asks for a choice, by a menu at the place or the picker of statuses. */
  mend(drift: ShownDrift, place: MenuPlace): void;
  /** From now on the plan is not told of this kind of contradiction. */
  ignore(drift: ShownDrift): void;
}

/** What the button says that mends it; null where nothing safe does. */
export function mendName(kind: DriftCode, mend: Mend | null): string | null {
  if (kind === 'two-statuses') return 'Choose status';
  if (kind === 'open-items') return 'Move back…';
  return mend?.kind === 'log' ? 'Add log row' : mend?.kind === 'move' ? 'Mark as done' : null;
}

/** Broken properties can't be told to be ignored: that is said in a property. */
export function canIgnore(kind: DriftCode): boolean {
  return kind !== 'frontmatter';
}
