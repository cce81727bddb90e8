/** The pane: tabs of lenses, a filter, what is shown out of how much, and the list. Its state is the view's, its data the index's. */
import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PlanIndex } from '../../core/indexing/plan-index';
import { type KeptItem, type Lens, type QueryOptions, type QueryResult, type RollupRow, runQuery } from '../../core/indexing/query';
import { useCurrentLine } from './current-line';
import { FactLine } from './fact-line';
import { LensTabs } from './lens-tabs';
import type { PaneActions } from './pane-actions';
import { Arrangement, Filter, Summary } from './pane-controls';
import { emptyMessage, FIRST_LENS, type HiddenReason, PANE_LENSES, type PaneLens } from './pane-lenses';
import { GroupLine, type ItemLineProps, PriorityLine, TaskLine } from './pane-rows';
import { type LensState, lensState, type PaneState, withLensState } from './pane-state';
import { PlanLine } from './plan-line';
import { type ListLine, RowsModel } from './rows-model';
import type { SlotsLeft } from './slots-left';
import { type Ticks, useTicks } from './use-ticks';
import { VirtualList } from './virtual-list';

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
  const [said, say] = useState('');
  const ticks = useTicks({ index, lens: lens.id, actions, say });
  useEffect(ticks.letGo, [lens, query]);
  const { result, model } = useRows({ index, state, asked, lens, kept: ticks.kept });
  const [current, setCurrent] = useCurrentLine(model);

  const change = (part: Partial<LensState>): void => { onState(withLensState(state, lens.id, part)); };
  const toggle = (key: string): void => {
    onState({ ...state, collapsed: state.collapsed.includes(key) ? state.collapsed.filter((each) => each !== key) : [...state.collapsed, key] });
  };
  const show = (what: HiddenReason['shows']): void => {
    if (what === 'excluded') onState({ ...state, showsExcluded: true });
    else change({ query: what === 'states' ? `is:any ${query}`.trim() : '' });
  };
  const handleKey = (event: KeyboardEvent, at: number): void => {
    const line = at < model.length ? model.line(at) : null;
    const isDone = line?.kind === 'group' ? onGroupKey(event, line, toggle) : line !== null && onItemKey(event, result.row(line.row), { actions, ticks });
    if (isDone) event.preventDefault();
  };
  const render = (at: number): ComponentChild => {
    const line = model.line(at);
    if (line.kind === 'group') {
      const { level, path } = line.group;
      return <GroupLine group={line.group} slotsLeft={level === 0 ? slotsLeft.of(index.get(path)) : 0} isCollapsed={line.isCollapsed} index={at} onToggle={() => { toggle(line.group.key); }} />;
    }
    const row = result.row(line.row);
    return <ItemLine lens={lens.id} row={row} index={at} isBusy={ticks.isBusy(row)} onOpen={(event) => { actions.open(row, event); }} onTick={() => { ticks.tick(row); }} {...(ticks.canUndo(row) && { onUndo: () => { ticks.undo(row); } })} onStatus={() => { actions.pickStatus(row); }} />;
  };
  return (
    <div class="plan-rollup-pane">
      <LensTabs lens={lens} onLens={({ id }) => { onState({ ...state, lens: id }); }} />
      <div class="plan-rollup-panel" role="tabpanel" id="plan-rollup-panel" aria-label={lens.name}>
        <Filter query={query} onQuery={(text) => { change({ query: text }); }} result={result} />
        <Arrangement lens={lens} shown={shown} onChange={change} onExport={(event) => { actions.exportRows(event, { lens, query, result }); }} />
        <Summary lens={lens} result={result} query={query} remaining={remaining} hasBar={lens.id === 'verification'} onShow={show} />
        {result.length === 0 ? (
          <p class="plan-rollup-empty">{emptyMessage(lens, { isFiltered: query.trim() !== '', total: result.total, isReading: remaining > 0 })}</p>
        ) : (
          <VirtualList model={model} label={lens.name} current={current} onMove={setCurrent} onKey={handleKey} render={render} />
        )}
        <div class="plan-rollup-said" aria-live="polite">{said}</div>
      </div>
    </div>
  );
}

const NO_FOLDERS: readonly string[] = [];

interface RowsQuestion extends Pick<PaneProps, 'index' | 'state' | 'asked'> {
  readonly lens: PaneLens;
  readonly kept: readonly KeptItem[];
}

/** What the lens shows: found anew when the index, or what is asked of it, has changed. */
function useRows({ index, state, asked, lens, kept }: RowsQuestion): { readonly result: QueryResult; readonly model: RowsModel } {
  const { revision } = index;
  const shown = lensState(state, lens.id);
  const collapsed = useMemo(() => new Set(state.collapsed), [state.collapsed]);
  const excluded = state.showsExcluded ? NO_FOLDERS : (asked.excluded ?? NO_FOLDERS);
  const result = useMemo(() => runQuery(index, shown.query, { ...asked, excluded, lens: lens.id, group: shown.group || (lens.groups[0] ?? 'none'), sort: shown.sort || (lens.sorts[0] ?? ''), kept }), [revision, kept, shown, lens, excluded, asked.today, asked.staleDays]);
  const model = useMemo(() => new RowsModel(result, collapsed, lens.heights), [result, collapsed, lens]);
  return { result, model };
}

/** Whether the key meant something to a heading. */
function onGroupKey({ key }: KeyboardEvent, { group, isCollapsed }: ListLine & { readonly kind: 'group' }, toggle: (key: string) => void): boolean {
  if (key !== 'Enter' && key !== ' ' && key !== (isCollapsed ? 'ArrowRight' : 'ArrowLeft')) return false;
  toggle(group.key);
  return true;
}

/** Whether the key meant something to a row. */
function onItemKey(event: KeyboardEvent, row: RollupRow, { actions, ticks }: { readonly actions: PaneActions; readonly ticks: Ticks }): boolean {
  if (event.key === 'Enter') actions.open(row, event);
  else if (event.key === ' ') (ticks.canUndo(row) ? ticks.undo : ticks.tick)(row);
  else if (event.key === 's' && !event.ctrlKey && !event.metaKey && !event.altKey) actions.pickStatus(row);
  else return false;
  return true;
}

/** One row in the way of its lens. */
function ItemLine({ lens, row, onStatus, ...line }: ItemLineProps & { readonly lens: Lens; readonly onStatus: () => void }): ComponentChild {
  switch (lens) {
    case 'plans':
      return <PlanLine row={row} index={line.index} onOpen={line.onOpen} onStatus={onStatus} />;
    case 'priorities':
      return <PriorityLine row={row} index={line.index} onOpen={line.onOpen} />;
    case 'verification':
    case 'questions':
      return <TaskLine row={row} {...line} />;
    case 'risks':
    case 'requirements':
    case 'activity':
      return <FactLine lens={lens} row={row} index={line.index} onOpen={line.onOpen} />;
  }
}
