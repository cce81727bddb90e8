/**
 * Ticks from the pane. A row is busy while its tick is written and until the index has read its note again; then it
 * stays for some seconds, struck through, so that it can be taken back where it was made.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { IndexedNote } from '../../core/indexing/indexed-note';
import type { PlanIndex } from '../../core/indexing/plan-index';
import { type KeptItem, type Lens, lineOfItem, type RollupRow } from '../../core/indexing/query';
import { plainText } from '../../core/markdown/inline';
import type { Undo } from '../../vault/note-access';
import type { PaneActions } from './pane-actions';

/** Milliseconds that a ticked row stays. */
export const STAYS_FOR = 5000;

export interface Ticks {
  /** What stays although it is ticked; the same array until that changes. */
  readonly kept: readonly KeptItem[];
  readonly isBusy: (row: RollupRow) => boolean;
  /** Whether the row was ticked just now and can be taken back. */
  readonly canUndo: (row: RollupRow) => boolean;
  readonly tick: (row: RollupRow) => void;
  readonly undo: (row: RollupRow) => void;
  /** Lets go of all rows that stay. */
  readonly letGo: () => void;
}

interface TickedItem extends KeptItem {
  /** Null while it is being written. */
  readonly undo: Undo | null;
}

export interface TickParts {
  readonly index: PlanIndex;
  readonly lens: Lens;
  readonly actions: PaneActions;
  /** Tells people who don't see the list. */
  readonly say: (message: string) => void;
}

export function useTicks({ index, lens, actions, say }: TickParts): Ticks {
  const { busy, redraw } = useBusyRows(index);
  const [kept, setKept] = useState<readonly TickedItem[]>([]);
  const letGoLater = useTimers();
  const { revision } = index;
  const byRow = useMemo(() => new Map(kept.map((item) => [keyOf({ path: item.path, line: lineOfItem(index, lens, item) ?? -1 }), item])), [kept, revision, lens]);
  const remove = (item: TickedItem): void => { setKept((all) => all.filter((each) => each !== item)); };

  const tick = (row: RollupRow): void => {
    const key = keyOf(row);
    if (!row.target || row.mark === undefined || row.mark === '' || busy.has(key)) return;
    const pending = { path: row.path, note: index.get(row.path) };
    busy.set(key, pending);
    const item: TickedItem = { path: row.path, line: row.line, text: row.text, state: row.state === 'done' ? 'open' : 'done', undo: null };
    setKept((all) => [...all.filter((each) => each !== byRow.get(key)), item]);
    void actions.tick(row).then(async ({ undo, followed }) => {
      const done = { ...item, undo };
      setKept((all) => all.flatMap((each) => (each !== item ? [each] : undo ? [done] : [])));
      if (undo) {
        letGoLater(() => { remove(done); });
        say(`${row.state === 'done' ? 'Opened again' : 'Ticked'}: ${plainText(row.text)}. Space takes it back.`);
      }
      await followed;
      if (busy.get(key) !== pending) return;
      busy.delete(key);
      redraw();
    });
  };
  /** Not what has become something else meanwhile, by whatever hand. */
  const undoable = (row: RollupRow): TickedItem | null => {
    const item = byRow.get(keyOf(row));
    return item?.state === row.state ? item : null;
  };
  const undo = (row: RollupRow): void => {
    const item = undoable(row);
    if (!item?.undo || busy.has(keyOf(row))) return;
    remove(item);
    void actions.takeBack(row, item.undo).then((isDone) => { if (isDone) say(`Undone: ${plainText(row.text)}`); });
  };
  return { kept, isBusy: (row) => busy.has(keyOf(row)), canUndo: (row) => undoable(row)?.undo != null, tick, undo, letGo: () => { setKept((all) => (all.length === 0 ? all : [])); } };
}

/** Settled when the index has read the row's note again, at the latest when its tick is over. */
function useBusyRows(index: PlanIndex): { readonly busy: Map<string, { readonly path: string; readonly note: IndexedNote | undefined }>; readonly redraw: () => void } {
  const busy = useRef(new Map<string, { readonly path: string; readonly note: IndexedNote | undefined }>()).current;
  const [, setDraws] = useState(0);
  const redraw = (): void => { setDraws((draws) => draws + 1); };
  useEffect(() => {
    const settled = [...busy].filter(([, { path, note }]) => index.get(path) !== note);
    for (const [key] of settled) busy.delete(key);
    if (settled.length > 0) redraw();
  }, [index.revision]);
  return { busy, redraw };
}

/** Runs things when ticked rows have stayed long enough, unless the pane is closed before. */
function useTimers(): (run: () => void) => void {
  const timers = useRef(new Set<number>()).current;
  useEffect(() => () => { for (const timer of timers) window.clearTimeout(timer); }, []);
  return (run) => {
    const timer = window.setTimeout(() => {
      timers.delete(timer);
      run();
    }, STAYS_FOR);
    timers.add(timer);
  };
}

function keyOf({ path, line }: Pick<RollupRow, 'path' | 'line'>): string {
  return `${path}\n${line}`;
}
