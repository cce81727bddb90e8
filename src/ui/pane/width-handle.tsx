/**
 * The border that sets a column's width: dragged, or by keys. It stands on the column's side that looks to the text, which
 * takes what is left: so the border stays under the pointer. Columns follow while it is dragged; the width is kept when it is let go.
 */
import type { ComponentChild } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type ColumnWidths, gridTemplate, NARROWEST, type PaneColumn, resized, type ShownWidths, WIDEST, widthOf } from './pane-columns';
import type { PaneTable } from './pane-table';
import { isRightToLeft } from './reading-direction';

/** Pixels that an arrow key adds. */
const STEP = 10;

export interface WidthHandleProps {
  readonly table: Pick<PaneTable, 'columns' | 'widths' | 'onWidths'>;
  readonly column: PaneColumn;
  readonly isBehindText: boolean;
}

/** Widths when the pointer is at `x`. */
type Drag = (x: number) => ColumnWidths;

export function WidthHandle({ table, column, isBehindText }: WidthHandleProps): ComponentChild {
  const { columns, widths, onWidths } = table;
  const { live, start, move, end } = useDrag({ table, column, isBehindText });
  const [shown, setShown] = useState<ShownWidths>(new Map());
  const reset = (): void => { onWidths(Object.fromEntries(Object.entries(widths).filter(([id]) => id !== column.id))); };
  const onKey = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
    const next = widthAfter(event, { table, column });
    if (event.key === 'Escape') end(event.currentTarget, false);
    if (next === undefined) return;
    event.preventDefault();
    if (next === null) reset();
    else onWidths(next);
  };
  return (
    <div
      class={`plan-rollup-width${live === null ? '' : ' is-dragged'}`}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`Width of ${column.name}`}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      aria-valuenow={(live ?? widths)[column.id] ?? shown.get(column.id) ?? widthOf(column, widths)}
      title="Drag to set the width; double-click to reset it"
      onFocus={(event) => { setShown(shownWidths(event.currentTarget, columns)); }}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={(event) => { end(event.currentTarget, true); }}
      onPointerCancel={(event) => { end(event.currentTarget, false); }}
      onClick={(event) => { event.stopPropagation(); }}
      onDblClick={reset}
      onKeyDown={onKey}
    />
  );
}

type HandleEvent = PointerEvent & { readonly currentTarget: HTMLElement };

interface UsedDrag {
  /** Widths while the border is dragged. */
  readonly live: ColumnWidths | null;
  readonly start: (event: HandleEvent) => void;
  readonly move: (event: HandleEvent) => void;
  readonly end: (handle: HTMLElement, isKept: boolean) => void;
}

/** Draws the columns as they are dragged, without drawing the pane anew. */
function useDrag({ table, column, isBehindText }: WidthHandleProps): UsedDrag {
  const { columns, widths, onWidths } = table;
  const drag = useRef<Drag | null>(null);
  const [live, setLive] = useState<ColumnWidths | null>(null);
  const show = (handle: HTMLElement, next: ColumnWidths | null): void => {
    handle.closest<HTMLElement>('.plan-rollup-list')?.style.setProperty('--plan-rollup-columns', gridTemplate(columns, next ?? widths));
    setLive(next);
  };
  return {
    live,
    start: (event) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = startDrag(event, { table, column, isBehindText });
    },
    move: ({ currentTarget, clientX }) => { if (drag.current) show(currentTarget, drag.current(clientX)); },
    end: (handle, isKept) => {
      drag.current = null;
      if (live === null) return;
      if (isKept) onWidths(live);
      else show(handle, null);
      setLive(null);
    },
  };
}

function startDrag({ currentTarget, clientX }: { readonly currentTarget: HTMLElement; readonly clientX: number }, { table, column, isBehindText }: WidthHandleProps): Drag {
  const shown = shownWidths(currentTarget, table.columns);
  const start = shown.get(column.id) ?? widthOf(column, table.widths);
  const wider = isRightToLeft(currentTarget) === isBehindText ? 1 : -1;
  return (x) => resized(table, shown, column.id, start + wider * (x - clientX));
}

/** What a key makes of the widths: null for the column's own, undefined for a key that means nothing here. */
function widthAfter({ key, currentTarget }: { readonly key: string; readonly currentTarget: HTMLElement }, { table, column }: Pick<WidthHandleProps, 'table' | 'column'>): ColumnWidths | null | undefined {
  if (key === 'Delete' || key === 'Backspace') return null;
  const shown = shownWidths(currentTarget, table.columns);
  const now = shown.get(column.id) ?? widthOf(column, table.widths);
  const forward = isRightToLeft(currentTarget) ? 'ArrowLeft' : 'ArrowRight';
  const width = key === 'Home' ? NARROWEST : key === 'End' ? WIDEST : key === 'ArrowLeft' || key === 'ArrowRight' ? now + (key === forward ? STEP : -STEP) : undefined;
  return width === undefined ? undefined : resized(table, shown, column.id, width);
}

/** How wide the columns are drawn; of none while nothing is. */
function shownWidths(handle: HTMLElement, columns: readonly PaneColumn[]): ShownWidths {
  const cells = Array.from(handle.closest('.plan-rollup-columns')?.children ?? []);
  return new Map(columns.flatMap(({ id }, at) => {
    const width = Math.round(cells[at]?.getBoundingClientRect().width ?? 0);
    return width > 0 ? [[id, width]] : [];
  }));
}
