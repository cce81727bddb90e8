/** The pane: tabs of lenses, a filter, what is shown out of how much, and the list. Its state is the view's, its data the index's. */
import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { IndexedNote } from '../../core/indexing/indexed-note';
import type { PlanIndex } from '../../core/indexing/plan-index';
import { type Lens, type QueryOptions, type RollupRow, runQuery } from '../../core/indexing/query';
import { DEFAULT_WORKFLOW } from '../../core/status/workflow';
import { LensCharts } from '../charts/lens-charts';
import { type MenuPlace, placeBelow } from '../status/status-menu';
import { DriftLine, mayIgnore, mendOf } from './drift-line';
import { FactLine } from './fact-line';
import { LensTabs } from './lens-tabs';
import { Summary } from './pane-controls';
import { type HeadActions, PaneHead } from './pane-head';
import { emptyMessage, FIRST_LENS, type HiddenReason, PANE_LENSES } from './pane-lenses';
import { GroupLine, type ItemLineProps, PriorityLine, TaskLine } from './pane-rows';
import { type LensState, lensState, type PaneState, withLensState } from './pane-state';
import { PlanLine } from './plan-line';
import { type ListLine, RowsModel } from './rows-model';
import type { SlotsLeft } from './slots-left';
import { VirtualList } from './virtual-list';

/** What the pane asks of the world around it. */
export interface PaneActions extends HeadActions {
  /** Opens the note at the row's line; the event tells whether in a new tab. */
  open(row: RollupRow, event: MouseEvent | KeyboardEvent | null): void;
  /** Ticks the row's task; resolves when the index has followed, or there is nothing to follow. */
  tick(row: RollupRow): Promise<void>;
  /** Lets the user pick another status for the row's plan. */
  pickStatus(row: RollupRow): void;
  /** Writes a picture to a file of the vault. */
  savePicture(title: string, svg: string): void;
  /** Mends the row's contradiction; a menu opens at the place. */
  mend(row: RollupRow, place: MenuPlace): void;
  /** The row's plan is not told of this kind of contradiction any more. */
  ignore(row: RollupRow): void;
}

export interface PaneProps {
  readonly index: PlanIndex;
  readonly actions: PaneActions;
  readonly slotsLeft: SlotsLeft;
  readonly state: PaneState;
  readonly onState: (state: PaneState) => void;
  /** What a query needs beside the index. */
  readonly asked: Pick<QueryOptions, 'today' | 'staleDays' | 'excluded'>;
  /** Notes still to be read at start-up. */
  readonly remaining: number;
}

export function RollupPane({ index, actions, slotsLeft, state, onState, asked, remaining }: PaneProps): ComponentChild {
  const lens = PANE_LENSES.find(({ id }) => id === state.lens) ?? FIRST_LENS;
  const shown = lensState(state, lens.id);
  const { query } = shown;
  const collapsed = useMemo(() => new Set(state.collapsed), [state.collapsed]);
  const { isBusy, tick } = useTicks(actions, index);
  const { revision } = index;
  const excluded = state.showsExcluded ? NO_FOLDERS : (asked.excluded ?? NO_FOLDERS);
  const result = useMemo(() => runQuery(index, query, { ...asked, excluded, lens: lens.id, group: shown.group || (lens.groups[0] ?? 'none'), sort: shown.sort || (lens.sorts[0] ?? '') }), [revision, shown, lens, excluded, asked.today, asked.staleDays]);
  const model = useMemo(() => new RowsModel(result, collapsed, lens.heights), [result, collapsed, lens]);
  const [current, setCurrent] = useCurrentLine(model);

  const change = (part: Partial<LensState>): void => { onState(withLensState(state, lens.id, part)); };
  const toggle = (key: string): void => {
    onState({ ...state, collapsed: collapsed.has(key) ? state.collapsed.filter((each) => each !== key) : [...state.collapsed, key] });
  };
  const show = (what: HiddenReason['shows']): void => {
    if (what === 'excluded') onState({ ...state, showsExcluded: true });
    else change({ query: what === 'states' ? `is:any ${query}`.trim() : '' });
  };
  const handleKey = (event: KeyboardEvent, at: number): void => {
    const line = at < model.length ? model.line(at) : null;
    const isDone = line?.kind === 'group' ? onGroupKey(event, line, toggle) : line !== null && onItemKey(event, result.row(line.row), { actions, tick });
    if (isDone) event.preventDefault();
  };
  const render = (at: number): ComponentChild => {
    const line = model.line(at);
    if (line.kind === 'group') {
      const { level, path } = line.group;
      return <GroupLine group={line.group} slotsLeft={level === 0 ? slotsLeft.of(index.get(path)) : 0} isList={lens.isList === true} isCollapsed={line.isCollapsed} index={at} onToggle={() => { toggle(line.group.key); }} />;
    }
    const row = result.row(line.row);
    return <ItemLine lens={lens.id} row={row} index={at} isBusy={isBusy(row)} onOpen={(event) => { actions.open(row, event); }} onTick={() => { tick(row); }} actions={actions} />;
  };
  return (
    <div class="plan-rollup-pane">
      <LensTabs lens={lens} onLens={({ id }) => { onState({ ...state, lens: id }); }} />
      <div class="plan-rollup-panel" role="tabpanel" id="plan-rollup-panel" aria-label={lens.name}>
        <PaneHead lens={lens} index={index} state={state} onState={onState} result={result} actions={actions} />
        <Summary lens={lens} result={result} query={query} remaining={remaining} hasBar={lens.id === 'verification'} onShow={show} />
        {state.showsCharts && <LensCharts lens={lens.id} result={result} plans={() => runQuery(index, '', { ...asked, excluded, lens: 'plans' })} workflow={index.reading.workflows?.[0] ?? DEFAULT_WORKFLOW} onSave={(title, svg) => { actions.savePicture(title, svg); }} />}
        {result.length === 0 ? (
          <p class="plan-rollup-empty">{emptyMessage(lens, { isFiltered: query.trim() !== '', total: result.total, isReading: remaining > 0 })}</p>
        ) : (
          <VirtualList model={model} label={lens.name} current={current} onMove={setCurrent} onKey={handleKey} render={render} />
        )}
      </div>
    </div>
  );
}

const NO_FOLDERS: readonly string[] = [];

/** Whether the key meant something to a heading. */
function onGroupKey({ key }: KeyboardEvent, { group, isCollapsed }: ListLine & { readonly kind: 'group' }, toggle: (key: string) => void): boolean {
  if (key !== 'Enter' && key !== ' ' && key !== (isCollapsed ? 'ArrowRight' : 'ArrowLeft')) return false;
  toggle(group.key);
  return true;
}

/** Whether the key meant something to a row. */
function onItemKey(event: KeyboardEvent, row: RollupRow, { actions, tick }: { readonly actions: PaneActions; readonly tick: (row: RollupRow) => void }): boolean {
  if (event.key === 'Enter') actions.open(row, event);
  else if (event.key === ' ') tick(row);
  else if (event.ctrlKey || event.metaKey || event.altKey) return false;
  else if (event.key === 's') actions.pickStatus(row);
  else if (event.key === 'm' && mendOf(row) !== null) actions.mend(row, placeBelow(currentElement(event.currentTarget as HTMLElement)));
  else if (event.key === 'i' && mayIgnore(row)) actions.ignore(row);
  else return false;
  return true;
}

/** The element of the list's current line. */
function currentElement(list: HTMLElement): HTMLElement {
  return list.ownerDocument.getElementById(list.getAttribute('aria-activedescendant') ?? '') ?? list;
}

/** One row in the way of its lens. */
function ItemLine({ lens, row, actions, ...line }: ItemLineProps & { readonly lens: Lens; readonly actions: PaneActions }): ComponentChild {
  switch (lens) {
    case 'plans':
      return <PlanLine row={row} index={line.index} onOpen={line.onOpen} onStatus={() => { actions.pickStatus(row); }} />;
    case 'priorities':
      return <PriorityLine row={row} index={line.index} onOpen={line.onOpen} />;
    case 'verification':
    case 'questions':
      return <TaskLine row={row} {...line} />;
    case 'drift':
      return <DriftLine row={row} index={line.index} onOpen={line.onOpen} onMend={(place) => { actions.mend(row, place); }} onIgnore={() => { actions.ignore(row); }} />;
    case 'risks':
    case 'requirements':
    case 'activity':
      return <FactLine lens={lens} row={row} index={line.index} onOpen={line.onOpen} />;
  }
}

/**
 * Rows whose tick is being written, or is written and not in the index yet. Such a row takes no second tick. It is
 * settled when the index has read its note again, at the latest when its tick is over.
 */
function useTicks(actions: PaneActions, index: PlanIndex): { isBusy: (row: RollupRow) => boolean; tick: (row: RollupRow) => void } {
  const busy = useRef(new Map<string, { readonly path: string; readonly note: IndexedNote | undefined }>()).current;
  const [, setDraws] = useState(0);
  const redraw = (): void => { setDraws((draws) => draws + 1); };
  useEffect(() => {
    const settled = [...busy].filter(([, { path, note }]) => index.get(path) !== note);
    for (const [key] of settled) busy.delete(key);
    if (settled.length > 0) redraw();
  }, [index.revision]);
  const tick = (row: RollupRow): void => {
    const key = rowKey(row);
    if (!row.target || row.mark === undefined || row.mark === '' || busy.has(key)) return;
    const pending = { path: row.path, note: index.get(row.path) };
    busy.set(key, pending);
    redraw();
    void actions.tick(row).then(() => {
      if (busy.get(key) !== pending) return;
      busy.delete(key);
      redraw();
    });
  };
  return { isBusy: (row) => busy.has(rowKey(row)), tick };
}

/** The current line, kept on the same item when the list changes around it. */
function useCurrentLine(model: RowsModel): [number, (line: number) => void] {
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

function rowKey({ path, line }: RollupRow): string {
  return `${path}\n${line}`;
}
