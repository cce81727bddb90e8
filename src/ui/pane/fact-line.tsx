import type { ComponentChild } from 'preact';
import type { Lens, RollupRow } from '../../core/indexing/query';
import { badgeRank, rowText, rowTitle } from './row-words';

export interface FactLineProps {
  readonly lens: Lens;
  readonly row: RollupRow;
  readonly index: number;
  readonly onOpen: (event: MouseEvent) => void;
}

/** What stands in front, and what is told below – `more` where there is room –, of a risk, a requirement, a log entry. */
function partsOf(lens: Lens, row: RollupRow): { readonly badge: string; readonly facts: readonly (string | null | undefined)[]; readonly more?: string | null } {
  if (lens === 'risks') {
    const score = row.score ?? null;
    const levels = row.likelihood != null && row.impact != null ? [`${row.likelihood} × ${row.impact}`] : [row.likelihood == null ? null : `likelihood ${row.likelihood}`, row.impact == null ? null : `impact ${row.impact}`];
    return { badge: score === null ? '–' : String(score), facts: levels, more: row.mitigation ?? null };
  }
  if (lens === 'requirements') {
    const count = row.checkCount ?? null;
    const checks = count === null ? null : count === 0 ? 'no check names it' : `${count} ${count === 1 ? 'check' : 'checks'}`;
    return { badge: row.id ?? row.level ?? '–', facts: [row.id === null ? null : row.level, checks] };
  }
  return { badge: row.date ?? '', facts: [row.author] };
}

export function FactLine({ lens, row, index, onOpen }: FactLineProps): ComponentChild {
  const { badge, facts, more = null } = partsOf(lens, row);
  return (
    <div class={`plan-rollup-item is-priority is-fact is-${row.state}`} role="row" aria-rowindex={index + 1} onClick={onOpen}>
      <div class="plan-rollup-priority-line">
        <div class={`plan-rollup-badge is-rank-${badgeRank(lens, row)}`} role="gridcell">
          {badge}
        </div>
        <div class="plan-rollup-item-title" role="gridcell" title={rowTitle(lens, row)}>
          {rowText(lens, row)}
        </div>
      </div>
      <div class="plan-rollup-facts" role="gridcell">
        <span class="plan-rollup-plan" title={row.plan}>{row.plan}</span>
        {facts.filter((fact) => fact != null && fact !== '').map((fact, at) => <span key={at} title={fact ?? ''}>{fact}</span>)}
        {more !== null && more !== '' && <span class="plan-rollup-more-facts" title={more}>{more}</span>}
      </div>
    </div>
  );
}
