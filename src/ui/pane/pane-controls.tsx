/** What stands over the list: how rows are grouped and sorted, how many there are, and why others are not shown. */
import type { ComponentChild } from 'preact';
import { GROUP_KEYS, type QueryResult } from '../../core/indexing/query';
import { GROUP_NAMES, hiddenReasons, type PaneLens, SORT_NAMES, type HiddenReason } from './pane-lenses';
import { ordersOf, sortChosen, turned, writeOrders } from './pane-sort';
import type { LensState } from './pane-state';
import type { IndexNews } from '../index-news';
import { IconButton } from './icon-button';
import { ProgressBar } from './progress-bar';

export interface ArrangementProps {
  readonly lens: PaneLens;
  readonly shown: LensState;
  readonly onChange: (change: Partial<LensState>) => void;
  readonly onExport: (event: MouseEvent) => void;
  readonly onViews: (event: MouseEvent) => void;
  readonly isBuilding: boolean;
  readonly onBuild: () => void;
  readonly hasCharts: boolean;
  readonly onCharts: () => void;
  readonly isLocked: boolean;
  readonly onLock: () => void;
}

/** Group and sort, the lens's own way first. */
export function Arrangement({ lens, shown, onChange, onExport, onViews, isBuilding, onBuild, hasCharts, onCharts, isLocked, onLock }: ArrangementProps): ComponentChild {
  const group = GROUP_KEYS.find((key) => key === shown.group) ?? (shown.group === '' ? (lens.groups[0] ?? 'none') : 'none');
  return (
    <div class="plan-rollup-arrangement">
      <select class="dropdown" aria-label="Group by" value={group} onChange={(event) => { onChange({ group: event.currentTarget.value === lens.groups[0] ? '' : event.currentTarget.value }); }}>
        {[...new Set([...lens.groups, group])].map((each) => <option key={each} value={each}>{GROUP_NAMES[each]}</option>)}
      </select>
      <Order lens={lens} sort={shown.sort} onSort={(sort) => { onChange({ sort }); }} />
      <IconButton icon="sliders-horizontal" label="Build the filter" isPressed={isBuilding} onClick={onBuild} />
      <IconButton icon="bar-chart-3" label="Pictures" isPressed={hasCharts} onClick={onCharts} />
      <IconButton icon="bookmark" label="Saved views" onClick={onViews} />
      <IconButton icon={isLocked ? 'lock' : 'lock-open'} label="Read-only: no ticks, no edits" isPressed={isLocked} onClick={onLock} />
      <button type="button" class="clickable-icon" aria-label="Copy or export what is shown" aria-haspopup="menu" onClick={onExport}>
        ⋯
      </button>
    </div>
  );
}

interface OrderProps {
  readonly lens: PaneLens;
  /** '' for the lens's own. */
  readonly sort: string;
  readonly onSort: (sort: string) => void;
}

/** What rows are sorted by, and which way round. A view may be sorted by several keys, or by one that is not offered: it is kept until another is chosen. */
function Order({ lens, sort, onSort }: OrderProps): ComponentChild {
  const orders = ordersOf(lens.id, sort);
  const [first] = orders;
  const chosen = orders.length > 1 ? sort : (first?.key ?? '');
  const names = orders.map(({ key, isDescending }) => `${SORT_NAMES[key]}${isDescending ? ' ↓' : ''}`);
  const isOffered = lens.sorts.some((each) => each === chosen);
  return (
    <>
      <select class="dropdown" aria-label="Sort by" value={chosen} onChange={(event) => { onSort(sortChosen(lens.id, event.currentTarget.value)); }}>
        {!isOffered && <option value={chosen}>{orders.length > 1 ? `Several: ${names.join(', ')}` : names[0]}</option>}
        {lens.sorts.map((each) => <option key={each} value={each}>{SORT_NAMES[each]}</option>)}
      </select>
      <button type="button" class="clickable-icon" aria-label={`${first?.isDescending ? 'Descending' : 'Ascending'}: turn the order round`} disabled={!first} onClick={() => { onSort(writeOrders(lens.id, orders.map(turned))); }}>
        {first?.isDescending ? '↓' : '↑'}
      </button>
    </>
  );
}

/** How far the vault has been read at start-up, and a way to stop that. */
export type Reading = Pick<IndexNews, 'remaining' | 'isPartial' | 'stopReading' | 'readAgain'>;

export interface SummaryProps {
  readonly lens: PaneLens;
  readonly result: QueryResult;
  readonly query: string;
  readonly reading: Reading;
  readonly hasBar: boolean;
  readonly onShow: (what: HiddenReason['shows']) => void;
}

/** "12 open of 40", and buttons for what is not shown. */
export function Summary({ lens, result, query, reading, hasBar, onShow }: SummaryProps): ComponentChild {
  const done = result.groups.filter(({ level }) => level === 0).reduce((sum, group) => ({ done: sum.done + group.done, total: sum.total + group.total }), { done: 0, total: 0 });
  const reasons = hiddenReasons(result.hidden, lens);
  const word = query.trim() !== '' ? ' shown' : lens.showsAllStates ? '' : ' open';
  const shown = `${(result.length - result.kept).toLocaleString()}${word} of ${result.total.toLocaleString()}`;
  return (
    <div class="plan-rollup-summary">
      <div class="plan-rollup-counts">
        <span role="status">{reading.remaining > 0 ? `${shown} · reading ${reading.remaining.toLocaleString()} more notes…` : shown}</span>
        {reading.remaining > 0 && <button type="button" class="plan-rollup-hidden" onClick={() => { reading.stopReading(); }}>Stop reading</button>}
        {reading.isPartial && <button type="button" class="plan-rollup-hidden" onClick={() => { reading.readAgain(); }}>Reading was stopped: read the other notes</button>}
        {reasons.map(({ text, shows }) => (
          <button key={text} type="button" class="plan-rollup-hidden" aria-label={`${text}: show them`} onClick={() => { onShow(shows); }}>
            {text}
          </button>
        ))}
      </div>
      {hasBar && done.total > 0 && <ProgressBar label="All plans shown: done" {...done} />}
    </div>
  );
}
