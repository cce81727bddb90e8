import type { ComponentChild } from 'preact';
import type { RollupRow } from '../../core/indexing/query';
import type { StatusColor } from '../../core/status/workflow';
import { chipClass, NO_STATUS } from '../status/status-chip';
import { ProgressBar } from './progress-bar';
import { nextCheck, rowTitle } from './row-words';

export interface PlanLineProps {
  readonly row: RollupRow;
  readonly color: StatusColor;
  readonly index: number;
  readonly isSelected: boolean;
  readonly onOpen: (event: MouseEvent) => void;
  /** Null when nothing may be changed. */
  readonly onStatus: (() => void) | null;
}

/** A whole plan: its status, how far it is, and what comes next. */
export function PlanLine({ row, color, index, isSelected, onOpen, onStatus }: PlanLineProps): ComponentChild {
  const facts = [row.owner, row.isStale === true ? `Untouched for ${row.age ?? 0} days` : null].filter((fact) => fact !== null && fact !== '');
  return (
    <div class={`plan-rollup-item is-plan is-${row.state}`} role="row" aria-selected={isSelected} aria-rowindex={index + 1} onClick={onOpen}>
      <div class="plan-rollup-priority-line">
        <div class="plan-rollup-item-title" role="gridcell" title={rowTitle('plans', row)}>
          {row.text}
        </div>
        <div role="gridcell">
          <PlanStatus row={row} color={color} onStatus={onStatus} />
        </div>
      </div>
      <div class="plan-rollup-plan-progress" role="gridcell">
        <PlanChecks row={row} />
      </div>
      <div class="plan-rollup-facts" role="gridcell">
        <span class="plan-rollup-plan">{`${row.nextItem ? 'Next: ' : ''}${nextCheck(row)}`}</span>
        {facts.map((fact) => <span key={fact}>{fact}</span>)}
      </div>
    </div>
  );
}

/** The plan's status, and a click on it for another. */
export function PlanStatus({ row, color, onStatus }: Pick<PlanLineProps, 'row' | 'color' | 'onStatus'>): ComponentChild {
  return (
    <button
      type="button"
      tabIndex={-1}
      disabled={onStatus === null}
      class={chipClass({ name: row.status ?? NO_STATUS, color })}
      aria-label={`Status of ${row.text}: ${row.status ?? 'none'}${onStatus ? '. Set another one' : ''}`}
      onClick={(event) => {
        event.stopPropagation();
        onStatus?.();
      }}
    >
      {row.status ?? NO_STATUS}
    </button>
  );
}

export function PlanChecks({ row: { text, checks = { done: 0, total: 0 } } }: Pick<PlanLineProps, 'row'>): ComponentChild {
  return (
    <>
      <ProgressBar label={`${text}: checks`} {...checks} />
      <span class="plan-rollup-count">{`${checks.done}/${checks.total}`}</span>
    </>
  );
}
