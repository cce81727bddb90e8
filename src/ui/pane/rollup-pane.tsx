/** The pane: tabs of lenses, a filter, what is shown out of how much, and the list. Its state is the view's, its data the index's. */
import { Platform } from 'obsidian';
import type { ComponentChild } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PlanIndex } from '../../core/indexing/plan-index';
import { type KeptItem, type QueryResult, runQuery } from '../../core/indexing/query';
import { DEFAULT_WORKFLOW } from '../../core/status/workflow';
import { LensCharts } from '../charts/lens-charts';
import { LensTabs } from './lens-tabs';
import type { PaneActions } from './pane-actions';
import { type Reading, Summary } from './pane-controls';
import { PaneHead } from './pane-head';
import { type Asked, emptyMessage, type HiddenReason, lensOf, lensQuery, type PaneLens } from './pane-lenses';
import { onPaneKey } from './pane-keys';
import { PaneList } from './pane-list';
import { type LensState, lensState, type PaneState, withLensState } from './pane-state';
import { tableOf } from './pane-table';
import { type LineHeights, RowsModel } from './rows-model';
import type { SlotsLeft } from './slots-left';
import { useOwnId } from './use-own-id';
import { useTicks } from './use-ticks';
import { useWide } from './use-wide';

export interface PaneProps {
  readonly index: PlanIndex;
  readonly actions: PaneActions;
  readonly slotsLeft: SlotsLeft;
  readonly state: PaneState;
  readonly onState: (state: PaneState) => void;
  /** What a query needs beside the index. */
  readonly asked: Asked;
  /** How far the vault has been read. */
  readonly reading: Reading;
}

export function RollupPane({ index, actions, slotsLeft, state, onState, asked, reading }: PaneProps): ComponentChild {
  const lens = lensOf(state);
  const shown = lensState(state, lens.id);
  const { query } = shown;
  const workflows = index.reading.workflows ?? [DEFAULT_WORKFLOW];
  const [said, say] = useState('');
  const id = useOwnId();
  const ticks = useTicks({ index, lens: lens.id, actions, say });
  useEffect(ticks.letGo, [lens, query]);
  const { ref, isWide } = useWide();
  const { result, model } = useRows({ index, state, asked, kept: ticks.kept, isWide });

  const change = (part: Partial<LensState>): void => { onState(withLensState(state, lens.id, part)); };
  const toggle = (key: string): void => {
    onState({ ...state, collapsed: state.collapsed.includes(key) ? state.collapsed.filter((each) => each !== key) : [...state.collapsed, key] });
  };
  const show = (what: HiddenReason['shows']): void => {
    if (what === 'excluded') onState({ ...state, showsExcluded: true });
    else change({ query: what === 'states' ? `is:any ${query}`.trim() : '' });
  };
  return (
    <div class="plan-rollup-pane" ref={ref} onKeyDown={(event) => { onPaneKey(event, actions); }}>
      <LensTabs lens={lens} panelId={`${id}-panel`} onLens={({ id }) => { onState({ ...state, lens: id }); }} />
      <div class="plan-rollup-panel" role="tabpanel" id={`${id}-panel`} aria-label={lens.name}>
        <PaneHead lens={lens} index={index} state={state} onState={onState} result={result} actions={actions} />
        <Summary lens={lens} result={result} query={query} reading={reading} hasBar={lens.id === 'verification'} onShow={show} />
        {state.showsCharts && <LensCharts lens={lens.id} result={result} plans={() => runQuery(index, '', { ...asked, lens: 'plans' })} workflows={workflows} onSave={(title, svg) => { actions.savePicture(title, svg); }} />}
        {result.length === 0 ? (
          <p class="plan-rollup-empty">{emptyMessage(lens, { isFiltered: query.trim() !== '', total: result.total, isReading: reading.remaining > 0, isWrong: result.problems.length > 0 })}</p>
        ) : (
          <PaneList id={id} lens={lens} model={model} index={index} actions={actions} slotsLeft={slotsLeft} ticks={ticks} table={isWide ? tableOf(state, onState) : null} isLocked={state.isLocked} onToggle={toggle} say={say} />
        )}
        <div class="plan-rollup-said" aria-live="polite">{said}</div>
      </div>
    </div>
  );
}

interface RowsQuestion extends Pick<PaneProps, 'index' | 'state' | 'asked'> {
  readonly kept: readonly KeptItem[];
  readonly isWide: boolean;
}

/** What the lens shows: found anew when the index, or what is asked of it, has changed. */
function useRows({ index, state, asked, kept, isWide }: RowsQuestion): { readonly result: QueryResult; readonly model: RowsModel } {
  const { revision } = index;
  const lens = lensOf(state);
  const collapsed = useMemo(() => new Set(state.collapsed), [state.collapsed]);
  const { query, options } = lensQuery(state, asked);
  const result = useMemo(() => runQuery(index, query, { ...options, kept }), [revision, kept, lensState(state, lens.id), lens, options.excluded, options.today, options.staleDays]);
  const model = useMemo(() => new RowsModel(result, collapsed, heightsOf(lens, isWide)), [result, collapsed, lens, isWide]);
  return { result, model };
}

/** On a phone no line is lower than a finger needs; rows of a table have one line of text. */
function heightsOf({ heights }: PaneLens, isWide: boolean): LineHeights {
  const { item, plan } = heights;
  if (Platform.isPhone) return { item: Math.max(44, item), plan: Math.max(44, plan), section: 44 };
  return isWide ? { ...heights, item: Platform.isMobile ? 44 : 32 } : heights;
}
