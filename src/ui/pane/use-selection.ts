/** Rows chosen to be ticked or moved together. They stay chosen while their notes change, as long as they can be told. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PlanIndex } from '../../core/indexing/plan-index';
import { type Lens, lineOfItem, type RollupRow } from '../../core/indexing/query';
import type { RowsModel } from './rows-model';

export interface Selection {
  readonly rows: readonly RollupRow[];
  readonly has: (row: RollupRow) => boolean;
  readonly toggle: (at: number) => void;
  /** From where the selection began, or from line `from`, to the line. */
  readonly extend: (from: number, to: number) => void;
  /** Shift chooses up to the line, Alt the line alone; whether the click meant that. */
  readonly click: (event: MouseEvent, at: number) => boolean;
  readonly all: () => void;
  readonly clear: () => void;
}

export interface SelectionParts {
  readonly index: PlanIndex;
  readonly lens: Lens;
  readonly model: RowsModel;
  readonly isLocked: boolean;
  /** Says why nothing was chosen. */
  readonly tell: () => void;
}

/** Lenses whose rows something can be done with together. */
const CAN_CHOOSE: readonly Lens[] = ['plans', 'verification', 'questions'];

const NONE: readonly RollupRow[] = [];

export function useSelection({ index, lens, model, isLocked, tell }: SelectionParts): Selection {
  const isOn = !isLocked && CAN_CHOOSE.includes(lens);
  const [chosen, setChosen] = useState(NONE);
  const anchor = useRef<number | null>(null);
  const clear = (): void => {
    anchor.current = null;
    setChosen(NONE);
  };
  useEffect(clear, [lens, isOn]);
  const { revision } = index;
  const live = useMemo(() => new Map(chosen.flatMap((row) => {
    const line = lineOfItem(index, lens, row);
    return line === null ? [] : [[keyOf({ ...row, line }), row] as const];
  })), [chosen, revision, lens]);
  const rowsBetween = (from: number, to: number): RollupRow[] => {
    const rows: RollupRow[] = [];
    for (let at = Math.max(0, Math.min(from, to)); at <= Math.max(from, to) && at < model.length; at++) {
      const line = model.line(at);
      if (line.kind === 'item') rows.push(model.result.row(line.row));
    }
    return rows;
  };
  const toggle = (at: number): void => {
    const [row] = rowsBetween(at, at);
    if (!isOn) tell();
    if (!row || !isOn) return;
    anchor.current = at;
    const same = live.get(keyOf(row));
    setChosen(same ? chosen.filter((each) => each !== same) : [...live.values(), row]);
  };
  const extend = (from: number, to: number): void => {
    if (!isOn) return;
    anchor.current ??= from;
    setChosen(rowsBetween(anchor.current, to));
  };
  const click = ({ shiftKey, altKey }: MouseEvent, at: number): boolean => {
    if (shiftKey && isOn) extend(at, at);
    else if (shiftKey || altKey) toggle(at);
    return shiftKey || altKey;
  };
  return { rows: useMemo(() => [...live.values()], [live]), has: (row) => live.has(keyOf(row)), toggle, extend, click, all: () => { if (isOn) setChosen(rowsBetween(0, model.length - 1)); else tell(); }, clear };
}

function keyOf({ path, line, text }: Pick<RollupRow, 'path' | 'line' | 'text'>): string {
  return `${path}\n${line}\n${text}`;
}
