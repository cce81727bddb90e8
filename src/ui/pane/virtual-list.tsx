/**
 * A list that makes elements only for what is in sight. Lines have known heights, so no element is ever measured;
 * focus stays on the list itself and points at the current line, which may be scrolled out of sight and back.
 */
import type { ComponentChild } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { shortText } from '../short-text';
import { ColumnHeader } from './column-header';
import { observeSize } from './observe-size';
import { gridTemplate } from './pane-columns';
import type { PaneTable } from './pane-table';
import { HEADER_HEIGHT, type RowsModel } from './rows-model';

/** Lines kept ready above and below what is in sight. */
const OVERSCAN = 6;

export interface VirtualListProps {
  /** What the ids of lines and cells begin with. */
  readonly id: string;
  readonly model: RowsModel;
  readonly label: string;
  /** Number of the current line. */
  readonly current: number;
  readonly onMove: (line: number) => void;
  /** A key that does not move by itself; `go` moves. */
  readonly onKey: (event: KeyboardEvent, line: number, go: (line: number) => void) => void;
  readonly render: (line: number) => ComponentChild;
  readonly onMenu: (at: MouseEvent | HTMLElement, line: number) => void;
  /** Shift and a key that moves: from the current line to another. */
  readonly onExtend: (from: number, to: number) => void;
  /** The pointer has come to the line. */
  readonly onHover: (event: MouseEvent, line: number) => void;
  /** Whether a cell of the current line has been reached, or is being edited; null while the line as a whole is current. */
  readonly cell?: 'focused' | 'edited' | null;
  /** Whose header stands above the lines; null where they are no table. */
  readonly table: PaneTable | null;
}

export function VirtualList({ id, model, label, current, onMove, onKey, onMenu, onExtend, onHover, render, cell = null, table }: VirtualListProps): ComponentChild {
  const scroller = useRef<HTMLDivElement>(null);
  const isTable = table !== null;
  const { view, header } = useView(scroller, { model, current, isTable });

  const move = (line: number): void => {
    const next = Math.max(0, Math.min(model.length - 1, line));
    onMove(next);
    if (scroller.current) scrollTo(scroller.current, { model, line: next, header });
  };
  const handleKey = (event: KeyboardEvent): void => {
    if ((event.target as Element).closest('.plan-rollup-columns')) return;
    const step = event.altKey || event.ctrlKey || event.metaKey ? undefined : STEPS[event.key]?.(current, Math.max(1, model.lineAt(model.top(current) + view.height) - current - 1), model.length);
    const asks = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    const line = asks ? scroller.current?.querySelector<HTMLElement>('.is-current') : null;
    if (line) onMenu(line, current);
    else if (step !== undefined) {
      if (event.shiftKey) onExtend(current, Math.max(0, Math.min(model.length - 1, step)));
      move(step);
    } else onKey(event, current, move);
    if (line || step !== undefined) event.preventDefault();
  };

  const first = Math.max(0, model.lineAt(view.top) - OVERSCAN);
  const last = Math.min(model.length - 1, model.lineAt(view.top + view.height) + OVERSCAN);
  const lines = Array.from({ length: Math.max(0, last - first + 1) }, (_none, at) => first + at);
  const isInSight = current >= first && current <= last;
  // What is being typed there must not be lost by scrolling.
  if (!isInSight && cell === 'edited') lines.push(current);
  return (
    <div
      class={`plan-rollup-list${isTable ? ' is-wide' : ''}`}
      ref={scroller}
      role="treegrid"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable
      aria-rowcount={model.length + (isTable ? 1 : 0)}
      aria-activedescendant={isInSight ? (cell === null ? lineId(id, current) : cellId(id)) : undefined}
      onKeyDown={handleKey}
      style={table ? { '--plan-rollup-columns': gridTemplate(table.columns, table.widths) } : {}}
    >
      {table && <ColumnHeader table={table} />}
      <StickyHeading model={model} line={model.lineAt(view.top)} top={view.top} onGo={move} />
      <div class="plan-rollup-list-space" role="presentation" style={{ height: `${model.height}px` }}>
        {lines.map((line) => (
          <Line key={model.key(line)} id={id} model={model} line={line} isCurrent={line === current} cell={line === current ? cell : null} onMove={onMove} onMenu={onMenu} onHover={onHover} render={render} />
        ))}
      </div>
    </div>
  );
}

interface LineProps extends Pick<VirtualListProps, 'id' | 'model' | 'onMove' | 'onMenu' | 'onHover' | 'render' | 'cell'> {
  readonly line: number;
  readonly isCurrent: boolean;
}

function Line({ id, model, line, isCurrent, cell, onMove, onMenu, onHover, render }: LineProps): ComponentChild {
  return (
    <div
      id={lineId(id, line)}
      class={`plan-rollup-line${isCurrent ? ' is-current' : ''}${cell == null ? '' : ` is-${cell}`}`}
      role="presentation"
      style={{ top: `${model.top(line)}px`, height: `${model.heightOf(line)}px` }}
      onMouseDown={() => {
        onMove(line);
      }}
      onContextMenu={(event) => { onMenu(event, line); }}
      onMouseEnter={(event) => { onHover(event, line); }}
    >
      {render(line)}
    </div>
  );
}

/** The heading of the topmost line, kept in sight. For the eye alone: the heading itself is in the list. */
function StickyHeading({ model, line, top, onGo }: { readonly model: RowsModel; readonly line: number; readonly top: number; readonly onGo: (line: number) => void }): ComponentChild {
  const heading = isHeading(model, line) ? (model.top(line) < top ? line : null) : model.headingOf(line, 0);
  const shown = heading === null ? null : model.line(heading);
  if (heading === null || shown?.kind !== 'group') return null;
  return (
    <div class="plan-rollup-sticky" aria-hidden="true">
      <div class="plan-rollup-group is-level-0" style={{ height: `${model.heightOf(heading)}px` }} onClick={() => { onGo(heading); }}>
        <div class="plan-rollup-group-title">
          <span class="plan-rollup-arrow" />
          <span class="plan-rollup-group-name">{shortText(shown.group.title)}</span>
          <span class="plan-rollup-count">{`${shown.group.done}/${shown.group.total}`}</span>
        </div>
      </div>
    </div>
  );
}

function lineId(list: string, line: number): string {
  return `${list}-line-${line}`;
}

/** Id of the cell of the current line that has been reached. */
export function cellId(list: string): string {
  return `${list}-cell`;
}

const STEPS: Readonly<Record<string, (line: number, page: number, length: number) => number>> = {
  ArrowDown: (line) => line + 1,
  ArrowUp: (line) => line - 1,
  PageDown: (line, page) => line + page,
  PageUp: (line, page) => line - page,
  Home: () => 0,
  End: (_line, _page, length) => length - 1,
};

interface View {
  readonly top: number;
  readonly height: number;
}

/** What is in sight below the header, whose height comes with it. */
function useView(scroller: { readonly current: HTMLDivElement | null }, { model, current, isTable }: { readonly model: RowsModel; readonly current: number; readonly isTable: boolean }): { readonly view: View; readonly header: number } {
  const [{ top, height }, setView] = useState<View>({ top: 0, height: 600 });
  useViewport(scroller, setView);
  const header = isTable ? HEADER_HEIGHT : 0;
  const drawn = useRef({ model, isTable });
  useLayoutEffect(() => {
    const el = scroller.current;
    const before = drawn.current;
    drawn.current = { model, isTable };
    if (el && before.isTable !== isTable) {
      // Lines of other heights: the topmost one stays, and the current one in sight.
      const wasInSight = before.model.top(current) >= top && before.model.top(current) < top + height;
      el.scrollTop = model.top(before.model.lineAt(top));
      if (wasInSight) scrollTo(el, { model, line: current, header });
    }
    // Or the list got shorter than the place it was scrolled to.
    if (el && el.scrollTop !== top) setView({ top: el.scrollTop, height: el.clientHeight });
  }, [model]);
  return { view: { top, height: height - header }, header };
}

function useViewport(scroller: { readonly current: HTMLDivElement | null }, setView: (view: View) => void): void {
  useEffect(() => {
    const el = scroller.current;
    if (!el) return undefined;
    const measure = (): void => {
      setView({ top: el.scrollTop, height: el.clientHeight });
    };
    const stop = observeSize(el, measure);
    el.addEventListener('scroll', measure, { passive: true });
    measure();
    return () => {
      stop();
      el.removeEventListener('scroll', measure);
    };
  }, []);
}

/** Below the header, and the heading that stays in sight. */
function scrollTo(el: HTMLElement, { model, line, header }: { readonly model: RowsModel; readonly line: number; readonly header: number }): void {
  const heading = model.headingOf(line, 0);
  const top = Math.max(0, model.top(line) - (heading === null || isHeading(model, line) ? 0 : model.heightOf(heading)));
  const bottom = model.top(line + 1) + header;
  if (top < el.scrollTop) el.scrollTop = top;
  else if (bottom > el.scrollTop + el.clientHeight) el.scrollTop = bottom - el.clientHeight;
}

/** Whether the line is a heading of the outer level. */
function isHeading(model: RowsModel, line: number): boolean {
  const found = line < model.length ? model.line(line) : null;
  return found?.kind === 'group' && found.group.level === 0;
}
