import type { ComponentChild } from 'preact';
import type { RollupRow } from '../../core/indexing/query';
import { plainText } from '../../core/markdown/inline';
import type { StatusColor } from '../../core/status/workflow';
import { chipClass, NO_STATUS } from '../status/status-chip';
import { ProgressBar } from './progress-bar';

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
  const { checks = { done: 0, total: 0 }, nextItem, phases = [] } = row;
  const isComplete = checks.total > 0 && checks.done === checks.total;
  const next = nextItem ? `Next: ${plainText(nextItem.text)}` : isComplete ? 'All checks are ticked' : 'No checks';
  const parts = phases.filter(({ total }) => total > 0).map(({ name, done, total }) => `${name}: ${done}/${total}`);
  const facts = [row.owner, row.isStale === true ? `Untouched for ${row.age ?? 0} days` : null].filter((fact) => fact !== null && fact !== '');
  return (
    <div class={`plan-rollup-item is-plan is-${row.state}`} role="row" aria-selected={isSelected} aria-rowindex={index + 1} onClick={onOpen}>
      <div class="plan-rollup-priority-line">
        <div class="plan-rollup-item-title" role="gridcell" title={[row.text, row.path, ...parts].join('\n')}>
          {row.text}
        </div>
        <div role="gridcell">
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
        </div>
      </div>
      <div class="plan-rollup-plan-progress" role="gridcell">
        <ProgressBar label={`${row.text}: checks`} {...checks} />
        <span class="plan-rollup-count">{`${checks.done}/${checks.total}`}</span>
      </div>
      <div class="plan-rollup-facts" role="gridcell">
        <span class="plan-rollup-plan">{next}</span>
        {facts.map((fact) => <span key={fact}>{fact}</span>)}
      </div>
    </div>
  );
}
