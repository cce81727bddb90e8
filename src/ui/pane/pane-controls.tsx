/** What stands over the list: how rows are grouped and sorted, how many there are, and why others are not shown. */
import type { ComponentChild } from 'preact';
import type { QueryResult } from '../../core/indexing/query';
import { GROUP_NAMES, hiddenReasons, type PaneLens, SORT_NAMES, type HiddenReason } from './pane-lenses';
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
  const isDescending = shown.sort.startsWith('-');
  const key = shown.sort.replace(/^-/, '') || (lens.sorts[0] ?? '');
  return (
    <div class="plan-rollup-arrangement">
      <select class="dropdown" aria-label="Group by" value={shown.group || lens.groups[0]} onChange={(event) => { onChange({ group: event.currentTarget.value === lens.groups[0] ? '' : event.currentTarget.value }); }}>
        {lens.groups.map((group) => <option key={group} value={group}>{GROUP_NAMES[group]}</option>)}
      </select>
      <select class="dropdown" aria-label="Sort by" value={key} onChange={(event) => { onChange({ sort: event.currentTarget.value === lens.sorts[0] ? '' : event.currentTarget.value }); }}>
        {lens.sorts.map((sort) => <option key={sort} value={sort}>{SORT_NAMES[sort]}</option>)}
      </select>
      <button type="button" class="clickable-icon" aria-label="Turn the order round" aria-pressed={isDescending} disabled={key === ''} onClick={() => { onChange({ sort: isDescending ? (key === lens.sorts[0] ? '' : key) : `-${key}` }); }}>
        {isDescending ? '↓' : '↑'}
      </button>
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
