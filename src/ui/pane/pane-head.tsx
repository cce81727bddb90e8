/** What stands over the list: the search box, the builder below it when it is open, and how rows are arranged. */
import type { ComponentChild } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { type BlockOptions, writeBlock } from '../../core/indexing/block-options';
import { completeQuery } from '../../core/indexing/complete-query';
import type { PlanIndex } from '../../core/indexing/plan-index';
import type { QueryResult } from '../../core/indexing/query';
import type { QueryKey } from '../../core/indexing/query-language';
import { QueryValues } from '../../core/indexing/query-values';
import type { Shown } from './export-menu';
import { FilterBuilder } from './filter-builder';
import { Arrangement } from './pane-controls';
import type { PaneLens } from './pane-lenses';
import { type LensState, lensState, type PaneState, withLensState } from './pane-state';
import { QueryBox } from './query-box';
import type { ViewsRequest } from './views-menu';

/** What its buttons ask of the world around the pane. */
export interface HeadActions {
  /** Offers to take what is shown elsewhere. */
  exportRows(event: MouseEvent, shown: Shown): void;
  /** Offers the saved views, and to save what is shown as one. */
  openViews(request: ViewsRequest): void;
}

export interface PaneHeadProps {
  readonly lens: PaneLens;
  readonly index: PlanIndex;
  readonly state: PaneState;
  readonly onState: (state: PaneState) => void;
  readonly result: QueryResult;
  readonly actions: HeadActions;
}

export function PaneHead({ lens, index, state, onState, result, actions }: PaneHeadProps): ComponentChild {
  const shown = lensState(state, lens.id);
  const { query } = shown;
  const [isBuilding, setBuilding] = useState(false);
  const values = useMemo(() => new QueryValues(index), [index]);
  const valuesOf = (key: QueryKey): readonly string[] => values.of(key, lens.id);
  const change = (part: Partial<LensState>): void => { onState(withLensState(state, lens.id, part)); };
  const ask = (text: string): void => { change({ query: text }); };
  const showView = (view: BlockOptions): void => {
    onState(withLensState({ ...state, lens: view.lens }, view.lens, { query: view.query, group: view.group ?? '', sort: view.sort ?? '' }));
  };
  return (
    <>
      <QueryBox query={query} onQuery={ask} problems={result.problems} complete={(text, caret) => completeQuery(text, caret, valuesOf)} />
      {isBuilding && <FilterBuilder query={query} onQuery={ask} valuesOf={valuesOf} />}
      <Arrangement
        lens={lens}
        shown={shown}
        onChange={change}
        onExport={(event) => { actions.exportRows(event, { lens, query, result }); }}
        onViews={(event) => { actions.openViews({ event, source: writeBlock({ lens: lens.id, ...shown }), show: showView }); }}
        isBuilding={isBuilding}
        onBuild={() => { setBuilding(!isBuilding); }}
        hasCharts={state.showsCharts}
        onCharts={() => { onState({ ...state, showsCharts: !state.showsCharts }); }}
        isLocked={state.isLocked}
        onLock={() => { onState({ ...state, isLocked: !state.isLocked }); }}
      />
    </>
  );
}
